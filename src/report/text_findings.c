/*
 * Findings for people.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/text_findings.h"

#include "report/text_place.h"

/* columns: the mark before a finding, its text, the text of its labelled lines */
#define MARK_COLUMN  2
#define TEXT_COLUMN  4
#define VALUE_COLUMN 14
/* lines that evidence may fill: enough to recognise the place, and no wall of junk */
#define EVIDENCE_LINES 2
/* findings of one check that are shown in full; more of a kind say nothing new */
#define SHOWN_OF_A_KIND 3
/* checks that are named where they could not judge for one reason; of more the number tells */
#define NAMED_NOT_JUDGED 4

static AtsInk
ink_of(AtsSeverity severity)
{
	static const AtsInk inks[] = {ATS_INK_FAINT, ATS_INK_WARN, ATS_INK_BAD};

	return inks[severity];
}

const AtsFinding *
ats_text_worst_finding(const AtsReport *report)
{
	const AtsFinding *worst = NULL;

	for (guint i = 0; i < report->findings->len; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		if (finding->severity > (worst != NULL ? worst->severity : ATS_SEVERITY_NOTE))
			worst = finding;
	}
	return worst;
}

static void
put_label(AtsTextOut *text, const char *label)
{
	ats_text_indent(text, TEXT_COLUMN);
	ats_text_put(text, ATS_INK_FAINT, label);
	ats_text_indent(text, VALUE_COLUMN);
}

static void
put_labelled(AtsTextOut *text, const char *label, const char *value)
{
	put_label(text, label);
	ats_text_wrap(text, ATS_INK_PLAIN, VALUE_COLUMN, value);
	ats_text_end(text);
}

static void
put_evidence(AtsTextOut *text, const char *evidence)
{
	g_autofree char *visible = ats_text_visible(evidence);
	/* the quotes, and what breaking at words leaves free at the end of a line */
	guint room = (text->width - VALUE_COLUMN) * EVIDENCE_LINES - 2 - 12;
	g_autofree char *cut = ats_text_cut(visible, room);
	g_autofree char *quoted = g_strdup_printf("“%s”", cut);

	put_labelled(text, "as read", quoted);
}

static char *
join_parsers(const GPtrArray *parsers)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < parsers->len; i++)
		g_string_append_printf(out,
				       "%s%s",
				       i > 0 ? ", " : "",
				       (const char *)g_ptr_array_index(parsers, i));
	return g_string_free(out, FALSE);
}

static char *
check_and_place(const AtsReport *report, const AtsFinding *finding)
{
	g_autofree char *place = ats_text_where(report, finding->page, finding->box);

	if (finding->pointer != NULL)
		return g_strdup_printf("%s, %s", finding->id, finding->pointer);
	return place != NULL ? g_strdup_printf("%s, %s", finding->id, place)
			     : g_strdup(finding->id);
}

static void
put_message(AtsTextOut *text, const AtsFinding *finding)
{
	static const char *const marks[] = {"·", "!", "✗"};
	g_autofree char *message = ats_text_visible(finding->message);

	ats_text_indent(text, MARK_COLUMN);
	ats_text_put(text, ink_of(finding->severity), marks[finding->severity]);
	ats_text_indent(text, TEXT_COLUMN);
	ats_text_wrap(text, ATS_INK_STRONG, TEXT_COLUMN, message);
	ats_text_end(text);
}

static void
put_finding(AtsTextOut *text, const AtsReport *report, const AtsFinding *finding)
{
	g_autofree char *what = check_and_place(report, finding);
	g_autofree char *fix = ats_text_visible(finding->fix);

	put_message(text, finding);
	put_labelled(text, "check", what);
	if (finding->evidence != NULL && *finding->evidence != '\0')
		put_evidence(text, finding->evidence);
	if (finding->lost_in != NULL && finding->lost_in->len > 0) {
		g_autofree char *parsers = join_parsers(finding->lost_in);
		put_labelled(text, "lost in", parsers);
	}
	if (*fix != '\0')
		put_labelled(text, "fix", fix);
}

static guint
count_severity(const AtsReport *report, AtsSeverity severity)
{
	guint n = 0;

	for (guint i = 0; i < report->findings->len; i++)
		n += g_array_index(report->findings, AtsFinding, i).severity == severity ? 1 : 0;
	return n;
}

/* counts one more of the finding's kind; FALSE once enough of it are shown */
static gboolean
is_worth_showing(GHashTable *shown, const AtsFinding *finding)
{
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(shown, finding->id));

	g_hash_table_insert(shown, (gpointer)finding->id, GUINT_TO_POINTER(n + 1));
	return n < SHOWN_OF_A_KIND;
}

static void
put_more(AtsTextOut *text, guint left_out)
{
	g_autofree char *line = g_strdup_printf("and %u more of these kinds", left_out);

	ats_text_indent(text, TEXT_COLUMN);
	ats_text_put(text, ATS_INK_FAINT, line);
	ats_text_end(text);
}

static void
put_severity(AtsTextOut *text, const AtsReport *report, AtsSeverity severity)
{
	static const char *const titles[] = {
	    [ATS_SEVERITY_NOTE] = "Notes: little or nothing is lost",
	    [ATS_SEVERITY_WARNING] = "Warnings: what some parsers lose, mix up or miss",
	    [ATS_SEVERITY_ERROR] = "Errors: what most parsers lose, mix up or miss",
	};
	g_autoptr(GHashTable) shown = g_hash_table_new(g_str_hash, g_str_equal);
	guint left_out = 0;

	if (count_severity(report, severity) == 0)
		return;
	ats_text_end(text);
	ats_text_wrap(text, ATS_INK_STRONG, 0, titles[severity]);
	ats_text_end(text);
	for (guint i = 0; i < report->findings->len; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		if (finding->severity != severity)
			continue;
		if (is_worth_showing(shown, finding))
			put_finding(text, report, finding);
		else
			left_out++;
	}
	if (left_out > 0)
		put_more(text, left_out);
}

static void
free_array(gpointer array)
{
	g_ptr_array_unref(array);
}

/* "Not judged: photo, graphics (the page is too full)", "Not judged: 45 checks (…)" */
static char *
not_judged_line(const GPtrArray *checks, const char *why)
{
	g_autofree char *visible = ats_text_visible(why);
	GString *line = g_string_new("Not judged: ");

	if (checks->len > NAMED_NOT_JUDGED)
		g_string_append_printf(line, "%u checks", checks->len);
	for (guint i = 0; i < checks->len && checks->len <= NAMED_NOT_JUDGED; i++)
		g_string_append_printf(line,
				       "%s%s",
				       i > 0 ? ", " : "",
				       (const char *)checks->pdata[i]);
	if (*visible != '\0')
		g_string_append_printf(line, " (%s)", visible);
	return g_string_free(line, FALSE);
}

/* a check that could not look must not be taken for one that found nothing; those that could not
 * for one reason are told in a line */
static void
put_not_judged(AtsTextOut *text, const AtsReport *report)
{
	g_autoptr(GPtrArray) reasons = g_ptr_array_new();
	g_autoptr(GHashTable) checks =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_array);

	for (guint i = 0; i < report->outcomes->len; i++) {
		const AtsReportOutcome *outcome =
		    &g_array_index(report->outcomes, AtsReportOutcome, i);
		const char *why = outcome->why != NULL ? outcome->why : "";
		if (outcome->outcome != ATS_OUTCOME_NOT_JUDGED)
			continue;
		if (g_hash_table_lookup(checks, why) == NULL) {
			g_hash_table_insert(checks, (gpointer)why, g_ptr_array_new());
			g_ptr_array_add(reasons, (gpointer)why);
		}
		g_ptr_array_add(g_hash_table_lookup(checks, why), (gpointer)outcome->check);
	}
	for (guint i = 0; i < reasons->len; i++) {
		g_autofree char *line =
		    not_judged_line(g_hash_table_lookup(checks, reasons->pdata[i]),
				    reasons->pdata[i]);
		ats_text_indent(text, MARK_COLUMN);
		ats_text_wrap(text, ATS_INK_FAINT, TEXT_COLUMN, line);
		ats_text_end(text);
	}
}

static gboolean
has_not_judged(const AtsReport *report)
{
	for (guint i = 0; i < report->outcomes->len; i++) {
		if (g_array_index(report->outcomes, AtsReportOutcome, i).outcome ==
		    ATS_OUTCOME_NOT_JUDGED)
			return TRUE;
	}
	return FALSE;
}

void
ats_text_put_findings(AtsTextOut *text, const AtsReport *report)
{
	put_severity(text, report, ATS_SEVERITY_ERROR);
	put_severity(text, report, ATS_SEVERITY_WARNING);
	put_severity(text, report, ATS_SEVERITY_NOTE);
	if (has_not_judged(report)) {
		ats_text_end(text);
		put_not_judged(text, report);
	}
}

void
ats_text_list_findings(AtsTextOut *text, const AtsReport *report)
{
	for (guint i = 0; i < report->findings->len; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		g_autofree char *message = ats_text_visible(finding->message);
		g_autofree char *place = check_and_place(report, finding);
		g_autofree char *line = g_strdup_printf("%s (%s)", message, place);

		ats_text_indent(text, MARK_COLUMN + TEXT_COLUMN);
		ats_text_put(text, ink_of(finding->severity), ats_severity_name(finding->severity));
		ats_text_indent(text, MARK_COLUMN + VALUE_COLUMN);
		ats_text_wrap(text, ATS_INK_PLAIN, MARK_COLUMN + VALUE_COLUMN, line);
		ats_text_end(text);
	}
	put_not_judged(text, report);
}

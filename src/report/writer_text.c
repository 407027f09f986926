/*
 * The report for people: a verdict, what arrives at each family of parsers, what stands in the way
 * and how to mend it, what to do next. Whatever comes from the file goes through ats_text_visible
 * first.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "report/parsers.h"
#include "report/text_findings.h"
#include "report/text_pieces.h"
#include "report/text_summary.h"
#include "report/text_out.h"
#include "report/verdict.h"
#include "report/writer_private.h"

/* columns: what hangs under the verdict, a bar, and where what a parser is like starts */
#define INDENT	      2
#define BADGE_COLUMNS 6
#define NAME_COLUMNS  9 /* the longest name of a family, and a space */
#define BAR_CELLS     20
/* columns of a terminal that leave room for what a parser is like beside its bar */
#define BAR_WIDTH_LEAST 60
#define LABEL_COLUMNS	10
/* section titles that are named: more than any resume needs */
#define FILED_SECTIONS 16

static AtsInk
ink_of_verdict(AtsVerdict verdict)
{
	static const AtsInk inks[] = {ATS_INK_GOOD, ATS_INK_WARN, ATS_INK_BAD};

	return inks[verdict];
}

static void
put_heading(AtsTextOut *text, const char *title)
{
	ats_text_end(text);
	ats_text_wrap(text, ATS_INK_STRONG, 0, title);
	ats_text_end(text);
}

/* "RISK  74  resume.pdf" */
static void
put_verdict(AtsTextOut *text, const AtsWriterDocument *about, const AtsReport *report)
{
	g_autofree char *badge = g_ascii_strup(ats_verdict_name(report->verdict), -1);
	g_autofree char *score = g_strdup_printf("%3u  ", ats_writer_whole_points(report->score));
	g_autofree char *name = ats_text_visible(about->name);

	ats_text_put(text, ink_of_verdict(report->verdict), badge);
	ats_text_indent(text, BADGE_COLUMNS);
	ats_text_put(text, ATS_INK_PLAIN, score);
	ats_text_wrap(text, ATS_INK_STRONG, text->column, name);
	ats_text_end(text);
}

static guint
count_judged(const AtsReport *report)
{
	guint n = 0;

	for (guint i = 0; i < report->readings->len; i++)
		n += g_array_index(report->readings, AtsReportReading, i).judged ? 1 : 0;
	return n;
}

static const char *
meaning_of(const AtsReport *report)
{
	switch (report->verdict) {
	case ATS_VERDICT_FAIL:
		return "Most parsers lose, mix up or misfile parts of it.";
	case ATS_VERDICT_RISK:
		return "Some parsers lose, mix up or misfile parts of it.";
	case ATS_VERDICT_PASS:
	default:
		return ats_text_worst_finding(report) == NULL
			   ? "Nothing in it stands in a parser's way."
			   : "Parsers take it well, but for what the warnings below say.";
	}
}

static void
put_meaning(AtsTextOut *text, const AtsReport *report)
{
	g_autofree char *meaning = NULL;

	if (report->n_words == 0)
		meaning =
		    g_strdup("The file holds no text: nothing of this resume reaches a parser.");
	else if (count_judged(report) == 0)
		meaning = g_strdup("No parser's reading of this file could be judged.");
	else
		meaning = g_strdup_printf(
		    "On average %u %% of what a person reads here reaches a parser in the "
		    "right order. %s",
		    ats_writer_whole_points(report->score),
		    meaning_of(report));
	ats_text_indent(text, INDENT);
	ats_text_wrap(text, ATS_INK_PLAIN, INDENT, meaning);
	ats_text_end(text);
}

static void
put_bar(AtsTextOut *text, double score)
{
	guint filled = (guint)(score / 100 * BAR_CELLS + 0.5);
	g_autoptr(GString) full = g_string_new(NULL);
	g_autoptr(GString) rest = g_string_new(NULL);

	if (filled == BAR_CELLS && ats_writer_whole_points(score) < 100)
		filled--;
	if (filled == 0 && score > 0)
		filled++;
	for (guint i = 0; i < BAR_CELLS; i++)
		g_string_append(i < filled ? full : rest, i < filled ? "█" : "░");
	/* a narrow terminal has no room for bars */
	if (text->width < BAR_WIDTH_LEAST)
		return;
	ats_text_put(text, ink_of_verdict(ats_verdict_of_score(score)), full->str);
	ats_text_put(text, ATS_INK_FAINT, rest->str);
}

static void
put_reading(AtsTextOut *text, const AtsReportReading *reading)
{
	const AtsParser *parser = ats_parsers_lookup(reading->parser);
	g_autofree char *why = ats_text_visible(reading->why_not);
	g_autofree char *line = NULL;

	ats_text_indent(text, INDENT);
	ats_text_put(text, ATS_INK_PLAIN, reading->parser);
	ats_text_indent(text, INDENT + NAME_COLUMNS);
	if (!reading->judged) {
		line = g_strdup_printf("not judged: %s", why);
		ats_text_wrap(text, ATS_INK_FAINT, text->column, line);
		ats_text_end(text);
		return;
	}
	put_bar(text, reading->score);
	line = g_strdup_printf(" %3u %%  ", ats_writer_whole_points(reading->score));
	ats_text_put(text, ATS_INK_PLAIN, line);
	ats_text_wrap(text, ATS_INK_FAINT, text->column, parser != NULL ? parser->like : "");
	ats_text_end(text);
}

static void
put_readings(AtsTextOut *text, const AtsReport *report)
{
	if (report->readings->len == 0 || report->n_words == 0)
		return;
	put_heading(text, "What arrives, for each way a parser reads");
	for (guint i = 0; i < report->readings->len; i++)
		put_reading(text, &g_array_index(report->readings, AtsReportReading, i));
}

/* a part of a list, after what stands there already; nothing for NULL */
static void
append_item(GString *list, const char *item)
{
	g_autofree char *visible = ats_text_visible(item);

	if (*visible != '\0')
		g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", visible);
}

/* "ann@example.com (in the page header)"; the body goes without saying */
static void
append_datum(GString *list, const char *item, const AtsReportPlace *place)
{
	static const char *const where[ATS_PLACE_KIND_LAST] = {
	    [ATS_PLACE_HEADER] = "in the page header",
	    [ATS_PLACE_FOOTER] = "in the page footer",
	    [ATS_PLACE_TEXT_BOX] = "in a text box",
	    [ATS_PLACE_TABLE] = "in a table",
	    [ATS_PLACE_IMAGE] = "in a scan",
	    [ATS_PLACE_LINK] = "only behind a link",
	};

	append_item(list, item);
	if (item != NULL && where[place->kind] != NULL)
		g_string_append_printf(list, " (%s)", where[place->kind]);
}

static void
put_filed_line(AtsTextOut *text, const char *label, const GString *list)
{
	ats_text_indent(text, INDENT);
	ats_text_put(text, ATS_INK_FAINT, label);
	ats_text_indent(text, INDENT + LABEL_COLUMNS);
	ats_text_wrap(text,
		      ATS_INK_PLAIN,
		      INDENT + LABEL_COLUMNS,
		      list->len > 0 ? list->str : "none found");
	ats_text_end(text);
}

static void
put_filed(AtsTextOut *text, const AtsReport *report)
{
	g_autoptr(GString) contact = g_string_new(NULL);
	g_autoptr(GString) sections = g_string_new(NULL);

	if (report->n_words == 0)
		return;
	append_datum(contact, report->name, &report->name_place);
	append_datum(contact, report->email, &report->email_place);
	append_datum(contact, report->phone, &report->phone_place);
	append_datum(contact, report->location, &report->location_place);
	for (guint i = 0; i < MIN(report->sections->len, FILED_SECTIONS); i++)
		append_item(sections, g_array_index(report->sections, AtsReportSection, i).heading);
	if (report->sections->len > FILED_SECTIONS)
		append_item(sections, "…");
	put_heading(text, "What a parser can file");
	put_filed_line(text, "contact", contact);
	put_filed_line(text, "sections", sections);
}

static const char *
worst_parser(const AtsReport *report)
{
	const AtsReportReading *worst = NULL;

	for (guint i = 0; i < report->readings->len; i++) {
		const AtsReportReading *reading =
		    &g_array_index(report->readings, AtsReportReading, i);
		if (reading->judged && (worst == NULL || reading->score < worst->score))
			worst = reading;
	}
	return worst != NULL ? worst->parser : NULL;
}

/* the file as a shell takes it; "FILE" for a name that cannot be shown as it is */
static char *
shell_name(const AtsWriterDocument *about)
{
	static const char plain[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_./+@%,:=-";
	g_autofree char *visible = ats_text_visible(about->name);

	if (!g_str_equal(visible, about->name))
		return g_strdup("FILE");
	return strspn(visible, plain) == strlen(visible) ? g_steal_pointer(&visible)
							 : g_shell_quote(visible);
}

static void
put_step(AtsTextOut *text, const char *what, const char *command)
{
	ats_text_indent(text, INDENT);
	ats_text_wrap(text, ATS_INK_PLAIN, INDENT * 2, what);
	if (command != NULL && text->column + 1 + ats_text_columns(command) > text->width) {
		ats_text_end(text);
		ats_text_indent(text, INDENT * 2);
	} else if (command != NULL) {
		ats_text_put(text, ATS_INK_PLAIN, " ");
	}
	if (command != NULL)
		ats_text_wrap(text, ATS_INK_STRONG, INDENT * 2, command);
	ats_text_end(text);
}

/* a loss that no finding tells of is seen best beside what a person reads */
static gboolean
is_unexplained(const AtsReport *report)
{
	return report->verdict != ATS_VERDICT_PASS && ats_text_worst_finding(report) == NULL;
}

static char *
reading_command(const AtsReport *report, const char *parser, const char *file)
{
	return is_unexplained(report)
		   ? g_strdup_printf("atscheck text --diff human %s %s", parser, file)
		   : g_strdup_printf("atscheck text --as %s %s", parser, file);
}

static const char *
reading_step(const AtsReport *report, const AtsFinding *worst)
{
	if (is_unexplained(report))
		return "No check explains what is lost. See it in the worst reading, beside what "
		       "a person reads:";
	return worst != NULL ? "Read it as a parser does:" : "See for yourself:";
}

static void
put_next(AtsTextOut *text, const AtsWriterDocument *about, const AtsReport *report)
{
	const AtsFinding *worst = ats_text_worst_finding(report);
	/* of a file without text every reading is empty */
	const char *parser = report->n_words > 0 ? worst_parser(report) : NULL;
	g_autofree char *file = shell_name(about);
	g_autofree char *fix = worst != NULL ? ats_text_visible(worst->fix) : NULL;
	g_autofree char *read = parser != NULL ? reading_command(report, parser, file) : NULL;
	g_autofree char *explain = worst != NULL ? g_strdup_printf("atscheck explain %s", worst->id)
						 : NULL;

	put_heading(text, "What to do next");
	if (fix != NULL && *fix != '\0') {
		g_autofree char *first = g_strdup_printf("Mend this first: %s", fix);
		put_step(text, first, NULL);
	}
	if (explain != NULL)
		put_step(text, "Why, and how in Word, Google Docs or LaTeX:", explain);
	if (read != NULL)
		put_step(text, reading_step(report, worst), read);
}

static void
put_whole(AtsTextOut *text, const AtsWriterDocument *about, const AtsReport *report)
{
	put_verdict(text, about, report);
	put_meaning(text, report);
	put_readings(text, report);
	put_filed(text, report);
	if (report->n_words > 0)
		ats_text_put_pieces(text, report);
	ats_text_put_findings(text, report);
	put_next(text, about, report);
}

/* one line, as long as it is: a script that looks for the file's name finds why beside it */
static void
put_failure(AtsTextOut *text, const AtsWriterDocument *about, const GError *failure)
{
	g_autofree char *name = ats_text_visible(about->name);
	g_autofree char *why = ats_text_visible(failure->message);

	ats_text_put(text, ATS_INK_BAD, "NOT CHECKED  ");
	ats_text_put(text, ATS_INK_STRONG, name);
	ats_text_put(text, ATS_INK_PLAIN, ": ");
	ats_text_put(text, ATS_INK_PLAIN, why);
	ats_text_end(text);
}

static void
put_copied(AtsTextOut *text, const char *of)
{
	g_autofree char *visible = ats_text_visible(of);
	g_autofree char *line = g_strdup_printf("the same file as %s", visible);

	ats_text_indent(text, INDENT);
	ats_text_wrap(text, ATS_INK_FAINT, INDENT, line);
	ats_text_end(text);
}

static AtsTextOut
open_text(GString *out, const AtsWriterStyle *style)
{
	return (AtsTextOut){
	    .out = out,
	    .colour = (style->options & ATS_WRITER_COLOUR) != 0,
	    .width = style->width,
	};
}

static void
text_add(GString *out,
	 const AtsWriterStyle *style,
	 const AtsWriterSummary *tally,
	 const AtsWriterDocument *about,
	 const AtsReport *report,
	 const GError *failure)
{
	AtsTextOut text = open_text(out, style);
	gboolean brief = (style->options & ATS_WRITER_BRIEF) != 0;
	gboolean many = (style->options & ATS_WRITER_MANY) != 0;

	if (report == NULL) {
		put_failure(&text, about, failure);
	} else if (!brief && !many) {
		put_whole(&text, about, report);
	} else {
		const char *copied = many ? ats_tally_find_copied(tally->more, about->sha256)
					  : NULL;
		put_verdict(&text, about, report);
		if (copied != NULL)
			put_copied(&text, copied);
		/* what was told of the one need not be of the other */
		if (!(many && brief) &&
		    (copied == NULL || !ats_tally_has_findings(tally->more, about->sha256, report)))
			ats_text_list_findings(&text, report);
	}
}

static void
text_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	AtsTextOut text = open_text(out, style);
	g_autofree char *line = ats_writer_closing_line(tally);

	if ((style->options & ATS_WRITER_MANY) == 0)
		return;
	/* one alone sums itself up */
	if ((style->options & ATS_WRITER_BRIEF) == 0 && tally->n_documents > 1)
		ats_text_put_summary(&text, tally->more);
	ats_text_end(&text);
	ats_text_wrap(&text, ATS_INK_STRONG, 0, line);
	ats_text_end(&text);
}

const AtsWriterClass ats_writer_text = {.add = text_add,
					.finish = text_finish,
					.has_summary = TRUE};

/*
 * The check reading-order: parsers part lines that people read one after the other, where no
 * column, table or box explains it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/order.h"
#include "checks/regions.h"

#define NOWHERE G_MAXUINT32
/* words that may stand between two lines that still follow one another: a date or place of the
 * line's other end, printed late */
#define WORDS_BETWEEN 12
/* words of a line that is no loss where it stands: a date, a place, a piece of contact data.
 * Headings are never */
#define FEW_WORDS 4
/* lines out of order that make a finding, and their share of all: fewer are an odd line printed out
 * of turn */
#define LEAST_BREAKS 3
#define LEAST_SHARE  0.05
/* words shown on either side of the break */
#define QUOTE_BEFORE 6
#define QUOTE_AFTER  8

/* side-by-side text, grids, boxes and page furniture are other checks' business; so are dates at a
 * line's other end */
static gboolean
is_plain(const AtsSubject *subject, const AtsLine *line)
{
	const AtsRegion *region = ats_at(subject->layout->regions, AtsRegion, line->region);

	return line->n > 0 && region->kind == ATS_REGION_MAIN && !line->margin && !line->right_part;
}

static void
mark_range(const AtsRegion *region, guint8 *marks, guint n)
{
	for (guint32 i = region->first_line; i < n && i - region->first_line < region->n_lines; i++)
		marks[i] = TRUE;
}

/* the lines whose order nothing else explains, in human order; (transfer full) (element-type
 * guint32) */
static GArray *
plain_lines(const AtsSubject *subject)
{
	const AtsLayout *layout = subject->layout;
	g_autofree guint8 *explained = g_new0(guint8, layout->lines->len + 1);
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);

		if (region->kind == ATS_REGION_BLOCK || region->kind == ATS_REGION_TABLE ||
		    region->kind == ATS_REGION_MARGIN)
			mark_range(region, explained, layout->lines->len);
	}
	for (guint32 i = 0; i < layout->lines->len; i++) {
		if (!explained[i] && is_plain(subject, ats_at(layout->lines, AtsLine, i)))
			g_array_append_val(lines, i);
	}
	return lines;
}

static const AtsLine *
line_at(const AtsSubject *subject, const GArray *lines, guint i)
{
	return ats_at(subject->layout->lines, AtsLine, g_array_index(lines, guint32, i));
}

static guint32
word_at(const AtsSubject *subject, guint32 token)
{
	return ats_at(subject->layout->human->tokens, AtsToken, token)->word;
}

/* what a reading does with the lines that nothing explains */
typedef struct {
	guint n_lines;
	guint n_breaks;
	guint32 token;	/* of the reading, at the first of these */
	guint32 line;	/* and the human line there */
	gboolean mixed; /* other text stands within the line, rather than before it */
} Order;

static void
add_break(Order *order, guint32 token, guint32 line, gboolean mixed)
{
	if (order->n_breaks++ > 0)
		return;
	order->token = token;
	order->line = line;
	order->mixed = mixed;
}

/* only lines of one section have to follow one another: sections that are drawn in another order
 * arrive whole */
static gboolean
belong_together(const AtsSubject *subject, const GArray *lines, guint i)
{
	const AtsResume *resume = subject->resume;
	guint32 before = g_array_index(lines, guint32, i - 1);
	guint32 line = g_array_index(lines, guint32, i);

	return line_at(subject, lines, i - 1)->page == line_at(subject, lines, i)->page &&
	       ats_resume_section_of_line(resume, before) ==
		   ats_resume_section_of_line(resume, line);
}

static gboolean
matters(const AtsSubject *subject, const GArray *lines, guint i)
{
	const AtsLine *line = line_at(subject, lines, i);
	guint32 index = g_array_index(lines, guint32, i);
	const AtsResumeSection *section = ats_resume_section_of_line(subject->resume, index);

	return line->n > FEW_WORDS || (section != NULL && index - section->line < section->n_lines);
}

static gboolean
are_parted(const AtsSubject *subject,
	   AtsFindings *findings,
	   const AtsReading *reading,
	   const AtsLine *before,
	   const AtsLine *line)
{
	guint32 last = word_at(subject, before->first + before->n - 1);
	gint64 apart = ats_subject_words_apart(subject,
					       findings,
					       reading,
					       last,
					       word_at(subject, line->first));

	return apart != ATS_APART_UNKNOWN && (apart < 0 || apart > WORDS_BETWEEN);
}

/* where the reading prints the lines; those it does not print keep their place among the others */
static guint32 *
places_of_lines(const AtsSubject *subject,
		AtsFindings *findings,
		const AtsReading *reading,
		const GArray *lines)
{
	guint32 *places = g_new(guint32, lines->len + 1);

	for (guint i = 0; i < lines->len; i++) {
		guint32 word = word_at(subject, line_at(subject, lines, i)->first);
		guint32 token = ats_subject_token_of_word(subject, findings, reading, word);

		places[i] = token != NOWHERE ? token : i == 0 ? 0 : places[i - 1];
	}
	return places;
}

static Order
look(const AtsSubject *subject,
     AtsFindings *findings,
     const AtsReading *reading,
     const GArray *lines)
{
	g_autofree guint32 *places = places_of_lines(subject, findings, reading, lines);
	g_autofree guint8 *movers = ats_order_movers(places, lines->len);
	Order order = {.n_lines = lines->len, .token = NOWHERE, .line = NOWHERE};

	for (guint i = 0; i < lines->len; i++) {
		const AtsLine *line = line_at(subject, lines, i);
		AtsFate fate = ats_subject_fate(subject, findings, reading, line->first, line->n);
		gboolean moved;

		if (fate.n_broken > 0) {
			add_break(&order, fate.token, g_array_index(lines, guint32, i), TRUE);
			continue;
		}
		if (i == 0 || !belong_together(subject, lines, i))
			continue;
		moved = (movers[i] && matters(subject, lines, i)) ||
			(movers[i - 1] && matters(subject, lines, i - 1));
		if (moved &&
		    are_parted(subject, findings, reading, line_at(subject, lines, i - 1), line))
			add_break(&order, places[i], g_array_index(lines, guint32, i), FALSE);
	}
	return order;
}

/* tokens that are looked at for the text that came between */
#define TOKENS_AROUND 40

/* the human line that the reading prints within the line, or before it; NOWHERE if that cannot be
 * told */
static guint32
find_other(const AtsSubject *subject,
	   AtsFindings *findings,
	   const AtsReading *reading,
	   const Order *order)
{
	for (guint32 i = 1; i < TOKENS_AROUND; i++) {
		guint32 at = order->mixed ? order->token + i : order->token - i;
		const AtsToken *token;
		guint32 line;

		if (at >= reading->tokens->len)
			return NOWHERE;
		token = ats_at(reading->tokens, AtsToken, at);
		if (ats_utf8_is_ornament(token->text))
			continue;
		line = ats_subject_line_of_word(subject, findings, token->word);
		/* text that no person sees has no line: NOWHERE too */
		if (line != order->line)
			return line;
	}
	return NOWHERE;
}

/* “Led a team …” of Experience; (transfer full) */
static char *
name_of_line(const AtsSubject *subject, guint32 line)
{
	const AtsResumeSection *section = ats_resume_section_of_line(subject->resume, line);
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autofree char *start = NULL;

	g_array_append_val(lines, line);
	start = ats_lines_start(subject, lines);
	if (section == NULL || section->line == line)
		return g_strdup_printf("“%s”", start);
	return g_strdup_printf("“%s” of %s", start, section->heading);
}

/* the two lines that met, after what all the lines have in common; (transfer full) */
static char *
what_met(const AtsSubject *subject,
	 AtsFindings *findings,
	 const AtsReading *reading,
	 const Order *order)
{
	guint32 other = find_other(subject, findings, reading, order);
	g_autofree char *line = name_of_line(subject, order->line);
	g_autofree char *beside = NULL;

	if (other == NOWHERE || other + 1 == order->line)
		return g_strdup_printf(", the first of them %s.", line);
	beside = name_of_line(subject, other);
	return g_strdup_printf(". First, %s came out %s %s.",
			       line,
			       order->mixed ? "mixed with" : "right after",
			       beside);
}

static void
tell(const AtsSubject *subject,
     AtsFindings *findings,
     const AtsReading *worst,
     const Order *order,
     const GPtrArray *parsers)
{
	g_autofree char *quote = ats_reading_quote(worst, order->token, QUOTE_BEFORE, QUOTE_AFTER);
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, order->line);
	g_autofree char *met = what_met(subject, findings, worst, order);
	AtsFinding *finding =
	    ats_findings_add(findings,
			     "%u of %u lines are read apart from the text that they follow%s",
			     order->n_breaks,
			     order->n_lines,
			     met);

	ats_findings_place(findings, finding, line->page, line->box);
	ats_findings_evidence(findings, finding, quote);
	finding->severity = MIN(ats_subject_severity(subject, parsers->len),
				ats_subject_weighed_severity(subject, parsers));
	for (guint i = 0; i < parsers->len; i++)
		ats_findings_lost_in(findings, finding, g_ptr_array_index(parsers, i));
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GArray) lines = plain_lines(subject);
	g_autoptr(GPtrArray) parsers = g_ptr_array_new();
	const AtsReading *worst = NULL;
	Order most = {0};

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		Order order;

		if (!reading->judged)
			continue;
		order = look(subject, findings, reading, lines);
		if (order.n_breaks < MAX(LEAST_BREAKS, LEAST_SHARE * order.n_lines) ||
		    order.token == NOWHERE)
			continue;
		g_ptr_array_add(parsers, (gpointer)reading->parser);
		if (order.n_breaks > most.n_breaks) {
			most = order;
			worst = reading;
		}
	}
	if (worst != NULL)
		tell(subject, findings, worst, &most, parsers);
}

const AtsCheck ats_check_reading_order = {
    .id = "reading-order",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

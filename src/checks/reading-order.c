/*
 * The check reading-order: parsers put lines in another order than people, where no column, table
 * or box explains it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

#define NOWHERE G_MAXUINT32
/* words that may stand between two lines that still follow one another: a date or place of the
 * line's other end, printed late */
#define WORDS_BETWEEN 12
/* lines out of order that make a finding, and their share of all: fewer are a date or page number
 * printed out of turn */
#define LEAST_LINES 4
#define LEAST_SHARE 0.1
/* tokens shown on either side of the break */
#define QUOTE_BEFORE 6
#define QUOTE_AFTER  8

/* side-by-side text, grids, boxes and page furniture are other checks' business; so are dates at a
 * line's other end */
static gboolean
is_plain(const AtsSubject *subject, const AtsLine *line)
{
	return ats_at(subject->layout->regions, AtsRegion, line->region)->kind == ATS_REGION_MAIN &&
	       !line->margin && !line->right_part;
}

static void
mark_range(const AtsRegion *region, guint8 *marks, guint n)
{
	for (guint32 i = region->first_line; i < n && i - region->first_line < region->n_lines; i++)
		marks[i] = TRUE;
}

/* whether something explains that parsers read the line otherwise; (transfer full) */
static guint8 *
explained_lines(const AtsSubject *subject)
{
	const AtsLayout *layout = subject->layout;
	guint8 *marks = g_new0(guint8, layout->lines->len + 1);

	for (guint i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);

		if (region->kind == ATS_REGION_BLOCK || region->kind == ATS_REGION_TABLE ||
		    region->kind == ATS_REGION_MARGIN)
			mark_range(region, marks, layout->lines->len);
	}
	for (guint i = 0; i < layout->lines->len; i++)
		marks[i] |= !is_plain(subject, ats_at(layout->lines, AtsLine, i));
	return marks;
}

/* what a reading does with the lines that nothing explains */
typedef struct {
	guint n_lines;
	guint n_moved; /* do not follow the line before them, or have other text inside */
	guint32 token; /* of the reading, at the first of these */
} Order;

static void
add_move(Order *order, guint32 token)
{
	if (order->n_moved++ == 0)
		order->token = token;
}

/* TRUE if other text stands inside the line */
static gboolean
look_inside(Order *order,
	    const AtsSubject *subject,
	    AtsFindings *findings,
	    const AtsReading *reading,
	    const AtsLine *line)
{
	AtsFate fate = ats_subject_fate(subject, findings, reading, line->first, line->n);

	if (fate.n_broken > 0)
		add_move(order, fate.token);
	return fate.n_broken > 0;
}

static guint32
word_at(const AtsSubject *subject, guint32 token)
{
	return ats_at(subject->layout->human->tokens, AtsToken, token)->word;
}

static void
look_between(Order *order,
	     const AtsSubject *subject,
	     AtsFindings *findings,
	     const AtsReading *reading,
	     const AtsLine *before,
	     const AtsLine *line)
{
	guint32 last = word_at(subject, before->first + before->n - 1);
	guint32 first = word_at(subject, line->first);
	gint64 apart = ats_subject_words_apart(subject, findings, reading, last, first);

	if (apart == ATS_APART_UNKNOWN || (apart >= 0 && apart <= WORDS_BETWEEN))
		return;
	add_move(order, ats_subject_token_of_word(subject, findings, reading, first));
}

static Order
look(const AtsSubject *subject,
     AtsFindings *findings,
     const AtsReading *reading,
     const guint8 *explained)
{
	const GArray *lines = subject->layout->lines;
	Order order = {0, 0, NOWHERE};
	const AtsLine *before = NULL;

	for (guint i = 0; i < lines->len; i++) {
		const AtsLine *line = ats_at(lines, AtsLine, i);

		if (line->n == 0 || explained[i]) {
			before = line->right_part ? before : NULL;
			continue;
		}
		order.n_lines++;
		if (!look_inside(&order, subject, findings, reading, line) && before != NULL &&
		    before->page == line->page)
			look_between(&order, subject, findings, reading, before, line);
		before = line;
	}
	return order;
}

static void
tell(const AtsSubject *subject,
     AtsFindings *findings,
     const AtsReading *worst,
     const Order *order,
     const GPtrArray *parsers)
{
	g_autofree char *quote = ats_reading_quote(worst, order->token, QUOTE_BEFORE, QUOTE_AFTER);
	guint32 word = ats_at(worst->tokens, AtsToken, order->token)->word;
	guint32 index = ats_subject_line_of_word(subject, findings, word);
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, index);
	g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint32));
	g_autofree char *start = NULL;
	AtsFinding *finding;

	g_array_append_val(lines, index);
	start = ats_lines_start(subject, lines);
	finding = ats_findings_add(findings,
				   "%u of %u lines are read in another order than people read "
				   "them, the first of them “%s”.",
				   order->n_moved,
				   order->n_lines,
				   start);
	ats_findings_place(findings, finding, line->page, line->box);
	ats_findings_evidence(findings, finding, quote);
	finding->severity = ats_subject_severity(subject, parsers->len);
	for (guint i = 0; i < parsers->len; i++)
		ats_findings_lost_in(findings, finding, g_ptr_array_index(parsers, i));
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autofree guint8 *explained = explained_lines(subject);
	g_autoptr(GPtrArray) parsers = g_ptr_array_new();
	const AtsReading *worst = NULL;
	Order most = {0};

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		Order order;

		if (!reading->judged)
			continue;
		order = look(subject, findings, reading, explained);
		if (order.n_moved < MAX(LEAST_LINES, LEAST_SHARE * order.n_lines) ||
		    order.token == NOWHERE)
			continue;
		g_ptr_array_add(parsers, (gpointer)reading->parser);
		if (order.n_moved > most.n_moved) {
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

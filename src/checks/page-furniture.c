/*
 * The check page-furniture: running headers and footers that parsers print in the middle of a
 * sentence that goes on over a page.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "checks/gather.h"
#include "checks/spots.h"

static gboolean
is_furniture(const AtsSubject *subject, const AtsLine *line)
{
	AtsRegionKind kind = ats_at(subject->layout->regions, AtsRegion, line->region)->kind;

	return kind == ATS_REGION_HEADER || kind == ATS_REGION_FOOTER;
}

/* of each word whether it is of a running header or footer; (transfer full) */
static guint8 *
mark_furniture(const AtsSubject *subject)
{
	guint n = subject->document->words->len;
	guint8 *marks = g_new0(guint8, n + 1);

	for (guint i = 0; i < subject->layout->lines->len; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);

		for (guint k = 0; is_furniture(subject, line) && k < line->n; k++) {
			guint32 word =
			    ats_at(subject->layout->human->tokens, AtsToken, line->first + k)->word;
			if (word < n)
				marks[word] = TRUE;
		}
	}
	return marks;
}

static const AtsToken *
human_at(const AtsSubject *subject, guint32 i)
{
	return ats_at(subject->layout->human->tokens, AtsToken, i);
}

static gboolean
ends_open(const AtsSubject *subject, const AtsLine *line)
{
	const char *last = human_at(subject, line->first + line->n - 1)->text;
	const char *end = g_utf8_find_prev_char(last, last + strlen(last));
	gunichar c = end != NULL ? g_utf8_get_char(end) : 0;

	return g_unichar_isalnum(c) || c == ',' || c == '-';
}

static gunichar
first_letter(const AtsSubject *subject, const AtsLine *line)
{
	return g_utf8_get_char(human_at(subject, line->first)->text);
}

/* words of a line that may be part of a sentence; less is a label or a heading */
#define LEAST_WORDS 4

/* a sentence goes on: no stop at the end of the one line, no capital at the start of the next */
static gboolean
goes_on(const AtsSubject *subject, const AtsLine *before, const AtsLine *after)
{
	if (before->n < LEAST_WORDS || before->heading || before->margin || after->margin)
		return FALSE;
	return ends_open(subject, before) && g_unichar_islower(first_letter(subject, after));
}

/* lines at the end of a page, and the word with which each goes on overleaf */
typedef struct {
	guint32 last, next;
} Joint;

/* (transfer full) (element-type Joint) */
static GArray *
find_joints(const AtsSubject *subject)
{
	GArray *joints = g_array_new(FALSE, FALSE, sizeof(Joint));
	const AtsLine *before = NULL;

	for (guint i = 0; i < subject->layout->lines->len; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);

		if (line->n == 0 || is_furniture(subject, line))
			continue;
		if (before != NULL && line->page == before->page + 1 &&
		    goes_on(subject, before, line)) {
			Joint joint = {
			    .last = human_at(subject, before->first + before->n - 1)->word,
			    .next = human_at(subject, line->first)->word,
			};
			g_array_append_val(joints, joint);
		}
		before = line;
	}
	return joints;
}

/* words that a reading prints between two lines: a header and a footer of five lines each */
#define MOST_BETWEEN 120

/* what stands in the sentence, from the token after its first half on; NULL if its second half does
 * not follow, or nothing but numbers stands between; (transfer full) */
static GString *
what_is_between(const AtsReading *reading, const guint8 *furniture, guint from, guint32 next)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint n_letters = 0;

	for (guint i = from; i < MIN(from + MOST_BETWEEN, reading->tokens->len); i++) {
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);

		if (token->word == next) {
			g_string_append(text, token->text);
			return n_letters > 1 ? g_steal_pointer(&text) : NULL;
		}
		if (token->word == ATS_NO_WORD || !furniture[token->word])
			return NULL;
		n_letters += g_unichar_isalpha(g_utf8_get_char(token->text)) ? 1 : 0;
		g_string_append_printf(text, "%s ", token->text);
	}
	return NULL;
}

static void
look(const AtsSubject *subject, const AtsReading *reading, const guint8 *people, AtsSpots *spots)
{
	g_autoptr(GArray) joints = find_joints(subject);
	g_autofree guint8 *furniture = NULL;
	guint n = subject->document->words->len;
	g_autofree guint32 *next = g_new(guint32, n + 1);

	if (joints->len == 0)
		return;
	furniture = mark_furniture(subject);
	memset(next, 0xFF, (n + 1) * sizeof(guint32));
	for (guint i = 0; i < joints->len; i++) {
		const Joint *joint = ats_at(joints, Joint, i);
		if (joint->last < n && joint->next < n)
			next[joint->last] = joint->next;
	}
	for (guint i = 0; i + 1 < reading->tokens->len; i++) {
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);
		g_autoptr(GString) between = NULL;

		if (token->word >= n || next[token->word] == ATS_NO_WORD)
			continue;
		between = what_is_between(reading, furniture, i + 1, next[token->word]);
		if (between != NULL) {
			g_string_prepend_c(between, ' ');
			g_string_prepend(between, token->text);
			ats_spots_add(spots, token->word, between->str);
		}
	}
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_auto(AtsToll) toll = {0};
	AtsFinding *finding;

	if (subject->document->pages->len < 2) {
		ats_findings_not_applicable(findings);
		return;
	}
	toll = ats_toll_take(subject, look, 1);
	if (toll.losers->len == 0)
		return;
	finding =
	    ats_findings_add(findings,
			     "The running header or footer is read in the middle of %u sentence%s.",
			     toll.worst.n,
			     toll.worst.n == 1 ? "" : "s");
	ats_toll_tell(&toll, subject, findings, finding, 1.);
}

const AtsCheck ats_check_page_furniture = {
    .id = "page-furniture",
    .needs = ATS_NEEDS_PDF | ATS_NEEDS_TEXT,
    .run = run,
};

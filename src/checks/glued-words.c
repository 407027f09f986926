/*
 * The check glued-words: words that a parser prints without the gap that people see between them,
 * and, in a DOCX, lines and paragraphs that it runs together.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "checks/evidence.h"
#include "checks/spots.h"

/* joints in a reading that make a finding: one or two are a slip that costs no section or name */
#define LEAST_JOINTS 3
/* ... of lines and paragraphs: each costs a date or a heading */
#define LEAST_LINES 2
/* share of the words from which it is an error: one in thirty is a word in every other line */
#define ERROR_SHARE 0.03

static const AtsWord *
word_of(const AtsSubject *subject, const AtsToken *token)
{
	return token->word < subject->document->words->len
		   ? ats_at(subject->document->words, AtsWord, token->word)
		   : NULL;
}

/* a hyphen at a line's end, which a parser takes back to join the word again */
static gboolean
is_divided(const AtsWord *word)
{
	const char *end = word->text + strlen(word->text);
	const char *last = g_utf8_find_prev_char(word->text, end);
	gunichar c = last != NULL ? g_utf8_get_char(last) : 0;

	return c == '-' || c == 0x2010 || c == 0x00AD;
}

/* slanted text has no words that could be told by their gaps */
static gboolean
counts(const AtsSubject *subject, const AtsWord *word)
{
	return word->rotation % 90 == 0 && ats_word_shown(subject->document, word);
}

/* the one token ends its word and the other begins its own: letters of two words that lie over each
 * other are mixed, not glued */
static gboolean
meet(const AtsToken *before, const AtsWord *a, const AtsToken *token, const AtsWord *b)
{
	return g_str_has_suffix(a->text, before->text) && g_str_has_prefix(b->text, token->text);
}

/* whether people see the gap that is asked for between two words; @gap is what they see */
typedef gboolean (*Parts)(const AtsSubject *subject,
			  const AtsToken *before,
			  const AtsToken *token,
			  AtsBreak gap);

/* in a DOCX only the space itself: what drops the tabs does so in every file, and ends of lines
 * have findings of their own */
static gboolean
parts_words(const AtsSubject *subject, const AtsToken *before, const AtsToken *token, AtsBreak gap)
{
	gboolean seen = subject->document->format == ATS_FORMAT_PDF ? gap != ATS_BREAK_NONE
								    : gap == ATS_BREAK_SPACE;

	return seen && ats_texts_run_together(before->text, token->text);
}

static gboolean
share_paragraph(const AtsSubject *subject, const AtsToken *before, const AtsToken *token)
{
	return word_of(subject, before)->paragraph == word_of(subject, token)->paragraph;
}

static gboolean
parts_lines(const AtsSubject *subject, const AtsToken *before, const AtsToken *token, AtsBreak gap)
{
	return gap == ATS_BREAK_LINE && share_paragraph(subject, before, token);
}

static gboolean
parts_paragraphs(const AtsSubject *subject,
		 const AtsToken *before,
		 const AtsToken *token,
		 AtsBreak gap)
{
	return gap > ATS_BREAK_SPACE && !share_paragraph(subject, before, token);
}

/* people see a gap where the reading has none */
static gboolean
is_glued(const AtsSubject *subject,
	 const guint8 *people,
	 const AtsToken *before,
	 const AtsToken *token,
	 Parts parts)
{
	const AtsWord *a = word_of(subject, before);
	const AtsWord *b = word_of(subject, token);

	return a != NULL && b != NULL && a != b && token->before == ATS_BREAK_NONE &&
	       counts(subject, a) && counts(subject, b) && !is_divided(a) &&
	       meet(before, a, token, b) && parts(subject, before, token, people[token->word]);
}

static void
add_run(const AtsReading *reading, guint from, guint to, guint32 word, guint n, AtsSpots *spots)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = from; i < to; i++)
		g_string_append(text, ats_at(reading->tokens, AtsToken, i)->text);
	ats_spots_add(spots, word, text->str);
	spots->n += n - 1;
}

/* a run of tokens without a gap, from @from on; returns its end */
static guint
look_at_run(const AtsSubject *subject,
	    const AtsReading *reading,
	    const guint8 *people,
	    guint from,
	    Parts parts,
	    AtsSpots *spots)
{
	guint32 word = ATS_NO_WORD;
	guint i = from + 1, n = 0;

	for (; i < reading->tokens->len; i++) {
		const AtsToken *before = ats_at(reading->tokens, AtsToken, i - 1);
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);

		if (token->before != ATS_BREAK_NONE)
			break;
		if (is_glued(subject, people, before, token, parts) && n++ == 0)
			word = before->word;
	}
	if (n > 0)
		add_run(reading, from, i, word, n, spots);
	return i;
}

static void
look(const AtsSubject *subject,
     const AtsReading *reading,
     const guint8 *people,
     Parts parts,
     AtsSpots *spots)
{
	for (guint i = 0; i < reading->tokens->len;)
		i = look_at_run(subject, reading, people, i, parts, spots);
}

static void
look_at_words(const AtsSubject *subject,
	      const AtsReading *reading,
	      const guint8 *people,
	      AtsSpots *spots)
{
	look(subject, reading, people, parts_words, spots);
}

static void
look_at_lines(const AtsSubject *subject,
	      const AtsReading *reading,
	      const guint8 *people,
	      AtsSpots *spots)
{
	look(subject, reading, people, parts_lines, spots);
}

static void
look_at_paragraphs(const AtsSubject *subject,
		   const AtsReading *reading,
		   const guint8 *people,
		   AtsSpots *spots)
{
	look(subject, reading, people, parts_paragraphs, spots);
}

/* what may be glued */
typedef struct {
	AtsSpotsLook look;
	guint least;	  /* in a reading, to be told */
	const char *what; /* after their number */
	const char *fix;  /* NULL: the check's own, and its weight by how many parsers lose */
} Kind;

static const Kind words = {
    look_at_words,
    LEAST_JOINTS,
    "words are read without the gap before them.",
    NULL,
};

static const Kind lines = {
    look_at_lines,
    LEAST_LINES,
    "lines that a line break begins are read without a gap to the line above.",
    "End lines with Enter, which begins a paragraph, rather than with Shift+Enter.",
};

static const Kind paragraphs = {
    look_at_paragraphs,
    LEAST_LINES,
    "paragraphs are read without a gap to the one above.",
    "Open the file in Word, LibreOffice or Google Docs and save it as DOCX again.",
};

static void
say(const AtsSubject *subject, AtsFindings *findings, const Kind *kind)
{
	g_auto(AtsToll) toll = ats_toll_take(subject, kind->look, kind->least);
	AtsFinding *finding;

	if (toll.losers->len == 0)
		return;
	finding = ats_findings_add(findings, "%u %s", toll.worst.n, kind->what);
	ats_toll_tell(&toll, subject, findings, finding, ERROR_SHARE);
	if (kind->fix == NULL)
		return;
	ats_findings_fix(findings, finding, kind->fix);
	finding->severity = ats_subject_weighed_severity(subject, toll.losers);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	say(subject, findings, &words);
	if (subject->document->format != ATS_FORMAT_DOCX)
		return;
	say(subject, findings, &lines);
	say(subject, findings, &paragraphs);
}

const AtsCheck ats_check_glued_words = {
    .id = "glued-words",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

/*
 * The check icon-glyphs: pictograms that are characters, which parsers print as junk.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/evidence.h"
#include "checks/gather.h"

/* lines that begin with one and the same glyph before it is a list's bullet rather than a pictogram
 */
#define BULLET_LINES 3
/* words around the first pictogram that are quoted: what it sticks to */
#define QUOTED_BEFORE 1
#define QUOTED_AFTER  6

/* a bullet that says what it is, whatever font it comes from, tells a parser no lie */
static gboolean
is_plain_bullet(const char *text)
{
	gunichar c = g_utf8_get_char(text);

	return *g_utf8_next_char(text) == '\0' && ats_unichar_is_bullet(c) &&
	       !ats_unichar_is_private(c);
}

/* dots, squares, diamonds, arrows and ticks of the symbol fonts that word processors take list
   marks from, by their private numbers; a DOCX does not tell fonts of pictograms by name, so the
   number has to do */
static gboolean
is_symbol_bullet(const AtsDocument *document, const char *text)
{
	static const gunichar bullets[] = {0xF06C,
					   0xF06E,
					   0xF06F,
					   0xF071,
					   0xF075,
					   0xF076,
					   0xF077,
					   0xF0A7,
					   0xF0A8,
					   0xF0B7,
					   0xF0D8,
					   0xF0E0,
					   0xF0E8,
					   0xF0FC};
	gunichar c = g_utf8_get_char(text);

	if (document->format != ATS_FORMAT_DOCX || *g_utf8_next_char(text) != '\0')
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++) {
		if (bullets[i] == c)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_icon(const AtsDocument *document, const AtsWord *word)
{
	return word->icon && ats_word_shown(document, word) && *word->text != '\0' &&
	       !is_plain_bullet(word->text) && !is_symbol_bullet(document, word->text);
}

/* the first character of a line that begins with an icon glyph standing alone; 0 for any other line
 */
static gunichar
leading_icon(const AtsSubject *subject, const AtsLine *line)
{
	guint32 index = ats_at(subject->layout->human->tokens, AtsToken, line->first)->word;
	const AtsWord *word;

	if (line->n < 2 || index == ATS_NO_WORD)
		return 0;
	word = ats_at(subject->document->words, AtsWord, index);
	return is_icon(subject->document, word) && g_utf8_strlen(word->text, -1) == 1
		   ? g_utf8_get_char(word->text)
		   : 0;
}

/* glyphs of icon fonts that stand before list items, as in files from word processors */
static GHashTable *
find_bullets(const AtsSubject *subject)
{
	GHashTable *counts = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < subject->layout->lines->len; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);
		gpointer c = line->n > 0 ? GUINT_TO_POINTER(leading_icon(subject, line)) : NULL;
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, c));

		if (c != NULL)
			g_hash_table_insert(counts, c, GUINT_TO_POINTER(n + 1));
	}
	return counts;
}

static gboolean
is_bullet(GHashTable *bullets, const AtsWord *word)
{
	gpointer c = GUINT_TO_POINTER(g_utf8_get_char(word->text));

	return g_utf8_strlen(word->text, -1) == 1 &&
	       GPOINTER_TO_UINT(g_hash_table_lookup(bullets, c)) >= BULLET_LINES;
}

/* the first pictogram with what stands beside it, as a parser prints it */
static char *
quote(const AtsSubject *subject, AtsFindings *findings, guint32 word)
{
	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);

		for (guint32 k = 0; reading->judged && k < reading->tokens->len; k++) {
			if (ats_at(reading->tokens, AtsToken, k)->word == word)
				return ats_reading_quote(reading, k, QUOTED_BEFORE, QUOTED_AFTER);
		}
	}
	return NULL;
}

/* a symbol that a DOCX states by its number, rather than as text: no reading here prints it */
static gboolean
is_left_out(const AtsDocument *document, const AtsWord *word)
{
	return document->format == ATS_FORMAT_DOCX &&
	       ats_at(document->parts, AtsPart, word->part)->kind == ATS_PART_SYMBOL;
}

static void
say_left_out(AtsFindings *findings, const AtsGather *icons)
{
	AtsFinding *finding = ats_findings_add(findings,
					       "%u pictogram%s of a font, which parsers leave out.",
					       icons->n,
					       icons->n == 1 ? " is a symbol" : "s are symbols");

	finding->severity = ATS_SEVERITY_NOTE;
	ats_findings_fix(findings,
			 finding,
			 "Leave the symbols if words beside them say the same; write out what they "
			 "alone tell.");
}

static void
say(const AtsSubject *subject, AtsFindings *findings, const AtsGather *icons, guint32 first)
{
	AtsFinding *finding =
	    ats_findings_add(findings,
			     "%u pictogram%s of a font: a parser gets a stray character for each.",
			     icons->n,
			     icons->n == 1 ? " is a character" : "s are characters");
	g_autofree char *as_read = quote(subject, findings, first);

	ats_findings_evidence(findings, finding, as_read != NULL ? as_read : icons->sample->str);
	ats_findings_place(findings, finding, icons->page, icons->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;
	g_autoptr(GHashTable) bullets = find_bullets(subject);
	g_auto(AtsGather) icons = {0}, left_out = {0};
	guint32 first = ATS_NO_WORD;

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		if (!is_icon(document, word) || is_bullet(bullets, word))
			continue;
		if (is_left_out(document, word)) {
			ats_gather_add(&left_out, word);
			continue;
		}
		ats_gather_add(&icons, word);
		first = MIN(first, i);
	}
	if (icons.n > 0)
		say(subject, findings, &icons, first);
	else if (left_out.n > 0)
		say_left_out(findings, &left_out);
}

const AtsCheck ats_check_icon_glyphs = {
    .id = "icon-glyphs",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

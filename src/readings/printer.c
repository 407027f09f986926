/*
 * Prints glyphs one after the other as tokens of a reading.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/printer.h"

#include "base/utf8.h"
#include "readings/family.h"

void
ats_printer_init(AtsPrinter *printer, AtsReading *reading, const AtsDocument *document)
{
	*printer = (AtsPrinter){
	    .reading = reading,
	    .document = document,
	    .text = g_string_new(NULL),
	    .word = ATS_NO_WORD,
	    .before = ATS_BREAK_NONE,
	};
}

/* the text of the token: the word's own where nothing was split off */
static const char *
printed_text(const AtsPrinter *printer)
{
	if (printer->word != ATS_NO_WORD) {
		const AtsWord *word = ats_at(printer->document->words, AtsWord, printer->word);
		if (g_str_equal(printer->text->str, word->text))
			return word->text;
	}
	return ats_reading_intern(printer->reading, printer->text->str);
}

static void
flush(AtsPrinter *printer)
{
	if (printer->text->len > 0)
		ats_reading_add(printer->reading,
				printed_text(printer),
				printer->word,
				printer->before);
	g_string_truncate(printer->text, 0);
}

void
ats_printer_clear(AtsPrinter *printer)
{
	if (printer->text == NULL)
		return;
	flush(printer);
	g_string_free(g_steal_pointer(&printer->text), TRUE);
}

/* Latin and Hebrew ligatures, and the Arabic letters by their place in a word */
static gboolean
is_presentation_form(gunichar c)
{
	return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

static void
append_apart(GString *text, gunichar c)
{
	gunichar letters[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n = g_unichar_fully_decompose(c, TRUE, letters, G_N_ELEMENTS(letters));

	for (gsize i = 0; i < n; i++)
		g_string_append_unichar(text, letters[i]);
}

void
ats_printer_put(AtsPrinter *printer, guint32 word, gunichar c, AtsBreak before)
{
	if (before != ATS_BREAK_NONE || word != printer->word) {
		/* a token whose letters were all taken back leaves its break to the next */
		if (printer->text->len == 0 && printer->word != ATS_NO_WORD)
			before = MAX(before, printer->before);
		flush(printer);
		printer->word = word;
		printer->before = before;
	}
	if (printer->takes_apart && is_presentation_form(c))
		append_apart(printer->text, c);
	else
		ats_string_append(printer->text, c);
}

static void
put_text(AtsPrinter *printer, guint32 word, const char *text, AtsBreak before)
{
	for (const char *p = text; *p != '\0';) {
		ats_printer_put(printer, word, ats_utf8_next(&p), before);
		before = ATS_BREAK_NONE;
	}
}

void
ats_printer_put_position(AtsPrinter *printer, const AtsPosition *p, AtsBreak before)
{
	if (p->n_glyphs == 0 && p->text != NULL)
		put_text(printer, p->word, p->text, before);
	else if (p->n_glyphs == 0)
		ats_printer_put(printer, p->word, p->c, before);
	for (guint i = 0; i < p->n_glyphs; i++)
		ats_printer_put(printer, p->word, p->glyph[i].c, i == 0 ? before : ATS_BREAK_NONE);
}

gboolean
ats_printer_take_back(AtsPrinter *printer, gunichar c)
{
	const char *last =
	    g_utf8_find_prev_char(printer->text->str, printer->text->str + printer->text->len);

	if (last == NULL || g_utf8_get_char(last) != c)
		return FALSE;
	g_string_truncate(printer->text, (gsize)(last - printer->text->str));
	return TRUE;
}

/*
 * What one family of parsers makes of a document: making, freeing, and printing it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model/reading.h"

AtsReading *
ats_reading_new(const char *parser)
{
	AtsReading *self = g_new0(AtsReading, 1);

	self->parser = parser;
	self->tokens = g_array_new(FALSE, FALSE, sizeof(AtsToken));
	self->judged = TRUE;
	self->weight = 1;
	return self;
}

void
ats_reading_free(AtsReading *reading)
{
	g_array_unref(reading->tokens);
	g_clear_pointer(&reading->strings, g_string_chunk_free);
	g_free(reading->text);
	g_free(reading);
}

void
ats_reading_add(AtsReading *reading, const char *text, guint32 word, AtsBreak before)
{
	AtsToken token = {.text = text, .word = word, .before = before};

	g_array_append_val(reading->tokens, token);
}

/* bytes: a word with the space before it */
#define USUAL_TOKEN 8

void
ats_reading_finish(AtsReading *reading)
{
	static const char gaps[][3] = {
	    [ATS_BREAK_NONE] = "",
	    [ATS_BREAK_SPACE] = " ",
	    [ATS_BREAK_TAB] = "\t",
	    [ATS_BREAK_LINE] = "\n",
	    [ATS_BREAK_PARAGRAPH] = "\n\n",
	    [ATS_BREAK_PAGE] = "\n\f",
	};
	GString *out = g_string_sized_new(USUAL_TOKEN * (gsize)reading->tokens->len);

	for (guint i = 0; i < reading->tokens->len; i++) {
		const AtsToken *token = ats_at(reading->tokens, AtsToken, i);
		for (const char *gap = i > 0 ? gaps[token->before] : ""; *gap != '\0'; gap++)
			g_string_append_c(out, *gap);
		g_string_append(out, token->text);
	}
	if (out->len > 0)
		g_string_append_c(out, '\n');
	g_free(reading->text);
	reading->text = g_string_free(out, FALSE);
}

guint32 *
ats_reading_places(const AtsReading *reading, guint n_words)
{
	guint32 *places = g_new(guint32, (gsize)n_words + 1);

	for (guint i = 0; i < n_words; i++)
		places[i] = G_MAXUINT32;
	for (guint32 i = 0; i < reading->tokens->len; i++) {
		guint32 word = ats_at(reading->tokens, AtsToken, i)->word;
		if (word < n_words && places[word] == G_MAXUINT32)
			places[word] = i;
	}
	return places;
}

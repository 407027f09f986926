/*
 * The text that is left of document.xml when its tags are stripped: what OpenCATS keeps of a DOCX.
 * Both branches of alternate content and deleted text are there, headers and notes are not; tabs
 * glue what they part, entities stay, and all but plain English letters is encoded twice.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/parts.h"

static gboolean
takes(const AtsPart *part)
{
	return part->kind != ATS_PART_SYMBOL && part->kind != ATS_PART_FOREIGN;
}

static void
append_byte(GString *text, guchar byte)
{
	switch (byte) {
	case '&':
		g_string_append(text, "&amp;");
		break;
	case '<':
		g_string_append(text, "&lt;");
		break;
	case '>':
		g_string_append(text, "&gt;");
		break;
	default: /* as if each byte were a Latin-1 character */
		g_string_append_unichar(text, byte);
		break;
	}
}

static const char *
text_of(AtsReading *reading, const AtsWord *word)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (const char *at = word->text; *at != '\0'; at++)
		append_byte(text, (guchar)*at);
	return ats_reading_intern(reading, text->str);
}

static AtsBreak
break_of(const AtsDocument *document, const AtsWord *last, const AtsWord *word, AtsBreak before)
{
	return before == ATS_BREAK_TAB ? ATS_BREAK_NONE : before;
}

void
ats_family_opencats_docx(AtsReading *reading, const AtsDocument *document)
{
	const AtsPartPrint print = {text_of, break_of};
	g_autofree guint8 *taken = ats_parts_taken(document, takes);
	g_autoptr(GArray) words = ats_words_under(document, taken, ATS_PART_BODY);

	ats_words_sort_by_place(words, document);
	ats_words_print(reading, document, taken, words, &print);
}

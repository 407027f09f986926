/*
 * The text of document.xml without headers and notes, as docx2txt in Perl prints it: its search for
 * paragraphs passes over those whose tag states nothing and that have no properties, as small
 * generators write them, and glues each to the next.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/parts.h"

static gboolean
takes(const AtsPart *part)
{
	switch (part->kind) {
	case ATS_PART_DELETED:
	case ATS_PART_SYMBOL:
	case ATS_PART_FOREIGN:
		return FALSE;
	case ATS_PART_ALTERNATE: /* DrawingML goes with the placing around it */
		return part->variant != ATS_VARIANT_CHOICE;
	case ATS_PART_TEXT_BOX:
		return part->variant == ATS_VARIANT_VML;
	default:
		return TRUE;
	}
}

/* whether it prints the end of one of the paragraphs, the last not among them */
static gboolean
ends_between(const AtsDocument *document, guint32 from, guint32 to)
{
	for (guint32 i = from; i < to; i++) {
		if (!ats_at(document->paragraphs, AtsParagraph, i)->bare)
			return TRUE;
	}
	return FALSE;
}

/* lists and indents are printed as spaces, and so is the room beside text that is not on the left
 */
static gboolean
begins_with_space(const AtsParagraph *paragraph)
{
	return paragraph->list || paragraph->indent_left > 0 ||
	       paragraph->align == ATS_ALIGN_CENTRE || paragraph->align == ATS_ALIGN_RIGHT;
}

/* of a paragraph that is glued: a border of the next is printed as a line of dashes */
static AtsBreak
break_at_glue(const AtsParagraph *next)
{
	if (next->rule_above || next->rule_below)
		return ATS_BREAK_LINE;
	return begins_with_space(next) ? ATS_BREAK_SPACE : ATS_BREAK_NONE;
}

static AtsBreak
break_of(const AtsDocument *document, const AtsWord *last, const AtsWord *word, AtsBreak before)
{
	if (last->paragraph == word->paragraph)
		return before == ATS_BREAK_PAGE ? ATS_BREAK_NONE : before;
	if (last->paragraph > word->paragraph || word->paragraph >= document->paragraphs->len ||
	    ends_between(document, last->paragraph, word->paragraph))
		return before;
	return break_at_glue(ats_at(document->paragraphs, AtsParagraph, word->paragraph));
}

void
ats_family_docx2txt(AtsReading *reading, const AtsDocument *document)
{
	const AtsPartPrint print = {ats_word_in_capitals, break_of};
	g_autofree guint8 *taken = ats_parts_taken(document, takes);
	g_autoptr(GArray) words = ats_words_under(document, taken, ATS_PART_BODY);

	ats_words_sort_by_place(words, document);
	ats_words_print(reading, document, taken, words, &print);
}

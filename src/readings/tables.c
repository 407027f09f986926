/*
 * The plain paragraphs of the body first and the tables after them, row by row: what programs on
 * python-docx print that ask for both. Tables in tables are not among them; a merged cell is
 * printed once, where some of these programs repeat it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/parts.h"

static gboolean
takes_plain(const AtsPart *part)
{
	switch (part->kind) {
	case ATS_PART_BODY:
	case ATS_PART_FRAME: /* a property of a paragraph like any other */
		return TRUE;
	case ATS_PART_FIELD: /* the result of a complex field is made of plain runs */
		return part->variant == ATS_VARIANT_COMPLEX;
	default:
		return FALSE;
	}
}

static gboolean
takes_cells(const AtsPart *part)
{
	switch (part->kind) {
	case ATS_PART_TABLE:
		return part->depth == 1;
	case ATS_PART_CELL:
		return TRUE;
	default:
		return takes_plain(part);
	}
}

/* (element-type guint32): the words of cells alone; free with g_array_unref */
static GArray *
words_of_cells(const AtsDocument *document, const guint8 *plain, const guint8 *taken)
{
	g_autoptr(GArray) words = ats_words_under(document, taken, ATS_PART_BODY);
	GArray *in_cells = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint i = 0; i < words->len; i++) {
		guint32 word = g_array_index(words, guint32, i);
		if (!plain[ats_at(document->words, AtsWord, word)->part])
			g_array_append_val(in_cells, word);
	}
	return in_cells;
}

void
ats_family_tables(AtsReading *reading, const AtsDocument *document)
{
	g_autofree guint8 *plain = ats_parts_taken(document, takes_plain);
	g_autofree guint8 *taken = ats_parts_taken(document, takes_cells);
	g_autoptr(GArray) paragraphs = ats_words_under(document, plain, ATS_PART_BODY);
	g_autoptr(GArray) cells = words_of_cells(document, plain, taken);

	ats_words_print(reading, document, plain, paragraphs, NULL);
	ats_words_print(reading, document, taken, cells, NULL);
}

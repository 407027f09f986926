/*
 * Every w:t of the file in its order: headers, main part, footers. What docx2txt for Python prints;
 * both branches of alternate content, and both places of moved text, are there.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/parts.h"

static gboolean
takes(const AtsPart *part)
{
	switch (part->kind) {
	case ATS_PART_NOTE:
	case ATS_PART_COMMENT:
	case ATS_PART_DELETED: /* w:delText */
	case ATS_PART_MATH:    /* m:t */
	case ATS_PART_SYMBOL:  /* w:sym */
	case ATS_PART_FOREIGN:
		return FALSE;
	default:
		return TRUE;
	}
}

/* a text box is read where it is anchored, in the middle of a paragraph */
static gint
compare_place(gconstpointer a, gconstpointer b, gpointer data)
{
	const AtsDocument *document = data;
	guint32 i = *(const guint32 *)a;
	guint32 j = *(const guint32 *)b;
	gint32 p = ats_at(document->words, AtsWord, i)->draw;
	gint32 q = ats_at(document->words, AtsWord, j)->draw;

	if (p != q)
		return p < q ? -1 : 1;
	return i < j ? -1 : i > j;
}

void
ats_family_all(AtsReading *reading, const AtsDocument *document)
{
	static const AtsPartKind roots[] = {ATS_PART_HEADER, ATS_PART_BODY, ATS_PART_FOOTER};
	g_autofree guint8 *taken = ats_parts_taken(document, takes);

	for (gsize i = 0; i < G_N_ELEMENTS(roots); i++) {
		g_autoptr(GArray) words = ats_words_under(document, taken, roots[i]);
		g_array_sort_with_data(words, compare_place, (gpointer)document);
		ats_words_print(reading, document, taken, words, NULL);
	}
}

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

void
ats_family_all(AtsReading *reading, const AtsDocument *document)
{
	static const AtsPartKind roots[] = {ATS_PART_HEADER, ATS_PART_BODY, ATS_PART_FOOTER};
	g_autofree guint8 *taken = ats_parts_taken(document, takes);

	for (gsize i = 0; i < G_N_ELEMENTS(roots); i++) {
		g_autoptr(GArray) words = ats_words_under(document, taken, roots[i]);
		ats_words_sort_by_place(words, document);
		ats_words_print(reading, document, taken, words, NULL);
	}
}

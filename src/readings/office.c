/*
 * Headers, the body with its text boxes and tables, notes, comments, footers: what Apache POI and
 * Tika print. Of alternate content only the newer branch, of moved text only its new place; text
 * shown in capitals is printed so.
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
	case ATS_PART_MOVED_FROM:
	case ATS_PART_SYMBOL:
	case ATS_PART_MATH:
	case ATS_PART_FOREIGN:
		return FALSE;
	case ATS_PART_ALTERNATE:
		return part->variant != ATS_VARIANT_FALLBACK;
	case ATS_PART_CONTENT_CONTROL: /* around a whole row of a table */
		return part->variant != ATS_VARIANT_ROW;
	default:
		return TRUE;
	}
}

void
ats_family_office(AtsReading *reading, const AtsDocument *document)
{
	static const AtsPartKind roots[] = {
	    ATS_PART_HEADER,
	    ATS_PART_BODY,
	    ATS_PART_NOTE,
	    ATS_PART_COMMENT,
	    ATS_PART_FOOTER,
	};
	const AtsPartPrint print = {.text_of = ats_word_in_capitals};
	g_autofree guint8 *taken = ats_parts_taken(document, takes);

	for (gsize i = 0; i < G_N_ELEMENTS(roots); i++) {
		g_autoptr(GArray) words = ats_words_under(document, taken, roots[i]);
		ats_words_print(reading, document, taken, words, &print);
	}
}

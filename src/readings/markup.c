/*
 * The body as it would stand on a web page, with its tables and notes: what mammoth prints, and
 * near to what pandoc does. Headers, footers and comments are not there; of alternate content the
 * older branch is, and what a line break parts is glued.
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
	case ATS_PART_RUBY:
	case ATS_PART_FOREIGN:
		return FALSE;
	case ATS_PART_FIELD:
		return part->variant == ATS_VARIANT_COMPLEX;
	case ATS_PART_ALTERNATE:
		return part->variant != ATS_VARIANT_CHOICE;
	case ATS_PART_TEXT_BOX:
		return part->variant == ATS_VARIANT_VML;
	default:
		return TRUE;
	}
}

static AtsBreak
break_of(const AtsDocument *document, const AtsWord *last, const AtsWord *word, AtsBreak before)
{
	return before == ATS_BREAK_LINE ? ATS_BREAK_NONE : before;
}

void
ats_family_markup(AtsReading *reading, const AtsDocument *document)
{
	static const AtsPartKind roots[] = {ATS_PART_BODY, ATS_PART_NOTE};
	const AtsPartPrint print = {.break_of = break_of};
	g_autofree guint8 *taken = ats_parts_taken(document, takes);

	for (gsize i = 0; i < G_N_ELEMENTS(roots); i++) {
		g_autoptr(GArray) words = ats_words_under(document, taken, roots[i]);
		ats_words_print(reading, document, taken, words, &print);
	}
}

/*
 * The runs that stand directly in the body's own paragraphs: what python-docx gives as the text of
 * a document's paragraphs. Tables, text boxes, headers, links, content controls and tracked
 * insertions are not among them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/family.h"
#include "readings/parts.h"

static gboolean
takes(const AtsPart *part)
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

void
ats_family_body(AtsReading *reading, const AtsDocument *document)
{
	g_autofree guint8 *taken = ats_parts_taken(document, takes);
	g_autoptr(GArray) words = ats_words_under(document, taken, ATS_PART_BODY);

	ats_words_print(reading, document, taken, words, NULL);
}

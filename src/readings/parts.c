/*
 * Prints the words of a DOCX that a parser takes, told by the parts they live in.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/parts.h"

#include "readings/family.h"

guint8 *
ats_parts_taken(const AtsDocument *document, AtsPartRule rule)
{
	guint8 *taken = g_new0(guint8, document->parts->len + 1);

	for (guint i = 0; i < document->parts->len; i++) {
		const AtsPart *part = ats_at(document->parts, AtsPart, i);
		taken[i] = (part->parent < 0 || taken[part->parent]) && rule(part);
	}
	return taken;
}

/* one byte a part: whether the root above it is of that kind */
static guint8 *
parts_under(const AtsDocument *document, AtsPartKind root)
{
	guint8 *under = g_new0(guint8, document->parts->len + 1);

	for (guint i = 0; i < document->parts->len; i++) {
		const AtsPart *part = ats_at(document->parts, AtsPart, i);
		under[i] = part->parent < 0 ? part->kind == root : under[part->parent];
	}
	return under;
}

GArray *
ats_words_under(const AtsDocument *document, const guint8 *taken, AtsPartKind root)
{
	g_autofree guint8 *under = parts_under(document, root);
	GArray *words = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < document->words->len; i++) {
		guint32 part = ats_at(document->words, AtsWord, i)->part;
		if (taken[part] && under[part])
			g_array_append_val(words, i);
	}
	return words;
}

/* the widest break between the word and the one that was printed before it in its paragraph */
static AtsBreak
break_within(const AtsDocument *document, const guint8 *taken, guint32 i)
{
	const AtsWord *word = ats_at(document->words, AtsWord, i);
	AtsBreak widest = word->before;

	for (guint32 j = i; j > 0; j--) {
		const AtsWord *left_out = ats_at(document->words, AtsWord, j - 1);
		if (left_out->paragraph != word->paragraph || taken[left_out->part])
			break;
		widest = MAX(widest, (AtsBreak)left_out->before);
	}
	return widest;
}

static gboolean
resumes_paragraph(const AtsDocument *document, const AtsWord *last, const AtsWord *word)
{
	return word->paragraph < last->paragraph &&
	       ats_part_root(document, word->part) == ats_part_root(document, last->part);
}

static AtsBreak
break_between(const AtsDocument *document, const guint8 *taken, guint32 last, guint32 i)
{
	const AtsWord *p = ats_at(document->words, AtsWord, last);
	const AtsWord *q = ats_at(document->words, AtsWord, i);
	gboolean resumes = resumes_paragraph(document, p, q);
	AtsBreak within;

	if (p->paragraph != q->paragraph && !resumes)
		return ATS_BREAK_PARAGRAPH;
	within = break_within(document, taken, i);
	return resumes && within >= ATS_BREAK_PARAGRAPH ? ATS_BREAK_NONE : within;
}

const char *
ats_word_in_capitals(AtsReading *reading, const AtsWord *word)
{
	g_autofree char *upper = NULL;

	if (!word->caps)
		return word->text;
	upper = g_utf8_strup(word->text, -1);
	return ats_reading_intern(reading, upper);
}

static void
print_word(AtsReading *reading,
	   const AtsDocument *document,
	   guint32 at,
	   AtsBreak before,
	   const AtsPartPrint *print)
{
	const AtsWord *word = ats_at(document->words, AtsWord, at);
	gboolean own = print != NULL && print->text_of != NULL;

	ats_reading_add(reading, own ? print->text_of(reading, word) : word->text, at, before);
}

void
ats_words_print(AtsReading *reading,
		const AtsDocument *document,
		const guint8 *taken,
		const GArray *words,
		const AtsPartPrint *print)
{
	for (guint i = 0; i < words->len; i++) {
		guint32 at = g_array_index(words, guint32, i);
		guint32 last = i > 0 ? g_array_index(words, guint32, i - 1) : at;
		AtsBreak before = reading->tokens->len == 0 ? ATS_BREAK_NONE : ATS_BREAK_PARAGRAPH;
		if (i > 0)
			before = break_between(document, taken, last, at);
		if (i > 0 && print != NULL && print->break_of != NULL)
			before = print->break_of(document,
						 ats_at(document->words, AtsWord, last),
						 ats_at(document->words, AtsWord, at),
						 before);
		print_word(reading, document, at, before, print);
	}
}

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
ats_words_sort_by_place(GArray *words, const AtsDocument *document)
{
	g_array_sort_with_data(words, compare_place, (gpointer)document);
}

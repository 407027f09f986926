/*
 * How strongly each line stands out as a section heading does: by style, place and rules, with no
 * word list. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/headings.h"

#include <math.h>

/* what each sign is worth; a heading has two or three of them, an entry's bold title one */
#define WORTH_SIZE     0.45f /* ... when larger than the body by SIZE_FULL and more */
#define WORTH_BOLD     0.2f
#define WORTH_CAPITALS 0.2f
#define WORTH_SPACED   0.1f
#define WORTH_COLOUR   0.15f
#define WORTH_RULE     0.25f
#define WORTH_BAR      0.3f
#define WORTH_SPACE    0.1f
#define WORTH_SHORT    0.05f
/* shares of the body's size */
#define SIZE_LEAST 1.04f
#define SIZE_FULL  1.4f
#define SIZE_NAME  1.7f /* a style this large that stands once is the person's name */
/* share of the line's size: white above it that sets it off */
#define SPACE_ABOVE 0.6f
#define CANDIDATE   0.4f
/* letters: of a short line, of the longest that is a heading */
#define SHORT_CHARS 32
#define MAX_CHARS   60

typedef struct {
	AtsLayout *layout;
	const AtsDocument *document;
	GHashTable *styles; /* of lines: how many have the style */
	guint32 colour;	    /* the body's */
	gboolean bold;	    /* the body is */
} AtsGrading;

/* ---- the body ---- */

static void
count(GHashTable *table, guint key, guint n)
{
	guint had = GPOINTER_TO_UINT(g_hash_table_lookup(table, GUINT_TO_POINTER(key)));

	g_hash_table_insert(table, GUINT_TO_POINTER(key), GUINT_TO_POINTER(had + n));
}

static guint
commonest(GHashTable *table)
{
	GHashTableIter iter;
	gpointer key, value;
	guint best = 0, most = 0;

	g_hash_table_iter_init(&iter, table);
	while (g_hash_table_iter_next(&iter, &key, &value)) {
		guint n = GPOINTER_TO_UINT(value);
		if (n > most || (n == most && GPOINTER_TO_UINT(key) < best))
			most = n, best = GPOINTER_TO_UINT(key);
	}
	return best;
}

static guint
style_of(const AtsLine *line)
{
	guint key = (guint)lrintf(line->size * 2) << 4 | (guint)line->bold << 3 |
		    (guint)line->capitals << 2 | (guint)line->italic << 1 | line->letterspaced;

	return key * 2654435761u ^ line->colour ^ (guint)line->font << 24;
}

static void
find_body(AtsGrading *grading)
{
	g_autoptr(GHashTable) sizes = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) colours = g_hash_table_new(NULL, NULL);
	guint bold = 0, all = 0;

	for (guint i = 0; i < grading->layout->lines->len; i++) {
		const AtsLine *line = ats_at(grading->layout->lines, AtsLine, i);
		count(sizes, (guint)lrintf(line->size * 2), line->n);
		count(colours, line->colour, line->n);
		count(grading->styles, style_of(line), 1);
		bold += line->bold ? line->n : 0;
		all += line->n;
	}
	grading->layout->body_size = commonest(sizes) / 2.f;
	grading->colour = commonest(colours);
	grading->bold = 2 * bold > all;
}

/* ---- place ---- */

static void
find_place(AtsLayout *layout, guint i)
{
	AtsLine *line = ats_at(layout->lines, AtsLine, i);
	const AtsRegion *region = ats_at(layout->regions, AtsRegion, line->region);
	float left = line->box.x0 - region->box.x0;
	float right = region->box.x1 - line->box.x1;

	if (i > 0 && line[-1].region == line->region && line[-1].page == line->page &&
	    !line->right_part)
		line->space_above = MAX(line->box.y0 - line[-1].box.y1, 0.f);
	line->centred = left > 2 * line->size && fabsf(left - right) < line->size;
}

/* ---- strength ---- */

/* letters, and whether it ends or counts like running text */
static float
wording(const AtsLayout *layout, const AtsLine *line, guint *chars)
{
	guint digits = 0;
	gunichar last = 0;

	*chars = line->n > 0 ? line->n - 1 : 0;
	for (guint i = line->first; i < line->first + line->n; i++) {
		const char *text = ats_at(layout->human->tokens, AtsToken, i)->text;
		for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
			last = g_utf8_get_char(p);
			digits += g_unichar_isdigit(last) != 0;
			(*chars)++;
			if (last == '@')
				return 0;
		}
	}
	if (last == '.' || last == ',' || last == ';')
		return 0.4f;
	return digits >= 4 ? 0.4f : 1;
}

static float
style_strength(const AtsGrading *grading, const AtsLine *line)
{
	float larger = line->size / MAX(grading->layout->body_size, 1.f);
	float strength =
	    WORTH_SIZE * CLAMP((larger - SIZE_LEAST) / (SIZE_FULL - SIZE_LEAST), 0.f, 1.f);

	if (line->bold && !grading->bold)
		strength += WORTH_BOLD;
	if (line->capitals)
		strength += WORTH_CAPITALS;
	if (line->letterspaced)
		strength += WORTH_SPACED;
	if (line->colour != grading->colour)
		strength += WORTH_COLOUR;
	return strength;
}

static float
place_strength(const AtsLine *line)
{
	float strength = 0;

	if (line->rule_below || line->rule_above || line->rule_beside)
		strength += WORTH_RULE;
	if (line->filled)
		strength += WORTH_BAR;
	if (line->space_above < 0 || line->space_above > SPACE_ABOVE * line->size)
		strength += WORTH_SPACE;
	return strength;
}

static void
grade(const AtsGrading *grading, AtsLine *line)
{
	guint chars;
	float share = wording(grading->layout, line, &chars);
	float strength = style_strength(grading, line) + place_strength(line);
	guint same = GPOINTER_TO_UINT(
	    g_hash_table_lookup(grading->styles, GUINT_TO_POINTER(style_of(line))));

	if (chars > MAX_CHARS || chars < 2)
		share = 0;
	if (chars <= SHORT_CHARS)
		strength += WORTH_SHORT;
	if (line->bullet || line->right_part)
		share *= 0.3f;
	else if (line->shares_row)
		share *= 0.7f;
	line->heading_strength = CLAMP(strength * share, 0.f, 1.f);
	line->heading = line->heading_strength >= CANDIDATE &&
			!(same == 1 && line->size > SIZE_NAME * grading->layout->body_size);
}

void
ats_headings_grade(AtsLayout *layout, const AtsDocument *document)
{
	AtsGrading grading = {.layout = layout, .document = document};

	grading.styles = g_hash_table_new(NULL, NULL);
	find_body(&grading);
	for (guint i = 0; i < layout->lines->len; i++) {
		find_place(layout, i);
		grade(&grading, ats_at(layout->lines, AtsLine, i));
	}
	g_hash_table_unref(grading.styles);
}

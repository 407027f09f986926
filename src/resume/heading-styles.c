/*
 * Sorts lines by how they look, so that headings that no list knows are found beside those that the
 * lists know. For headings.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <math.h>

#include "resume/headings.h"

/* steps of a size, points: one style measures the same but for rounding, and titles of jobs are
   often hardly smaller than headings */
#define SIZE_STEP 0.1f
#define SIZE_MAX  400.f

guint
ats_head_style_shape(const AtsHeadStyle *style)
{
	guint shape = (guint)lroundf(CLAMP(style->size, 0.f, SIZE_MAX) / SIZE_STEP);

	return shape << 3 | (style->bold ? 4 : 0) | (style->italic ? 2 : 0) |
	       (style->capitals ? 1 : 0);
}

/* "I.", "V." and "X." number a title as "II." does, and are no points of a list */
static gboolean
is_point(const AtsLayout *layout, const AtsLine *line)
{
	const char *mark;

	if (!line->bullet || line->n == 0)
		return FALSE;
	mark = ats_at(layout->human->tokens, AtsToken, line->first)->text;
	return strchr("IVX", *mark) == NULL;
}

/* everything by which a person tells a heading's look, in one number */
static guint64
style_key(const AtsLayout *layout, const AtsLine *line)
{
	guint64 key = (guint64)lroundf(CLAMP(line->size, 0.f, SIZE_MAX) / SIZE_STEP);

	key = key << 24 | (line->colour & 0xFFFFFF);
	key = key << 1 | line->bold;
	key = key << 1 | line->italic;
	/* a style of a word processor is one style, however its titles are typed */
	key = key << 1 | (line->capitals && line->outline == 0);
	key = key << 1 | line->filled;
	key = key << 1 | is_point(layout, line);
	return key << 4 | MIN(line->outline, 15);
}

static guint
style_of(const AtsLayout *layout, GHashTable *index, GArray *styles, const AtsLine *line)
{
	guint64 key = style_key(layout, line);
	gpointer found = NULL;
	AtsHeadStyle style = {
	    .size = line->size,
	    .bold = line->bold,
	    .italic = line->italic,
	    .capitals = line->capitals,
	};

	if (g_hash_table_lookup_extended(index, &key, NULL, &found))
		return GPOINTER_TO_UINT(found);
	g_array_append_val(styles, style);
	g_hash_table_insert(index, g_memdup2(&key, sizeof(key)), GUINT_TO_POINTER(styles->len - 1));
	return styles->len - 1;
}

static void
count_line(AtsHeadStyle *style, const AtsLine *line, const AtsHeadLine *head)
{
	style->n_lines++;
	if (head->text == NULL)
		return;
	style->n_possible++;
	style->n_known += head->title.listed ? 1 : 0;
	style->kinds |= head->title.listed ? 1u << head->title.kind : 0;
	style->n_known_ruled += head->title.listed && line->rule_below ? 1 : 0;
	style->n_known_under += head->title.listed && line->rule_above ? 1 : 0;
	style->n_known_sharing += head->title.listed && line->shares_row ? 1 : 0;
	style->n_known_candidates += head->title.listed && line->heading ? 1 : 0;
	style->n_candidates += line->heading ? 1 : 0;
	style->strength += (line->heading_strength - style->strength) / (float)style->n_possible;
}

GArray *
ats_head_styles_new(const AtsLayout *layout, GArray *lines)
{
	GArray *styles = g_array_new(FALSE, TRUE, sizeof(AtsHeadStyle));
	g_autoptr(GHashTable) index =
	    g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);

	for (guint i = 0; i < lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		AtsHeadLine *head = ats_at(lines, AtsHeadLine, i);
		head->style = style_of(layout, index, styles, line);
		count_line(ats_at(styles, AtsHeadStyle, head->style), line, head);
	}
	for (guint i = 0; i < styles->len; i++) {
		AtsHeadStyle *style = ats_at(styles, AtsHeadStyle, i);
		style->n_kinds = (guint)__builtin_popcount(style->kinds);
	}
	return styles;
}

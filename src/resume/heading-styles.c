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

/* everything by which a person tells a heading's look, in one number */
static guint64
style_key(const AtsLine *line)
{
	guint64 key = (guint64)lroundf(CLAMP(line->size, 0.f, SIZE_MAX) / SIZE_STEP);

	key = key << 24 | (line->colour & 0xFFFFFF);
	key = key << 1 | line->bold;
	key = key << 1 | line->italic;
	/* a style of a word processor is one style, however its titles are typed */
	key = key << 1 | (line->capitals && line->outline == 0);
	key = key << 1 | (line->rule_below || line->rule_above || line->rule_beside);
	key = key << 1 | line->filled;
	key = key << 1 | line->shares_row;
	key = key << 1 | line->bullet;
	key = key << 1 | line->margin;
	return key << 4 | MIN(line->outline, 15);
}

static guint
style_of(GHashTable *index, GArray *styles, const AtsLine *line)
{
	guint64 key = style_key(line);
	gpointer found = NULL;
	AtsHeadStyle style = {.size = line->size};

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
		head->style = style_of(index, styles, line);
		count_line(ats_at(styles, AtsHeadStyle, head->style), line, head);
	}
	return styles;
}

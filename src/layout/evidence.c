/*
 * Measures what stands on both sides of a gutter: alignment, shared baselines, density, titles,
 * drawing order. For columns.c and blocks of src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/gutters.h"

#include <math.h>

#include "layout/style.h"

/* share of the size: edges, middles that are the same; baselines that are the same; rows that
 * follow one another */
#define EDGE_SAME     0.35f
#define BASELINE_SAME 0.12f
#define LEADING_TIGHT 1.75f
/* share of a title's size: no text of the other side stands so far above it, or below it, where the
 * title stands over both */
#define WHITE_ABOVE 1.3f
#define WHITE_BELOW 0.5f
/* share of a title's size: from its baseline down to the rule under it */
#define RULE_BELOW 1.f
/* styles of titles that are told apart */
#define MAX_STYLES 16
/* share of the body's size: a title that is larger */
#define LARGE 1.06f

/**
 * AtsSideRow: what one row has on one side of the gutter
 */
typedef struct {
	AtsBox box;
	float baseline, size;
	guint chars, segments, row;
	gint32 draw;
	guint32 style;
	guint paired : 1;
	guint wraps : 1;
	guint bullet : 1;
	guint digits : 1;
	guint title : 1;
	guint large : 1;
	guint is_right : 1;
} AtsSideRow;

static gboolean
is_mostly_digits(const AtsPageText *text, const AtsSegment *segment)
{
	guint digits = 0, rest = 0;

	for (guint i = segment->first; i < segment->first + segment->n; i++) {
		const AtsWord *word = ats_page_text_word(text, i);
		for (const char *p = word->text; *p != '\0'; p = g_utf8_next_char(p)) {
			gunichar c = g_utf8_get_char(p);
			digits += g_unichar_isdigit(c) != 0;
			rest += g_unichar_isalpha(c) != 0;
		}
	}
	return digits >= 4 && 3 * digits >= rest;
}

static void
side_row_take(AtsSideRow *row, const AtsPageText *text, const AtsSegment *segment)
{
	row->box = ats_box_union(row->box, segment->box);
	if (segment->chars >= row->chars) {
		row->baseline = segment->baseline;
		row->size = segment->size;
		row->style = ats_segment_style_key(segment);
	}
	row->chars += segment->chars;
	row->draw = MIN(row->draw, segment->draw);
	row->wraps = row->wraps || segment->wraps;
	row->bullet = row->segments == 0 && segment->bullet;
	row->digits = row->digits || is_mostly_digits(text, segment);
	row->title = row->segments == 0 && segment->stands_out;
	row->large = segment->capitals || segment->size > LARGE * text->em;
	row->segments++;
}

static void
append_row(GArray *rows, const AtsSideRow *row)
{
	if (row->segments > 0)
		g_array_append_val(rows, *row);
}

static void
split_row(const AtsSegmentSet *set, const AtsGutter *gutter, guint r, GArray *left, GArray *right)
{
	float middle = (gutter->x0 + gutter->x1) / 2;
	AtsSideRow sides[2] = {
	    {.box = ATS_BOX_EMPTY, .draw = G_MAXINT32, .row = r},
	    {.box = ATS_BOX_EMPTY, .draw = G_MAXINT32, .row = r, .is_right = TRUE}};

	for (guint i = ats_segment_set_row(set, r); i < ats_segment_set_row(set, r + 1); i++) {
		const AtsSegment *segment = ats_segment_set_at(set, i);
		side_row_take(&sides[segment->box.x0 >= middle], set->text, segment);
	}
	if (sides[0].segments > 0 && sides[1].segments > 0 &&
	    fabsf(sides[0].baseline - sides[1].baseline) <=
		BASELINE_SAME * MIN(sides[0].size, sides[1].size))
		sides[0].paired = sides[1].paired = TRUE;
	append_row(left, &sides[0]);
	append_row(right, &sides[1]);
}

/* ---- one side ---- */

static gint
compare_floats(gconstpointer a, gconstpointer b)
{
	float x = *(const float *)a;
	float y = *(const float *)b;

	return x < y ? -1 : x > y;
}

/* share of the values that lie within @same of the commonest */
static float
best_share(GArray *values, float same)
{
	guint best = 0, start = 0;

	g_array_sort(values, compare_floats);
	for (guint i = 0; i < values->len; i++) {
		while (g_array_index(values, float, i) - g_array_index(values, float, start) > same)
			start++;
		best = MAX(best, i - start + 1);
	}
	return values->len > 0 ? best / (float)values->len : 0;
}

typedef float (*AtsEdge)(AtsBox box);

static float
left_edge(AtsBox box)
{
	return box.x0;
}

static float
right_edge(AtsBox box)
{
	return box.x1;
}

static float
middle(AtsBox box)
{
	return (box.x0 + box.x1) / 2;
}

static float
aligned(GArray *rows, AtsEdge edge, float same)
{
	g_autoptr(GArray) values = g_array_sized_new(FALSE, FALSE, sizeof(float), rows->len);

	for (guint i = 0; i < rows->len; i++) {
		float value = edge(ats_at(rows, AtsSideRow, i)->box);
		g_array_append_val(values, value);
	}
	return best_share(values, same);
}

static guint
median_chars(GArray *rows)
{
	g_autoptr(GArray) values = g_array_sized_new(FALSE, FALSE, sizeof(float), rows->len);

	for (guint i = 0; i < rows->len; i++) {
		float chars = ats_at(rows, AtsSideRow, i)->chars;
		g_array_append_val(values, chars);
	}
	g_array_sort(values, compare_floats);
	return (guint)g_array_index(values, float, values->len / 2);
}

static gboolean
follows(const AtsSideRow *row, const AtsSideRow *before)
{
	return row->baseline - before->baseline < LEADING_TIGHT * MAX(row->size, before->size);
}

static void
measure_runs(AtsSide *side, GArray *rows)
{
	float start = 0;
	guint dense = 0, starts = 0;

	for (guint i = 0; i < rows->len; i++) {
		const AtsSideRow *row = ats_at(rows, AtsSideRow, i);
		if (i > 0 && follows(row, row - 1)) {
			dense++;
		} else {
			start = row->box.y0;
			side->runs++;
			starts += row->paired;
		}
		side->longest_run = MAX(side->longest_run, row->box.y1 - start);
	}
	side->dense = rows->len > 1 ? dense / (float)(rows->len - 1) : 0;
	side->starts = starts / (float)MAX(side->runs, 1);
}

static void
measure_side(AtsSide *side, GArray *rows, float em)
{
	guint paired = 0, wraps = 0, digits = 0, bullets = 0;

	*side = (AtsSide){.box = ATS_BOX_EMPTY,
			  .rows = rows->len,
			  .draw_first = G_MAXINT32,
			  .draw_last = -1};
	if (rows->len == 0)
		return;
	for (guint i = 0; i < rows->len; i++) {
		const AtsSideRow *row = ats_at(rows, AtsSideRow, i);
		side->box = ats_box_union(side->box, row->box);
		side->max_chars = MAX(side->max_chars, row->chars);
		side->draw_first = MIN(side->draw_first, row->draw);
		side->draw_last = MAX(side->draw_last, row->draw);
		paired += row->paired;
		wraps += row->wraps;
		digits += row->digits;
		bullets += row->bullet;
		side->titles += row->title && row->segments == 1;
	}
	side->chars = median_chars(rows);
	side->left = aligned(rows, left_edge, EDGE_SAME * em);
	side->right = aligned(rows, right_edge, EDGE_SAME * em);
	side->centred = aligned(rows, middle, EDGE_SAME * em);
	side->paired = paired / (float)rows->len;
	side->wraps = wraps / (float)rows->len;
	side->digits = digits / (float)rows->len;
	side->bullets = bullets / (float)rows->len;
	measure_runs(side, rows);
}

/* ---- both sides ---- */

static gint
compare_draw(gconstpointer a, gconstpointer b)
{
	const AtsSideRow *r = a;
	const AtsSideRow *s = b;

	if (r->draw != s->draw)
		return r->draw < s->draw ? -1 : 1;
	return r->row < s->row ? -1 : r->row > s->row;
}

static guint
count_switches(const GArray *left, const GArray *right)
{
	g_autoptr(GArray) rows =
	    g_array_sized_new(FALSE, FALSE, sizeof(AtsSideRow), left->len + right->len);
	guint n = 0;

	g_array_append_vals(rows, left->data, left->len);
	g_array_append_vals(rows, right->data, right->len);
	g_array_sort(rows, compare_draw);
	for (guint i = 1; i < rows->len; i++)
		n += ats_at(rows, AtsSideRow, i)->is_right !=
		     ats_at(rows, AtsSideRow, i - 1)->is_right;
	return n;
}

/* a heading does not stand in every third line; and it is not set beside another text of its side
 */
static guint
count_style(const GArray *rows, guint32 style)
{
	guint titles = 0, all = 0;

	for (guint i = 0; i < rows->len; i++) {
		const AtsSideRow *row = ats_at(rows, AtsSideRow, i);
		titles += row->style == style && row->title && row->segments == 1;
		all++;
	}
	return 2 * titles <= all ? titles : 0;
}

static void
count_shared_titles(AtsGutter *gutter, const GArray *left, const GArray *right)
{
	guint32 seen[MAX_STYLES];
	guint n_seen = 0;

	for (guint i = 0; i < left->len && n_seen < MAX_STYLES; i++) {
		const AtsSideRow *row = ats_at(left, AtsSideRow, i);
		gboolean known = !row->title || row->segments != 1;
		for (guint j = 0; j < n_seen && !known; j++)
			known = seen[j] == row->style;
		if (known)
			continue;
		seen[n_seen++] = row->style;
		guint l = count_style(left, row->style);
		guint r = count_style(right, row->style);
		if (l == 0 || r == 0 || l + r <= gutter->shared_titles)
			continue;
		gutter->shared_titles = l + r;
		gutter->shared_left = l;
		gutter->shared_right = r;
		gutter->shared_large = row->large;
	}
}

/* ---- titles over both sides ---- */

/* a right row stands beside the title, or in the white above it */
static gboolean
has_beside(const AtsSideRow *title, const GArray *right, guint *next)
{
	while (*next < right->len && ats_at(right, AtsSideRow, *next)->baseline <
					 title->baseline - WHITE_ABOVE * title->size)
		(*next)++;
	return *next < right->len && ats_at(right, AtsSideRow, *next)->baseline <
					 title->baseline + WHITE_BELOW * title->size;
}

static gboolean
is_over_both(AtsBox rule, const AtsGutter *gutter, float slack)
{
	return rule.x0 <= gutter->left.box.x0 + slack && rule.x1 >= gutter->right.box.x1 - slack;
}

/* a title of one side with a rule under it that runs over both: what follows stands over both too.
 * Adds the rows of such titles. Rules and rows come from top to bottom */
static void
add_ruled_titles(GArray *breaks, const AtsPageText *text, const AtsGutter *gutter, GArray *rows)
{
	for (guint i = 0, r = 0; i < rows->len && r < text->rules->len; i++) {
		const AtsSideRow *row = ats_at(rows, AtsSideRow, i);
		float baseline = row->baseline;
		while (r < text->rules->len && ats_at(text->rules, AtsBox, r)->y0 < baseline)
			r++;
		if (r < text->rules->len && row->title && row->segments == 1 && !row->paired &&
		    ats_at(text->rules, AtsBox, r)->y0 <= baseline + RULE_BELOW * row->size &&
		    is_over_both(*ats_at(text->rules, AtsBox, r), gutter, text->em))
			g_array_append_val(breaks, row->row);
	}
}

static gint
compare_rows(gconstpointer a, gconstpointer b)
{
	guint r = *(const guint *)a;
	guint s = *(const guint *)b;

	return r < s ? -1 : r > s;
}

static void
take_part(AtsGutter *gutter, guint first, guint end)
{
	if (end - first > gutter->part_end - gutter->part_first)
		gutter->part_first = first, gutter->part_end = end;
}

/* with such a title something new begins on both sides, on one baseline */
static void
add_white_titles(GArray *breaks, const GArray *left, const GArray *right)
{
	for (guint i = 0, next = 0; i + 1 < left->len; i++) {
		const AtsSideRow *title = ats_at(left, AtsSideRow, i);
		if (title->title && title->segments == 1 && title[1].paired &&
		    !has_beside(title, right, &next))
			g_array_append_val(breaks, title->row);
	}
}

static void
find_part(AtsGutter *gutter, const AtsPageText *text, GArray *left, GArray *right)
{
	g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(guint));
	guint first = gutter->first;

	add_white_titles(breaks, left, right);
	add_ruled_titles(breaks, text, gutter, left);
	add_ruled_titles(breaks, text, gutter, right);
	g_array_sort(breaks, compare_rows);
	gutter->part_first = gutter->part_end = first;
	for (guint i = 0; i < breaks->len; i++) {
		guint row = g_array_index(breaks, guint, i);
		if (row < first)
			continue; /* the same title again */
		take_part(gutter, first, row);
		first = row + 1;
	}
	take_part(gutter, first, gutter->end);
}

void
ats_gutter_measure(const AtsSegmentSet *set, AtsGutter *gutter)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(AtsSideRow));
	g_autoptr(GArray) right = g_array_new(FALSE, FALSE, sizeof(AtsSideRow));

	for (guint r = gutter->first; r < gutter->end; r++)
		split_row(set, gutter, r, left, right);
	measure_side(&gutter->left, left, set->text->em);
	measure_side(&gutter->right, right, set->text->em);
	gutter->overlap = MAX(ats_box_overlap_y(gutter->left.box, gutter->right.box), 0.f);
	gutter->switches = count_switches(left, right);
	gutter->shared_titles = gutter->shared_left = gutter->shared_right = 0;
	count_shared_titles(gutter, left, right);
	find_part(gutter, set->text, left, right);
}

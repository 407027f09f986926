/*
 * Cuts the page at the gutters that part columns, from the strongest to the weakest. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "layout/columns.h"

#include "layout/parting.h"

/* cuts within cuts: three columns with a block across them need four */
#define MAX_DEPTH 7
/* share of the size: from row to row where text stops for a while; size of a name, as a share of
 * the body's */
#define BREAK_LEADING 1.9f
#define LARGE	      1.3f
/* share of the width of both: the widest sidebar */
#define SIDEBAR_WIDTH 0.36f
/* share of the page */
#define SIDEBAR_HEIGHT 0.2f
#define GROUND_SIDEBAR 0.4f

void
ats_area_free(AtsArea *area)
{
	ats_segment_set_free(area->set);
	g_clear_pointer(&area->turned, g_array_unref);
	g_free(area);
}

typedef struct {
	const AtsPageText *text;
	GArray *known;
	GPtrArray *areas;
} AtsCutter;

static void
cut(AtsCutter *cutter, GArray *segments, AtsRegionKind kind, guint depth);

static void
add_area(AtsCutter *cutter, AtsSegmentSet *set, AtsRegionKind kind)
{
	AtsArea *area = g_new0(AtsArea, 1);

	area->kind = kind;
	area->set = set;
	area->box = set->box;
	g_ptr_array_add(cutter->areas, area);
}

/* a sidebar stands beside a flow that is a good part of the page; a ground of its own shows how
 * wide it is */
static AtsRegionKind
kind_of_side(const AtsPageText *text, const AtsGutter *gutter, gboolean right)
{
	const AtsSide *side = right ? &gutter->right : &gutter->left;
	const AtsSide *other = right ? &gutter->left : &gutter->right;
	const AtsBox *ground = ats_side_ground(text, side, other);
	float middle = (gutter->x0 + gutter->x1) / 2;
	float all = gutter->right.box.x1 - gutter->left.box.x0;
	float own = right ? gutter->right.box.x1 - middle : middle - gutter->left.box.x0;

	if (ground != NULL && ats_box_width(*ground) <= GROUND_SIDEBAR * text->page->width)
		return ATS_REGION_SIDEBAR;
	if (own > SIDEBAR_WIDTH * all ||
	    MAX(ats_box_height(side->box), ats_box_height(other->box)) <
		SIDEBAR_HEIGHT * text->page->height)
		return ATS_REGION_COLUMN;
	return ATS_REGION_SIDEBAR;
}

/* rows from the gutter's top on that have text on the right alone */
static guint
count_right_rows(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	guint r = gutter->first;

	while (r < gutter->end &&
	       ats_gutter_is_on_right(gutter, ats_segment_set_at(set, ats_segment_set_row(set, r))))
		r++;
	return r - gutter->first;
}

/* a section begins, or the text stops for a while */
static gboolean
is_break(const AtsSegmentSet *set, guint r)
{
	const AtsSegment *above = ats_segment_set_at(set, ats_segment_set_row(set, r - 1));
	const AtsSegment *segment = ats_segment_set_at(set, ats_segment_set_row(set, r));

	return segment->stands_out ||
	       segment->baseline - above->baseline > BREAK_LEADING * above->size;
}

/* the row belongs to the text across both columns that ends above it */
static gboolean
goes_on_from_above(const AtsSegmentSet *set, guint r)
{
	const AtsSegment *segment = ats_segment_set_at(set, ats_segment_set_row(set, r));
	const AtsSegment *above = r > 0 ? ats_segment_set_at(set, ats_segment_set_row(set, r - 1))
					: NULL;

	return above != NULL && segment->size <= above->size + 0.6f &&
	       segment->baseline - above->baseline < BREAK_LEADING * segment->size;
}

/* the header above a right column whose left neighbour begins lower: name and contact data are read
 * first, as far as what follows them is a new section */
static guint
count_header_rows(const AtsSegmentSet *set, const AtsGutter *gutter)
{
	guint n = count_right_rows(set, gutter);
	guint last_large = 0;

	for (guint i = 0; i < n; i++) {
		const AtsSegment *segment =
		    ats_segment_set_at(set, ats_segment_set_row(set, gutter->first + i));
		if (segment->size > LARGE * set->text->em)
			last_large = i + 1;
	}
	if (last_large == 0 && !goes_on_from_above(set, gutter->first))
		return 0;
	for (guint i = last_large > 0 ? last_large : n; i > 0 && i <= n; i++) {
		if (gutter->first + i < gutter->end && is_break(set, gutter->first + i))
			return i;
	}
	return 0;
}

static void
cut_at(AtsCutter *cutter,
       const AtsSegmentSet *set,
       const AtsGutter *gutter,
       AtsRegionKind kind,
       guint depth)
{
	GArray *parts[4]; /* above, left, right, below */
	guint first = gutter->first + count_header_rows(set, gutter);

	for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
		parts[i] = g_array_new(FALSE, FALSE, sizeof(guint32));
	for (guint r = 0; r < ats_segment_set_rows(set); r++) {
		for (guint i = ats_segment_set_row(set, r); i < ats_segment_set_row(set, r + 1);
		     i++) {
			gboolean right = ats_gutter_is_on_right(gutter, ats_segment_set_at(set, i));
			guint part = r < first ? 0 : r >= gutter->end ? 3 : right ? 2 : 1;
			g_array_append_val(parts[part], g_array_index(set->segments, guint32, i));
		}
	}
	cut(cutter, parts[0], kind, depth + 1);
	cut(cutter, parts[1], kind_of_side(cutter->text, gutter, FALSE), depth + 1);
	cut(cutter, parts[2], kind_of_side(cutter->text, gutter, TRUE), depth + 1);
	cut(cutter, parts[3], kind, depth + 1);
}

static void
cut(AtsCutter *cutter, GArray *segments, AtsRegionKind kind, guint depth)
{
	g_autoptr(AtsSegmentSet) set = ats_segment_set_new(cutter->text, segments);
	AtsGutter gutter = {0};

	if (segments->len == 0)
		return;
	if (depth < MAX_DEPTH && ats_gutters_find_parting(set, cutter->known, &gutter)) {
		g_array_append_val(cutter->known, gutter);
		cut_at(cutter, set, &gutter, kind, depth);
		return;
	}
	add_area(cutter, g_steal_pointer(&set), kind);
}

GPtrArray *
ats_columns_find(const AtsPageText *text, GArray *segments, GArray *known)
{
	AtsCutter cutter = {.text = text, .known = known};

	cutter.areas = g_ptr_array_new_with_free_func((GDestroyNotify)ats_area_free);
	cut(&cutter, segments, ATS_REGION_MAIN, 0);
	return cutter.areas;
}

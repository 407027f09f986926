/*
 * Decides which looks are those of section headings: those in which the lists know enough titles,
 * their likes in another colour, and if there are none, the strongest look that comes back. For
 * headings.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/headings.h"

/* share of a style's lines that may be no headings at all (long, dated, right-aligned) */
#define IMPOSSIBLE_SHARE 0.34
/* sections that a style names, for it to be that of headings whatever else looks like it */
#define KINDS_SURE 3
/* share of the layout's candidates of such a style that must be known titles */
#define CANDIDATES_KNOWN 0.5
/* known titles that make a style the style of headings */
#define KNOWN_ENOUGH 2
/* share of a style's lines that must be known titles, so that the headings of three sections do not
   turn twenty bold job titles into headings */
#define KNOWN_SHARE 0.3
/* lines of a style that is taken for headings without a known title */
#define UNKNOWN_ENOUGH 3
/* share of a style's lines that the layout takes for headings */
#define CANDIDATE_SHARE 0.75

static gboolean
is_pure(const AtsHeadStyle *style)
{
	return style->n_lines - style->n_possible <= style->n_lines * IMPOSSIBLE_SHARE;
}

/* the lists know enough of its lines, however plain it looks; or enough of those that the layout
   takes for headings, where other short texts share the look */
static gboolean
is_heading_style(const AtsHeadStyle *style)
{
	if (style->n_kinds >= KINDS_SURE &&
	    style->n_known_candidates >= style->n_candidates * CANDIDATES_KNOWN &&
	    style->n_candidates > 0)
		return TRUE;
	return style->n_kinds >= KNOWN_ENOUGH &&
	       style->n_known >= style->n_possible * KNOWN_SHARE && is_pure(style);
}

/* it comes back, and the layout takes it for headings nearly each time */
static gboolean
looks_like_headings(const AtsHeadStyle *style)
{
	guint enough = style->n_known > 0 ? KNOWN_ENOUGH : UNKNOWN_ENOUGH;

	return style->n_possible >= enough && is_pure(style) &&
	       style->n_candidates >= style->n_possible * CANDIDATE_SHARE;
}

static gboolean
is_better(const AtsHeadStyle *style, const AtsHeadStyle *best)
{
	if (best == NULL || (style->n_known > 0) != (best->n_known > 0))
		return best == NULL || style->n_known > 0;
	return style->strength > best->strength;
}

/* the lists know one title or none: the strongest look that comes back */
static AtsHeadStyle *
strongest_style(const GArray *styles)
{
	AtsHeadStyle *best = NULL;

	for (guint i = 0; i < styles->len; i++) {
		AtsHeadStyle *style = ats_at(styles, AtsHeadStyle, i);
		if (looks_like_headings(style) && is_better(style, best))
			best = style;
	}
	return best;
}

/* the shapes of the accepted styles; (transfer full) */
static GHashTable *
accepted_shapes(const GArray *styles)
{
	GHashTable *shapes = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < styles->len; i++) {
		const AtsHeadStyle *style = ats_at(styles, AtsHeadStyle, i);
		if (style->accepted)
			g_hash_table_add(shapes, GUINT_TO_POINTER(ats_head_style_shape(style)));
	}
	return shapes;
}

/* the same look in another colour: the headings of a sidebar with a ground of its own */
static void
accept_cousins(GArray *styles)
{
	g_autoptr(GHashTable) shapes = accepted_shapes(styles);

	for (guint i = 0; i < styles->len; i++) {
		AtsHeadStyle *style = ats_at(styles, AtsHeadStyle, i);
		if (style->n_candidates > 0 && is_pure(style) &&
		    style->n_candidates >= style->n_possible * CANDIDATE_SHARE &&
		    g_hash_table_contains(shapes, GUINT_TO_POINTER(ats_head_style_shape(style))))
			style->accepted = TRUE;
	}
}

gboolean
ats_head_styles_accept(GArray *styles)
{
	AtsHeadStyle *strongest = NULL;
	gboolean any = FALSE;

	for (guint i = 0; i < styles->len; i++) {
		AtsHeadStyle *style = ats_at(styles, AtsHeadStyle, i);
		style->accepted = is_heading_style(style);
		any = any || style->accepted;
	}
	accept_cousins(styles);
	strongest = any ? NULL : strongest_style(styles);
	if (strongest != NULL)
		strongest->accepted = TRUE;
	return any || strongest != NULL;
}

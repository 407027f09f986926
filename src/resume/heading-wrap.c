/*
 * Joins headings that a narrow column breaks into two or more lines, before anybody asks what they
 * mean. For headings.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <math.h>
#include <string.h>

#include "resume/headings.h"

/* lines of a heading; a margin of 60 points breaks "Professional Affiliations & Activities" into
 * three */
#define PARTS_MAX 4
/* lines of the layout between two parts: in a margin, those of the entry beside it */
#define LINES_BETWEEN 3
/* times the size: the gap between two lines of one heading; between two headings there is more */
#define GAP_MAX	    0.55f
#define OVERLAP_MAX 0.6f
/* times the size: edges that are aligned; a hyphen may hang out */
#define ALIGNED 0.25f
/* sizes within this share of one another are one size */
#define SAME_SIZE 0.97f

static gboolean
look_alike(const AtsLine *a, const AtsLine *b)
{
	return a->size >= b->size * SAME_SIZE && b->size >= a->size * SAME_SIZE &&
	       a->bold == b->bold && a->italic == b->italic && a->capitals == b->capitals &&
	       a->colour == b->colour;
}

static gboolean
are_aligned(AtsBox a, AtsBox b, float slack)
{
	return fabsf(a.x0 - b.x0) < slack || fabsf(a.x1 - b.x1) < slack ||
	       fabsf((a.x0 + a.x1) - (b.x0 + b.x1)) < 2 * slack;
}

/* @b may be the line right under @a; a DOCX states no places, but breaks lines inside of a
 * paragraph */
static gboolean
is_under(const AtsLine *a, const AtsLine *b)
{
	float gap = b->box.y0 - a->box.y1;

	if (a->page != b->page || !look_alike(a, b))
		return FALSE;
	if (ats_box_is_empty(a->box))
		return a->block == b->block;
	return gap < a->size * GAP_MAX && gap > -a->size * OVERLAP_MAX && b->box.y0 > a->box.y0 &&
	       are_aligned(a->box, b->box, a->size * ALIGNED);
}

/* "Number-" and "Crunching" keep the hyphen, "Experi-" and "ence" do not */
static char *
join_texts(const char *a, const char *b)
{
	gsize length = strlen(a);

	if (!g_str_has_suffix(a, "-"))
		return g_strdup_printf("%s %s", a, b);
	if (g_unichar_islower(g_utf8_get_char(b)))
		length--;
	return g_strdup_printf("%.*s%s", (int)length, a, b);
}

/* together they are a known title, or both look like headings (or are known to be some) and mean
 * nothing alone */
static gboolean
belong_together(const AtsHeadLine *a,
		const AtsHeadLine *b,
		const AtsLine *first,
		const AtsLine *second,
		const char *joined,
		AtsTitle *title)
{
	if (ats_title_lookup(joined, title))
		return TRUE;
	return !a->title.listed && !b->title.listed &&
	       ((first->heading && second->heading) || (a->heading && b->heading));
}

static gboolean
join(const AtsLayout *layout, AtsHeadLine *head, guint last, GArray *lines, guint next)
{
	AtsHeadLine *other = ats_at(lines, AtsHeadLine, next);
	const AtsLine *a = ats_at(layout->lines, AtsLine, last);
	const AtsLine *b = ats_at(layout->lines, AtsLine, next);
	g_autofree char *joined = NULL;
	AtsTitle title;

	if (other->text == NULL || !is_under(a, b))
		return FALSE;
	joined = join_texts(head->text, other->text);
	if (!belong_together(head, other, a, b, joined, &title))
		return FALSE;
	g_free(head->text);
	head->text = g_steal_pointer(&joined);
	head->title = title;
	head->box = ats_box_union(head->box, b->box);
	/* what stands between the parts belongs to the section */
	head->n_lines += next == last + 1 && head->n_lines > 0 ? 1 : 0;
	g_clear_pointer(&other->text, g_free);
	other->title = (AtsTitle){0};
	other->heading = FALSE;
	return TRUE;
}

static guint
find_next(const AtsLayout *layout, AtsHeadLine *head, guint last, GArray *lines)
{
	for (guint next = last + 1; next <= last + 1 + LINES_BETWEEN && next < lines->len; next++) {
		if (join(layout, head, last, lines, next))
			return next;
	}
	return last;
}

void
ats_head_lines_join(const AtsLayout *layout, GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		AtsHeadLine *head = ats_at(lines, AtsHeadLine, i);
		guint last = i;

		for (guint part = 1; head->text != NULL && part < PARTS_MAX; part++) {
			guint next = find_next(layout, head, last, lines);
			if (next == last)
				break;
			last = next;
		}
	}
}

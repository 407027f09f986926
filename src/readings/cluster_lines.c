/*
 * Characters to lines, as pdfminer.six does: those that follow one another in the drawing make a
 * line while they stand in a row. For the cluster family.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/cluster.h"

#include <math.h>

/* share of the lower one's height that two characters of a line have in common: line_overlap */
#define ROW_OVERLAP 0.5f
/* widths of the wider one that may part two characters of a line: char_margin */
#define ROW_GAP 2.0f
/* em below the baseline, of a font no letter of which stands upright */
#define DESCENT 0.2f

/* em below the baseline of each font, by its first upright letter; (transfer full) */
static float *
descents_of_fonts(const AtsDocument *document, const GArray *positions)
{
	float *descents = g_new(float, document->fonts->len + 1);

	for (guint i = 0; i <= document->fonts->len; i++)
		descents[i] = DESCENT;
	for (guint i = positions->len; i > 0; i--) {
		const AtsPosition *p = ats_at(positions, AtsPosition, i - 1);
		if (p->n_glyphs > 0 && p->rotation == 0 && p->size > 0 &&
		    p->font < document->fonts->len)
			descents[p->font] = (p->glyph->box.y1 - p->glyph->y) / p->size;
	}
	return descents;
}

/* spanned by the two corners at the character's foot and head */
static AtsBox
box_of(const AtsPosition *p, float descent)
{
	float angle = p->rotation * (float)G_PI / 180;
	float along_x = cosf(angle), along_y = sinf(angle);
	float low = descent * p->size;
	float high = p->size - low;
	float x0 = p->x - low * along_y;
	float y0 = p->y + low * along_x;
	float x1 = p->x + p->width * along_x + high * along_y;
	float y1 = p->y + p->width * along_y - high * along_x;

	return (AtsBox){MIN(x0, x1), MIN(y0, y1), MAX(x0, x1), MAX(y0, y1)};
}

GArray *
ats_cluster_characters(const AtsDocument *document, const GArray *positions)
{
	g_autofree float *descents = descents_of_fonts(document, positions);
	GArray *boxes = g_array_sized_new(FALSE, FALSE, sizeof(AtsBox), positions->len);

	for (guint i = 0; i < positions->len; i++) {
		const AtsPosition *p = ats_at(positions, AtsPosition, i);
		AtsBox box = box_of(p, descents[MIN(p->font, document->fonts->len)]);
		g_array_append_val(boxes, box);
	}
	return boxes;
}

static gboolean
stand_in_a_row(AtsBox a, AtsBox b)
{
	float overlap = ats_box_overlap_y(a, b);
	float gap = -ats_box_overlap_x(a, b);

	return overlap > ROW_OVERLAP * MIN(ats_box_height(a), ats_box_height(b)) &&
	       gap < ROW_GAP * MAX(ats_box_width(a), ats_box_width(b));
}

static void
add_to_line(AtsClusterLine *line, const AtsPosition *p, AtsBox box)
{
	line->box = ats_box_union(line->box, box);
	line->blank = line->blank && ats_position_is_space(p);
	line->n++;
}

static void
append_line(GArray *lines, AtsClusterLine line)
{
	line.blank = line.blank || ats_box_is_empty(line.box);
	g_array_append_val(lines, line);
}

GArray *
ats_cluster_lines(const GArray *positions, const GArray *characters)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(AtsClusterLine));
	AtsClusterLine line = {.box = ATS_BOX_EMPTY, .blank = TRUE};

	for (guint i = 0; i < positions->len; i++) {
		AtsBox box = *ats_at(characters, AtsBox, i);
		if (line.n > 0 && !stand_in_a_row(*ats_at(characters, AtsBox, i - 1), box)) {
			append_line(lines, line);
			line = (AtsClusterLine){.box = ATS_BOX_EMPTY, .first = i, .blank = TRUE};
		}
		add_to_line(&line, ats_at(positions, AtsPosition, i), box);
	}
	if (line.n > 0)
		append_line(lines, line);
	return lines;
}

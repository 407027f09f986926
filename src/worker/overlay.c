/*
 * What the layout analyser made out on a page, as marks to be drawn over it: regions below, then
 * lines with their numbers, the way of the reading, and hidden words on top. For the worker
 * programs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/overlay.h"

/* points */
#define REGION_WIDTH 1.2f
#define REGION_TAG   7.f
#define LINE_WIDTH   0.3f
#define LINE_TAG     4.5f
#define ARROW_WIDTH  0.8f
#define HIDDEN_WIDTH 0.5f
#define HIDDEN_TAG   5.f

/* opacity of grounds: the text below stays legible */
#define REGION_FILL  0.08f
#define HEADING_FILL 0.3f
#define HIDDEN_FILL  0.25f
#define TAG_FILL     0.85f

/* points: regions of a smaller side than this go without a tag, which would hide them: icons,
 * bullets, rating dots */
#define TAGGED_SIDE 24.f

#define COLOUR_HEADING 0xffd400
#define COLOUR_HIDDEN  0xe6007e
#define COLOUR_ARROW   0xb00020

/* bytes of hidden text in a tag */
#define HIDDEN_TEXT_BYTES 40

static const guint32 colours[] = {
    [ATS_REGION_MAIN] = 0x1f77b4,
    [ATS_REGION_COLUMN] = 0x2ca02c,
    [ATS_REGION_SIDEBAR] = 0xff7f0e,
    [ATS_REGION_BLOCK] = 0x0097a7,
    [ATS_REGION_TABLE] = 0x7b3fb5,
    [ATS_REGION_MARGIN] = 0x8c564b,
    [ATS_REGION_HEADER] = 0x6b6b6b,
    [ATS_REGION_FOOTER] = 0x6b6b6b,
    [ATS_REGION_TEXT_BOX] = 0x5c6bc0,
    [ATS_REGION_IMAGE] = 0x9a9a00,
    [ATS_REGION_IMAGE_TEXT] = 0xd62728,
    [ATS_REGION_OUTLINED_TEXT] = 0xd62728,
    [ATS_REGION_GRAPHIC] = 0xc2459b,
};

static const char *const visibilities[] = {
    [ATS_VISIBLE_NORMAL] = "",
    [ATS_VISIBLE_NOT_PAINTED] = "not painted",
    [ATS_VISIBLE_SAME_COLOUR] = "same colour",
    [ATS_VISIBLE_COVERED] = "covered",
    [ATS_VISIBLE_CLIPPED] = "clipped",
    [ATS_VISIBLE_OFF_PAGE] = "off page",
    [ATS_VISIBLE_TOO_SMALL] = "too small",
    [ATS_VISIBLE_LAYER_OFF] = "layer off",
    [ATS_VISIBLE_HIDDEN_RUN] = "hidden run",
};

typedef struct {
	const AtsDocument *document;
	const AtsLayout *layout;
	guint page;
	AtsMarks *out;
	guint n_lines, n_hidden;
} Overlay;

static void
add_tag(Overlay *self,
	float x,
	float y,
	AtsTagCorner corner,
	float size,
	guint32 colour,
	const char *text)
{
	AtsMark mark = {
	    .kind = ATS_MARK_TAG,
	    .box = {x, y, x, y},
	    .corner = corner,
	    .size = size,
	    .colour = colour,
	    .fill = TAG_FILL,
	    .text = g_string_chunk_insert(self->out->strings, text),
	};

	g_array_append_val(self->out->marks, mark);
}

static void
add_box(Overlay *self, AtsBox box, guint32 colour, float fill, float line_width, gboolean dashed)
{
	AtsMark mark = {
	    .kind = ATS_MARK_BOX,
	    .box = box,
	    .colour = colour,
	    .fill = fill,
	    .line_width = line_width,
	    .dashed = dashed != FALSE,
	};

	g_array_append_val(self->out->marks, mark);
}

/* --- regions --- */

/* "table 4×3, ruled", "sidebar, flow 2" */
static char *
describe(const AtsRegion *region)
{
	GString *text = g_string_new(ats_region_kind_name(region->kind));

	if (region->kind == ATS_REGION_TABLE)
		g_string_append_printf(text, " %u×%u", region->n_rows, region->n_columns);
	if (region->kind == ATS_REGION_BLOCK)
		g_string_append_printf(text, " ×%u", region->n_columns);
	if (region->kind == ATS_REGION_COLUMN || region->kind == ATS_REGION_SIDEBAR)
		g_string_append_printf(text, ", flow %u", region->flow);
	if (region->ruled)
		g_string_append(text, ", ruled");
	if (region->photo)
		g_string_append(text, ", photo");
	if (region->icon)
		g_string_append(text, ", icon");
	if (region->text_share > 0.f)
		g_string_append_printf(text, ", %.0f%% of the text", region->text_share * 100.f);
	return g_string_free(text, FALSE);
}

static gboolean
holds_lines(const AtsRegion *region)
{
	switch (region->kind) {
	case ATS_REGION_MAIN:
	case ATS_REGION_COLUMN:
	case ATS_REGION_SIDEBAR:
	case ATS_REGION_HEADER:
	case ATS_REGION_FOOTER:
	case ATS_REGION_TEXT_BOX:
		return TRUE;
	default:
		return FALSE;
	}
}

/* what lies over the regions that hold lines is dashed, and has its tag at the other side */
static void
add_region(Overlay *self, const AtsRegion *region)
{
	guint32 colour = colours[region->kind];
	gboolean holds = holds_lines(region);
	g_autofree char *text = NULL;

	add_box(self, region->box, colour, REGION_FILL, REGION_WIDTH, !holds);
	if (!holds && MIN(ats_box_width(region->box), ats_box_height(region->box)) < TAGGED_SIDE &&
	    region->icon)
		return;
	text = describe(region);
	add_tag(self,
		holds ? region->box.x0 : region->box.x1,
		region->box.y0,
		holds ? ATS_TAG_BOTTOM_LEFT : ATS_TAG_BOTTOM_RIGHT,
		REGION_TAG,
		colour,
		text);
}

static void
add_regions(Overlay *self)
{
	for (guint i = 0; i < self->layout->regions->len; i++) {
		const AtsRegion *region = ats_at(self->layout->regions, AtsRegion, i);
		if (region->page == self->page)
			add_region(self, region);
	}
}

/* --- lines --- */

static void
add_line(Overlay *self, const AtsLine *line)
{
	const AtsRegion *region = ats_at(self->layout->regions, AtsRegion, line->region);
	char number[16];

	self->n_lines++;
	if (line->heading)
		add_box(self, line->box, COLOUR_HEADING, HEADING_FILL, 0.f, FALSE);
	add_box(self, line->box, colours[region->kind], 0.f, LINE_WIDTH, FALSE);
	g_snprintf(number, sizeof(number), "%u", self->n_lines);
	add_tag(self,
		line->box.x0,
		line->box.y0,
		ATS_TAG_TOP_RIGHT,
		LINE_TAG,
		colours[region->kind],
		number);
}

/* the order leaves the region, or goes back up within it; @next may stand on the same row */
static gboolean
jumps(const AtsLine *line, const AtsLine *next)
{
	return next->region != line->region || next->box.y1 < line->box.y0;
}

static void
add_arrow(Overlay *self, const AtsLine *line, const AtsLine *next)
{
	AtsMark mark = {
	    .kind = ATS_MARK_ARROW,
	    .box =
		{
		    .x0 = (line->box.x0 + line->box.x1) / 2,
		    .y0 = line->box.y1,
		    .x1 = (next->box.x0 + next->box.x1) / 2,
		    .y1 = next->box.y0,
		},
	    .colour = COLOUR_ARROW,
	    .line_width = ARROW_WIDTH,
	};

	g_array_append_val(self->out->marks, mark);
}

static void
add_lines(Overlay *self)
{
	const AtsLine *before = NULL;

	for (guint i = 0; i < self->layout->lines->len; i++) {
		const AtsLine *line = ats_at(self->layout->lines, AtsLine, i);
		if (line->page != self->page)
			continue;
		add_line(self, line);
		if (before != NULL && jumps(before, line))
			add_arrow(self, before, line);
		before = line;
	}
}

/* --- words that a person does not see --- */

/* a stretch of words that are hidden in the same way */
typedef struct {
	guint8 visibility;
	AtsBox box; /* of the first of them */
	GString *text;
} Hidden;

static void
end_hidden(Overlay *self, Hidden *hidden)
{
	g_autofree char *text = NULL;

	if (hidden->visibility == ATS_VISIBLE_NORMAL)
		return;
	text = g_strdup_printf("%s:%s", visibilities[hidden->visibility], hidden->text->str);
	add_tag(self,
		hidden->box.x0,
		hidden->box.y0,
		ATS_TAG_BOTTOM_LEFT,
		HIDDEN_TAG,
		COLOUR_HIDDEN,
		text);
	g_string_truncate(hidden->text, 0);
	hidden->visibility = ATS_VISIBLE_NORMAL;
}

static void
add_hidden(Overlay *self, Hidden *hidden, const AtsWord *word)
{
	if (word->visibility != hidden->visibility)
		end_hidden(self, hidden);
	if (word->visibility == ATS_VISIBLE_NORMAL)
		return;
	self->n_hidden++;
	if (hidden->visibility == ATS_VISIBLE_NORMAL)
		hidden->box = word->box;
	hidden->visibility = word->visibility;
	add_box(self, word->box, COLOUR_HIDDEN, HIDDEN_FILL, HIDDEN_WIDTH, TRUE);
	if (hidden->text->len < HIDDEN_TEXT_BYTES)
		g_string_append_printf(hidden->text, " %s", word->text);
}

static void
add_hidden_words(Overlay *self)
{
	const AtsPage *page = ats_at(self->document->pages, AtsPage, self->page);
	g_autoptr(GString) text = g_string_new(NULL);
	Hidden hidden = {.visibility = ATS_VISIBLE_NORMAL, .text = text};

	for (guint i = 0; i < page->n_words; i++)
		add_hidden(self,
			   &hidden,
			   ats_at(self->document->words, AtsWord, page->first_word + i));
	end_hidden(self, &hidden);
}

/* --- the whole --- */

static void
set_caption(Overlay *self)
{
	g_autofree char *caption = g_strdup_printf(
	    "page %u of %u · %u lines here, numbered as a person reads · %u column%s in the "
	    "document · body text %.1f pt · %u hidden word%s here",
	    self->page + 1,
	    self->document->n_pages,
	    self->n_lines,
	    self->layout->n_columns,
	    self->layout->n_columns == 1 ? "" : "s",
	    self->layout->body_size,
	    self->n_hidden,
	    self->n_hidden == 1 ? "" : "s");

	self->out->caption = g_string_chunk_insert(self->out->strings, caption);
}

AtsMarks *
ats_overlay_make(const AtsDocument *document, const AtsLayout *layout, guint page)
{
	Overlay self = {document, layout, page, ats_marks_new(), 0, 0};

	add_regions(&self);
	add_lines(&self);
	add_hidden_words(&self);
	set_caption(&self);
	return self.out;
}

/*
 * Glyphs that a page draws and poppler keeps no text of: those off the page, which other parsers
 * print all the same, and those whose font does not say what they are. For the PDF files of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <math.h>

#include "base/limits.h"

/* as shares of the size, for glyphs of which only the origin is known */
#define ASCENT	0.75f
#define DESCENT 0.25f
#define WIDTH	0.5f
/* a longer way to the next glyph of a run is a gap */
#define LONGEST_ADVANCE 1.2f

/* characters that are the numbers of their glyphs: so many of a font, and nearly all of them, are
 * no chance */
#define RAW_GLYPHS 4
#define RAW_SHARE  0.9f

typedef struct {
	guint matched, same; /* glyphs that are text, and of these, those whose character is but
				their number */
	gboolean raw;
	guint16 font; /* of the document, by a matched glyph */
} FontUse;

typedef struct {
	AtsPdfDraw *draw;
	const AtsPage *page;
	GHashTable *fonts; /* AtsDrawnRun.font → FontUse */
	FontUse **of_runs; /* of each run of the drawing */
	GHashTable *known; /* glyph of a font → its character, learned from matched ones; NULL
			      before it is asked for */
	guint16 nameless;
} Unread;

static FontUse *
font_use(Unread *self, const AtsDrawnRun *run)
{
	FontUse *use = g_hash_table_lookup(self->fonts, run->font);

	if (use == NULL) {
		use = g_new0(FontUse, 1);
		use->font = self->nameless;
		g_hash_table_insert(self->fonts, (gpointer)run->font, use);
	}
	return use;
}

static void
learn_fonts(Unread *self, const GArray *chars)
{
	for (guint i = 0; i < self->draw->runs->len; i++)
		self->of_runs[i] = font_use(self, ats_at(self->draw->runs, AtsDrawnRun, i));
	for (guint i = 0; i < self->draw->glyphs->len; i++) {
		const AtsDrawnGlyph *g = ats_at(self->draw->glyphs, AtsDrawnGlyph, i);
		const AtsDrawnRun *run = ats_at(self->draw->runs, AtsDrawnRun, g->run);
		FontUse *use = self->of_runs[g->run];
		if (g->matched < 0)
			continue;
		use->matched++;
		use->same +=
		    !run->unicode && ats_at(chars, AtsPdfChar, g->matched)->glyph.c == g->index;
		use->font = ats_at(chars, AtsPdfChar, g->matched)->font;
	}
}

static void
learn_glyphs(Unread *self, const GArray *chars)
{
	self->known = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < self->draw->glyphs->len; i++) {
		const AtsDrawnGlyph *g = ats_at(self->draw->glyphs, AtsDrawnGlyph, i);
		const AtsDrawnRun *run = ats_at(self->draw->runs, AtsDrawnRun, g->run);
		if (g->matched < 0)
			continue;
		g_hash_table_insert(
		    self->known,
		    ats_pdf_glyph_key(run, g),
		    GUINT_TO_POINTER(ats_at(chars, AtsPdfChar, g->matched)->glyph.c));
	}
}

/* the character that matched glyphs of its kind stand for; 0 if there are none */
static gunichar
known_character(Unread *self, const GArray *chars, const AtsDrawnGlyph *g)
{
	const AtsDrawnRun *run = ats_at(self->draw->runs, AtsDrawnRun, g->run);

	if (self->known == NULL)
		learn_glyphs(self, chars);
	return GPOINTER_TO_UINT(g_hash_table_lookup(self->known, ats_pdf_glyph_key(run, g)));
}

/* a font without names for its glyphs: poppler passes their numbers on as characters */
static void
mark_raw(Unread *self, GArray *chars)
{
	for (guint i = 0; i < chars->len; i++) {
		AtsPdfChar *c = ats_at(chars, AtsPdfChar, i);
		const AtsDrawnGlyph *g;
		FontUse *use;
		if (c->drawn < 0)
			continue;
		g = ats_at(self->draw->glyphs, AtsDrawnGlyph, c->drawn);
		use = self->of_runs[g->run];
		use->raw = use->matched >= RAW_GLYPHS &&
			   (float)use->same >= RAW_SHARE * (float)use->matched;
		c->raw = use->raw;
		c->glyph.has_unicode = c->glyph.has_unicode && !use->raw;
	}
}

/* its box, by the way to the next glyph of its run */
static AtsBox
glyph_box(const Unread *self, guint i)
{
	const AtsDrawnGlyph *g = ats_at(self->draw->glyphs, AtsDrawnGlyph, i);
	const AtsDrawnRun *run = ats_at(self->draw->runs, AtsDrawnRun, g->run);
	float advance = WIDTH * run->size;
	float x1, y1;

	if (i + 1 < self->draw->glyphs->len && g[1].run == g->run) {
		float way = hypotf(g[1].x - g->x, g[1].y - g->y);
		if (way > 0 && way < LONGEST_ADVANCE * run->size)
			advance = way;
	}
	x1 = g->x + advance * run->ux;
	y1 = g->y + advance * run->uy;
	if (fabsf(run->ux) >= fabsf(run->uy))
		return (AtsBox){MIN(g->x, x1),
				g->y - ASCENT * run->size,
				MAX(g->x, x1),
				g->y + DESCENT * run->size};
	return (AtsBox){g->x - DESCENT * run->size,
			MIN(g->y, y1),
			g->x + ASCENT * run->size,
			MAX(g->y, y1)};
}

static gboolean
is_off_page(const AtsPage *page, AtsBox box)
{
	return box.x1 <= 0 || box.y1 <= 0 || box.x0 >= page->width || box.y0 >= page->height;
}

static AtsPdfChar
char_of(const Unread *self, guint i, gunichar c, guint16 font)
{
	const AtsDrawnGlyph *g = ats_at(self->draw->glyphs, AtsDrawnGlyph, i);
	const AtsDrawnRun *run = ats_at(self->draw->runs, AtsDrawnRun, g->run);

	return (AtsPdfChar){
	    .glyph = {.c = c,
		      .box = glyph_box(self, i),
		      .x = g->x,
		      .y = g->y,
		      .draw = g->draw,
		      .has_unicode = c != 0xfffd},
	    .size = run->size,
	    .colour = run->colour,
	    .rotation = run->rotation,
	    .font = font,
	    .drawn = (gint32)i,
	};
}

/* the character that an unmatched glyph stands for, U+FFFD if nobody knows, 0 if it is none: a
 * space, or left out with reason */
static gunichar
character(Unread *self, const GArray *chars, const AtsDrawnGlyph *g, gboolean off_page)
{
	const FontUse *use = self->of_runs[g->run];

	if (off_page)
		return g->c != 0 ? g->c : known_character(self, chars, g);
	/* in a font of which some glyphs are text, those without are spaces */
	return g->c == 0 && (use->matched == 0 || use->raw) && ats_pdf_glyph_has_ink(self->draw, g)
		   ? 0xfffd
		   : 0;
}

static void
add_unread(Unread *self, GArray *chars, guint i)
{
	AtsDrawnGlyph *g = ats_at(self->draw->glyphs, AtsDrawnGlyph, i);
	const AtsDrawnRun *run = ats_at(self->draw->runs, AtsDrawnRun, g->run);
	gboolean off_page = is_off_page(self->page, glyph_box(self, i));
	gunichar c = character(self, chars, g, off_page);
	AtsPdfChar *last = chars->len > 0 ? ats_at(chars, AtsPdfChar, chars->len - 1) : NULL;
	AtsPdfChar out;

	if (c == 0 || g_unichar_isspace(c)) {
		if (last != NULL && last->drawn == (gint32)i - 1)
			last->space = last->glyph.space_after = TRUE;
		return;
	}
	out = char_of(self, i, c, self->of_runs[g->run]->font);
	if (off_page)
		out.visibility = ATS_VISIBLE_OFF_PAGE;
	/* lines by the places of the glyphs */
	if (last != NULL && last->drawn >= 0 &&
	    (fabsf(last->glyph.y - g->y) > .5f * run->size || !last->glyph.draw))
		last->glyph.line_end = TRUE;
	g->matched = (gint32)chars->len;
	g_array_append_val(chars, out);
}

void
ats_pdf_add_unread(GArray *chars, AtsPdfDraw *draw, const AtsPage *page, AtsPdfFonts *fonts)
{
	Unread self = {.draw = draw, .page = page};

	self.fonts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	self.of_runs = g_new(FontUse *, draw->runs->len + 1);
	self.nameless = ats_pdf_fonts_lookup(fonts, NULL);
	learn_fonts(&self, chars);
	mark_raw(&self, chars);
	if (chars->len > 0)
		ats_at(chars, AtsPdfChar, chars->len - 1)->glyph.line_end = TRUE;
	for (guint i = 0; i < draw->glyphs->len && chars->len < ATS_LIMIT_PAGE_GLYPHS; i++) {
		if (ats_at(draw->glyphs, AtsDrawnGlyph, i)->matched < 0)
			add_unread(&self, chars, i);
	}
	g_hash_table_unref(self.fonts);
	g_clear_pointer(&self.known, g_hash_table_unref);
	g_free(self.of_runs);
}

/*
 * Paragraphs, runs and words of a DOCX: properties resolved from defaults, styles and what the file
 * states in place; letters joined to words. For docx_walk.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_body.h"

#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "extract/docx_fonts.h"

/* points; nobody reads text below this */
#define TINY 2.f
/* of 255 in each channel; text this near its ground is not seen */
#define SAME_COLOUR 20
/* share of the font's size; letters this far apart read as spaced out: tracking of headings in
 * print stays below */
#define LETTERSPACED 0.15f

/* --- paragraphs --- */

void
ats_docx_paragraph_start(AtsDocxWalk *walk)
{
	AtsParagraph paragraph = {.part = walk->part, .style = ""};
	AtsDocxPara open = {.pending = ATS_BREAK_PARAGRAPH, .ground = walk->ground};
	AtsParaProps props = {0};

	ats_docx_word_end(walk);
	if (walk->document->paragraphs->len >= ATS_LIMIT_PARAGRAPHS)
		ats_docx_walk_too_many(walk, "paragraphs");
	paragraph.section = MIN(walk->section, walk->document->sections->len - 1);
	paragraph.style = ats_docx_styles_paragraph(walk->styles, NULL, &props, &open.base);
	paragraph.size = open.base.size;
	paragraph.bare = !ats_xml_has_attributes(walk->xml);
	open.run = open.base;
	open.index = walk->document->paragraphs->len;
	g_array_append_val(walk->document->paragraphs, paragraph);
	g_array_append_val(walk->paragraphs, open);
}

/* the list's own indent counts where the paragraph states none */
static void
take_numbering(AtsDocxWalk *walk,
	       AtsParagraph *paragraph,
	       const AtsParaProps *props,
	       const AtsParaProps *direct)
{
	const AtsDocxLevel *level =
	    props->num_id > 0
		? ats_docx_numbering_level(walk->numbering, props->num_id, props->level)
		: NULL;

	if (level == NULL)
		return;
	paragraph->list = level->shown;
	if (!level->indented || (direct->stated & ATS_PARA_LEFT) != 0)
		return;
	paragraph->indent_left = level->left;
	paragraph->indent_first = level->first;
}

/* neighbouring paragraphs that state the same frame share it. A floating table repeats its place as
   a frame in each of its paragraphs: those are none */
static void
take_frame(AtsDocxWalk *walk, AtsParagraph *paragraph, const AtsDocxFrame *frame)
{
	const AtsSection *section =
	    ats_at(walk->document->sections, AtsSection, paragraph->section);
	gboolean is_frame = frame->id != 0 && walk->tables->len == 0;
	gboolean same =
	    is_frame && frame->id == walk->frame_id &&
	    ats_at(walk->document->parts, AtsPart, walk->frame_part)->parent == (gint32)walk->part;
	AtsPart *part;

	walk->frame_id = is_frame ? frame->id : 0;
	if (!is_frame)
		return;
	if (!same)
		walk->frame_part =
		    ats_docx_walk_add_part(walk, ATS_PART_FRAME, ATS_VARIANT_NONE, walk->part);
	walk->part = walk->frame_part;
	paragraph->part = walk->frame_part;
	if (same)
		return;
	part = ats_at(walk->document->parts, AtsPart, walk->frame_part);
	part->anchored = !frame->drop_cap;
	part->page_relative = frame->page_y || frame->margin_y;
	part->box.x0 = frame->x + (frame->page_x ? 0 : section->margin_left);
	part->box.y0 = frame->y + (frame->margin_y ? section->margin_top : 0);
	part->box.x1 = part->box.x0 + frame->width;
	part->box.y1 = part->box.y0 + frame->height;
}

static void
fill_paragraph(AtsParagraph *paragraph, const AtsParaProps *props)
{
	paragraph->outline = props->outline;
	paragraph->align = props->align;
	paragraph->rule_above = props->rule_above;
	paragraph->rule_below = props->rule_below;
	paragraph->shaded = props->filled && props->fill != 0xFFFFFF;
	paragraph->keep_next = props->keep_next;
	paragraph->page_break_before = props->page_break_before;
	paragraph->indent_left = props->left;
	paragraph->indent_first = props->first;
	paragraph->space_before = props->before;
	paragraph->space_after = props->after;
	paragraph->tab_kinds = props->tab_kinds;
}

void
ats_docx_paragraph_props(AtsDocxWalk *walk)
{
	AtsParaProps direct = {0}, props = {0};
	AtsParagraph *paragraph;
	AtsDocxPara *open;

	ats_docx_para_props_read(walk->xml, walk->document, &direct);
	if (walk->paragraphs->len == 0)
		return;
	open = ats_top(walk->paragraphs, AtsDocxPara);
	paragraph = ats_at(walk->document->paragraphs, AtsParagraph, open->index);
	paragraph->style =
	    ats_docx_styles_paragraph(walk->styles, direct.style, &props, &open->base);
	ats_docx_para_props_lay(&props, &direct);
	open->run = open->base;
	paragraph->size = open->base.size;
	fill_paragraph(paragraph, &props);
	paragraph->bare = FALSE;
	paragraph->n_tabs = direct.n_tabs;
	take_numbering(walk, paragraph, &props, &direct);
	if (props.filled)
		open->ground = (AtsDocxGround){.known = TRUE, .colour = props.fill};
	if (props.page_break_before)
		open->pending = ATS_BREAK_PAGE;
	take_frame(walk, paragraph, &props.frame);
	/* the break comes after this paragraph, which is the last of its section */
	walk->section += direct.section && walk->is_body;
}

void
ats_docx_paragraph_end(AtsDocxWalk *walk)
{
	ats_docx_word_end(walk);
	if (walk->paragraphs->len > 0)
		g_array_set_size(walk->paragraphs, walk->paragraphs->len - 1);
}

/* --- runs --- */

void
ats_docx_run_start(AtsDocxWalk *walk)
{
	AtsDocxPara *open;

	if (walk->paragraphs->len == 0)
		return;
	open = ats_top(walk->paragraphs, AtsDocxPara);
	open->run = open->base;
}

void
ats_docx_run_props(AtsDocxWalk *walk)
{
	AtsRunProps direct = {0};
	const AtsRunProps *style;
	AtsDocxPara *open;

	ats_docx_run_props_read(walk->xml, walk->document, &direct);
	if (walk->paragraphs->len == 0)
		return;
	open = ats_top(walk->paragraphs, AtsDocxPara);
	open->run = open->base;
	style = ats_docx_styles_character(walk->styles, direct.style);
	if (style != NULL)
		ats_docx_run_props_lay_style(&open->run, style);
	ats_docx_run_props_lay(&open->run, &direct);
}

/* --- words --- */

static guint16
font_index(AtsDocxWalk *walk, const char *name)
{
	gpointer known = g_hash_table_lookup(walk->fonts, name);
	AtsFont font = {.name = name};

	if (known != NULL)
		return (guint16)(GPOINTER_TO_UINT(known) - 1);
	if (walk->document->fonts->len >= G_MAXUINT16)
		return 0;
	font.name = ats_document_intern(walk->document, name);
	font.icon = ats_docx_font_is_icons(name);
	g_array_append_val(walk->document->fonts, font);
	g_hash_table_insert(walk->fonts,
			    (char *)font.name,
			    GUINT_TO_POINTER(walk->document->fonts->len));
	return (guint16)(walk->document->fonts->len - 1);
}

static gboolean
near(guint32 a, guint32 b)
{
	for (guint shift = 0; shift < 24; shift += 8) {
		gint one = (gint)((a >> shift) & 0xFF), other = (gint)((b >> shift) & 0xFF);
		if (ABS(one - other) > SAME_COLOUR)
			return FALSE;
	}
	return TRUE;
}

static AtsDocxGround
ground_of(const AtsDocxPara *open)
{
	if (open->run.filled)
		return (AtsDocxGround){.known = TRUE, .colour = open->run.fill};
	return open->ground;
}

static AtsVisibility
visibility_of(const AtsDocxPara *open)
{
	AtsDocxGround ground = ground_of(open);

	if (open->run.toggles & ATS_TOGGLE_VANISH)
		return ATS_VISIBLE_HIDDEN_RUN;
	if (ats_docx_run_size(&open->run) < TINY)
		return ATS_VISIBLE_TOO_SMALL;
	if (!open->run.colour_auto && ground.known && near(open->run.colour, ground.colour))
		return ATS_VISIBLE_SAME_COLOUR;
	return ATS_VISIBLE_NORMAL;
}

static void
word_start(AtsDocxWalk *walk, AtsDocxPara *open, guint32 part, AtsVisibility visibility)
{
	const AtsRunProps *run = &open->run;
	float size = ats_docx_run_size(run);
	AtsWord *word = &walk->word;

	*word = (AtsWord){.part = part, .paragraph = open->index, .visibility = visibility};
	word->before = walk->page_due && open->pending != ATS_BREAK_NONE ? ATS_BREAK_PAGE
									 : open->pending;
	word->font = font_index(walk, ats_docx_styles_font(walk->styles, run->font));
	word->size = size;
	word->pitch = size > 0 ? run->spacing / size : 0;
	word->colour = run->colour_auto ? 0 : run->colour;
	word->bold = ats_docx_run_is_bold(run);
	word->italic = (run->toggles & ATS_TOGGLE_ITALIC) != 0;
	word->caps = (run->toggles & (ATS_TOGGLE_CAPS | ATS_TOGGLE_SMALL_CAPS)) != 0;
	word->underlined = run->underline;
	word->letterspaced = word->pitch >= LETTERSPACED;
	walk->word_on_page = visibility == ATS_VISIBLE_SAME_COLOUR && ground_of(open).page;
	word->icon = ats_at(walk->document->fonts, AtsFont, word->font)->icon;
	word->wide_gap = open->wide;
	word->column_break = walk->column_due;
	open->pending = ATS_BREAK_NONE;
	open->wide = FALSE;
	walk->page_due = FALSE;
	walk->column_due = FALSE;
	g_string_truncate(walk->letters, 0);
	walk->word_open = TRUE;
}

void
ats_docx_word_end(AtsDocxWalk *walk)
{
	AtsDocument *document = walk->document;

	if (!walk->word_open)
		return;
	walk->word_open = FALSE;
	if (document->words->len >= ATS_LIMIT_WORDS) {
		ats_docx_walk_too_many(walk, "words");
		return;
	}
	walk->word.text = ats_document_intern(document, walk->letters->str);
	walk->word.draw = (gint32)document->words->len;
	if (walk->word_on_page)
		g_array_append_val(walk->on_page, document->words->len);
	g_array_append_val(document->words, walk->word);
}

static void
add_letter(AtsDocxWalk *walk, AtsDocxPara *open, gunichar c, guint32 part, AtsVisibility visibility)
{
	if (walk->word_open && (walk->word.part != part || walk->word.visibility != visibility ||
				walk->word.paragraph != open->index))
		ats_docx_word_end(walk);
	if (!walk->word_open)
		word_start(walk, open, part, visibility);
	walk->word.icon |= ats_unichar_is_private(c);
	walk->word.ligature |= ats_unichar_is_ligature(c);
	g_string_append_unichar(walk->letters, c);
}

void
ats_docx_text(AtsDocxWalk *walk, const char *text)
{
	AtsDocxPara *open;
	AtsVisibility visibility;
	guint32 part;

	if (walk->paragraphs->len == 0 || !ats_docx_field_part(walk, &part))
		return;
	open = ats_top(walk->paragraphs, AtsDocxPara);
	visibility = visibility_of(open);
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (g_unichar_isspace(c))
			ats_docx_break(walk, ATS_BREAK_SPACE);
		else
			add_letter(walk, open, c, part, visibility);
	}
}

void
ats_docx_break(AtsDocxWalk *walk, AtsBreak gap)
{
	AtsDocxPara *open;

	ats_docx_word_end(walk);
	if (walk->paragraphs->len == 0)
		return;
	open = ats_top(walk->paragraphs, AtsDocxPara);
	open->wide |= gap == ATS_BREAK_SPACE && open->pending == ATS_BREAK_SPACE;
	open->pending = MAX(open->pending, gap);
	/* a page break at a paragraph's end parts it from the next one */
	walk->page_due |= gap == ATS_BREAK_PAGE;
}

/* Word keeps symbol fonts at U+F000; older files state the font's own byte */
void
ats_docx_symbol(AtsDocxWalk *walk)
{
	const char *hex = ats_xml_attribute(walk->xml, ATS_NS_W, "char");
	const char *font = ats_xml_attribute(walk->xml, ATS_NS_W, "font");
	guint64 c = hex != NULL ? g_ascii_strtoull(hex, NULL, 16) : 0;
	char utf8[8] = {0};
	guint32 part = walk->part;
	AtsDocxPara *open;

	if (walk->paragraphs->len == 0 || c == 0 || c > 0xFFFF)
		return;
	c = c < 0x100 ? c + 0xF000 : c;
	if (!g_unichar_validate((gunichar)c))
		return;
	utf8[g_unichar_to_utf8((gunichar)c, utf8)] = '\0';
	open = ats_top(walk->paragraphs, AtsDocxPara);
	if (font != NULL)
		open->run.font = ats_document_intern(walk->document, font);
	ats_docx_walk_enter(walk, ATS_PART_SYMBOL, ATS_VARIANT_NONE);
	ats_docx_text(walk, utf8);
	ats_docx_word_end(walk);
	walk->part = part;
}

/* --- the end of the document --- */

/* words stand in the order of the file; those of a text box stand inside its anchor's paragraph. A
   stable counting sort by paragraph brings each paragraph together */
static void
sort_words(AtsDocument *document)
{
	guint n = document->words->len;
	g_autofree guint32 *next = g_new0(guint32, document->paragraphs->len + 1);
	GArray *sorted = g_array_sized_new(FALSE, TRUE, sizeof(AtsWord), n);

	g_array_set_size(sorted, n);
	for (guint i = 0; i < n; i++)
		next[ats_at(document->words, AtsWord, i)->paragraph + 1]++;
	for (guint i = 0; i < document->paragraphs->len; i++) {
		AtsParagraph *p = ats_at(document->paragraphs, AtsParagraph, i);
		p->first_word = next[i];
		p->n_words = next[i + 1];
		next[i + 1] += next[i];
	}
	for (guint i = 0; i < n; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		*ats_at(sorted, AtsWord, next[word->paragraph]++) = *word;
	}
	g_array_unref(document->words);
	document->words = sorted;
}

void
ats_docx_walk_finish(AtsDocxWalk *walk)
{
	AtsDocument *document = walk->document;

	/* white text over a dark shape is read by everybody, and where shapes lie is not known */
	for (guint i = 0; walk->floats && i < walk->on_page->len; i++) {
		guint32 draw = g_array_index(walk->on_page, guint32, i);
		ats_at(document->words, AtsWord, draw)->visibility = ATS_VISIBLE_NORMAL;
	}
	sort_words(document);
	for (guint i = 0; i < document->parts->len; i++) {
		AtsPart *part = ats_at(document->parts, AtsPart, i);
		part->paragraph = MIN(part->paragraph, MAX(document->paragraphs->len, 1) - 1);
	}
	ats_at(document->pages, AtsPage, 0)->n_words = document->words->len;
	ats_at(document->pages, AtsPage, 0)->n_drawings = document->drawings->len;
}

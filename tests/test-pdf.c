/*
 * Tests of the PDF side of src/extract, on PDFs written here as text: no xref table is needed when
 * the trailer names the root.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "extract/extract.h"
#include "extract/pdf_draw.h"
#include "extract/pixels.h"

#define PAGE_WIDTH  400
#define PAGE_HEIGHT 300

/* one page of that content; @page goes into its dictionary, @objects are numbered from 10 */
static GBytes *
pdf_with(const char *content, const char *page, const char *objects)
{
	g_autofree char *text = g_strdup_printf(
	    "%%PDF-1.5\n"
	    "1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[12 0 R]>>>>endobj\n"
	    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<<"
	    "/Font<</F 5 0 R/B 6 0 R/Z 7 0 R>>/ExtGState<</Clear<</ca 0>>/Half<</ca .5>>"
	    "/Masked<</SMask<</S/Luminosity/G 11 0 R>>>>>>/XObject<</G 10 0 R>>>>%s>>endobj\n"
	    "4 0 obj<</Length %zu>>stream\n%s\nendstream endobj\n"
	    "5 0 "
	    "obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
	    "6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>endobj\n"
	    "7 0 obj<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>endobj\n"
	    "8 0 obj<</Title(A resume)/Producer(by hand)>>endobj\n"
	    "%s"
	    "trailer<</Root 1 0 R/Info 8 0 R/Size 30>>\n",
	    PAGE_WIDTH,
	    PAGE_HEIGHT,
	    page,
	    strlen(content),
	    content,
	    objects);

	return g_bytes_new(text, strlen(text));
}

static AtsDocument *
extract(GBytes *bytes)
{
	g_autoptr(GBytes) owned = bytes;
	g_autoptr(GError) error = NULL;
	AtsDocument *document = ats_extract_pdf(owned, &error);

	ck_assert_msg(document != NULL, "%s", error != NULL ? error->message : "no error set");
	return document;
}

static AtsDocument *
extract_content(const char *content)
{
	return extract(pdf_with(content, "", ""));
}

static const AtsWord *
word_at(const AtsDocument *document, guint i)
{
	ck_assert_uint_lt(i, document->words->len);
	return ats_at(document->words, AtsWord, i);
}

static const AtsWord *
find_word(const AtsDocument *document, const char *text)
{
	for (guint i = 0; i < document->words->len; i++) {
		if (g_str_equal(ats_at(document->words, AtsWord, i)->text, text))
			return ats_at(document->words, AtsWord, i);
	}
	ck_abort_msg("no word '%s'", text);
	return NULL;
}

static void
assert_texts(const AtsDocument *document, const char *expected)
{
	g_autoptr(GString) texts = g_string_new(NULL);

	for (guint i = 0; i < document->words->len; i++)
		g_string_append_printf(texts,
				       "%s%s",
				       i > 0 ? "|" : "",
				       ats_at(document->words, AtsWord, i)->text);
	ck_assert_str_eq(texts->str, expected);
}

static const AtsDrawing *
only_drawing(const AtsDocument *document)
{
	ck_assert_uint_eq(document->drawings->len, 1);
	return ats_at(document->drawings, AtsDrawing, 0);
}

static void
assert_box(AtsBox box, float x0, float y0, float x1, float y1)
{
	const float slack = .8f;

	ck_assert_float_eq_tol(box.x0, x0, slack);
	ck_assert_float_eq_tol(box.y0, y0, slack);
	ck_assert_float_eq_tol(box.x1, x1, slack);
	ck_assert_float_eq_tol(box.y1, y1, slack);
}

/* --- words --- */

START_TEST(words_have_places_and_fonts)
{
	g_autoptr(AtsDocument) doc = extract_content(
	    "BT /F 12 Tf 50 200 Td (Hello world) Tj /B 20 Tf 1 0 0 rg 0 50 Td (Ann) Tj ET");
	const AtsWord *ann, *hello, *world;

	assert_texts(doc, "Ann|Hello|world");
	ann = word_at(doc, 0);
	hello = word_at(doc, 1);
	world = word_at(doc, 2);
	ck_assert_float_eq_tol(hello->box.x0, 50, .1);
	ck_assert_float_eq_tol(hello->baseline, PAGE_HEIGHT - 200, .1);
	ck_assert_float_eq_tol(hello->size, 12, .01);
	ck_assert(hello->box.y0 < hello->baseline && hello->box.y1 > hello->baseline);
	ck_assert_str_eq(ats_at(doc->fonts, AtsFont, ann->font)->name, "Helvetica-Bold");
	ck_assert(ann->bold && !hello->bold);
	ck_assert_uint_eq(ann->colour, 0xff0000);
	ck_assert_uint_eq(ann->before, ATS_BREAK_PARAGRAPH);
	ck_assert_uint_eq(world->before, ATS_BREAK_SPACE);
	ck_assert(world->space_glyph && !hello->space_glyph);
	ck_assert(!world->unmapped && !world->letterspaced && !world->doubled && !world->icon);
	ck_assert_str_eq(doc->title, "A resume");
	ck_assert_str_eq(doc->producer, "by hand");
}
END_TEST

START_TEST(glyphs_tell_the_order_of_drawing)
{
	g_autoptr(AtsDocument) doc =
	    extract_content("BT /F 12 Tf 50 100 Td (low) Tj 0 100 Td (high) Tj ET");
	const AtsPage *page = ats_at(doc->pages, AtsPage, 0);
	const AtsGlyph *h = ats_at(doc->glyphs, AtsGlyph, 0);

	assert_texts(doc, "high|low");
	ck_assert(page->has_order);
	ck_assert_uint_eq(page->n_glyphs, 7);
	ck_assert_int_gt(word_at(doc, 0)->draw, word_at(doc, 1)->draw);
	ck_assert_float_eq_tol(h->x, 50, .01);
	ck_assert_float_eq_tol(h->y, PAGE_HEIGHT - 200, .01);
	ck_assert(h->has_unicode && !h->is_tail && !h->line_end);
	ck_assert(ats_at(doc->glyphs, AtsGlyph, 3)->line_end);
	ck_assert_uint_eq(ats_at(doc->glyphs, AtsGlyph, 4)->word, 1);
}
END_TEST

START_TEST(gaps_part_words_where_no_space_is_drawn)
{
	g_autoptr(AtsDocument) doc =
	    extract_content("BT /F 10 Tf 50 200 Td (one) Tj 20.5 0 Td (two) Tj ET");

	assert_texts(doc, "one|two");
	ck_assert(!word_at(doc, 1)->space_glyph);
}
END_TEST

START_TEST(words_of_two_sizes_stay_whole)
{
	g_autoptr(AtsDocument) doc =
	    extract_content("BT 50 200 Td /F 12 Tf (W) Tj /F 9 Tf (ORK) Tj ET");

	assert_texts(doc, "WORK");
	ck_assert_float_eq_tol(word_at(doc, 0)->size, 9, .01);
}
END_TEST

START_TEST(small_capitals_set_apart_a_little_stay_whole)
{
	g_autoptr(AtsDocument) doc = extract_content(
	    "BT 50 200 Td /F 14 Tf [(W) -60] TJ /F 11 Tf (ORK) Tj 12 0 Td ( ) Tj 60 0 Td "
	    "/F 14 Tf [(H) -60] TJ /F 11 Tf (ISTORY) Tj ET");

	assert_texts(doc, "WORK|HISTORY");
}
END_TEST

START_TEST(spaced_letters_make_one_word)
{
	g_autoptr(AtsDocument) by_spacing =
	    extract_content("BT /F 12 Tf 4 Tc 50 200 Td (WORK HISTORY) Tj ET");
	g_autoptr(AtsDocument) by_spaces =
	    extract_content("BT /F 12 Tf 50 200 Td (E D U C A T I O N) Tj ET");
	g_autoptr(AtsDocument) plain =
	    extract_content("BT /F 12 Tf 50 200 Td (I AM A WELDER) Tj ET");

	assert_texts(by_spacing, "WORK|HISTORY");
	ck_assert(word_at(by_spacing, 0)->letterspaced);
	ck_assert_float_eq_tol(word_at(by_spacing, 0)->pitch, 4. / 12, .05);
	assert_texts(by_spaces, "EDUCATION");
	ck_assert(word_at(by_spaces, 0)->letterspaced);
	assert_texts(plain, "I|AM|A|WELDER");
	ck_assert(!word_at(plain, 3)->letterspaced);
}
END_TEST

START_TEST(slightly_spaced_letters_stay_together_where_spaces_are_drawn)
{
	/* gaps of 0.12, but for two that kerning narrows: too few are wide for a spaced stretch */
	g_autoptr(AtsDocument) doc = extract_content(
	    "BT /F 12 Tf 50 200 Td [(A) -20 (W) -20 (A) -120 (R) -120 (D) -120 (S)] TJ "
	    "0 -40 Td (For all the welds that held) Tj ET");
	/* nothing else on the page says what a space is */
	g_autoptr(AtsDocument) alone = extract_content(
	    "BT /F 12 Tf 50 200 Td [(tight) -150 (words) -150 (without) -150 (one)] TJ ET");

	assert_texts(doc, "AWARDS|For|all|the|welds|that|held");
	assert_texts(alone, "tight|words|without|one");
}
END_TEST

START_TEST(text_drawn_twice_is_told)
{
	g_autoptr(AtsDocument) doc = extract_content("BT /F 12 Tf 50 200 Td (Bold) Tj ET "
						     "BT /F 12 Tf 50.3 200 Td (Bold) Tj ET "
						     "BT /F 12 Tf 50 100 Td (Once) Tj ET");

	assert_texts(doc, "Bold|Once");
	ck_assert(word_at(doc, 0)->doubled);
	ck_assert(!word_at(doc, 1)->doubled);
}
END_TEST

START_TEST(turned_text_has_its_direction)
{
	g_autoptr(AtsDocument) doc =
	    extract_content("BT /F 12 Tf 0 1 -1 0 100 50 Tm (upward) Tj ET");

	assert_texts(doc, "upward");
	ck_assert_int_eq(word_at(doc, 0)->rotation, 270);
	ck_assert_int_eq(word_at(doc, 0)->visibility, ATS_VISIBLE_NORMAL);
}
END_TEST

START_TEST(pictograms_are_told_from_bullets)
{
	/* in ZapfDingbats, l is a disc and % a telephone */
	g_autoptr(AtsDocument) doc = extract_content(
	    "BT /Z 12 Tf 50 200 Td (l) Tj 0 -40 Td (%) Tj /F 12 Tf 12 0 Td (555) Tj ET");

	ck_assert_uint_eq(doc->words->len, 3);
	ck_assert(!word_at(doc, 0)->icon);
	ck_assert(word_at(doc, 1)->icon);
	ck_assert_str_eq(word_at(doc, 2)->text, "555");
	ck_assert(!word_at(doc, 2)->icon);
}
END_TEST

/* --- how a person sees them --- */

static void
assert_seen(const char *content, const char *text, AtsVisibility expected)
{
	g_autoptr(AtsDocument) doc = extract_content(content);

	ck_assert_int_eq(find_word(doc, text)->visibility, expected);
}

START_TEST(unseen_text_is_told)
{
	assert_seen("BT /F 12 Tf 50 200 Td (seen) Tj ET", "seen", ATS_VISIBLE_NORMAL);
	assert_seen("BT /F 12 Tf 1 g 50 200 Td (white) Tj ET", "white", ATS_VISIBLE_SAME_COLOUR);
	assert_seen("BT /F 12 Tf .8 g 50 200 Td (grey) Tj ET", "grey", ATS_VISIBLE_NORMAL);
	assert_seen("0 0 1 rg 40 180 200 60 re f BT /F 12 Tf 1 g 50 200 Td (onblue) Tj ET",
		    "onblue",
		    ATS_VISIBLE_NORMAL);
	assert_seen("0 0 1 rg 40 180 200 60 re f BT /F 12 Tf 50 200 Td (blue) Tj ET",
		    "blue",
		    ATS_VISIBLE_SAME_COLOUR);
	assert_seen("/Clear gs BT /F 12 Tf 50 200 Td (clear) Tj ET",
		    "clear",
		    ATS_VISIBLE_SAME_COLOUR);
	assert_seen("BT /F 12 Tf 50 200 Td (under) Tj ET 1 g 40 180 200 60 re f",
		    "under",
		    ATS_VISIBLE_COVERED);
	assert_seen("BT /F 12 Tf 50 200 Td (veil) Tj ET /Half gs 1 g 40 180 200 60 re f",
		    "veil",
		    ATS_VISIBLE_NORMAL);
	assert_seen("BT /F 12 Tf 50 200 Td (lined) Tj ET 50 198 40 1 re f",
		    "lined",
		    ATS_VISIBLE_NORMAL);
	assert_seen("BT /F 12 Tf 3 Tr 50 200 Td (spirit) Tj ET", "spirit", ATS_VISIBLE_NOT_PAINTED);
	assert_seen("BT /F 12 Tf 1 Tr 50 200 Td (outline) Tj ET", "outline", ATS_VISIBLE_NORMAL);
	assert_seen("q 200 10 50 50 re W n BT /F 12 Tf 50 200 Td (cut) Tj ET Q",
		    "cut",
		    ATS_VISIBLE_CLIPPED);
	assert_seen("BT /F 1 Tf 50 200 Td (speck) Tj ET", "speck", ATS_VISIBLE_TOO_SMALL);
}
END_TEST

START_TEST(text_off_the_page_is_kept)
{
	/* its letters are known from those on the page */
	g_autoptr(AtsDocument) doc =
	    extract_content("BT /F 12 Tf 50 200 Td (skill) Tj 900 0 Td (kill) Tj ET");

	assert_texts(doc, "skill|kill");
	ck_assert_int_eq(word_at(doc, 0)->visibility, ATS_VISIBLE_NORMAL);
	ck_assert_int_eq(word_at(doc, 1)->visibility, ATS_VISIBLE_OFF_PAGE);
}
END_TEST

START_TEST(unseen_text_over_its_own_outlines_is_seen)
{
	assert_seen("0 g 50 198 m 55 208 l 60 210 80 210 90 198 c 95 196 85 195 80 196 c 60 197 l "
		    "55 196 52 197 50 198 c f "
		    "/Clear gs BT /F 12 Tf 50 200 Td (traced) Tj ET",
		    "traced",
		    ATS_VISIBLE_NORMAL);
}
END_TEST

/* --- drawings --- */

START_TEST(rules_and_boxes_are_told)
{
	g_autoptr(AtsDocument) line = extract_content("2 w 50 100 m 350 100 l S");
	g_autoptr(AtsDocument) thin = extract_content("50 100 1 150 re f");
	g_autoptr(AtsDocument) box = extract_content("0 1 0 rg 50 100 200 50 re f");
	g_autoptr(AtsDocument) frame = extract_content("50 100 200 50 re S");

	ck_assert_int_eq(only_drawing(line)->kind, ATS_DRAWING_RULE);
	assert_box(only_drawing(line)->box, 50, 199, 350, 201);
	ck_assert(only_drawing(line)->stroked);
	ck_assert_int_eq(only_drawing(thin)->kind, ATS_DRAWING_RULE);
	assert_box(only_drawing(thin)->box, 50, 50, 51, 200);
	ck_assert_int_eq(only_drawing(box)->kind, ATS_DRAWING_BOX);
	ck_assert(only_drawing(box)->filled && !only_drawing(box)->stroked);
	ck_assert_uint_eq(only_drawing(box)->colour, 0x00ff00);
	assert_box(only_drawing(box)->box, 50, 150, 250, 200);
	ck_assert_int_eq(only_drawing(frame)->kind, ATS_DRAWING_BOX);
	ck_assert(only_drawing(frame)->stroked && !only_drawing(frame)->filled);
}
END_TEST

START_TEST(shapes_and_outlines_are_told)
{
	/* a circle, and a letter-like curl */
	g_autoptr(AtsDocument) circle =
	    extract_content("100 150 m 100 177.6 77.6 200 50 200 c 22.4 200 0 177.6 0 150 c "
			    "0 122.4 22.4 100 50 100 c 77.6 100 100 122.4 100 150 c f");
	g_autoptr(AtsDocument) curl = extract_content(
	    "50 100 m 60 130 70 90 80 120 c 82 118 l 70 80 60 120 52 90 c 51 92 l h f");

	ck_assert_int_eq(only_drawing(circle)->kind, ATS_DRAWING_SHAPE);
	assert_box(only_drawing(circle)->box, 0, 100, 100, 200);
	ck_assert_int_eq(only_drawing(curl)->kind, ATS_DRAWING_OUTLINES);
	ck_assert_uint_ge(only_drawing(curl)->n_curves, 4);
}
END_TEST

START_TEST(drawings_and_glyphs_share_one_order)
{
	g_autoptr(AtsDocument) doc =
	    extract_content("BT /F 12 Tf 50 200 Td (a) Tj ET 50 100 200 50 re f "
			    "BT /F 12 Tf 50 50 Td (b) Tj ET");

	ck_assert_int_lt(word_at(doc, 0)->draw, only_drawing(doc)->draw);
	ck_assert_int_lt(only_drawing(doc)->draw, word_at(doc, 1)->draw);
}
END_TEST

START_TEST(images_have_boxes_and_pixels)
{
	g_autoptr(AtsDocument) doc = extract_content(
	    "q 80 0 0 40 50 100 cm BI /W 8 /H 4 /CS /G /BPC 8 /F /AHx ID "
	    "00ff00ff00ff00ff ffffffffffffffff 00ff00ff00ff00ff ffffffffffffffff> EI Q");
	const AtsDrawing *image = only_drawing(doc);

	ck_assert_int_eq(image->kind, ATS_DRAWING_IMAGE);
	assert_box(image->box, 50, 160, 130, 200);
	ck_assert_uint_eq(image->pixel_width, 8);
	ck_assert_uint_eq(image->pixel_height, 4);
	ck_assert_float_eq_tol(image->ink, .25, .01);
	ck_assert_uint_eq(image->n_colours, 2);
}
END_TEST

START_TEST(groups_hand_down_their_transparency)
{
	const char *objects =
	    "10 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 400 300]/Group<</S/Transparency>>"
	    "/Length 20>>stream\n50 100 200 50 re f  \nendstream endobj\n";
	g_autoptr(AtsDocument) doc = extract(pdf_with("/Half gs /G Do", "", objects));

	ck_assert_int_eq(only_drawing(doc)->kind, ATS_DRAWING_BOX);
	ck_assert_float_eq_tol(only_drawing(doc)->alpha, .5, .01);
}
END_TEST

START_TEST(masks_are_no_drawings)
{
	const char *objects = "11 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 400 300]"
			      "/Group<</S/Transparency/CS/DeviceGray>>"
			      "/Length 24>>stream\n1 g 10 10 300 200 re f   \nendstream endobj\n";
	g_autoptr(AtsDocument) doc =
	    extract(pdf_with("/Masked gs 1 0 0 rg 50 100 200 50 re f", "", objects));

	assert_box(only_drawing(doc)->box, 50, 150, 250, 200);
}
END_TEST

/* --- what else a file holds --- */

START_TEST(links_have_targets_and_places)
{
	const char *objects = "10 0 obj<</Type/Annot/Subtype/Link/Rect[50 190 150 210]"
			      "/A<</S/URI/URI(https://example.com/ann)>>>>endobj\n";
	g_autoptr(AtsDocument) doc = extract(
	    pdf_with("BT /F 12 Tf 50 195 Td (portfolio) Tj ET", "/Annots[10 0 R]", objects));
	const AtsLink *link;

	ck_assert_uint_eq(doc->links->len, 1);
	link = ats_at(doc->links, AtsLink, 0);
	ck_assert_str_eq(link->uri, "https://example.com/ann");
	assert_box(link->box, 50, 90, 150, 110);
}
END_TEST

START_TEST(values_of_form_fields_are_parts)
{
	const char *objects =
	    "12 0 obj<</Type/Annot/Subtype/Widget/FT/Tx/T(phone)/V(5550100)/P 3 0 R/Rect[50 190 "
	    "150 210]"
	    "/DA(/F 12 Tf 0 g)/AP<</N 13 0 R>>>>endobj\n"
	    "13 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F 5 0 R>>>>"
	    "/Length 37>>stream\nBT /F 12 Tf 2 5 Td (5550100) Tj ET   \nendstream endobj\n";
	g_autoptr(AtsDocument) doc =
	    extract(pdf_with("BT /F 12 Tf 50 100 Td (Phone) Tj ET", "/Annots[12 0 R]", objects));

	ck_assert_int_eq(ats_at(doc->parts, AtsPart, find_word(doc, "5550100")->part)->kind,
			 ATS_PART_FORM_FIELD);
	ck_assert_uint_eq(find_word(doc, "Phone")->part, 0);
}
END_TEST

START_TEST(text_on_a_hidden_layer_is_kept)
{
	const char *text =
	    "%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 "
	    "R]>>>>>>endobj\n"
	    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
	    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R"
	    "/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>>>endobj\n"
	    "4 0 obj<</Length 104>>stream\nBT /F 12 Tf 50 200 Td (shown) Tj ET /OC /L BDC "
	    "BT /F 12 Tf 50 100 Td (hidden) Tj ET EMC                         \nendstream endobj\n"
	    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
	    "6 0 obj<</Type/OCG/Name(Notes)>>endobj\ntrailer<</Root 1 0 R/Size 7>>\n";
	g_autoptr(AtsDocument) doc = extract(g_bytes_new(text, strlen(text)));

	assert_texts(doc, "shown|hidden");
	ck_assert(doc->has_layers_off);
	ck_assert_int_eq(word_at(doc, 0)->visibility, ATS_VISIBLE_NORMAL);
	ck_assert_int_eq(word_at(doc, 1)->visibility, ATS_VISIBLE_LAYER_OFF);
}
END_TEST

/* --- errors --- */

static void
assert_error(const char *data, gssize length, AtsError code)
{
	g_autoptr(GBytes) bytes = g_bytes_new(data, length < 0 ? strlen(data) : (gsize)length);
	g_autoptr(GError) error = NULL;

	ck_assert_ptr_null(ats_extract_pdf(bytes, &error));
	ck_assert_msg(g_error_matches(error, ATS_ERROR, (gint)code), "%s", error->message);
	ck_assert_ptr_null(strchr(error->message, '\n'));
}

START_TEST(unreadable_files_say_why)
{
	assert_error("", 0, ATS_ERROR_UNSUPPORTED);
	assert_error("PK\3\4 and more", -1, ATS_ERROR_UNSUPPORTED);
	assert_error("\xd0\xcf\x11\xe0 and more", -1, ATS_ERROR_UNSUPPORTED);
	assert_error("Dear hiring manager", -1, ATS_ERROR_UNSUPPORTED);
	assert_error("%PDF-1.4\n", -1, ATS_ERROR_DAMAGED);
	assert_error("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R/Size 2>>\n",
		     -1,
		     ATS_ERROR_DAMAGED);
	assert_error("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
		     "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
		     "3 0 obj<</Filter/Standard/V 1/R 2/O(0123456789abcdef0123456789abcdef)"
		     "/U(0123456789abcdef0123456789abcdef)/P -4>>endobj\n"
		     "trailer<</Root 1 0 R/Encrypt 3 0 "
		     "R/ID[(0123456789abcdef)(0123456789abcdef)]/Size 4>>\n",
		     -1,
		     ATS_ERROR_ENCRYPTED);
}
END_TEST

START_TEST(pages_that_are_not_there_are_empty)
{
	const char *text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
			   "2 0 obj<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>endobj\n"
			   "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n"
			   "trailer<</Root 1 0 R/Size 10>>\n";
	g_autoptr(AtsDocument) doc = extract(g_bytes_new(text, strlen(text)));

	ck_assert_uint_ge(doc->pages->len, 1);
	ck_assert_uint_eq(doc->words->len, 0);
}
END_TEST

/* --- the capture itself --- */

START_TEST(the_drawing_calls_reach_us)
{
	g_autoptr(AtsDocument) doc = extract_content("");

	ck_assert(ats_at(doc->pages, AtsPage, 0)->has_order);
}
END_TEST

START_TEST(cairo_draws_as_ever_outside_a_capture)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 2, 2);
	cairo_t *cr = cairo_create(surface);

	cairo_set_source_rgb(cr, 1, 0, 0);
	cairo_save(cr);
	cairo_rectangle(cr, 0, 0, 1, 1);
	cairo_clip(cr);
	cairo_paint(cr);
	cairo_restore(cr);
	cairo_surface_flush(surface);
	ck_assert_uint_eq(((guint32 *)(gpointer)cairo_image_surface_get_data(surface))[0],
			  0xffff0000);
	ck_assert_uint_eq(((guint32 *)(gpointer)cairo_image_surface_get_data(surface))[1], 0);
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
}
END_TEST

/* --- pixels --- */

#define SIDE 200

/* lines of strokes with white between them, or grey noise in all tones */
static void
measure(gboolean text, AtsDrawing *drawing)
{
	g_autofree guint32 *pixels = g_new(guint32, SIDE * SIDE);
	g_autoptr(GRand) rand = g_rand_new_with_seed(7);

	for (guint y = 0; y < SIDE; y++) {
		for (guint x = 0; x < SIDE; x++) {
			gboolean ink = y % 20 < 10 && x % 5 == 0;
			guint32 grey = text ? (ink ? 0 : 255)
					    : (guint32)g_rand_int_range(rand, 0, 256);
			pixels[y * SIDE + x] = 0xff000000 | grey << 16 | grey << 8 | grey;
		}
	}
	ats_pixels_measure(pixels, SIDE, SIDE, SIDE, FALSE, drawing);
}

/* a box in the colour that the operands name in a space of a profile of that kind */
static guint32
profiled_colour(const char *kind, guint n, const char *operands)
{
	g_autofree char *content = g_strdup_printf("/C cs %s sc 100 100 60 60 re f", operands);
	g_autofree char *objects =
	    g_strdup_printf("10 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<"
			    "/ColorSpace<</C[/ICCBased 13 0 R]>>>>/Length %zu>>stream\n%s\n"
			    "endstream endobj\n"
			    "13 0 obj<</N %u/Length 128>>stream\n"
			    "%16s%4s%16s%-92s\nendstream endobj\n",
			    strlen(content),
			    content,
			    n,
			    "",
			    kind,
			    "",
			    "acsp");
	g_autoptr(AtsDocument) doc = extract(pdf_with("/G Do", "", objects));

	return only_drawing(doc)->colour;
}

START_TEST(colour_profiles_count_by_their_kind)
{
	ck_assert_uint_eq(profiled_colour("GRAY", 1, ".2"), 0x333333);
	ck_assert_uint_eq(profiled_colour("RGB ", 3, "1 .2 0"), 0xff3300);
	ck_assert_uint_eq(profiled_colour("CMYK", 4, "0 .8 1 0"), 0xff3300);
	/* nonsense: the space that goes with the number of colours */
	ck_assert_uint_eq(profiled_colour("RGB ", 1, ".2"), 0x333333);
	ck_assert_uint_eq(profiled_colour("????", 3, "1 .2 0"), 0xff3300);
}
END_TEST

START_TEST(text_looks_unlike_a_photo)
{
	AtsDrawing text = {0};
	AtsDrawing photo = {0};

	measure(TRUE, &text);
	measure(FALSE, &photo);
	ck_assert_uint_eq(text.n_rows, 10);
	ck_assert_float_ge(text.bilevel, .99);
	ck_assert_float_ge(text.row_period, .99);
	ck_assert_float_eq_tol(text.ink, .1, .01);
	ck_assert_uint_eq(text.n_colours, 2);
	ck_assert_float_le(photo.bilevel, .6);
	ck_assert_float_le(photo.row_period, .1);
	ck_assert_uint_eq(photo.n_colours, 16);
}
END_TEST

static Suite *
pdf_suite(void)
{
	Suite *suite = suite_create("pdf");
	TCase *words = tcase_create("words");
	TCase *seen = tcase_create("seen");
	TCase *drawings = tcase_create("drawings");
	TCase *rest = tcase_create("rest");

	tcase_add_test(words, words_have_places_and_fonts);
	tcase_add_test(words, glyphs_tell_the_order_of_drawing);
	tcase_add_test(words, gaps_part_words_where_no_space_is_drawn);
	tcase_add_test(words, words_of_two_sizes_stay_whole);
	tcase_add_test(words, small_capitals_set_apart_a_little_stay_whole);
	tcase_add_test(words, spaced_letters_make_one_word);
	tcase_add_test(words, slightly_spaced_letters_stay_together_where_spaces_are_drawn);
	tcase_add_test(words, text_drawn_twice_is_told);
	tcase_add_test(words, turned_text_has_its_direction);
	tcase_add_test(words, pictograms_are_told_from_bullets);
	suite_add_tcase(suite, words);
	tcase_add_test(seen, unseen_text_is_told);
	tcase_add_test(seen, text_off_the_page_is_kept);
	tcase_add_test(seen, unseen_text_over_its_own_outlines_is_seen);
	suite_add_tcase(suite, seen);
	tcase_add_test(drawings, rules_and_boxes_are_told);
	tcase_add_test(drawings, shapes_and_outlines_are_told);
	tcase_add_test(drawings, drawings_and_glyphs_share_one_order);
	tcase_add_test(drawings, images_have_boxes_and_pixels);
	tcase_add_test(drawings, groups_hand_down_their_transparency);
	tcase_add_test(drawings, masks_are_no_drawings);
	suite_add_tcase(suite, drawings);
	tcase_add_test(rest, links_have_targets_and_places);
	tcase_add_test(rest, values_of_form_fields_are_parts);
	tcase_add_test(rest, text_on_a_hidden_layer_is_kept);
	tcase_add_test(rest, unreadable_files_say_why);
	tcase_add_test(rest, pages_that_are_not_there_are_empty);
	tcase_add_test(rest, the_drawing_calls_reach_us);
	tcase_add_test(rest, cairo_draws_as_ever_outside_a_capture);
	tcase_add_test(rest, colour_profiles_count_by_their_kind);
	tcase_add_test(rest, text_looks_unlike_a_photo);
	suite_add_tcase(suite, rest);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(pdf_suite());

	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}

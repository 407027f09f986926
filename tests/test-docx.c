/*
 * Tests of the DOCX side of src/extract: what is found in a package. Hostile ones are in
 * test-docx-hostile.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>

#include "docx-pack.h"
#include "extract/extract.h"

#define P(inner) "<w:p>" inner "</w:p>"
#define R(text)	 "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define RP(props, text)                                                                            \
	"<w:r><w:rPr>" props "</w:rPr><w:t xml:space='preserve'>" text "</w:t></w:r>"

static void
assert_words(const AtsDocument *document, const char *expected)
{
	g_autofree char *words = docx_words(document);

	ck_assert_str_eq(words, expected);
}

static const AtsPart *
part_of(const AtsDocument *document, const char *word)
{
	return ats_at(document->parts, AtsPart, docx_word(document, word)->part);
}

static gboolean
is_within(const AtsDocument *document, const char *word, AtsPartKind kind, AtsVariant variant)
{
	return ats_part_is_within(document, docx_word(document, word)->part, kind, variant);
}

START_TEST(words_and_what_parts_them)
{
	g_autoptr(AtsDocument) d =
	    docx_read(P(R("Hel") R("lo,  wor")
			    R("ld &amp; x") "<w:r><w:tab/><w:t>tab</w:t><w:br/>"
					    "<w:t>line</w:t></w:r>" R(" ")
						R("co") "<w:r><w:noBreakHyphen/></w:r>" R("op"))
			  P(R("next") "<w:r><w:br w:type='page'/></w:r>") P(R("page")),
		      NULL);

	assert_words(d, "Hello,|world|&|x|tab|line|co\xE2\x80\x91op|next|page");
	ck_assert_int_eq(docx_word(d, "Hello,")->before, ATS_BREAK_PARAGRAPH);
	ck_assert_int_eq(docx_word(d, "world")->before, ATS_BREAK_SPACE);
	ck_assert_int_eq(docx_word(d, "tab")->before, ATS_BREAK_TAB);
	ck_assert_int_eq(docx_word(d, "line")->before, ATS_BREAK_LINE);
	ck_assert_int_eq(docx_word(d, "next")->before, ATS_BREAK_PARAGRAPH);
	ck_assert_int_eq(docx_word(d, "page")->before, ATS_BREAK_PAGE);
	ck_assert_uint_eq(d->paragraphs->len, 3);
	ck_assert_uint_eq(ats_at(d->paragraphs, AtsParagraph, 0)->n_words, 7);
	ck_assert_uint_eq(ats_at(d->paragraphs, AtsParagraph, 1)->first_word, 7);
}
END_TEST

static const char STYLES[] =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/><w:lang "
    "w:val='de-AT'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:basedOn "
    "w:val='Base'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Base'><w:name w:val='Base'/><w:basedOn w:val='N'/>"
    "<w:pPr><w:spacing w:before='240'/><w:jc w:val='center'/></w:pPr>"
    "<w:rPr><w:b/><w:sz w:val='32'/><w:color w:val='1F3864'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Loop'><w:name w:val='Loop'/><w:basedOn "
    "w:val='Pool'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Pool'><w:name w:val='Pool'/><w:basedOn "
    "w:val='Loop'/><w:rPr><w:i/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Strong'><w:name "
    "w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>";

START_TEST(styles_are_resolved)
{
	g_autofree char *styles = docx_part("styles", STYLES);
	g_autoptr(AtsDocument) d = docx_read(
	    P("<w:pPr><w:pStyle w:val='H1'/></w:pPr>" R("Head")
		  RP("<w:rStyle w:val='Strong'/>", " unbold")
		      RP("<w:b w:val='0'/><w:sz w:val='20'/>", " small"))
		P("<w:pPr><w:pStyle w:val='Loop'/></w:pPr>" R("ring"))
		    P(R("plain") RP("<w:rStyle w:val='Strong'/><w:caps/><w:spacing w:val='88'/>",
				    " strong")),
	    "word/styles.xml",
	    styles,
	    NULL);
	const AtsParagraph *head = ats_at(d->paragraphs, AtsParagraph, 0);

	ck_assert_str_eq(head->style, "heading 1");
	ck_assert_int_eq(head->outline, 1);
	ck_assert_int_eq(head->align, ATS_ALIGN_CENTRE);
	ck_assert_float_eq(head->space_before, 12);
	ck_assert(docx_word(d, "Head")->bold);
	ck_assert_float_eq(docx_word(d, "Head")->size, 16);
	ck_assert_uint_eq(docx_word(d, "Head")->colour, 0x1F3864);
	/* bold in the paragraph's style and in the character style: the two cancel out */
	ck_assert(!docx_word(d, "unbold")->bold);
	ck_assert(!docx_word(d, "small")->bold);
	ck_assert_float_eq(docx_word(d, "small")->size, 10);
	ck_assert(docx_word(d, "ring")->italic);
	ck_assert(!docx_word(d, "plain")->bold);
	ck_assert_float_eq(docx_word(d, "plain")->size, 11);
	ck_assert(docx_word(d, "strong")->bold && docx_word(d, "strong")->caps);
	ck_assert(docx_word(d, "strong")->letterspaced);
	ck_assert_float_eq_tol(docx_word(d, "strong")->pitch, 0.4, 0.001);
}
END_TEST

START_TEST(hidden_text_is_told)
{
	g_autoptr(AtsDocument) d = docx_read(
	    P(RP("<w:vanish/>", "gone ") RP("<w:color w:val='FFFFFF'/>",
					    "white ") RP("<w:sz w:val='2'/>", "tiny ")
		  RP("<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='1F3864'/>", "ondark ")
		      RP("<w:vanish w:val='false'/>", "seen") RP("<w:vanish/>", "glued"))
		P("<w:pPr><w:shd w:val='clear' w:fill='000080'/></w:pPr>" RP(
		    "<w:color w:val='FFFFFF'/>",
		    "banner")),
	    NULL);

	ck_assert_int_eq(docx_word(d, "gone")->visibility, ATS_VISIBLE_HIDDEN_RUN);
	ck_assert_int_eq(docx_word(d, "white")->visibility, ATS_VISIBLE_SAME_COLOUR);
	ck_assert_int_eq(docx_word(d, "tiny")->visibility, ATS_VISIBLE_TOO_SMALL);
	ck_assert_int_eq(docx_word(d, "ondark")->visibility, ATS_VISIBLE_NORMAL);
	ck_assert_int_eq(docx_word(d, "seen")->visibility, ATS_VISIBLE_NORMAL);
	ck_assert_int_eq(docx_word(d, "banner")->visibility, ATS_VISIBLE_NORMAL);
	/* half a word hidden makes two words, glued */
	ck_assert_int_eq(docx_word(d, "glued")->visibility, ATS_VISIBLE_HIDDEN_RUN);
	ck_assert_int_eq(docx_word(d, "glued")->before, ATS_BREAK_NONE);
}
END_TEST

#define ANCHOR(inner)                                                                              \
	"<w:r><w:drawing><wp:anchor><wp:positionH "                                                \
	"relativeFrom='page'><wp:posOffset>1270000</wp:posOffset>"                                 \
	"</wp:positionH><wp:positionV "                                                            \
	"relativeFrom='page'><wp:posOffset>635000</wp:posOffset></wp:positionV>"                   \
	"<wp:extent cx='1905000' cy='2540000'/><wp:docPr id='1' "                                  \
	"name='x'/><a:graphic><a:graphicData>" inner                                               \
	"</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"

START_TEST(white_text_over_a_shape_is_not_hidden)
{
	g_autoptr(AtsDocument) d = docx_read(
	    P(RP("<w:color w:val='FFFFFF'/>", "white"))
		P(ANCHOR("<wps:wsp><wps:spPr><a:prstGeom prst='rect'/><a:solidFill><a:srgbClr "
			 "val='102030'/></a:solidFill>"
			 "</wps:spPr></wps:wsp>")),
	    NULL);
	const AtsDrawing *shape = ats_at(d->drawings, AtsDrawing, 0);

	ck_assert_int_eq(docx_word(d, "white")->visibility, ATS_VISIBLE_NORMAL);
	ck_assert_uint_eq(d->drawings->len, 1);
	ck_assert_int_eq(shape->kind, ATS_DRAWING_BOX);
	ck_assert_uint_eq(shape->colour, 0x102030);
	ck_assert_float_eq(shape->box.x0, 100);
	ck_assert_float_eq(shape->box.x1, 250);
	ck_assert_float_eq(shape->box.y1, 250);
}
END_TEST

#define TC(props, inner) "<w:tc><w:tcPr>" props "</w:tcPr>" inner "</w:tc>"
#define TR(cells)	 "<w:tr>" cells "</w:tr>"
#define TBL(rows)	 "<w:tbl>" rows "</w:tbl>"

START_TEST(tables_nest)
{
	const char *borders =
	    "<w:tblPr><w:tblBorders><w:insideV w:val='single'/></w:tblBorders></w:tblPr>";
	const char *grid = "<w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='4000'/></w:tblGrid>";
	const char *head = TR(TC("<w:gridSpan w:val='2'/>", P(R("wide"))));
	const char *nested = TBL(TR(TC("", P(R("inner")))));
	g_autofree char *row =
	    g_strdup_printf(TR(TC("", P(R("left"))) TC("", P(R("right")) "%s" P(""))), nested);
	g_autofree char *body = g_strconcat(P(R("before")) "<w:tbl>",
					    borders,
					    grid,
					    head,
					    row,
					    "</w:tbl>" P(R("after")),
					    NULL);
	g_autoptr(AtsDocument) d = docx_read(body, NULL);
	const AtsPart *right = part_of(d, "right"), *inner = part_of(d, "inner");
	const AtsPart *table = ats_at(d->parts, AtsPart, right->parent);

	assert_words(d, "before|wide|left|right|inner|after");
	ck_assert_int_eq(right->kind, ATS_PART_CELL);
	ck_assert_int_eq(right->row, 1);
	ck_assert_int_eq(right->column, 1);
	ck_assert_float_eq(right->box.x0, 100);
	ck_assert_float_eq(right->box.x1, 300);
	ck_assert_int_eq(part_of(d, "wide")->span, 2);
	ck_assert_int_eq(table->kind, ATS_PART_TABLE);
	ck_assert_int_eq(table->n_rows, 2);
	ck_assert_int_eq(table->n_columns, 2);
	ck_assert(table->bordered);
	ck_assert_int_eq(inner->depth, 2);
	ck_assert_int_eq(ats_at(d->parts, AtsPart, inner->parent)->depth, 2);
	ck_assert_int_eq(
	    ats_at(d->parts, AtsPart, ats_at(d->parts, AtsPart, inner->parent)->parent)->column,
	    1);
	ck_assert_int_eq(part_of(d, "after")->kind, ATS_PART_BODY);
}
END_TEST

#define BOX(text) "<w:txbxContent>" P(R(text)) "</w:txbxContent>"

START_TEST(text_boxes_of_both_kinds)
{
	const char *choice = "<mc:Choice Requires='wps'>" ANCHOR(
	    "<wps:wsp><wps:spPr/><wps:txbx>" BOX("choice") "</wps:txbx></wps:wsp>") "</mc:Choice>";
	const char *fallback =
	    "<mc:Fallback><w:r><w:pict><v:shape "
	    "style='position:absolute;width:150pt;height:200pt'><v:textbox>" BOX(
		"fallback") "</v:textbox></v:shape></w:pict></w:r></mc:Fallback>";
	g_autofree char *body = g_strdup_printf(
	    P(R("be") "<mc:AlternateContent>%s%s</mc:AlternateContent>" R("fore")) P(R("after")),
	    choice,
	    fallback);
	g_autoptr(AtsDocument) d = docx_read(body, NULL);
	const AtsParagraph *anchor = ats_at(d->paragraphs, AtsParagraph, 0);

	/* the file's order, and each paragraph's words in one stretch */
	assert_words(d, "be|choice|fallback|fore|after");
	ck_assert_uint_eq(anchor->n_words, 2);
	ck_assert_str_eq(ats_at(d->words, AtsWord, anchor->first_word + 1)->text, "fore");
	ck_assert_int_eq(docx_word(d, "fore")->before, ATS_BREAK_NONE);
	ck_assert(is_within(d, "choice", ATS_PART_TEXT_BOX, ATS_VARIANT_WPS));
	ck_assert(is_within(d, "fallback", ATS_PART_TEXT_BOX, ATS_VARIANT_VML));
	ck_assert(is_within(d, "fallback", ATS_PART_ALTERNATE, ATS_VARIANT_FALLBACK));
	ck_assert(ats_word_shown(d, docx_word(d, "choice")));
	ck_assert(!ats_word_shown(d, docx_word(d, "fallback")));
	ck_assert(part_of(d, "choice")->anchored && part_of(d, "choice")->page_relative);
	ck_assert_float_eq(part_of(d, "choice")->box.x0, 100);
	ck_assert_uint_eq(part_of(d, "choice")->paragraph, 0);
}
END_TEST

START_TEST(headers_by_what_shows_them)
{
	g_autofree char *first = docx_part("hdr", P(R("first")));
	g_autofree char *other = docx_part("hdr", P(R("other")));
	g_autofree char *footer = docx_part("ftr", P(R("foot")));
	g_autoptr(AtsDocument) d =
	    docx_read(P(R("text")) "<w:sectPr><w:headerReference w:type='first' r:id='rIdHeader1'/>"
				   "<w:headerReference w:type='even' r:id='rIdHeader2'/>"
				   "<w:footerReference w:type='default' "
				   "r:id='rIdFooter1'/><w:titlePg/></w:sectPr>",
		      "word/header1.xml",
		      first,
		      "word/header2.xml",
		      other,
		      "word/footer1.xml",
		      footer,
		      NULL);

	assert_words(d, "first|other|text|foot");
	ck_assert_int_eq(ats_at(d->parts, AtsPart, 0)->kind, ATS_PART_BODY);
	ck_assert(part_of(d, "first")->visible && !part_of(d, "first")->running);
	/* even pages are told from odd ones only if the settings say so */
	ck_assert(!part_of(d, "other")->visible);
	ck_assert(part_of(d, "foot")->visible && part_of(d, "foot")->running);
	ck_assert_int_eq(part_of(d, "foot")->kind, ATS_PART_FOOTER);
	ck_assert_str_eq(part_of(d, "foot")->name, "word/footer1.xml");
}
END_TEST

START_TEST(changes_are_kept_apart)
{
	g_autoptr(AtsDocument) d = docx_read(
	    P(R("a ") "<w:ins w:author='x'>" R(
		"new ") "</w:ins><w:del w:author='x'><w:r><w:delText>old </w:delText></w:r>"
			"</w:del><w:moveFrom>" R("from ") "</w:moveFrom><w:moveTo>" R(
			    "to") "</w:moveTo>"),
	    NULL);

	assert_words(d, "a|new|old|from|to");
	ck_assert_uint_eq(d->n_tracked_changes, 4);
	ck_assert(ats_word_shown(d, docx_word(d, "new")));
	ck_assert(!ats_word_shown(d, docx_word(d, "old")));
	ck_assert(!ats_word_shown(d, docx_word(d, "from")));
	ck_assert(is_within(d, "to", ATS_PART_MOVED_TO, ATS_VARIANT_NONE));
}
END_TEST

#define FLD(type) "<w:r><w:fldChar w:fldCharType='" type "'/></w:r>"

START_TEST(fields_and_links)
{
	const char *mail_field =
	    FLD("begin") "<w:r><w:instrText> HYPERLINK \"mailto:ann@example.com\" "
			 "</w:instrText></w:r>" FLD("separate") R("mail") FLD("end");
	const char *page_field = "<w:fldSimple w:instr='PAGE'>" R("7") "</w:fldSimple>";
	const char *links = "<w:hyperlink r:id='rIdLink'>" R(
	    "site") "</w:hyperlink><w:hyperlink w:anchor='top'>" R(" up") "</w:hyperlink>";
	g_autofree char *body =
	    g_strdup_printf(P("%s" R(" ") "%s" R(" ") "%s"), mail_field, page_field, links);
	g_autoptr(AtsDocument) d = docx_read(body, NULL);
	const AtsLink *mail = ats_at(d->links, AtsLink, 0), *site = ats_at(d->links, AtsLink, 1);

	assert_words(d, "mail|7|site|up");
	ck_assert(is_within(d, "mail", ATS_PART_FIELD, ATS_VARIANT_COMPLEX));
	ck_assert(is_within(d, "7", ATS_PART_FIELD, ATS_VARIANT_SIMPLE));
	ck_assert_str_eq(part_of(d, "7")->name, "PAGE");
	ck_assert_uint_eq(d->links->len, 2);
	ck_assert_str_eq(mail->uri, "mailto:ann@example.com");
	ck_assert_int_eq(mail->part, (gint)docx_word(d, "mail")->part);
	ck_assert_str_eq(site->uri, "https://example.com/");
	ck_assert_str_eq(part_of(d, "up")->name, "#top");
}
END_TEST

#define SDT(inner) "<w:sdt><w:sdtContent>" inner "</w:sdtContent></w:sdt>"

START_TEST(content_controls_by_place)
{
	const char *block = "<w:sdt><w:sdtPr><w:alias w:val='Name'/></w:sdtPr><w:sdtContent>" P(
	    R("block")) "</w:sdtContent></w:sdt>";
	const char *in_line = P(SDT(R("inline")));
	const char *cell = TR(SDT(TC("", P(R("cell")))));
	const char *row = SDT(TR(TC("", P(R("row")))));
	g_autofree char *body = g_strconcat(block, in_line, "<w:tbl>", cell, row, "</w:tbl>", NULL);
	g_autoptr(AtsDocument) d = docx_read(body, NULL);

	ck_assert(is_within(d, "block", ATS_PART_CONTENT_CONTROL, ATS_VARIANT_BLOCK));
	ck_assert_str_eq(part_of(d, "block")->name, "Name");
	ck_assert(is_within(d, "inline", ATS_PART_CONTENT_CONTROL, ATS_VARIANT_INLINE));
	ck_assert(is_within(d, "cell", ATS_PART_CONTENT_CONTROL, ATS_VARIANT_CELL));
	ck_assert(is_within(d, "row", ATS_PART_CONTENT_CONTROL, ATS_VARIANT_ROW));
	ck_assert_int_eq(part_of(d, "row")->row, 1);
}
END_TEST

START_TEST(lists_tabs_and_frames)
{
	g_autofree char *numbering =
	    docx_part("numbering",
		      "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt "
		      "w:val='bullet'/><w:lvlText w:val='-'/>"
		      "<w:pPr><w:ind w:left='720' w:hanging='360'/></w:pPr></w:lvl><w:lvl "
		      "w:ilvl='1'><w:numFmt w:val='none'/></w:lvl>"
		      "</w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num>");
	g_autoptr(AtsDocument) d = docx_read(
	    P("<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr>" R("item"))
		P("<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr>" R(
		    "none")) P("<w:pPr><w:tabs><w:tab w:val='right' w:pos='9000'/><w:tab "
			       "w:val='clear' w:pos='1'/></w:tabs></w:pPr>" R("tabs"))
		    P("<w:pPr><w:framePr w:w='2000' w:hAnchor='page' w:x='1000' w:vAnchor='page' "
		      "w:y='500'/></w:pPr>" R("framed"))
			P("<w:pPr><w:framePr w:w='2000' w:hAnchor='page' w:x='1000' "
			  "w:vAnchor='page' w:y='500'/></w:pPr>" R("too")),
	    "word/numbering.xml",
	    numbering,
	    NULL);

	ck_assert(ats_at(d->paragraphs, AtsParagraph, 0)->list);
	ck_assert_float_eq(ats_at(d->paragraphs, AtsParagraph, 0)->indent_left, 36);
	ck_assert_float_eq(ats_at(d->paragraphs, AtsParagraph, 0)->indent_first, -18);
	ck_assert(!ats_at(d->paragraphs, AtsParagraph, 1)->list);
	ck_assert_int_eq(ats_at(d->paragraphs, AtsParagraph, 2)->n_tabs, 1);
	ck_assert_int_eq(ats_at(d->paragraphs, AtsParagraph, 2)->tab_kinds, 1 << ATS_ALIGN_RIGHT);
	ck_assert_int_eq(part_of(d, "framed")->kind, ATS_PART_FRAME);
	ck_assert(part_of(d, "framed")->anchored);
	ck_assert_float_eq(part_of(d, "framed")->box.x1, 150);
	ck_assert_uint_eq(docx_word(d, "framed")->part, docx_word(d, "too")->part);
}
END_TEST

/* right-to-left text has a size and a weight of its own */
START_TEST(complex_scripts_state_theirs)
{
	g_autoptr(AtsDocument) d = docx_read(
	    "<w:p><w:r><w:rPr><w:rtl/><w:b/><w:sz w:val='20'/><w:szCs w:val='44'/></w:rPr>"
	    "<w:t>one</w:t></w:r></w:p>"
	    "<w:p><w:r><w:rPr><w:bCs/><w:szCs w:val='44'/></w:rPr><w:t>two</w:t></w:r></w:p>"
	    "<w:p><w:r><w:rPr><w:rtl/><w:bCs/></w:rPr><w:t>three</w:t></w:r></w:p>",
	    NULL);

	ck_assert_float_eq(ats_at(d->words, AtsWord, 0)->size, 22);
	ck_assert(!ats_at(d->words, AtsWord, 0)->bold);
	ck_assert_float_eq(ats_at(d->words, AtsWord, 1)->size, 10);
	ck_assert(!ats_at(d->words, AtsWord, 1)->bold);
	ck_assert_float_eq(ats_at(d->words, AtsWord, 2)->size, 10);
	ck_assert(ats_at(d->words, AtsWord, 2)->bold);
}
END_TEST

/* WordArt of older files holds its words in an attribute */
START_TEST(word_art_is_drawn)
{
	g_autoptr(AtsDocument) d = docx_read(
	    "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' "
	    "style='width:300pt;height:40pt' fillcolor='red'><v:textpath string='Ann Lee'/>"
	    "</v:shape></w:pict></w:r></w:p>",
	    NULL);

	ck_assert_uint_eq(d->words->len, 0);
	ck_assert_uint_eq(d->drawings->len, 1);
	ck_assert_int_eq(ats_at(d->drawings, AtsDrawing, 0)->kind, ATS_DRAWING_OUTLINES);
	ck_assert_str_eq(ats_at(d->drawings, AtsDrawing, 0)->name, "Ann Lee");
}
END_TEST

START_TEST(sections_state_their_pages)
{
	g_autoptr(AtsDocument) d =
	    docx_read(P("<w:pPr><w:sectPr><w:pgSz w:w='11900' w:h='16840'/><w:cols w:num='2' "
			"w:equalWidth='0'><w:col w:w='3000' "
			"w:space='400'/><w:col w:w='6000'/></w:cols></w:sectPr></w:pPr>" R(
			    "one") "<w:r><w:br w:type='column'/></w:r>" R("two"))
			  P(R("three")) "<w:sectPr><w:type w:val='continuous'/><w:pgMar "
					"w:left='1440' w:right='720'/></w:sectPr>",
		      NULL);
	const AtsSection *first = ats_at(d->sections, AtsSection, 0),
			 *last = ats_at(d->sections, AtsSection, 1);

	ck_assert_uint_eq(d->sections->len, 2);
	ck_assert_float_eq(first->page_width, 595);
	ck_assert_uint_eq(first->n_columns, 2);
	ck_assert_float_eq(first->column_width[1], 300);
	ck_assert_float_eq(first->column_gap, 20);
	ck_assert(last->continuous);
	ck_assert_uint_eq(last->n_columns, 1);
	ck_assert_float_eq(last->margin_right, 36);
	ck_assert_uint_eq(ats_at(d->paragraphs, AtsParagraph, 0)->section, 0);
	ck_assert(!ats_at(d->words, AtsWord, 0)->column_break);
	ck_assert(ats_at(d->words, AtsWord, 1)->column_break);
	ck_assert_uint_eq(ats_at(d->paragraphs, AtsParagraph, 1)->section, 1);
	ck_assert_float_eq(ats_at(d->pages, AtsPage, 0)->width, 595);
}
END_TEST

START_TEST(pictures_symbols_and_foreign_parts)
{
	const char *drawing =
	    "<w:r><w:drawing><wp:inline><wp:extent cx='1270000' cy='254000'/>"
	    "<wp:docPr id='1' name='x' descr='Skills'/><a:graphic><a:graphicData><pic:pic>"
	    "<pic:blipFill><a:blip r:embed='rIdImage'/></pic:blipFill></pic:pic>"
	    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
	const char *symbol_run = "<w:r><w:sym w:font='Wingdings' w:char='F028'/></w:r>";
	const char *chunk = "<w:altChunk r:id='rIdChunk'/>";
	g_autofree char *body =
	    g_strdup_printf(P("%s" R("phone ") "%s") "%s", drawing, symbol_run, chunk);
	g_autoptr(AtsDocument) d = docx_read(body, NULL);
	const AtsDrawing *picture = ats_at(d->drawings, AtsDrawing, 0);
	const AtsWord *symbol = docx_word(d, "\xEF\x80\xA8");

	ck_assert_int_eq(picture->kind, ATS_DRAWING_IMAGE);
	ck_assert_str_eq(picture->name, "Skills");
	ck_assert_float_eq(picture->box.x1, 100);
	ck_assert_uint_eq(picture->pixel_width, 240);
	ck_assert_uint_eq(picture->n_rows, 2);
	ck_assert_float_gt(picture->bilevel, 0.85);
	ck_assert(symbol->icon);
	ck_assert_int_eq(ats_at(d->parts, AtsPart, symbol->part)->kind, ATS_PART_SYMBOL);
	ck_assert_str_eq(ats_at(d->fonts, AtsFont, symbol->font)->name, "Wingdings");
	ck_assert_uint_eq(d->attachments->len, 1);
	ck_assert_str_eq(g_ptr_array_index(d->attachments, 0), "chunk.html");
}
END_TEST

START_TEST(notes_comments_and_properties)
{
	g_autofree char *notes = docx_part(
	    "footnotes",
	    "<w:footnote w:type='separator' w:id='0'>" P(
		R("separator")) "</w:footnote><w:footnote w:id='1'>" P(R("note")) "</w:footnote>");
	g_autofree char *comments =
	    docx_part("comments", "<w:comment w:id='1'>" P(R("remark")) "</w:comment>");
	g_autofree char *settings = docx_part("settings", "<w:themeFontLang w:val='fr-FR'/>");
	g_autoptr(AtsDocument) d = docx_read(
	    P(R("text")),
	    "word/footnotes.xml",
	    notes,
	    "word/comments.xml",
	    comments,
	    "word/settings.xml",
	    settings,
	    "docProps/app.xml",
	    "<Properties "
	    "xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
	    "<Pages>3</Pages><Application>Pen and Paper</Application></Properties>",
	    "word/vbaProject.bin",
	    "x",
	    NULL);

	assert_words(d, "text|note|remark");
	ck_assert_int_eq(part_of(d, "note")->kind, ATS_PART_NOTE);
	ck_assert(ats_word_shown(d, docx_word(d, "note")));
	ck_assert_int_eq(part_of(d, "remark")->kind, ATS_PART_COMMENT);
	ck_assert(!ats_word_shown(d, docx_word(d, "remark")));
	ck_assert_uint_eq(d->n_pages, 3);
	ck_assert_str_eq(d->producer, "Pen and Paper");
	ck_assert_str_eq(d->language, "fr-FR");
	ck_assert(d->has_macros);
}
END_TEST

START_TEST(strict_names_and_another_main_part)
{
	g_autoptr(GBytes) bytes =
	    docx_pack("_rels/.rels",
		      "\xEF\xBB\xBF<Relationships "
		      "xmlns='http://schemas.openxmlformats.org/package/2006/"
		      "relationships'><Relationship Id='a' "
		      "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/"
		      "officeDocument' Target='/text/main22.xml'/></Relationships>",
		      "text/main22.xml",
		      "<d:document "
		      "xmlns:d='http://purl.oclc.org/ooxml/wordprocessingml/"
		      "main'><d:body><d:p><d:pPr><d:ind d:start='36pt'/>"
		      "</d:pPr><d:r><d:rPr><d:sz "
		      "d:val='14pt'/></d:rPr><d:t>strict</d:t></d:r></d:p></d:body></d:document>",
		      NULL);
	g_autoptr(AtsDocument) d = ats_extract_docx(bytes, NULL);

	ck_assert_ptr_nonnull(d);
	assert_words(d, "strict");
	ck_assert_float_eq(docx_word(d, "strict")->size, 14);
	ck_assert_float_eq(ats_at(d->paragraphs, AtsParagraph, 0)->indent_left, 36);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("docx");
	TCase *tcase = tcase_create("docx");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, words_and_what_parts_them);
	tcase_add_test(tcase, styles_are_resolved);
	tcase_add_test(tcase, hidden_text_is_told);
	tcase_add_test(tcase, white_text_over_a_shape_is_not_hidden);
	tcase_add_test(tcase, tables_nest);
	tcase_add_test(tcase, text_boxes_of_both_kinds);
	tcase_add_test(tcase, headers_by_what_shows_them);
	tcase_add_test(tcase, changes_are_kept_apart);
	tcase_add_test(tcase, fields_and_links);
	tcase_add_test(tcase, content_controls_by_place);
	tcase_add_test(tcase, lists_tabs_and_frames);
	tcase_add_test(tcase, complex_scripts_state_theirs);
	tcase_add_test(tcase, word_art_is_drawn);
	tcase_add_test(tcase, sections_state_their_pages);
	tcase_add_test(tcase, pictures_symbols_and_foreign_parts);
	tcase_add_test(tcase, notes_comments_and_properties);
	tcase_add_test(tcase, strict_names_and_another_main_part);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}

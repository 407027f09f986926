/*
 * Tests of the DOCX side of src/layout: packages in, regions, order and headings out.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "docx-pack.h"
#include "layout/analyse.h"

#define P(text) "<w:p><w:r><w:t xml:space='preserve'>" text "</w:t></w:r></w:p>"
#define PP(props, text)                                                                            \
	"<w:p><w:pPr>" props "</w:pPr><w:r><w:t xml:space='preserve'>" text "</w:t></w:r></w:p>"
#define HEAD(text)	PP("<w:outlineLvl w:val='0'/>", text)
#define ITEM(text)	PP("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>", text)
#define BOLD_CAPS(text) "<w:p><w:r><w:rPr><w:b/><w:caps/></w:rPr><w:t>" text "</w:t></w:r></w:p>"
#define TABBED(left, right)                                                                        \
	"<w:p><w:pPr>%s</w:pPr><w:r><w:t>" left "</w:t><w:tab/><w:t>" right "</w:t></w:r></w:p>"
#define GRID(a, b) "<w:tblGrid><w:gridCol w:w='" a "'/><w:gridCol w:w='" b "'/></w:tblGrid>"
#define TC(inner)  "<w:tc>" inner "</w:tc>"
#define TR(inner)  "<w:tr>" inner "</w:tr>"

static const char NUMBERING[] =
    "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText "
    "w:val='-'/></w:lvl>"
    "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";

static void
assert_human(const AtsLayout *layout, const char *expected)
{
	g_auto(GStrv) words = g_strsplit_set(layout->human->text, " \t\n\f", -1);
	g_autoptr(GString) out = g_string_new(NULL);

	for (guint i = 0; words[i] != NULL; i++) {
		if (*words[i] != '\0')
			g_string_append_printf(out, "%s%s", out->len > 0 ? " " : "", words[i]);
	}
	ck_assert_str_eq(out->str, expected);
}

static const AtsLine *
line_of(const AtsLayout *layout, const char *text)
{
	for (guint i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		g_autofree char *own = ats_line_text(layout, line);
		if (g_str_equal(own, text))
			return line;
	}
	ck_abort_msg("no line “%s”", text);
	return NULL;
}

static AtsRegionKind
region_of(const AtsLayout *layout, const char *text)
{
	return ats_at(layout->regions, AtsRegion, line_of(layout, text)->region)->kind;
}

static guint32
flow_of(const AtsLayout *layout, const char *text)
{
	return ats_at(layout->regions, AtsRegion, line_of(layout, text)->region)->flow;
}

static guint
count(const AtsLayout *layout, AtsRegionKind kind)
{
	guint n = 0;

	for (guint i = 0; i < layout->regions->len; i++)
		n += ats_at(layout->regions, AtsRegion, i)->kind == kind;
	return n;
}

static const AtsRegion *
first_of(const AtsLayout *layout, AtsRegionKind kind)
{
	for (guint i = 0; i < layout->regions->len; i++) {
		if (ats_at(layout->regions, AtsRegion, i)->kind == kind)
			return ats_at(layout->regions, AtsRegion, i);
	}
	ck_abort_msg("no region %s", ats_region_kind_name(kind));
	return NULL;
}

START_TEST(a_plain_document_is_one_flow)
{
	g_autoptr(AtsDocument) d =
	    docx_read(PP("<w:jc w:val='center'/>", "Ann Lee") HEAD("Experience")
			  P("Text of one job.") BOLD_CAPS("Skills") P("Go"),
		      NULL);
	g_autoptr(AtsLayout) l = ats_layout_analyse(d);

	assert_human(l, "Ann Lee Experience Text of one job. Skills Go");
	ck_assert_uint_eq(l->n_columns, 1);
	ck_assert_uint_eq(l->lines->len, 5);
	ck_assert_uint_eq(l->blocks->len, 5);
	ck_assert_uint_eq(count(l, ATS_REGION_MAIN), 1);
	ck_assert_float_eq(l->body_size, 10);
	ck_assert(line_of(l, "Ann Lee")->centred && !line_of(l, "Ann Lee")->heading);
	ck_assert(line_of(l, "Experience")->heading);
	ck_assert_int_eq(line_of(l, "Experience")->outline, 1);
	ck_assert(line_of(l, "Skills")->heading && line_of(l, "Skills")->capitals);
	ck_assert(!line_of(l, "Text of one job.")->heading);
	ck_assert(!line_of(l, "Go")->heading);
}
END_TEST

START_TEST(tabs_part_dates_and_labels)
{
	g_autofree char *right =
	    g_strdup_printf(TABBED("Engineer", "2019 – 2021"),
			    "<w:tabs><w:tab w:val='right' w:pos='9000'/></w:tabs>");
	g_autofree char *margin =
	    g_strdup_printf(TABBED("2010 – 2012", "Clerk") TABBED("2008 – 2010", "Baker"),
			    "<w:ind w:left='2300' w:hanging='2300'/>",
			    "<w:ind w:left='2300' w:hanging='2300'/>");
	g_autofree char *bullet =
	    g_strdup_printf(TABBED("•", "Did things"), "<w:ind w:left='360' w:hanging='360'/>");
	g_autofree char *body = g_strconcat(HEAD("Experience"), right, margin, bullet, NULL);
	g_autoptr(AtsDocument) d = docx_read(body, NULL);
	g_autoptr(AtsLayout) l = ats_layout_analyse(d);

	ck_assert(line_of(l, "Engineer")->shares_row && !line_of(l, "Engineer")->right_part);
	ck_assert(line_of(l, "2019 – 2021")->right_part);
	ck_assert(line_of(l, "2010 – 2012")->margin && !line_of(l, "Clerk")->margin);
	ck_assert(line_of(l, "• Did things")->bullet);
	ck_assert_uint_eq(count(l, ATS_REGION_MARGIN), 1);
	ck_assert_uint_eq(l->n_columns, 1);
}
END_TEST

START_TEST(letters_typed_apart_are_words)
{
	g_autoptr(AtsDocument) d = docx_read(P("A N N   L E E") P("W O R K   E X P E R I E N C E")
						 P("One") P("Q &amp; A") P("A B C"),
					     NULL);
	g_autoptr(AtsLayout) l = ats_layout_analyse(d);

	assert_human(l, "ANN LEE WORK EXPERIENCE One Q & A A B C");
	ck_assert(ats_at(l->lines, AtsLine, 1)->letterspaced);
	ck_assert(!ats_at(l->lines, AtsLine, 2)->letterspaced);
}
END_TEST

START_TEST(cells_side_by_side_are_flows)
{
	g_autoptr(AtsDocument) d = docx_read(
	    "<w:tbl>" GRID("3000", "6600")
		TR(TC(HEAD("Skills") P("Go") P("SQL")) TC(HEAD("Experience") P("One") P("Two")))
		    TR(TC(HEAD("Languages") P("French") P("German"))
			   TC(HEAD("Education") P("Three") P("Four"))) "</w:tbl>",
	    NULL);
	g_autoptr(AtsLayout) l = ats_layout_analyse(d);

	/* each column is read to its end */
	assert_human(
	    l,
	    "Skills Go SQL Languages French German Experience One Two Education Three Four");
	ck_assert_int_eq(region_of(l, "French"), ATS_REGION_SIDEBAR);
	ck_assert_int_eq(region_of(l, "Three"), ATS_REGION_COLUMN);
	ck_assert_uint_eq(flow_of(l, "Go"), flow_of(l, "French"));
	ck_assert_uint_ne(flow_of(l, "Go"), flow_of(l, "One"));
	ck_assert_uint_eq(l->n_columns, 2);
	ck_assert(first_of(l, ATS_REGION_TABLE)->places_text);
	ck_assert_uint_eq(first_of(l, ATS_REGION_TABLE)->n_lines, 12);
}
END_TEST

/* the grid says that both are equal, as some programs write whatever the cells are */
START_TEST(cells_are_as_wide_as_they_ask_for)
{
	static const char *const widths[][2] = {
	    {"<w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>",
	     "<w:tcPr><w:tcW w:w='6600' w:type='dxa'/></w:tcPr>"},
	    {"<w:tcPr><w:tcW w:w='1500' w:type='pct'/></w:tcPr>",
	     "<w:tcPr><w:tcW w:w='3500' w:type='pct'/></w:tcPr>"},
	    {"<w:tcPr><w:tcW w:w='30%' w:type='pct'/></w:tcPr>",
	     "<w:tcPr><w:tcW w:w='70%' w:type='pct'/></w:tcPr>"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
		g_autofree char *body = g_strconcat("<w:tbl>" GRID("100", "100") "<w:tr><w:tc>",
						    widths[i][0],
						    HEAD("Skills") P("Go") P("SQL") "</w:tc><w:tc>",
						    widths[i][1],
						    HEAD("Experience") P("One") P("Two")
							P("Three") "</w:tc></w:tr></w:tbl>",
						    NULL);
		g_autoptr(AtsDocument) d = docx_read(body, NULL);
		g_autoptr(AtsLayout) l = ats_layout_analyse(d);

		ck_assert_int_eq(region_of(l, "Go"), ATS_REGION_SIDEBAR);
		ck_assert_int_eq(region_of(l, "One"), ATS_REGION_COLUMN);
	}
}
END_TEST

START_TEST(tables_that_are_no_columns)
{
	g_autoptr(AtsDocument) ruled = docx_read(
	    HEAD("Skills") "<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val='single'/><w:insideV "
			   "w:val='single'/></w:tblBorders></w:tblPr>" GRID("3000", "6000")
			       TR(TC(P("Languages")) TC(P("Go, SQL")))
				   TR(TC(P("Tools")) TC(P("Git"))) "</w:tbl>",
	    NULL);
	g_autoptr(AtsDocument) dates = docx_read(
	    HEAD("Jobs") "<w:tbl>" GRID("7000", "2000")
		TR(TC(P("Engineer, Acme")) TC(PP("<w:jc w:val='right'/>", "2020"))) "</w:tbl>",
	    NULL);
	g_autoptr(AtsDocument) labels = docx_read(
	    "<w:tbl>" GRID("2000", "7000") TR(TC(P("2018 – 2020")) TC(P("Engineer at Acme")))
		TR(TC(P("2016 – 2018")) TC(P("Clerk at Beta")))
		    TR(TC(P("2012 – 2016")) TC(P("Student"))) "</w:tbl>",
	    NULL);
	g_autoptr(AtsLayout) a = ats_layout_analyse(ruled);
	g_autoptr(AtsLayout) b = ats_layout_analyse(dates);
	g_autoptr(AtsLayout) c = ats_layout_analyse(labels);

	ck_assert(first_of(a, ATS_REGION_TABLE)->ruled &&
		  !first_of(a, ATS_REGION_TABLE)->places_text);
	ck_assert_uint_eq(first_of(a, ATS_REGION_TABLE)->n_rows, 2);
	ck_assert_uint_eq(a->n_columns, 1);
	ck_assert(line_of(b, "2020")->right_part);
	ck_assert(first_of(b, ATS_REGION_TABLE)->places_text);
	ck_assert_uint_eq(b->n_columns, 1);
	ck_assert_uint_eq(count(c, ATS_REGION_MARGIN), 1);
	ck_assert(line_of(c, "2012 – 2016")->margin);
	ck_assert_uint_eq(c->n_columns, 1);
}
END_TEST

START_TEST(titles_in_a_margin_and_contact_blocks)
{
	g_autoptr(AtsDocument) titles = docx_read(
	    "<w:tbl>" GRID("2000", "7000") TR(TC(BOLD_CAPS("Skills")) TC(P("Go") P("SQL") P("Git")))
		TR(TC(BOLD_CAPS("Jobs")) TC(P("One") P("Two") P("Three"))) "</w:tbl>",
	    NULL);
	g_autoptr(AtsDocument) contact = docx_read(
	    "<w:tbl>" GRID("6000", "3000") TR(TC(BOLD_CAPS("Ann Lee") P("Engineer") P("Vienna")) TC(
		P("ann@example.com") P("555 0100") P("example.com"))) "</w:tbl>" HEAD("Jobs")
		P("One"),
	    NULL);
	g_autoptr(AtsLayout) a = ats_layout_analyse(titles);
	g_autoptr(AtsLayout) b = ats_layout_analyse(contact);

	ck_assert_uint_eq(count(a, ATS_REGION_MARGIN), 1);
	ck_assert(line_of(a, "Jobs")->margin && line_of(a, "Jobs")->heading);
	ck_assert_uint_eq(a->n_columns, 1);
	assert_human(a, "Skills Go SQL Git Jobs One Two Three");
	ck_assert_uint_eq(count(b, ATS_REGION_COLUMN) + count(b, ATS_REGION_SIDEBAR), 0);
	ck_assert_uint_eq(b->n_columns, 1);
}
END_TEST

#define COLUMNS(n)                                                                                 \
	"<w:p><w:pPr><w:sectPr><w:type w:val='continuous'/><w:cols w:num='" n                      \
	"'/></w:sectPr></w:pPr></w:p>"

#define CELLS(a, b, c)                                                                             \
	"<w:p><w:r><w:t>" a "</w:t><w:tab/><w:t>" b "</w:t><w:tab/><w:t>" c "</w:t></w:r></w:p>"

START_TEST(tabs_set_lists_in_columns)
{
	g_autoptr(AtsDocument) list =
	    docx_read(HEAD("Skills") CELLS("Go", "Rust", "SQL") CELLS("Data models", "Linux", "Git")
			  HEAD("Education") P("One"),
		      NULL);
	g_autoptr(AtsDocument) others =
	    docx_read(CELLS("Vienna", "Example Street", "Austria") CELLS("Github", "Forge", "Site")
			  HEAD("Education") CELLS("2019", "Diploma", "Example College")
			      CELLS("2015", "School", "Example School") HEAD("Skills")
				  CELLS("Go", "Rust", "SQL"),
		      NULL);
	g_autoptr(AtsLayout) a = ats_layout_analyse(list);
	g_autoptr(AtsLayout) b = ats_layout_analyse(others);

	ck_assert_uint_eq(count(a, ATS_REGION_BLOCK), 1);
	ck_assert_uint_eq(first_of(a, ATS_REGION_BLOCK)->n_columns, 3);
	ck_assert_uint_eq(first_of(a, ATS_REGION_BLOCK)->first_line, 1);
	ck_assert_uint_eq(first_of(a, ATS_REGION_BLOCK)->n_lines, 2);
	/* contact data, dated entries, a single line */
	ck_assert_uint_eq(count(b, ATS_REGION_BLOCK), 0);
}
END_TEST

START_TEST(sections_in_columns)
{
	g_autofree char *numbering = docx_part("numbering", NUMBERING);
	g_autoptr(AtsDocument) block = docx_read(
	    P("Ann Lee") HEAD("Skills") COLUMNS("1") ITEM("Go") ITEM("SQL") ITEM("Git") ITEM("Rust")
		COLUMNS("3") HEAD("Experience") P("One") P("Two") P("Three") "<w:sectPr/>",
	    "word/numbering.xml",
	    numbering,
	    NULL);
	g_autoptr(AtsDocument) columns =
	    docx_read(P("Ann Lee") COLUMNS("1") HEAD("Skills") P("Go") P("SQL") HEAD("Experience")
			  P("One") P("Two") "<w:sectPr><w:cols w:num='2'/></w:sectPr>",
		      NULL);
	g_autoptr(AtsLayout) a = ats_layout_analyse(block);
	g_autoptr(AtsLayout) b = ats_layout_analyse(columns);

	ck_assert_uint_eq(count(a, ATS_REGION_BLOCK), 1);
	ck_assert_uint_eq(first_of(a, ATS_REGION_BLOCK)->n_columns, 3);
	ck_assert_uint_eq(first_of(a, ATS_REGION_BLOCK)->n_lines, 4);
	ck_assert_uint_eq(a->n_columns, 1);
	ck_assert_int_eq(region_of(b, "Ann Lee"), ATS_REGION_MAIN);
	ck_assert_int_eq(region_of(b, "Go"), ATS_REGION_COLUMN);
	ck_assert_uint_ne(flow_of(b, "Go"), flow_of(b, "One"));
	ck_assert_uint_eq(b->n_columns, 2);
	assert_human(b, "Ann Lee Skills Go SQL Experience One Two");
}
END_TEST

START_TEST(a_letterhead_in_a_table_of_flows_is_read_across)
{
	g_autoptr(AtsDocument) d = docx_read(
	    "<w:tbl>" GRID("6000", "3000")
		TR(TC(P("Ann Lee") P("Engineer")) TC(P("Vienna") P("ann@example.com")))
		    TR(TC(BOLD_CAPS("Jobs") P("One") P("Two") BOLD_CAPS("Schools") P("Three"))
			   TC(BOLD_CAPS("Skills") P("Go") P("SQL") P("Git"))) "</w:tbl>",
	    NULL);
	g_autoptr(AtsLayout) l = ats_layout_analyse(d);

	ck_assert_uint_eq(l->n_columns, 2);
	ck_assert_int_eq(region_of(l, "Ann Lee"), ATS_REGION_MAIN);
	ck_assert_int_eq(region_of(l, "Go"), ATS_REGION_SIDEBAR);
	assert_human(l,
		     "Ann Lee Engineer Vienna ann@example.com Jobs One Two Schools Three "
		     "Skills Go SQL Git");
}
END_TEST

#define COLUMN_BREAK "<w:r><w:br w:type='column'/></w:r>"

START_TEST(columns_begin_after_their_breaks)
{
	static const char *const breaks[] = {
	    P("Three") "<w:p>" COLUMN_BREAK "</w:p>" HEAD("Skills"),
	    "<w:p><w:r><w:t>Three</w:t></w:r>" COLUMN_BREAK "</w:p>" HEAD("Skills"),
	    P("Three") "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>" COLUMN_BREAK
		       "<w:r><w:t>Skills</w:t></w:r></w:p>",
	};

	for (guint i = 0; i < G_N_ELEMENTS(breaks); i++) {
		g_autofree char *body =
		    g_strconcat(P("Ann Lee") COLUMNS("1") HEAD("Experience") P("One") P("Two"),
				breaks[i],
				P("Go") P("SQL") "<w:sectPr><w:cols w:num='2'/></w:sectPr>",
				NULL);
		g_autoptr(AtsDocument) d = docx_read(body, NULL);
		g_autoptr(AtsLayout) l = ats_layout_analyse(d);

		ck_assert_uint_eq(l->n_columns, 2);
		ck_assert_uint_eq(flow_of(l, "Three"), flow_of(l, "One"));
		ck_assert_uint_ne(flow_of(l, "Skills"), flow_of(l, "Three"));
		ck_assert_uint_eq(flow_of(l, "Skills"), flow_of(l, "SQL"));
	}
}
END_TEST

#define BOX(x, w, h, inner)                                                                        \
	"<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom='page'><wp:posOffset>" x       \
	"</wp:posOffset></wp:positionH><wp:positionV "                                             \
	"relativeFrom='page'><wp:posOffset>1600000</wp:posOffset>"                                 \
	"</wp:positionV><wp:extent cx='" w "' cy='" h                                              \
	"'/><a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx>"                              \
	"<w:txbxContent>" inner                                                                    \
	"</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"            \
	"</w:drawing></w:r></w:p>"

START_TEST(a_box_beside_the_body)
{
	g_autoptr(AtsDocument) side = docx_read(
	    BOX("5000000", "1900000", "4600000", HEAD("Skills") P("Go") P("SQL")) P("Ann Lee")
		P("Engineer") HEAD("Experience") P("One") P("Two") P("Three"),
	    NULL);
	g_autoptr(AtsDocument) contact = docx_read(
	    BOX("5000000", "1900000", "600000", P("ann@example.com") P("555 0100") P("Vienna"))
		P("Ann Lee") HEAD("Experience") P("One") P("Two") P("Three"),
	    NULL);
	g_autoptr(AtsDocument) margin = docx_read(
	    BOX("200000", "2200000", "4600000", HEAD("Skills") P("Go") P("SQL")) P("Ann Lee")
		HEAD("Experience") P("One") P("Two") P("Three") "<w:sectPr><w:pgMar w:left='5000' "
								"w:right='1440'/></w:sectPr>",
	    NULL);
	g_autoptr(AtsLayout) a = ats_layout_analyse(side);
	g_autoptr(AtsLayout) b = ats_layout_analyse(contact);
	g_autoptr(AtsLayout) c = ats_layout_analyse(margin);

	/* the name comes first, wherever the box is anchored */
	assert_human(a, "Ann Lee Engineer Skills Go SQL Experience One Two Three");
	ck_assert_int_eq(region_of(a, "Ann Lee"), ATS_REGION_MAIN);
	ck_assert_int_eq(region_of(a, "Go"), ATS_REGION_SIDEBAR);
	ck_assert_int_eq(region_of(a, "One"), ATS_REGION_COLUMN);
	ck_assert_uint_eq(count(a, ATS_REGION_TEXT_BOX), 1);
	ck_assert_uint_eq(first_of(a, ATS_REGION_TEXT_BOX)->n_lines, 3);
	ck_assert_uint_eq(a->n_columns, 2);
	/* in a wide margin, a box half as wide as the text is narrow */
	ck_assert_int_eq(region_of(c, "Go"), ATS_REGION_SIDEBAR);
	/* a few lines of contact data are no column */
	ck_assert_int_eq(region_of(b, "Vienna"), ATS_REGION_TEXT_BOX);
	ck_assert_int_eq(region_of(b, "One"), ATS_REGION_MAIN);
	ck_assert_uint_eq(b->n_columns, 1);
}
END_TEST

START_TEST(running_text_and_hidden_text)
{
	g_autofree char *header = docx_part("hdr", P("Header"));
	g_autofree char *footer = docx_part("ftr", P("Footer"));
	g_autofree char *notes =
	    docx_part("footnotes", "<w:footnote w:id='2'>" P("Note") "</w:footnote>");
	g_autoptr(AtsDocument) d = docx_read(
	    P("Body") "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></"
		      "w:p><w:p><w:del><w:r><w:delText>old</w:delText></w:r>"
		      "</w:del></w:p><w:sectPr><w:headerReference "
		      "r:id='rIdHeader1'/><w:footerReference r:id='rIdFooter1'/></w:sectPr>",
	    "word/header1.xml",
	    header,
	    "word/footer1.xml",
	    footer,
	    "word/footnotes.xml",
	    notes,
	    NULL);
	g_autoptr(AtsLayout) l = ats_layout_analyse(d);

	assert_human(l, "Header Body Footer Note");
	ck_assert_int_eq(region_of(l, "Header"), ATS_REGION_HEADER);
	ck_assert_int_eq(region_of(l, "Footer"), ATS_REGION_FOOTER);
	ck_assert_int_eq(region_of(l, "Note"), ATS_REGION_MAIN);
}
END_TEST

#define PICTURE(cx, cy)                                                                            \
	"<w:p><w:r><w:drawing><wp:inline><wp:extent cx='" cx "' cy='" cy                           \
	"'/><a:graphic><a:graphicData><pic:pic><pic:blipFill>"                                     \
	"<a:blip "                                                                                 \
	"r:embed='rIdImage'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></"  \
	"w:drawing></w:r></w:p>"
#define BAR(width)                                                                                 \
	"<w:p><w:r><w:t>Go</w:t></w:r><w:r><w:pict><v:rect style='width:" width                    \
	"pt;height:7pt' fillcolor='#2A5885'/></w:pict></w:r></w:p>"

START_TEST(pictures_of_words_and_bars)
{
	g_autoptr(AtsDocument) words = docx_read(P("Ann Lee") PICTURE("1524000", "304800"), NULL);
	g_autoptr(AtsDocument) bars = docx_read(P("Ann Lee") BAR("150") BAR("120") BAR("90"), NULL);
	g_autoptr(AtsDocument) equal =
	    docx_read(P("Ann Lee") BAR("150") BAR("150") BAR("150"), NULL);
	g_autoptr(AtsLayout) a = ats_layout_analyse(words);
	g_autoptr(AtsLayout) b = ats_layout_analyse(bars);
	g_autoptr(AtsLayout) c = ats_layout_analyse(equal);

	ck_assert_uint_eq(count(a, ATS_REGION_IMAGE_TEXT), 1);
	ck_assert_double_gt(a->unheld, 0.5);
	ck_assert_uint_eq(count(b, ATS_REGION_GRAPHIC), 1);
	ck_assert_double_eq(b->unheld, 0);
	/* bars of one length measure nothing */
	ck_assert_uint_eq(count(c, ATS_REGION_GRAPHIC), 0);
}
END_TEST

START_TEST(an_empty_document_has_an_empty_layout)
{
	g_autoptr(AtsDocument) d = docx_read("<w:p/>", NULL);
	g_autoptr(AtsLayout) l = ats_layout_analyse(d);

	ck_assert_uint_eq(l->lines->len, 0);
	ck_assert_uint_eq(l->regions->len, 0);
	ck_assert_uint_eq(l->n_columns, 1);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("docx-layout");
	TCase *tcase = tcase_create("docx-layout");
	SRunner *runner = srunner_create(suite);

	tcase_add_test(tcase, a_plain_document_is_one_flow);
	tcase_add_test(tcase, tabs_part_dates_and_labels);
	tcase_add_test(tcase, letters_typed_apart_are_words);
	tcase_add_test(tcase, cells_side_by_side_are_flows);
	tcase_add_test(tcase, cells_are_as_wide_as_they_ask_for);
	tcase_add_test(tcase, tables_that_are_no_columns);
	tcase_add_test(tcase, titles_in_a_margin_and_contact_blocks);
	tcase_add_test(tcase, tabs_set_lists_in_columns);
	tcase_add_test(tcase, sections_in_columns);
	tcase_add_test(tcase, columns_begin_after_their_breaks);
	tcase_add_test(tcase, a_letterhead_in_a_table_of_flows_is_read_across);
	tcase_add_test(tcase, a_box_beside_the_body);
	tcase_add_test(tcase, running_text_and_hidden_text);
	tcase_add_test(tcase, pictures_of_words_and_bars);
	tcase_add_test(tcase, an_empty_document_has_an_empty_layout);
	suite_add_tcase(suite, tcase);
	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}

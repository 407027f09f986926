/*
 * The parser families as data: what each stands for, and how like that it is. Likeness is the share
 * of neighbouring words that its text and the program's own have in common (F1; 1.00 is the same
 * words in the same order), the mean over real and made resumes. Families without a figure were
 * built from the programs' sources and tried on single documents.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/parsers.h"

const AtsParser ats_parsers[] = {
    {
	.id = "human",
	.title = "As a person reads",
	.like = "a person; the reference, not a parser",
	.how = "Columns one after the other, every visible word once.",
	.pdf = TRUE,
	.docx = TRUE,
    },
    {
	.id = "stream",
	.title = "In drawing order",
	.like = "PDFBox and Apache Tika as they come, pdf.js, OpenResume, MuPDF, pdftotext -raw",
	.measured = "PDFBox 0.99, pdf.js 0.99 (241 PDFs)",
	.how = "Takes characters in the order in which the file draws them and starts a line where "
	       "the baseline changes.",
	.pdf = TRUE,
    },
    {
	.id = "line",
	.title = "Straight across the page",
	.like = "PDFBox sorted by position, pdftotext -layout",
	.measured = "PDFBox sorted 0.98, pdftotext -layout 0.98 (241 PDFs)",
	.how = "Sorts characters into rows from the left edge to the right, through all columns.",
	.pdf = TRUE,
    },
    {
	.id = "block",
	.title = "Block by block",
	.like = "pdftotext as it comes, and other programs on poppler",
	.measured = "pdftotext 1.00 (241 PDFs)",
	.how = "Grows blocks of neighbouring lines and orders the blocks.",
	.pdf = TRUE,
    },
    {
	.id = "cluster",
	.title = "Nearest pieces together",
	.like = "pdfminer.six with its default layout parameters, pyresparser",
	.measured = "pdfminer.six 0.97 (241 PDFs)",
	.how = "Grows lines in drawing order and boxes from lines, then joins the nearest boxes "
	       "first.",
	.pdf = TRUE,
    },
    {
	.id = "opencats",
	.title = "As OpenCATS keeps it",
	.like = "OpenCATS, an open-source ATS",
	.measured = "its rules, run outside of it, 1.00 (241 PDFs), 0.99 (75 DOCX)",
	.how = "A PDF's rows set out with spaces, by pdftotext -layout; a DOCX's main part with "
	       "its tags stripped, text boxes twice, "
	       "what tabs part glued.",
	.pdf = TRUE,
	.docx = TRUE,
    },
    {
	.id = "body",
	.title = "Plain paragraphs only",
	.like = "python-docx paragraphs",
	.measured = "python-docx 1.00 (75 DOCX)",
	.how = "Takes the runs of the body's own paragraphs: no tables, boxes, headers, links or "
	       "content controls.",
	.docx = TRUE,
    },
    {
	.id = "tables",
	.title = "Paragraphs, then tables",
	.like = "python-docx paragraphs, then tables",
	.how = "Takes the body's own paragraphs, then the cells of its tables row by row; no "
	       "tables in tables.",
	.docx = TRUE,
    },
    {
	.id = "markup",
	.title = "As a web page",
	.like = "mammoth, pandoc, MarkItDown",
	.measured = "mammoth 1.00, pandoc 0.96 (75 DOCX)",
	.how = "Takes the body with its tables and notes; no headers or footers, and what a line "
	       "break parts is glued. pandoc also takes leading paragraphs in the styles Title, "
	       "Subtitle, Author and Date for the document's own data, and prints them only when "
	       "asked for a standalone document.",
	.docx = TRUE,
    },
    {
	.id = "all",
	.title = "All text of the file",
	.like = "docx2txt for Python",
	.measured = "docx2txt 1.00 (75 DOCX)",
	.how = "Takes every piece of text of the main part in file order, alternate content twice, "
	       "headers first and footers last.",
	.docx = TRUE,
    },
    {
	.id = "docx2txt",
	.title = "As docx2txt prints it",
	.like = "docx2txt in Perl, as Debian ships it",
	.measured = "docx2txt 0.94 (75 DOCX)",
	.how = "Takes the main part without headers and notes; paragraphs that state nothing of "
	       "themselves are glued to the next.",
	.docx = TRUE,
    },
    {
	.id = "office",
	.title = "Like an office suite",
	.like = "Apache POI, Apache Tika",
	.how = "Headers, then the body with its text boxes and tables, then footers.",
	.docx = TRUE,
    },
    {NULL},
};

const AtsParser *
ats_parsers_lookup(const char *id)
{
	for (const AtsParser *p = ats_parsers; p->id != NULL; p++) {
		if (g_str_equal(p->id, id))
			return p;
	}
	return NULL;
}

const char *
ats_piece_kind_name(AtsPieceKind kind)
{
	static const char *const names[] =
	    {"name", "email", "phone", "link", "heading", "dates", "entry"};

	return names[kind];
}

const char *
ats_piece_state_name(AtsPieceState state)
{
	static const char *const names[] =
	    {"whole", "moved", "glued", "split", "lost", "not judged"};

	return names[state];
}

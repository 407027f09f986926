/*
 * Pieces by readings as a table: only rows in which something is not whole, and one line that sums
 * up the rest.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/text_pieces.h"

/* columns: what stands before a row, the longest kind with a gap ("heading"), and the least room
 * for a piece's own text */
#define INDENT	     2
#define KIND_COLUMNS 9
#define LEAST_TEXT   12
#define MOST_TEXT    34
/* between two columns, and after a piece's own text */
#define GAP	 1
#define TEXT_GAP 2
/* rows that are shown: more are a picture of ruin that the score tells as well */
#define MOST_ROWS 12

static guint
width_of_column(const AtsReport *report, guint k)
{
	const AtsReportReading *reading = &g_array_index(report->readings, AtsReportReading, k);

	return MAX(ats_text_columns(reading->parser), 5) + GAP;
}

/* columns for a piece's own text; 0 if a table does not fit */
static guint
text_columns(const AtsTextOut *text, const AtsReport *report)
{
	guint taken = INDENT + KIND_COLUMNS;

	for (guint k = 0; k < report->readings->len; k++)
		taken += width_of_column(report, k);
	return text->width >= taken + LEAST_TEXT ? MIN(text->width - taken, MOST_TEXT) : 0;
}

static gboolean
is_whole(const AtsReport *report, const AtsReportPiece *piece)
{
	for (guint k = 0; k < report->readings->len; k++) {
		if (piece->states[k] != ATS_PIECE_WHOLE && piece->states[k] != ATS_PIECE_NOT_JUDGED)
			return FALSE;
	}
	return TRUE;
}

static guint
count_broken(const AtsReport *report)
{
	guint n = 0;

	for (guint i = 0; i < report->pieces->len; i++)
		n += is_whole(report, &g_array_index(report->pieces, AtsReportPiece, i)) ? 0 : 1;
	return n;
}

static void
put_head(AtsTextOut *text, const AtsReport *report, guint column)
{
	for (guint k = 0; k < report->readings->len; k++) {
		ats_text_indent(text, column);
		ats_text_put(text,
			     ATS_INK_FAINT,
			     g_array_index(report->readings, AtsReportReading, k).parser);
		column += width_of_column(report, k);
	}
	ats_text_end(text);
}

static void
put_state(AtsTextOut *text, AtsPieceState state)
{
	static const AtsInk inks[] = {
	    [ATS_PIECE_WHOLE] = ATS_INK_FAINT,
	    [ATS_PIECE_MOVED] = ATS_INK_WARN,
	    [ATS_PIECE_GLUED] = ATS_INK_WARN,
	    [ATS_PIECE_SPLIT] = ATS_INK_BAD,
	    [ATS_PIECE_LOST] = ATS_INK_BAD,
	    [ATS_PIECE_NOT_JUDGED] = ATS_INK_FAINT,
	};

	ats_text_put(text,
		     inks[state],
		     state == ATS_PIECE_NOT_JUDGED ? "?" : ats_piece_state_name(state));
}

static void
put_row(AtsTextOut *text, const AtsReport *report, const AtsReportPiece *piece, guint room)
{
	g_autofree char *visible = ats_text_visible(piece->text);
	g_autofree char *cut = ats_text_cut(visible, room - TEXT_GAP);
	guint column = INDENT + KIND_COLUMNS + room;

	ats_text_indent(text, INDENT);
	ats_text_put(text, ATS_INK_FAINT, ats_piece_kind_name(piece->kind));
	ats_text_indent(text, INDENT + KIND_COLUMNS);
	ats_text_put(text, ATS_INK_PLAIN, cut);
	for (guint k = 0; k < report->readings->len; k++) {
		ats_text_indent(text, column);
		put_state(text, piece->states[k]);
		column += width_of_column(report, k);
	}
	ats_text_end(text);
}

/* where there is no room for a table: "heading  Experience: glued in line, lost in block" */
static void
put_sentence(AtsTextOut *text, const AtsReport *report, const AtsReportPiece *piece)
{
	g_autofree char *visible = ats_text_visible(piece->text);
	g_autoptr(GString) line = g_string_new(visible);
	const char *separator = ": ";

	for (guint k = 0; k < report->readings->len; k++) {
		if (piece->states[k] == ATS_PIECE_WHOLE || piece->states[k] == ATS_PIECE_NOT_JUDGED)
			continue;
		g_string_append_printf(line,
				       "%s%s in %s",
				       separator,
				       ats_piece_state_name(piece->states[k]),
				       g_array_index(report->readings, AtsReportReading, k).parser);
		separator = ", ";
	}
	ats_text_indent(text, INDENT);
	ats_text_put(text, ATS_INK_FAINT, ats_piece_kind_name(piece->kind));
	ats_text_indent(text, INDENT + KIND_COLUMNS);
	ats_text_wrap(text, ATS_INK_PLAIN, INDENT + KIND_COLUMNS, line->str);
	ats_text_end(text);
}

/* the pieces that are no rows: whole ones, and those beyond the last row */
static void
put_rest(AtsTextOut *text, guint n_whole, guint n_left_out)
{
	g_autoptr(GString) line = g_string_new(NULL);

	if (n_left_out > 0)
		g_string_append_printf(line, "%u more like these; ", n_left_out);
	if (n_whole > 0)
		g_string_append_printf(line,
				       "%u other piece%s whole everywhere",
				       n_whole,
				       n_whole == 1 ? " is" : "s are");
	else
		g_string_append(line, "no piece is whole everywhere");
	ats_text_indent(text, INDENT);
	ats_text_wrap(text, ATS_INK_FAINT, INDENT, line->str);
	ats_text_end(text);
}

static void
put_all_whole(AtsTextOut *text, guint n)
{
	g_autofree char *line = g_strdup_printf(
	    "All %u (name, contact data, headings, dates) stand whole in every reading.",
	    n);

	ats_text_indent(text, INDENT);
	ats_text_wrap(text, ATS_INK_PLAIN, INDENT, line);
	ats_text_end(text);
}

static void
put_table(AtsTextOut *text, const AtsReport *report, guint n_broken)
{
	guint room = text_columns(text, report);
	guint n = 0;

	if (room > 0)
		put_head(text, report, INDENT + KIND_COLUMNS + room);
	for (guint i = 0; i < report->pieces->len && n < MOST_ROWS; i++) {
		const AtsReportPiece *piece = &g_array_index(report->pieces, AtsReportPiece, i);
		if (is_whole(report, piece))
			continue;
		if (room > 0)
			put_row(text, report, piece, room);
		else
			put_sentence(text, report, piece);
		n++;
	}
	put_rest(text, report->pieces->len - n_broken, n_broken - n);
}

void
ats_text_put_pieces(AtsTextOut *text, const AtsReport *report)
{
	guint n_broken = count_broken(report);

	if (report->pieces->len == 0 || report->readings->len == 0)
		return;
	ats_text_end(text);
	ats_text_wrap(text, ATS_INK_STRONG, 0, "What survives, piece by piece");
	ats_text_end(text);
	if (n_broken == 0)
		put_all_whole(text, report->pieces->len);
	else
		put_table(text, report, n_broken);
}

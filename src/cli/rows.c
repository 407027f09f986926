/*
 * Lines of words with some of them marked, as rows on a terminal: broken at words, marked by colour
 * or brackets.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/rows.h"

#include <string.h>

#define RESET "\033[0m"
#define FAINT "\033[2m"

/* how each kind of change shows */
typedef struct {
	const char *sign;
	const char *open, *close; /* around marked words, without colour */
	const char *ink, *strong; /* of the sign; of marked words */
} Look;

static const Look looks[] = {
    [ATS_CLI_ALIKE] = {"  ", "", "", "", ""},
    [ATS_CLI_GONE] = {"- ", "[-", "-]", "\033[31m", "\033[1;31m"},
    [ATS_CLI_COME] = {"+ ", "{+", "+}", "\033[32m", "\033[1;32m"},
};

#define SIGN_COLUMNS 2
/* between the two sides */
#define BAR	    " │ "
#define BAR_COLUMNS 3
/* columns below which a side cannot be read */
#define LEAST_COLUMNS 10

static gboolean
steers(gunichar c)
{
	return g_unichar_iscntrl(c) || c == 0x061C || c == 0x200E || c == 0x200F ||
	       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

char *
ats_cli_visible(const char *word)
{
	g_autofree char *valid = g_utf8_make_valid(word, -1);
	GString *out = g_string_new(NULL);

	for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		g_string_append_unichar(out, steers(c) ? 0xFFFD : c);
	}
	return g_string_free(out, FALSE);
}

static guint
columns_of_char(gunichar c)
{
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

static guint
columns_of(const char *text)
{
	guint n = 0;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p))
		n += columns_of_char(g_utf8_get_char(p));
	return n;
}

/* what fits in so many columns, one character at least */
static const char *
fitting(const char *text, guint columns)
{
	const char *p = text;
	guint n = 0;

	while (*p != '\0') {
		n += columns_of_char(g_utf8_get_char(p));
		if (n > columns && p > text)
			break;
		p = g_utf8_next_char(p);
	}
	return p;
}

/* ---- one text, row by row ---- */

/* a text on its way into rows of @width columns; 0: one row */
typedef struct {
	const Look *look;
	gboolean colour;
	AtsCliText text;
	guint width;
	guint next;	  /* word */
	const char *rest; /* of a word that is wider than a row */
} Pen;

static void
mark_begin(const Pen *pen, GString *row, guint *column)
{
	g_string_append(row, pen->colour ? pen->look->strong : pen->look->open);
	*column += pen->colour ? 0 : columns_of(pen->look->open);
}

static void
mark_end(const Pen *pen, GString *row, guint *column)
{
	if (pen->colour)
		g_string_append(row, *pen->look->strong != '\0' ? RESET : "");
	else
		g_string_append(row, pen->look->close);
	*column += pen->colour ? 0 : columns_of(pen->look->close);
}

static gboolean
is_marked(const Pen *pen, guint word)
{
	return word < pen->text.n && pen->text.marks[word] != 0;
}

/* columns that the marks around a word may take */
static guint
columns_of_marks(const Pen *pen)
{
	return pen->colour ? 0 : columns_of(pen->look->open) + columns_of(pen->look->close);
}

static gboolean
is_done(const Pen *pen)
{
	return pen->next >= pen->text.n;
}

/* the next row; returns its columns */
static guint
put_row(Pen *pen, GString *row)
{
	gboolean marking = FALSE;
	guint column = 0;

	while (!is_done(pen)) {
		const char *word = pen->rest != NULL ? pen->rest : pen->text.words[pen->next];
		gboolean marked = is_marked(pen, pen->next);
		guint marks = marked || marking ? columns_of_marks(pen) : 0;
		guint room = pen->width > column + marks ? pen->width - column - marks : 0;
		guint gap = column > 0 ? 1 : 0;
		const char *end = word + strlen(word);

		if (pen->width > 0 && columns_of(word) + gap > room) {
			if (column > 0)
				break;
			end = fitting(word, room);
		}
		if (marking && !marked)
			mark_end(pen, row, &column);
		if (gap > 0)
			g_string_append_c(row, ' ');
		column += gap;
		if (marked && !marking)
			mark_begin(pen, row, &column);
		marking = marked;
		column += columns_of(word) - columns_of(end);
		g_string_append_len(row, word, end - word);
		pen->rest = *end != '\0' ? end : NULL;
		if (pen->rest != NULL)
			break;
		pen->next++;
	}
	if (marking)
		mark_end(pen, row, &column);
	return column;
}

/* ---- rows ---- */

void
ats_cli_rows_say(AtsCliRows *self, const char *line)
{
	gboolean colour = self->style->colour;

	g_string_append_printf(self->out,
			       "%s%s%s\n",
			       colour ? FAINT : "",
			       line,
			       colour ? RESET : "");
}

static void
put_sign(AtsCliRows *self, const Look *look)
{
	gboolean colour = self->style->colour && *look->ink != '\0';

	g_string_append_printf(self->out,
			       "%s%s%s",
			       colour ? look->ink : "",
			       look->sign,
			       colour ? RESET : "");
}

void
ats_cli_rows_put(AtsCliRows *self, AtsCliChange change, AtsCliText text)
{
	guint width = self->style->width;
	Pen pen = {
	    .look = &looks[change],
	    .colour = self->style->colour,
	    .text = text,
	    .width = width > 0 ? MAX(width, LEAST_COLUMNS + SIGN_COLUMNS) - SIGN_COLUMNS : 0,
	};

	while (!is_done(&pen)) {
		put_sign(self, pen.look);
		put_row(&pen, self->out);
		g_string_append_c(self->out, '\n');
	}
}

void
ats_cli_rows_pair(AtsCliRows *self, AtsCliText left, AtsCliText right, gboolean alike)
{
	guint width = MAX(self->style->width, 2 * LEAST_COLUMNS + BAR_COLUMNS);
	guint half = (width - BAR_COLUMNS) / 2;
	Pen a = {
	    .look = &looks[alike ? ATS_CLI_ALIKE : ATS_CLI_GONE],
	    .colour = self->style->colour,
	    .text = left,
	    .width = half,
	};
	Pen b = a;

	b.look = &looks[alike ? ATS_CLI_ALIKE : ATS_CLI_COME];
	b.text = right;
	while (!is_done(&a) || !is_done(&b)) {
		guint column = put_row(&a, self->out);
		if (is_done(&b) && b.rest == NULL) {
			g_string_append_printf(self->out, "%*s │\n", (int)(half - column), "");
			continue;
		}
		g_string_append_printf(self->out, "%*s" BAR, (int)(half - column), "");
		put_row(&b, self->out);
		g_string_append_c(self->out, '\n');
	}
}

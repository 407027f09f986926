/*
 * Two texts held against each other: lines first, then the words of the lines that differ.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/diff_view.h"

#include "cli/diff.h"
#include "cli/rows.h"

/* lines shown around what differs */
#define CONTEXT 2

/* a text taken apart */
typedef struct {
	const char *name;
	GPtrArray *words;   /* of char *; safe on a terminal */
	GArray *word_ids;   /* of guint32 */
	guint8 *word_marks; /* changed */
	GArray *lines;	    /* of AtsCliLine */
	GArray *line_ids;   /* of guint32 */
	guint8 *line_marks; /* changed */
} Side;

/* gives equal strings equal numbers */
static guint32
number_of(GHashTable *numbers, const char *text)
{
	gpointer number = g_hash_table_lookup(numbers, text);

	if (number == NULL) {
		number = GUINT_TO_POINTER(g_hash_table_size(numbers) + 1);
		g_hash_table_insert(numbers, g_strdup(text), number);
	}
	return GPOINTER_TO_UINT(number);
}

static void
add_line(Side *side, GHashTable *numbers, const char *text, guint number)
{
	g_auto(GStrv) words = g_strsplit_set(text, " \t\r\f\v", -1);
	g_autoptr(GString) whole = g_string_new(NULL);
	AtsCliLine line = {.number = number, .first = side->words->len};
	guint32 id;

	for (guint i = 0; words[i] != NULL; i++) {
		if (*words[i] == '\0')
			continue;
		g_ptr_array_add(side->words, ats_cli_visible(words[i]));
		id = number_of(numbers, words[i]);
		g_array_append_val(side->word_ids, id);
		/* no word holds a space: a line is never taken for a word */
		g_string_append_printf(whole, "%s ", words[i]);
	}
	line.n = side->words->len - line.first;
	if (line.n == 0)
		return;
	id = number_of(numbers, whole->str);
	g_array_append_val(side->lines, line);
	g_array_append_val(side->line_ids, id);
}

static void
side_init(Side *side, AtsCliSide from, GHashTable *numbers)
{
	g_auto(GStrv) lines = g_strsplit_set(from.text, "\n\f", -1);

	side->name = from.name;
	side->words = g_ptr_array_new_with_free_func(g_free);
	side->word_ids = g_array_new(FALSE, FALSE, sizeof(guint32));
	side->lines = g_array_new(FALSE, FALSE, sizeof(AtsCliLine));
	side->line_ids = g_array_new(FALSE, FALSE, sizeof(guint32));
	for (guint i = 0; lines[i] != NULL; i++)
		add_line(side, numbers, lines[i], i + 1);
	side->word_marks = g_new0(guint8, side->words->len + 1);
	side->line_marks = g_new0(guint8, side->lines->len + 1);
}

static void
side_clear(Side *side)
{
	g_ptr_array_unref(side->words);
	g_array_unref(side->word_ids);
	g_array_unref(side->lines);
	g_array_unref(side->line_ids);
	g_free(side->word_marks);
	g_free(side->line_marks);
}

static const AtsCliLine *
line_at(const Side *side, guint i)
{
	return &g_array_index(side->lines, AtsCliLine, i);
}

static guint32 *
ids_at(const GArray *ids, guint i)
{
	return (guint32 *)(gpointer)ids->data + i;
}

/* lines that differ, or that are alike: @n_a = @n_b then */
typedef struct {
	gboolean alike;
	guint a, n_a, b, n_b;
} Stretch;

/* the place in the words at which the line begins; after the last line, their number */
static guint
word_of_line(const Side *side, guint line)
{
	return line < side->lines->len ? line_at(side, line)->first : side->words->len;
}

static void
compare_words(Side *a, Side *b, const Stretch *stretch)
{
	guint from_a = word_of_line(a, stretch->a);
	guint from_b = word_of_line(b, stretch->b);

	ats_cli_diff(ids_at(a->word_ids, from_a),
		     word_of_line(a, stretch->a + stretch->n_a) - from_a,
		     ids_at(b->word_ids, from_b),
		     word_of_line(b, stretch->b + stretch->n_b) - from_b,
		     a->word_marks + from_a,
		     b->word_marks + from_b);
}

static guint
count_marked(const Side *side, guint from, gboolean marked)
{
	guint n = 0;

	while (from + n < side->lines->len && (side->line_marks[from + n] != 0) == marked)
		n++;
	return n;
}

/* (transfer full) (element-type Stretch): alike and not, by turns */
static GArray *
find_stretches(Side *a, Side *b)
{
	GArray *stretches = g_array_new(FALSE, FALSE, sizeof(Stretch));
	guint i = 0, j = 0;

	ats_cli_diff(ids_at(a->line_ids, 0),
		     a->lines->len,
		     ids_at(b->line_ids, 0),
		     b->lines->len,
		     a->line_marks,
		     b->line_marks);
	while (i < a->lines->len || j < b->lines->len) {
		Stretch stretch = {.a = i, .b = j};

		stretch.n_a = count_marked(a, i, TRUE);
		stretch.n_b = count_marked(b, j, TRUE);
		if (stretch.n_a == 0 && stretch.n_b == 0) {
			/* a line that only one side changes stands between in the other */
			stretch.alike = TRUE;
			stretch.n_a = MIN(count_marked(a, i, FALSE), count_marked(b, j, FALSE));
			stretch.n_b = stretch.n_a;
		} else {
			compare_words(a, b, &stretch);
		}
		g_array_append_val(stretches, stretch);
		i += stretch.n_a;
		j += stretch.n_b;
	}
	return stretches;
}

/* ---- showing ---- */

typedef struct {
	AtsCliRows *rows;
	const Side *a, *b;
} Show;

static AtsCliText
text_of(const Side *side, guint line)
{
	const AtsCliLine *at = line_at(side, line);

	return (AtsCliText){
	    .words = (const char *const *)(gpointer)side->words->pdata + at->first,
	    .marks = side->word_marks + at->first,
	    .n = at->n,
	};
}

static void
show_changed(const Show *self, const Stretch *stretch)
{
	guint n = MAX(stretch->n_a, stretch->n_b);

	if (self->rows->style->side_by_side) {
		for (guint i = 0; i < n; i++) {
			AtsCliText left = {0}, right = {0};
			if (i < stretch->n_a)
				left = text_of(self->a, stretch->a + i);
			if (i < stretch->n_b)
				right = text_of(self->b, stretch->b + i);
			ats_cli_rows_pair(self->rows, left, right, FALSE);
		}
		return;
	}
	for (guint i = 0; i < stretch->n_a; i++)
		ats_cli_rows_put(self->rows, ATS_CLI_GONE, text_of(self->a, stretch->a + i));
	for (guint i = 0; i < stretch->n_b; i++)
		ats_cli_rows_put(self->rows, ATS_CLI_COME, text_of(self->b, stretch->b + i));
}

static void
show_alike(const Show *self, const Stretch *stretch, guint from, guint to)
{
	for (guint i = from; i < to; i++) {
		AtsCliText text = text_of(self->a, stretch->a + i);
		if (self->rows->style->side_by_side)
			ats_cli_rows_pair(self->rows, text, text_of(self->b, stretch->b + i), TRUE);
		else
			ats_cli_rows_put(self->rows, ATS_CLI_ALIKE, text);
	}
}

/* where the next lines stand in both texts */
static void
show_place(const Show *self, const Stretch *stretch, guint from)
{
	g_autofree char *place = g_strdup_printf("@@ %s %u, %s %u @@",
						 self->a->name,
						 line_at(self->a, stretch->a + from)->number,
						 self->b->name,
						 line_at(self->b, stretch->b + from)->number);

	ats_cli_rows_say(self->rows, place);
}

/* the lines next to what differs, and a mark where others are left out */
static void
show_around(const Show *self, const Stretch *stretch, gboolean first, gboolean last)
{
	guint after = first ? 0 : MIN(CONTEXT, stretch->n_a);
	guint before = last ? 0 : MIN(CONTEXT, stretch->n_a);

	if (after + before >= stretch->n_a) {
		show_alike(self, stretch, 0, stretch->n_a);
		return;
	}
	show_alike(self, stretch, 0, after);
	if (!last) {
		show_place(self, stretch, stretch->n_a - before);
		show_alike(self, stretch, stretch->n_a - before, stretch->n_a);
	}
}

static void
show_head(const Show *self)
{
	g_autofree char *left = g_strdup_printf("--- %s", self->a->name);
	g_autofree char *right = g_strdup_printf("+++ %s", self->b->name);

	ats_cli_rows_say(self->rows, left);
	ats_cli_rows_say(self->rows, right);
}

void
ats_cli_diff_view(GString *out, AtsCliSide a, AtsCliSide b, const AtsCliDiffStyle *style)
{
	g_autoptr(GHashTable) numbers =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GArray) stretches = NULL;
	AtsCliRows rows = {.out = out, .style = style};
	Side left = {0}, right = {0};
	Show show = {&rows, &left, &right};

	side_init(&left, a, numbers);
	side_init(&right, b, numbers);
	stretches = find_stretches(&left, &right);
	show_head(&show);
	for (guint i = 0; i < stretches->len; i++) {
		const Stretch *stretch = &g_array_index(stretches, Stretch, i);
		if (stretch->alike)
			show_around(&show, stretch, i == 0, i + 1 == stretches->len);
		else
			show_changed(&show, stretch);
	}
	if (stretches->len == 0 ||
	    (stretches->len == 1 && g_array_index(stretches, Stretch, 0).alike))
		ats_cli_rows_say(&rows, "no line differs");
	side_clear(&left);
	side_clear(&right);
}

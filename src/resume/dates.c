/*
 * The grammar of date ranges: two dates with something between them, one date that is open at an
 * end, or one alone. For src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/dates.h"

#include <string.h>

#include "resume/date-refuse.h"
#include "resume/date-tokens.h"

/* words of "la actualidad", "the present day" */
#define PRESENT_WORDS_MAX 3
/* words that may stand between two dates: "up to", "till och med", "hasta el" */
#define TO_WORDS_MAX 3
/* the longest range has 17 tokens; more make no date */
#define JOINED_BYTES_MAX 80

typedef struct {
	const char *text;
	const GArray *tokens;
	guint free; /* the first token that no date has taken */
} Scan;

/* what stands between two dates */
typedef struct {
	gunichar mark; /* 'w' for a word, 0 for nothing */
	guint end;     /* the token after it */
} Separator;

/* the entry of up to @most words from @i on, the longest first; returns the token after it, @i for
 * none */
static guint
match_words(const Scan *scan, guint i, guint most, guint kind)
{
	g_autoptr(GString) key = g_string_new(NULL);
	guint end = i;

	for (guint n = 0; n < most && key->len < JOINED_BYTES_MAX; n++) {
		const AtsDateToken *token = ats_date_token(scan->tokens, i + n);
		const AtsDateWord *entry;

		if (token->kind != ATS_DATE_TOKEN_WORD || token->key == NULL)
			break;
		if (n > 0)
			g_string_append_c(key, ' ');
		g_string_append(key, token->key);
		entry = ats_date_word_lookup(key->str);
		if (entry != NULL && (entry->kinds & kind) != 0)
			end = i + n + 1;
	}
	return end;
}

static gboolean
is_dash(gunichar mark)
{
	return mark == '-' || mark == ATS_DATE_EN || mark == ATS_DATE_EM;
}

static Separator
match_separator(const Scan *scan, guint i)
{
	const AtsDateToken *token = ats_date_token(scan->tokens, i);
	Separator separator = {.end = i};

	if (token->kind == ATS_DATE_TOKEN_MARK && (is_dash(token->mark) || token->mark == '~' ||
						   token->mark == '>' || token->mark == '/')) {
		separator.mark = token->mark;
		separator.end = i + 1;
		/* "->", and a dash before a word: "2019 - to date" */
		if (is_dash(token->mark) &&
		    ats_date_is_mark(ats_date_token(scan->tokens, i + 1), '>'))
			separator.end++;
		separator.end = match_words(scan, separator.end, TO_WORDS_MAX, ATS_DATE_WORD_TO);
		return separator;
	}
	/* scripts without spaces need no mark before it */
	if (ats_date_is_word(token, ATS_DATE_WORD_PRESENT) && ats_date_is_ideograph(token)) {
		separator.mark = 'w';
		return separator;
	}
	separator.end = match_words(scan, i, TO_WORDS_MAX, ATS_DATE_WORD_TO);
	separator.mark = separator.end > i ? 'w' : 0;
	return separator;
}

static void
set_ends(const Scan *scan, AtsDateRange *range, guint first, guint end)
{
	range->start = ats_date_token(scan->tokens, first)->start;
	range->end = ats_date_token(scan->tokens, end - 1)->end;
}

/* --- years written short: 2019-21, 2019/20 --- */

static gboolean
take_short_end(const Scan *scan, const AtsDate *from, Separator separator, AtsDate *to)
{
	const AtsDateToken *token = ats_date_token(scan->tokens, separator.end);
	const AtsDateToken *after = ats_date_token(scan->tokens, separator.end + 1);
	guint first = from->year % 100, year;

	if (from->form != ATS_DATE_YEAR || from->two_digits || separator.mark == 'w' ||
	    !ats_date_is_number(token, 2) || token->space)
		return FALSE;
	/* "2019-21/22": something else */
	if (after->kind == ATS_DATE_TOKEN_MARK && !after->space && after->mark == separator.mark)
		return FALSE;
	year = from->year - first + token->value;
	/* 1999-01; years that stand still or go back by decades are no range */
	if (token->value <= first)
		year += 100;
	if (year - from->year > 50)
		return FALSE;
	*to = (AtsDate){.form = ATS_DATE_YEAR, .year = (guint16)year, .two_digits = TRUE};
	return TRUE;
}

/* --- two dates --- */

/* the month of "March - June 2019" takes the year of the other */
static gboolean
lend_year(AtsDate *month, const AtsDate *other)
{
	if (other->year == 0 || other->month == 0 ||
	    (month->form == ATS_DATE_NUMERIC_MONTH) != (other->form == ATS_DATE_NUMERIC_MONTH))
		return FALSE;
	month->year = (guint16)(other->year - (month->month > other->month ? 1 : 0));
	month->borrowed_year = TRUE;
	return TRUE;
}

/* "March 2019 - June": the second month takes the year of the first */
static gboolean
lend_year_forward(const AtsDatePoint *from, AtsDatePoint *to)
{
	if (from->bare_month || to->date.form != ATS_DATE_MONTH_YEAR ||
	    from->date.form != ATS_DATE_MONTH_YEAR || to->date.month <= from->date.month)
		return FALSE;
	to->date.year = from->date.year;
	to->date.borrowed_year = TRUE;
	return TRUE;
}

/* weak dates support one another, if they are written alike */
static gboolean
support_each_other(const AtsDatePoint *from, const AtsDatePoint *to)
{
	if (!from->weak && !to->weak)
		return TRUE;
	if (to->date.form == ATS_DATE_PRESENT)
		return TRUE;
	return from->date.form == to->date.form && !from->bare_month;
}

/* a slash parts only months of one year and school years: "Summer/Fall 2019", "2019/2020" */
static gboolean
fits_slash(const AtsDatePoint *from, const AtsDatePoint *to)
{
	if (from->bare_month)
		return from->date.form != ATS_DATE_NUMERIC_MONTH;
	return from->date.form == ATS_DATE_YEAR && to->date.form == ATS_DATE_YEAR &&
	       to->date.year == from->date.year + 1;
}

/* "01/03/2019 - 30/04/2021": one end tells the order of day and month in the other */
static void
settle_order(AtsDate *unsure, const AtsDate *sure, gboolean month_first)
{
	guint8 month = unsure->month;

	if (!unsure->unsure_order || sure->unsure_order || sure->form != ATS_DATE_NUMERIC_DAY)
		return;
	unsure->unsure_order = FALSE;
	if (month_first)
		return;
	unsure->month = unsure->day;
	unsure->day = month;
}

static gboolean
complete(AtsDatePoint *from, AtsDatePoint *to, gunichar separator)
{
	if (to->bare_month && !lend_year_forward(from, to))
		return FALSE;
	if (from->bare_month && (to->bare_month || !lend_year(&from->date, &to->date)))
		return FALSE;
	if (separator == '/' && !fits_slash(from, to))
		return FALSE;
	settle_order(&from->date, &to->date, to->month_first);
	settle_order(&to->date, &from->date, from->month_first);
	return support_each_other(from, to);
}

/* returns the token after the range, @i if there is none */
static guint
match_second(const Scan *scan,
	     guint i,
	     AtsDatePoint *from,
	     Separator separator,
	     AtsDateRange *range)
{
	AtsDatePoint to = {0};
	guint end = match_words(scan, separator.end, PRESENT_WORDS_MAX, ATS_DATE_WORD_PRESENT);

	if (end > separator.end && separator.mark != '/') {
		to.date.form = ATS_DATE_PRESENT;
	} else if (take_short_end(scan, &from->date, separator, &to.date)) {
		end = separator.end + 1;
	} else {
		end = ats_date_point(scan->tokens, separator.end, &to);
		if (end == separator.end)
			return i;
	}
	if (!complete(from, &to, separator.mark))
		return i;
	*range = (AtsDateRange){.from = from->date, .to = to.date, .separator = separator.mark};
	return end;
}

/* nothing of the field follows: the end of the line, a tab, a closing bracket */
static gboolean
ends_field(const AtsDateToken *token)
{
	return token->kind == ATS_DATE_TOKEN_END || ats_date_is_mark(token, '\t') ||
	       ats_date_is_mark(token, ')') || ats_date_is_mark(token, '|');
}

static guint
match_range(const Scan *scan, guint i, AtsDateRange *range)
{
	AtsDatePoint from;
	guint after = ats_date_point(scan->tokens, i, &from);
	Separator separator;
	guint end;

	if (after == i)
		return i;
	separator = match_separator(scan, after);
	end = separator.mark == 0 ? i : match_second(scan, i, &from, separator, range);
	if (end > i)
		return end;
	if (from.weak || from.bare_month)
		return i;
	*range = (AtsDateRange){.from = from.date, .single = TRUE};
	if (is_dash(separator.mark) && ends_field(ats_date_token(scan->tokens, separator.end))) {
		range->single = FALSE;
		range->separator = separator.mark;
		return separator.end;
	}
	return after;
}

/* "since 2019", "until 2019": a word before a single date says which end it is */
static guint
match_opened(const Scan *scan, guint i, AtsDateRange *range)
{
	const AtsDateToken *word = ats_date_token(scan->tokens, i);
	guint after = i + 1, end;

	if (!ats_date_is_word(word, ATS_DATE_WORD_SINCE | ATS_DATE_WORD_FROM))
		return i;
	end = match_range(scan, after, range);
	if (end == after)
		return i;
	if (range->single && ats_date_is_word(word, ATS_DATE_WORD_SINCE)) {
		range->single = FALSE;
		range->separator = 'w';
		range->to = (AtsDate){.form = ATS_DATE_PRESENT};
	} else if (range->single) {
		return i;
	}
	return end;
}

GArray *
ats_dates_find(const char *text)
{
	g_autoptr(GArray) tokens = NULL;
	GArray *found = g_array_new(FALSE, TRUE, sizeof(AtsDateRange));
	Scan scan = {.text = text};

	/* most lines have no number, and every date has one */
	if (text[strcspn(text, "0123456789")] == '\0' &&
	    g_utf8_strlen(text, -1) == (glong)strlen(text))
		return found;
	scan.tokens = tokens = ats_date_tokens_new(text);
	for (guint i = 0; i < tokens->len;) {
		AtsDateRange range;
		guint end = match_opened(&scan, i, &range);

		if (end == i)
			end = match_range(&scan, i, &range);
		if (end > i)
			set_ends(&scan, &range, i, end);
		if (end == i || ats_date_is_refused(tokens, text, scan.free, i, end, &range)) {
			i = end > i && !range.single ? end : i + 1;
			continue;
		}
		g_array_append_val(found, range);
		scan.free = i = end;
	}
	return found;
}

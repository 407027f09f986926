/*
 * The forms of a single date: words and numbers that spell a year, and what of a month and day
 * stands with it. Every form looks a fixed number of tokens ahead. For dates.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/date-tokens.h"

#define MONTHS	     12
#define DAYS	     31
#define QUARTERS     4
#define SEASON_FIRST 3 /* spring begins in March, and each season has three months */
#define YEAR_SIGN    0x5E74
#define MONTH_SIGN   0x6708
#define DAY_SIGN     0x65E5

typedef struct {
	const GArray *tokens;
	guint at;
} Cursor;

static const AtsDateToken *
peek(const Cursor *cursor, guint ahead)
{
	return ats_date_token(cursor->tokens, cursor->at + ahead);
}

/* the token stands right at the end of the one before it */
static gboolean
is_glued(const Cursor *cursor, guint ahead)
{
	return peek(cursor, ahead)->kind != ATS_DATE_TOKEN_END && !peek(cursor, ahead)->space;
}

static gboolean
is_up_to(const AtsDateToken *token, guint most)
{
	return token->kind == ATS_DATE_TOKEN_NUMBER && token->n_digits <= 2 && token->value >= 1 &&
	       token->value <= most;
}

/* '19 */
static gboolean
is_short_year(const Cursor *cursor, guint ahead)
{
	return ats_date_is_mark(peek(cursor, ahead), '\'') && is_glued(cursor, ahead + 1) &&
	       ats_date_is_number(peek(cursor, ahead + 1), 2);
}

static gboolean
is_plain_separator(const AtsDateToken *token)
{
	return ats_date_is_mark(token, '-') || ats_date_is_mark(token, '/') ||
	       ats_date_is_mark(token, '.');
}

/* takes a year of four digits, or of two behind an apostrophe */
static gboolean
take_year(Cursor *cursor, AtsDate *date)
{
	if (ats_date_is_year(peek(cursor, 0))) {
		date->year = (guint16)peek(cursor, 0)->value;
		cursor->at += 1;
		return TRUE;
	}
	if (!is_short_year(cursor, 0))
		return FALSE;
	date->year = ats_date_century(peek(cursor, 1)->value);
	date->two_digits = TRUE;
	cursor->at += 2;
	return TRUE;
}

/* what may stand between a month and its year: "Mar. 2019", "March, 2019", "marzo de 2019",
 * "Mar/2019" */
static void
skip_joint(Cursor *cursor, AtsDate *date)
{
	if (ats_date_is_mark(peek(cursor, 0), '.') && is_glued(cursor, 0))
		cursor->at++;
	if (ats_date_is_mark(peek(cursor, 0), ',')) {
		date->comma = TRUE;
		cursor->at++;
		return;
	}
	if (ats_date_is_word(peek(cursor, 0), ATS_DATE_WORD_OF))
		cursor->at++;
	else if ((ats_date_is_mark(peek(cursor, 0), '/') ||
		  ats_date_is_mark(peek(cursor, 0), '-')) &&
		 is_glued(cursor, 0) && is_glued(cursor, 1))
		cursor->at++;
}

static void
skip_ordinal(Cursor *cursor)
{
	if (ats_date_is_word(peek(cursor, 0), ATS_DATE_WORD_ORDINAL) && is_glued(cursor, 0))
		cursor->at++;
}

/* "Mar 19", "Mar-19": a year only beside another one */
static gboolean
take_weak_year(Cursor *cursor, AtsDatePoint *point)
{
	if (!ats_date_is_number(peek(cursor, 0), 2))
		return FALSE;
	point->date.year = ats_date_century(peek(cursor, 0)->value);
	point->date.two_digits = TRUE;
	point->weak = TRUE;
	cursor->at++;
	return TRUE;
}

/* "5, 2019" after a month */
static gboolean
take_day_and_year(Cursor *cursor, AtsDatePoint *point)
{
	Cursor try = *cursor;

	if (!is_up_to(peek(&try, 0), DAYS))
		return FALSE;
	point->date.day = (guint8)peek(&try, 0)->value;
	try.at++;
	skip_ordinal(&try);
	if (ats_date_is_mark(peek(&try, 0), ',')) {
		point->date.comma = TRUE;
		try.at++;
	}
	if (!take_year(&try, &point->date)) {
		point->date.day = 0;
		point->date.comma = FALSE;
		return FALSE;
	}
	point->date.form = ATS_DATE_DAY_MONTH_YEAR;
	*cursor = try;
	return TRUE;
}

/* "March 2019", "March 5, 2019", "Mar '19", "Mar 19", "March" */
static gboolean
from_month(Cursor *cursor, AtsDatePoint *point)
{
	const AtsDateToken *month = peek(cursor, 0);
	Cursor bare;

	point->date.form = ATS_DATE_MONTH_YEAR;
	point->date.month = month->word.value;
	point->date.short_month = month->word.shortened;
	cursor->at++;
	bare = *cursor;
	skip_joint(cursor, &point->date);
	if (take_year(cursor, &point->date) || take_day_and_year(cursor, point) ||
	    (!point->date.comma && take_weak_year(cursor, point)))
		return TRUE;
	*cursor = bare;
	if (ats_date_is_mark(peek(cursor, 0), '.') && is_glued(cursor, 0))
		cursor->at++;
	point->date.comma = FALSE;
	point->bare_month = TRUE;
	return TRUE;
}

/* "Summer 2019", "Winter 2019/20", "Summer" */
static gboolean
from_season(Cursor *cursor, AtsDatePoint *point)
{
	guint season = peek(cursor, 0)->word.value;
	Cursor bare;

	point->date.form = ATS_DATE_SEASON;
	point->date.month = (guint8)(SEASON_FIRST + 3 * (season - 1));
	cursor->at++;
	bare = *cursor;
	skip_joint(cursor, &point->date);
	if (!take_year(cursor, &point->date)) {
		*cursor = bare;
		point->date.comma = FALSE;
		point->bare_month = TRUE;
		return TRUE;
	}
	if (ats_date_is_mark(peek(cursor, 0), '/') && is_glued(cursor, 0) && is_glued(cursor, 1) &&
	    ats_date_is_number(peek(cursor, 1), 2))
		cursor->at += 2;
	return TRUE;
}

static void
set_quarter(AtsDate *date, guint quarter)
{
	date->form = ATS_DATE_QUARTER;
	date->month = (guint8)(1 + 3 * (quarter - 1));
}

/* "Q3 2019", "Q3/2019", "quarter 3, 2019" */
static gboolean
from_quarter(Cursor *cursor, AtsDatePoint *point)
{
	if (!is_up_to(peek(cursor, 1), QUARTERS) || peek(cursor, 1)->n_digits != 1)
		return FALSE;
	set_quarter(&point->date, peek(cursor, 1)->value);
	cursor->at += 2;
	skip_joint(cursor, &point->date);
	return take_year(cursor, &point->date);
}

/* "3Q 2019", "3. Quartal 2019" */
static gboolean
from_numbered_quarter(Cursor *cursor, AtsDatePoint *point)
{
	Cursor try = *cursor;

	if (!is_up_to(peek(&try, 0), QUARTERS) || peek(&try, 0)->n_digits != 1)
		return FALSE;
	set_quarter(&point->date, peek(&try, 0)->value);
	try.at++;
	if (ats_date_is_mark(peek(&try, 0), '.') && is_glued(&try, 0))
		try.at++;
	skip_ordinal(&try);
	if (!ats_date_is_word(peek(&try, 0), ATS_DATE_WORD_QUARTER))
		return FALSE;
	try.at++;
	skip_joint(&try, &point->date);
	if (!take_year(&try, &point->date))
		return FALSE;
	*cursor = try;
	return TRUE;
}

/* --- dates that begin with a year --- */

static gboolean
is_sign(const AtsDateToken *token, gunichar sign)
{
	return token->kind == ATS_DATE_TOKEN_WORD && token->key != NULL &&
	       g_utf8_get_char(token->key) == sign;
}

/* 2019年3月12日 */
static gboolean
take_signed(Cursor *cursor, AtsDate *date)
{
	if (!is_sign(peek(cursor, 0), YEAR_SIGN))
		return FALSE;
	date->form = ATS_DATE_IDEOGRAPHS;
	cursor->at++;
	if (!is_up_to(peek(cursor, 0), MONTHS) || !is_sign(peek(cursor, 1), MONTH_SIGN))
		return TRUE;
	date->month = (guint8)peek(cursor, 0)->value;
	cursor->at += 2;
	if (!is_up_to(peek(cursor, 0), DAYS) || !is_sign(peek(cursor, 1), DAY_SIGN))
		return TRUE;
	date->day = (guint8)peek(cursor, 0)->value;
	cursor->at += 2;
	return TRUE;
}

/* "2009/10", which is a school year rather than October */
static gboolean
is_school_year(const Cursor *cursor, guint year)
{
	return ats_date_is_mark(peek(cursor, 0), '/') && peek(cursor, 1)->value == (year + 1) % 100;
}

/* 2019-03, 2019.3, 2019-03-12, with the cursor behind the year */
static gboolean
take_iso(Cursor *cursor, AtsDate *date)
{
	gunichar separator = peek(cursor, 0)->mark;

	if (!is_plain_separator(peek(cursor, 0)) || !is_glued(cursor, 0) || !is_glued(cursor, 1) ||
	    !is_up_to(peek(cursor, 1), MONTHS) || is_school_year(cursor, date->year) ||
	    (separator == '-' && peek(cursor, 1)->n_digits != 2))
		return FALSE;
	date->form = ATS_DATE_ISO_MONTH;
	date->month = (guint8)peek(cursor, 1)->value;
	cursor->at += 2;
	if (!ats_date_is_mark(peek(cursor, 0), separator) || !is_glued(cursor, 0) ||
	    !is_glued(cursor, 1) || !is_up_to(peek(cursor, 1), DAYS))
		return TRUE;
	date->form = ATS_DATE_ISO_DAY;
	date->day = (guint8)peek(cursor, 1)->value;
	cursor->at += 2;
	return TRUE;
}

/* "2019 March", "2019, Mar", unless the month has a year of its own */
static gboolean
take_month_after_year(Cursor *cursor, AtsDate *date)
{
	Cursor try = *cursor;
	AtsDate own = {0};

	if (ats_date_is_mark(peek(&try, 0), ',')) {
		own.comma = TRUE;
		try.at++;
	}
	/* "In 2019 set up": short forms of one language are words of another */
	if (!ats_date_is_word(peek(&try, 0), ATS_DATE_WORD_MONTH) || !peek(&try, 0)->capital)
		return FALSE;
	own.month = peek(&try, 0)->word.value;
	own.short_month = peek(&try, 0)->word.shortened;
	try.at++;
	if (ats_date_is_mark(peek(&try, 0), '.') && is_glued(&try, 0))
		try.at++;
	/* "2019 March 2020": the month is the next one's */
	if (peek(&try, 0)->kind == ATS_DATE_TOKEN_NUMBER || is_short_year(&try, 0))
		return FALSE;
	date->form = ATS_DATE_MONTH_YEAR;
	date->month = own.month;
	date->short_month = own.short_month;
	date->comma = own.comma;
	*cursor = try;
	return TRUE;
}

/* "2019 Q3", "2019-Q3" */
static gboolean
take_quarter_after_year(Cursor *cursor, AtsDate *date)
{
	guint ahead = is_plain_separator(peek(cursor, 0)) ? 1 : 0;

	if (!ats_date_is_word(peek(cursor, ahead), ATS_DATE_WORD_QUARTER) ||
	    !is_glued(cursor, ahead + 1) || !is_up_to(peek(cursor, ahead + 1), QUARTERS) ||
	    peek(cursor, ahead + 1)->n_digits != 1)
		return FALSE;
	set_quarter(date, peek(cursor, ahead + 1)->value);
	cursor->at += ahead + 2;
	return TRUE;
}

static gboolean
from_year(Cursor *cursor, AtsDatePoint *point)
{
	point->date.form = ATS_DATE_YEAR;
	if (!take_year(cursor, &point->date))
		return FALSE;
	/* "'19" alone is an age or a joke as often as a year */
	point->weak = point->date.two_digits;
	if (point->weak || take_signed(cursor, &point->date) || take_iso(cursor, &point->date) ||
	    take_quarter_after_year(cursor, &point->date))
		return TRUE;
	take_month_after_year(cursor, &point->date);
	return TRUE;
}

/* --- dates that begin with a day or a month's number --- */

/* 12.03.2019, 3/12/2019, 12-03-2019; only an American writes the month first, and with slashes */
static void
set_day(AtsDatePoint *point, guint first, guint second, gunichar separator)
{
	AtsDate *date = &point->date;
	gboolean month_first = second > MONTHS || (separator == '/' && first <= MONTHS);

	date->month = (guint8)(month_first ? first : second);
	date->day = (guint8)(month_first ? second : first);
	point->month_first = month_first;
	date->unsure_order =
	    separator == '/' && first <= MONTHS && second <= MONTHS && first != second;
}

/* with the cursor on the first number, and a second behind a mark */
static gboolean
take_numeric_day(Cursor *cursor, AtsDatePoint *point)
{
	const AtsDateToken *first = peek(cursor, 0), *mark = peek(cursor, 1);
	const AtsDateToken *second = peek(cursor, 2), *year = peek(cursor, 4);

	if (!is_up_to(second, DAYS) || !ats_date_is_mark(peek(cursor, 3), mark->mark) ||
	    !is_glued(cursor, 3) || MIN(first->value, second->value) > MONTHS)
		return FALSE;
	if (!is_glued(cursor, 4) && mark->mark != '.')
		return FALSE;
	if (ats_date_is_year(year))
		point->date.year = (guint16)year->value;
	else if (ats_date_is_number(year, 2) && is_glued(cursor, 4))
		point->date.year = ats_date_century(year->value);
	else
		return FALSE;
	point->weak = point->date.two_digits = year->n_digits == 2;
	point->date.form = ATS_DATE_NUMERIC_DAY;
	set_day(point, first->value, second->value, mark->mark);
	cursor->at += 5;
	return TRUE;
}

/* 03/2019, 3.2019, 03-2019, "03 / 2019", 03/19 */
static gboolean
take_numeric_month(Cursor *cursor, AtsDatePoint *point)
{
	const AtsDateToken *month = peek(cursor, 0);
	gboolean glued = is_glued(cursor, 1) && is_glued(cursor, 2);
	gboolean spaced = ats_date_is_mark(peek(cursor, 1), '/') && !is_glued(cursor, 1);

	if (!is_up_to(month, MONTHS) || (!glued && !spaced))
		return FALSE;
	point->date.form = ATS_DATE_NUMERIC_MONTH;
	point->date.month = (guint8)month->value;
	cursor->at += 2;
	if (take_year(cursor, &point->date) ||
	    (month->n_digits == 2 && take_weak_year(cursor, point)))
		return TRUE;
	cursor->at -= 2;
	return FALSE;
}

/* "12 March 2019", "12. Mai 2019", "1er mars 2019", "12-Mar-2019" */
static gboolean
take_worded_day(Cursor *cursor, AtsDatePoint *point)
{
	Cursor try = *cursor;

	point->date.day = (guint8)peek(&try, 0)->value;
	try.at++;
	skip_ordinal(&try);
	if (is_plain_separator(peek(&try, 0)) && is_glued(&try, 0))
		try.at++;
	if (ats_date_is_word(peek(&try, 0), ATS_DATE_WORD_OF))
		try.at++;
	if (!ats_date_is_word(peek(&try, 0), ATS_DATE_WORD_MONTH))
		return FALSE;
	point->date.form = ATS_DATE_DAY_MONTH_YEAR;
	point->date.month = peek(&try, 0)->word.value;
	point->date.short_month = peek(&try, 0)->word.shortened;
	try.at++;
	skip_joint(&try, &point->date);
	if (!take_year(&try, &point->date) && !take_weak_year(&try, point))
		return FALSE;
	*cursor = try;
	return TRUE;
}

static gboolean
from_number(Cursor *cursor, AtsDatePoint *point)
{
	static const AtsDatePoint none = {0};

	if (is_plain_separator(peek(cursor, 1)) && is_glued(cursor, 1) &&
	    (is_glued(cursor, 2) || ats_date_is_mark(peek(cursor, 1), '.')) &&
	    take_numeric_day(cursor, point))
		return TRUE;
	*point = none;
	if (is_plain_separator(peek(cursor, 1)) && take_numeric_month(cursor, point))
		return TRUE;
	*point = none;
	if (take_worded_day(cursor, point))
		return TRUE;
	*point = none;
	if (from_numbered_quarter(cursor, point))
		return TRUE;
	*point = none;
	if (!is_up_to(peek(cursor, 0), MONTHS))
		return FALSE;
	/* "03" of "03 - 06/2019" */
	point->date.form = ATS_DATE_NUMERIC_MONTH;
	point->date.month = (guint8)peek(cursor, 0)->value;
	point->bare_month = TRUE;
	cursor->at++;
	return TRUE;
}

static gboolean
read_point(Cursor *cursor, AtsDatePoint *point)
{
	const AtsDateToken *token = peek(cursor, 0);

	if (ats_date_is_year(token) || ats_date_is_mark(token, '\''))
		return from_year(cursor, point);
	if (is_up_to(token, DAYS))
		return from_number(cursor, point);
	if (ats_date_is_word(token, ATS_DATE_WORD_MONTH))
		return from_month(cursor, point);
	if (ats_date_is_word(token, ATS_DATE_WORD_SEASON))
		return from_season(cursor, point);
	return ats_date_is_word(token, ATS_DATE_WORD_QUARTER) && from_quarter(cursor, point);
}

guint
ats_date_point(const GArray *tokens, guint i, AtsDatePoint *point)
{
	Cursor cursor = {.tokens = tokens, .at = i};

	*point = (AtsDatePoint){0};
	return read_point(&cursor, point) ? cursor.at : i;
}

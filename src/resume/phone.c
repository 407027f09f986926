/*
 * Finds telephone numbers: E.164 and the national forms of many countries, told from dates, ranges,
 * postcodes and the numbers of documents by how their digits are grouped. For src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "resume/patterns.h"

/* digits; ITU-T E.164, and the shortest local number */
#define DIGITS_MAX 15
#define DIGITS_MIN 7
/* digits of a national number in groups, with the 0 before it */
#define TRUNK_DIGITS	  9
#define TRUNK_DIGITS_MOST 12
/* digits of a postcode, and groups that a whole number in front of it has at least */
#define POSTCODE_DIGITS	      5
#define POSTCODE_DIGITS_LEAST 4 /* behind a number that is too long with it */
#define POSTCODE_GROUPS	      3
/* groups of digits: the French and Danish write five pairs after the country's code */
#define GROUPS_MAX 8
/* bytes of a number with all its marks */
#define BYTES_MAX 48

typedef struct {
	guint n_digits;
	guint n_groups;
	guint digits[GROUPS_MAX]; /* in each group */
	guint value[GROUPS_MAX];  /* of each group, cut at 8 digits */
	gboolean plus;
	gboolean brackets;
	guint zeros;	     /* it begins with: one is the trunk prefix, two lead abroad */
	gboolean dots;	     /* all marks between groups are full stops */
	gboolean slash;	     /* one of them is a slash */
	gboolean dash_range; /* one of them is a dash with spaces around, or a long dash */
	gboolean set_off;    /* one of them has spaces around, and is no dash */
} Number;

/* length of a mark that may stand between two groups; 0 for none */
static gsize
mark_length(const char *p)
{
	static const char *const marks[] = {"\xC2\xA0",
					    "\xC2\xB7",
					    "\xE2\x80\x90",
					    "\xE2\x80\x91",
					    "\xE2\x80\x93",
					    "\xE2\x80\xA2",
					    "\xE2\x88\x92",
					    "\xE2\x80\xAF",
					    "\xE2\x80\x89",
					    "\xE2\x8B\x85"};

	if (*p != '\0' && strchr(" -.()/", *p) != NULL)
		return 1;
	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
		if (g_str_has_prefix(p, marks[i]))
			return strlen(marks[i]);
	}
	return 0;
}

/* digits of a whole number, before a dot or slash set off by spaces, and before a dash so set: what
 * follows is a postcode or another number. "030 5550 - 123" has an extension */
#define WHOLE_DIGITS	  DIGITS_MIN
#define WHOLE_DIGITS_DASH 10

/* the mark at @p has a space on both sides */
static gboolean
is_set_off(const char *text, gsize start, gsize p, gsize length)
{
	return p > start && text[p - 1] == ' ' && text[p + length] == ' ';
}

/* what parts the fields of a line of contact data, behind a number that is whole already. In
 * "0211 / 555 01 23" and "212 · 555 · 0148" the same marks part groups */
static gboolean
ends_field(const Number *number, const char *text, gsize start, gsize p, gsize length)
{
	gboolean dash = text[p] == '-' || g_str_has_prefix(text + p, "\xE2\x80\x93");
	gboolean dot = text[p] == '/' || g_str_has_prefix(text + p, "\xC2\xB7") ||
		       g_str_has_prefix(text + p, "\xE2\x80\xA2") ||
		       g_str_has_prefix(text + p, "\xE2\x8B\x85");

	if (!is_set_off(text, start, p, length) || number->set_off)
		return FALSE;
	return (dot && number->n_digits >= WHOLE_DIGITS) ||
	       (dash && number->n_digits >= WHOLE_DIGITS_DASH);
}

static void
note_mark(Number *number, const char *p, gsize length)
{
	if (*p == '(')
		number->brackets = TRUE;
	if (*p == '/')
		number->slash = TRUE;
	if (*p != '.')
		number->dots = FALSE;
	if ((*p == '-' && p[1] == ' ') || (length == 3 && g_str_has_prefix(p, "\xE2\x80\x93")))
		number->dash_range = TRUE;
}

static gboolean
add_digit(Number *number, char c, gboolean first_of_group)
{
	if (first_of_group && number->n_groups == GROUPS_MAX)
		return FALSE;
	if (first_of_group)
		number->n_groups++;
	number->zeros += c == '0' && number->zeros == number->n_digits;
	number->n_digits++;
	number->digits[number->n_groups - 1]++;
	if (number->digits[number->n_groups - 1] <= 8)
		number->value[number->n_groups - 1] =
		    number->value[number->n_groups - 1] * 10 + (guint)(c - '0');
	return TRUE;
}

/* reads groups of digits and the marks between them; returns the end of the last digit, 0 if it is
 * no number */
static gsize
read_number(const char *text, gsize start, Number *number)
{
	gsize end = 0;
	gsize p = start;
	guint marks = 0;
	gboolean in_group = FALSE;

	*number = (Number){.dots = TRUE, .plus = text[start] == '+'};
	p += number->plus ? 1 : 0;
	while (p - start < BYTES_MAX) {
		gsize length = 0;
		if (g_ascii_isdigit(text[p])) {
			if (!add_digit(number, text[p], !in_group))
				return 0;
			in_group = TRUE;
			marks = 0;
			end = ++p;
			continue;
		}
		length = mark_length(text + p);
		/* ") - " and " (0)" are the longest runs of marks */
		if (length == 0 && !(text[p] == '+' && p == start + 1 && text[start] == '('))
			break;
		if (++marks > 3 || ends_field(number, text, start, p, length))
			break;
		number->set_off |= text[p] != '-' && text[p] != ' ' && length > 0 &&
				   is_set_off(text, start, p, length);
		number->plus = number->plus || text[p] == '+';
		if (length > 0)
			note_mark(number, text + p, length);
		in_group = FALSE;
		p += MAX(length, 1);
	}
	return end;
}

/* "06 39 98 12 34 44000 Nantes": a number that is whole without its last group, and a postcode */
static gboolean
ends_with_postcode(const Number *number)
{
	guint last = number->digits[number->n_groups - 1];
	guint before = number->n_digits - last;

	if (number->zeros == 1 && number->n_groups > 1 && number->n_digits > TRUNK_DIGITS_MOST &&
	    before >= TRUNK_DIGITS)
		return last >= POSTCODE_DIGITS_LEAST;
	if (number->zeros > 1 || number->n_groups <= POSTCODE_GROUPS || before < TRUNK_DIGITS ||
	    last != POSTCODE_DIGITS)
		return FALSE;
	for (guint i = 0; i + 1 < number->n_groups; i++) {
		if (number->digits[i] >= POSTCODE_DIGITS)
			return FALSE;
	}
	return TRUE;
}

/* where the last group of digits of [start, end) is parted from those before it */
static gsize
before_last_group(const char *text, gsize start, gsize end)
{
	while (end > start && g_ascii_isdigit(text[end - 1]))
		end--;
	while (end > start && !g_ascii_isdigit(text[end - 1]))
		end--;
	return end;
}

/* a closing mark after the last digit does not count as one between groups */
static gsize
number_at(const char *text, gsize start, Number *number)
{
	gsize end = read_number(text, start, number);
	g_autofree char *exact = NULL;

	if (end == 0)
		return 0;
	if (ends_with_postcode(number))
		end = before_last_group(text, start, end);
	exact = g_strndup(text + start, end - start);
	read_number(exact, 0, number);
	return end;
}

static gboolean
is_year(const Number *number, guint group)
{
	return number->digits[group] == 4 && number->value[group] >= 1900 &&
	       number->value[group] <= 2099;
}

static guint
count_years(const Number *number)
{
	guint n = 0;

	for (guint i = 0; i < number->n_groups; i++)
		n += is_year(number, i) ? 1 : 0;
	return n;
}

/* 2019-2021, 03/2019 - 04/2021, 12.05.2019, 2019-05-12 */
static gboolean
is_date(const Number *number)
{
	if (count_years(number) == 0)
		return FALSE;
	for (guint i = 0; i < number->n_groups; i++) {
		if (!is_year(number, i) && (number->digits[i] > 2 || number->value[i] > 31))
			return FALSE;
	}
	return TRUE;
}

static gboolean
is_compact_date(const Number *number)
{
	guint v = number->value[0];

	return number->n_groups == 1 && number->n_digits == 8 &&
	       ((v / 10000 >= 1900 && v / 10000 <= 2099 && v / 100 % 100 <= 12 && v % 100 <= 31));
}

static gboolean
is_ip_address(const Number *number)
{
	if (!number->dots || number->n_groups != 4)
		return FALSE;
	for (guint i = 0; i < 4; i++) {
		if (number->digits[i] > 3 || number->value[i] > 255)
			return FALSE;
	}
	return TRUE;
}

/* ORCID and payment cards: fours all the way */
static gboolean
is_card(const Number *number)
{
	guint fours = 0;

	for (guint i = 0; i < number->n_groups; i++)
		fours += number->digits[i] == 4 ? 1 : 0;
	return number->n_groups == 4 && fours >= 3 && number->n_digits >= 15;
}

/* 1.250.000: thousands parted by full stops */
static gboolean
is_amount(const Number *number)
{
	if (!number->dots || number->plus || number->n_groups < 3 || number->digits[0] > 2)
		return FALSE;
	for (guint i = 1; i < number->n_groups; i++) {
		if (number->digits[i] != 3)
			return FALSE;
	}
	return number->value[0] > 0;
}

static gboolean
is_other_number(const Number *number)
{
	if (is_ip_address(number) || is_card(number) || is_compact_date(number) ||
	    is_amount(number))
		return TRUE;
	/* an American postcode, two years side by side with anything */
	if (number->n_groups == 2 && number->digits[0] == 5 && number->digits[1] == 4)
		return TRUE;
	/* the identifier of a document: 10.1000/182 */
	if (number->slash && number->value[0] == 10)
		return TRUE;
	return !number->plus && count_years(number) >= 2;
}

/* 06 39 98 12 34, 07700 900461: in groups, a number that begins with 0 is dialled */
static gboolean
has_trunk_prefix(const Number *number)
{
	return number->zeros == 1 && number->n_groups >= 2 && number->n_digits >= TRUNK_DIGITS &&
	       !number->dash_range && !number->slash;
}

/* bare digits, or groups as telephone numbers have them */
static gint
rank_number(const Number *number)
{
	gboolean american = number->n_groups == 3 && number->digits[0] == 3 &&
			    number->digits[1] == 3 && number->digits[2] == 4;

	if (number->plus)
		return 3;
	if (number->brackets || american || has_trunk_prefix(number))
		return 2;
	if (number->n_groups == 1)
		return number->n_digits == 10 || number->n_digits == 11 ? 1 : 0;
	if (number->dash_range || number->slash)
		return 0;
	return number->n_digits >= 9 ? 1 : 0;
}

static gboolean
starts_number(const char *text, gsize at)
{
	char before = at == 0 ? ' ' : text[at - 1];

	if (!g_ascii_isdigit(text[at]) && text[at] != '+' && text[at] != '(')
		return FALSE;
	return !g_ascii_isalnum(before) && strchr("/_=#@$.,+(-%&?", before) == NULL;
}

static gboolean
ends_number(const char *text, gsize end)
{
	const char *after = text + end;

	/* digits that a person hid: 555-010-xxxx */
	after += strspn(after, "xX");
	if (*after == '\0')
		return TRUE;
	if (g_ascii_isalpha(*after) || strchr("%@_/$", *after) != NULL)
		return FALSE;
	return !((*after == ',' || *after == '.') && g_ascii_isdigit(after[1]));
}

static char *
number_text(const char *text, gsize start, gsize end)
{
	GString *out = g_string_new(NULL);

	for (gsize i = start; i < end; i++) {
		if (text[i] != ' ' || out->len == 0 || out->str[out->len - 1] != ' ')
			g_string_append_c(out, text[i]);
	}
	return g_string_free(out, FALSE);
}

static gboolean
phone_at(const char *text, gsize start, gsize *end, AtsMatch *match)
{
	Number number;

	*end = number_at(text, start, &number);
	if (*end == 0 || number.n_digits < DIGITS_MIN || number.n_digits > DIGITS_MAX ||
	    !ends_number(text, *end))
		return FALSE;
	if (is_date(&number) || is_other_number(&number))
		return FALSE;
	match->start = start;
	match->end = *end;
	match->rank = rank_number(&number);
	match->text = number_text(text, start, *end);
	return TRUE;
}

gboolean
ats_match_phone(const char *text, gsize *from, AtsMatch *match)
{
	gsize end = 0;

	ats_match_clear(match);
	for (gsize at = *from; text[at] != '\0'; at++) {
		if (!starts_number(text, at))
			continue;
		if (phone_at(text, at, &end, match)) {
			*from = end;
			return TRUE;
		}
		if (end > at)
			at = end - 1;
	}
	*from = strlen(text);
	return FALSE;
}

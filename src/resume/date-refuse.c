/*
 * Tells dates from telephone numbers, postcodes, pages, versions, amounts and addresses by their
 * neighbours. For dates.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/date-refuse.h"

#include <string.h>

/* bytes on either side in which the rest of an address is looked for */
#define ADDRESS_BYTES 120
/* tokens before a year that may belong to one telephone number */
#define PHONE_TOKENS 8
/* digits in a row, with marks between, that no date has before it */
#define PHONE_DIGITS 3

static gboolean
is_any_mark(const AtsDateToken *token, const char *marks)
{
	return token->kind == ATS_DATE_TOKEN_MARK && token->mark < 0x80 && token->mark != 0 &&
	       strchr(marks, (int)token->mark) != NULL;
}

static gboolean
is_currency(const AtsDateToken *token)
{
	return token->kind == ATS_DATE_TOKEN_MARK &&
	       g_unichar_type(token->mark) == G_UNICODE_CURRENCY_SYMBOL;
}

/* only years, with no month to support them */
static gboolean
is_bare(const AtsDateRange *range)
{
	return range->from.form == ATS_DATE_YEAR &&
	       (range->single || range->to.form == ATS_DATE_YEAR);
}

/* digits or letters that run into the first token: v2019, 555-2019, A/2019 */
static gboolean
is_glued_before(const GArray *tokens, guint first, const AtsDateRange *range)
{
	const AtsDateToken *token = ats_date_token(tokens, first);
	const AtsDateToken *before = ats_date_token(tokens, first - 1);
	const AtsDateToken *further = ats_date_token(tokens, first - 2);
	gboolean word;

	if (first == 0 || is_currency(before) || is_any_mark(before, "#$"))
		return first > 0;
	if (token->space)
		return FALSE;
	if (before->kind == ATS_DATE_TOKEN_WORD)
		return !ats_date_is_ideograph(before);
	if (is_any_mark(before, "@_+=\\&<^*%"))
		return TRUE;
	if (first < 2 || before->space || !is_any_mark(before, "-./,:"))
		return FALSE;
	word = further->kind == ATS_DATE_TOKEN_WORD && is_bare(range) && !is_any_mark(before, ",:");
	return further->kind == ATS_DATE_TOKEN_NUMBER || word;
}

/* ... and out of the last one: 2019k, 2019.1.3, 2019%, 2019-based */
static gboolean
is_glued_after(const GArray *tokens, guint end, const AtsDateRange *range)
{
	const AtsDateToken *after = ats_date_token(tokens, end);
	const AtsDateToken *further = ats_date_token(tokens, end + 1);

	if (is_currency(after) || is_any_mark(after, "%"))
		return TRUE;
	if (after->space)
		return FALSE;
	if (after->kind == ATS_DATE_TOKEN_WORD)
		return !ats_date_is_ideograph(after);
	if (is_any_mark(after, "@_=+\\&"))
		return TRUE;
	if (further->space || !is_any_mark(after, "-./,:'"))
		return FALSE;
	return further->kind == ATS_DATE_TOKEN_NUMBER ||
	       (further->kind == ATS_DATE_TOKEN_WORD && is_bare(range));
}

/* "pp. 2001-2010", "Suite 2000", "Windows Server 2019" */
static gboolean
is_named_number(const GArray *tokens, guint first)
{
	guint at = first;

	if (at > 0 && is_any_mark(ats_date_token(tokens, at - 1), ".:"))
		at--;
	return at > 0 && ats_date_is_word(ats_date_token(tokens, at - 1), ATS_DATE_WORD_NOT_BEFORE);
}

/* the end of a telephone number: its groups stand right before */
static gboolean
is_phone(const GArray *tokens, guint free, guint first)
{
	guint n_digits = 0;
	gboolean marked = FALSE;

	for (guint n = 1; n <= PHONE_TOKENS && first >= free + n; n++) {
		const AtsDateToken *token = ats_date_token(tokens, first - n);
		if (token->kind == ATS_DATE_TOKEN_NUMBER)
			n_digits += token->n_digits;
		else if (!is_any_mark(token, "+-.()/"))
			break;
		else if (is_any_mark(token, "+)"))
			marked = TRUE;
		if (n_digits > 0 && n == 1 && token->n_digits >= PHONE_DIGITS &&
		    token->n_digits != 5)
			return TRUE;
	}
	return marked && n_digits >= PHONE_DIGITS;
}

/* "1984 5550143", and Dutch postcodes: "2011 AB Haarlem" */
static gboolean
starts_number_or_postcode(const GArray *tokens, guint end)
{
	static const char *const degrees[] =
	    {"aa", "ab", "as", "ba", "be", "bs", "ma", "me", "ms", "md", "jd", "hs", "ra", "ta"};
	const AtsDateToken *after = ats_date_token(tokens, end);
	const AtsDateToken *further = ats_date_token(tokens, end + 1);

	if (after->kind == ATS_DATE_TOKEN_NUMBER)
		return after->n_digits >= PHONE_DIGITS && !ats_date_is_year(after);
	if (after->kind != ATS_DATE_TOKEN_WORD || !after->capital ||
	    after->end - after->start != 2 || after->key == NULL || strlen(after->key) != 2)
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(degrees); i++) {
		if (g_str_equal(after->key, degrees[i]))
			return FALSE;
	}
	return further->kind == ATS_DATE_TOKEN_WORD && further->capital;
}

/* "served 2000 customers": a lower-case word follows, and nothing before makes it a year */
static gboolean
counts_something(const GArray *tokens, guint first, guint end)
{
	const AtsDateToken *before = ats_date_token(tokens, first == 0 ? G_MAXUINT : first - 1);
	const AtsDateToken *after = ats_date_token(tokens, end);
	guint lead = ATS_DATE_WORD_LEAD | ATS_DATE_WORD_FROM | ATS_DATE_WORD_SINCE |
		     ATS_DATE_WORD_TO | ATS_DATE_WORD_OF;

	if (before->kind != ATS_DATE_TOKEN_WORD || ats_date_is_word(before, lead))
		return FALSE;
	return after->kind == ATS_DATE_TOKEN_WORD && !after->capital &&
	       !ats_date_is_ideograph(after) && !ats_date_is_word(after, lead);
}

static gboolean
has_between(const char *from, const char *to, const char *needle)
{
	return g_strstr_len(from, to - from, needle) != NULL;
}

/* letters on both sides of a full stop, then a slash: example.com/2019 */
static gboolean
has_host(const char *from, const char *to)
{
	for (const char *p = from + 1; p + 1 < to; p++) {
		if (*p == '.' && g_ascii_isalpha(p[-1]) && g_ascii_isalpha(p[1]))
			return memchr(p, '/', (gsize)(to - p)) != NULL;
	}
	return FALSE;
}

static gboolean
is_in_address(const char *text, gsize start, gsize end)
{
	const char *from = text + start, *to = text + end;

	while (from > text && text + start - from < ADDRESS_BYTES && !g_ascii_isspace(from[-1]))
		from--;
	while (*to != '\0' && to - text - (gssize)end < ADDRESS_BYTES && !g_ascii_isspace(*to))
		to++;
	return has_between(from, to, "@") || has_between(from, to, "://") ||
	       has_between(from, to, "www.") || has_host(from, to);
}

gboolean
ats_date_is_refused(const GArray *tokens,
		    const char *text,
		    guint free,
		    guint first,
		    guint end,
		    const AtsDateRange *range)
{
	if (is_glued_before(tokens, first, range) || is_glued_after(tokens, end, range) ||
	    is_in_address(text, range->start, range->end))
		return TRUE;
	if (!is_bare(range))
		return FALSE;
	if (is_named_number(tokens, first) || is_phone(tokens, free, first))
		return TRUE;
	return range->single &&
	       (starts_number_or_postcode(tokens, end) || counts_something(tokens, first, end));
}

/*
 * How a field may be written in a resume: a date in the usual ways, a link without its scheme, a
 * phone number by its digits.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "expect/forms.h"

#include <string.h>

#include "base/utf8.h"

static void
form_free(gpointer data)
{
	AtsForm *form = data;

	g_array_unref(form->words);
	g_free(form->exact);
	g_free(form->digits);
	g_free(form);
}

/* NULL if there is no word in it */
static AtsForm *
add_form(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text)
{
	g_autoptr(GArray) tokens = ats_tokenise(vocabulary, text);
	AtsForm *form;

	if (tokens->len == 0)
		return NULL;
	form = g_new0(AtsForm, 1);
	form->words = g_array_sized_new(FALSE, FALSE, sizeof(guint), tokens->len);
	for (guint i = 0; i < tokens->len; i++)
		g_array_append_val(form->words, g_array_index(tokens, AtsToken, i).word);
	g_ptr_array_add(forms, form);
	return form;
}

static char *
without_ornament(const char *text)
{
	const char *end = text + strlen(text);

	while (end > text && !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(end))))
		end = g_utf8_prev_char(end);
	return g_strndup(text, (gsize)(end - text));
}

/* what stands to the letter: from its first letter or digit to its last */
static void
add_exact(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text)
{
	g_autofree char *bare = without_ornament(text);
	AtsForm *form = add_form(forms, vocabulary, bare);

	if (form != NULL)
		form->exact = ats_utf8_fold(bare);
}

static void
add_url(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text)
{
	const char *start = strstr(text, "://");

	start = start != NULL ? start + strlen("://") : text;
	if (g_ascii_strncasecmp(start, "www.", strlen("www.")) == 0)
		start += strlen("www.");
	add_exact(forms, vocabulary, start);
}

/* 15 by E.164, an extension, and what is dialled before them; more are no phone number */
#define PHONE_DIGITS_MOST 24

static void
add_phone(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text)
{
	AtsForm *form = add_form(forms, vocabulary, text);
	GString *digits;

	if (form == NULL)
		return;
	digits = g_string_new(NULL);
	for (const char *p = text; *p != '\0'; p++) {
		if (g_ascii_isdigit(*p))
			g_string_append_c(digits, *p);
	}
	form->digits = g_string_free(digits, digits->len == 0 || digits->len > PHONE_DIGITS_MOST);
}

typedef struct {
	guint year, month, day; /* 0: not said */
} Date;

/* "2020", "2020-03", "2020-03-15": what the standard allows, no more */
static gboolean
parse_date(const char *text, Date *date)
{
	static const char pattern[] = "0000-00-00";
	gsize length = strlen(text);

	if (length != 4 && length != 7 && length != 10)
		return FALSE;
	for (gsize i = 0; i < length; i++) {
		if (pattern[i] == '0' ? !g_ascii_isdigit(text[i]) : text[i] != pattern[i])
			return FALSE;
	}
	date->year = (guint)g_ascii_strtoull(text, NULL, 10);
	date->month = length > 4 ? (guint)g_ascii_strtoull(text + 5, NULL, 10) : 0;
	date->day = length > 7 ? (guint)g_ascii_strtoull(text + 8, NULL, 10) : 0;
	return (length <= 4 || (date->month >= 1 && date->month <= 12)) &&
	       (length <= 7 || (date->day >= 1 && date->day <= 31));
}

/* of months in English; in other languages the year alone is looked for, unless the date is in
 * numbers */
static const char *const months[12] = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
};

/* @order: "dmy"; with and without a leading nought */
static void
add_numbers(GPtrArray *forms, AtsVocabulary *vocabulary, const char *order, Date date)
{
	g_autoptr(GString) long_form = g_string_new(NULL);
	g_autoptr(GString) short_form = g_string_new(NULL);

	for (; *order != '\0'; order++) {
		guint value = *order == 'd' ? date.day : *order == 'm' ? date.month : date.year;
		g_string_append_printf(long_form, "%02u ", value);
		g_string_append_printf(short_form, "%u ", value);
	}
	add_form(forms, vocabulary, long_form->str);
	add_form(forms, vocabulary, short_form->str);
}

static void
add_named(GPtrArray *forms, AtsVocabulary *vocabulary, const char *month, Date date)
{
	g_autofree char *of_month = g_strdup_printf("%s %u", month, date.year);
	g_autofree char *turned = g_strdup_printf("%u %s", date.year, month);
	g_autofree char *cut = g_strdup_printf("%s %02u", month, date.year % 100);

	if (date.day > 0) {
		g_autofree char *day_first = g_strdup_printf("%u %s", date.day, of_month);
		g_autofree char *day_later =
		    g_strdup_printf("%s %u %u", month, date.day, date.year);
		add_form(forms, vocabulary, day_first);
		add_form(forms, vocabulary, day_later);
		return;
	}
	add_form(forms, vocabulary, of_month);
	add_form(forms, vocabulary, turned);
	add_form(forms, vocabulary, cut);
}

/* March, Mar, Sept: with the month in words first, since two numbers may be a date of another kind
 */
static void
add_month_forms(GPtrArray *forms, AtsVocabulary *vocabulary, Date date)
{
	const char *month = months[date.month - 1];
	g_autofree char *three = g_strndup(month, 3);
	g_autofree char *four = g_strndup(month, 4);
	static const char *const with_day[] = {"ymd", "dmy", "mdy"};
	static const char *const without[] = {"my", "ym"};
	gboolean day = date.day > 0;

	add_named(forms, vocabulary, month, date);
	add_named(forms, vocabulary, three, date);
	add_named(forms, vocabulary, four, date);
	for (guint i = 0; i < (day ? G_N_ELEMENTS(with_day) : G_N_ELEMENTS(without)); i++)
		add_numbers(forms, vocabulary, day ? with_day[i] : without[i], date);
	if (!day) {
		g_autofree char *numbers =
		    g_strdup_printf("%02u %02u", date.month, date.year % 100);
		g_autofree char *han = g_strdup_printf("%u年%u月", date.year, date.month);
		add_form(forms, vocabulary, numbers);
		add_form(forms, vocabulary, han);
	}
}

/* as much of the date as is said, then less and less */
static void
add_date(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text)
{
	Date date = {0};
	g_autofree char *year = NULL;

	if (!parse_date(text, &date)) {
		add_form(forms, vocabulary, text);
		return;
	}
	if (date.day > 0)
		add_month_forms(forms, vocabulary, date);
	date.day = 0;
	if (date.month > 0)
		add_month_forms(forms, vocabulary, date);
	year = g_strdup_printf("%04u", date.year);
	add_form(forms, vocabulary, year);
}

GPtrArray *
ats_forms_of(const AtsField *field, AtsVocabulary *vocabulary)
{
	GPtrArray *forms = g_ptr_array_new_with_free_func(form_free);

	switch (field->kind) {
	case ATS_FIELD_DATE:
		add_date(forms, vocabulary, field->text);
		break;
	case ATS_FIELD_PHONE:
		add_phone(forms, vocabulary, field->text);
		break;
	case ATS_FIELD_URL:
		add_url(forms, vocabulary, field->text);
		break;
	case ATS_FIELD_EMAIL:
		add_exact(forms, vocabulary, field->text);
		break;
	case ATS_FIELD_TEXT:
	default:
		add_form(forms, vocabulary, field->text);
	}
	return forms;
}

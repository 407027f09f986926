/*
 * How a date may be written in a resume: with its month in words of any language of the lexicon, in
 * numbers in any order, or by its year alone. For forms.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "expect/forms.h"
#include "expect/months.h"

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

static void G_GNUC_PRINTF(3, 4)
    add_printed(GPtrArray *forms, AtsVocabulary *vocabulary, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, format);
	text = g_strdup_vprintf(format, args);
	va_end(args);
	ats_forms_add(forms, vocabulary, text);
}

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
	ats_forms_add(forms, vocabulary, long_form->str);
	ats_forms_add(forms, vocabulary, short_form->str);
}

/* "15 de marzo de 2020", "March of 2020" */
static void
add_joined(GPtrArray *forms, AtsVocabulary *vocabulary, const char *month, Date date)
{
	for (const char *const *of = ats_date_of_words(); *of != NULL; of++) {
		if (!ats_vocabulary_knows(vocabulary, *of))
			continue;
		if (date.day == 0) {
			add_printed(forms, vocabulary, "%s %s %u", month, *of, date.year);
			continue;
		}
		add_printed(forms,
			    vocabulary,
			    "%u %s %s %s %u",
			    date.day,
			    *of,
			    month,
			    *of,
			    date.year);
		add_printed(forms, vocabulary, "%u %s %s %u", date.day, *of, month, date.year);
	}
}

static void
add_named(GPtrArray *forms, AtsVocabulary *vocabulary, const char *month, Date date)
{
	if (date.day > 0) {
		add_printed(forms, vocabulary, "%u %s %u", date.day, month, date.year);
		add_printed(forms, vocabulary, "%02u %s %u", date.day, month, date.year);
		/* "1st", "1er", "1ère" is a word of its own */
		add_printed(forms, vocabulary, "%s %u %u", month, date.day, date.year);
		add_printed(forms, vocabulary, "%u %s %u", date.year, month, date.day);
	} else {
		add_printed(forms, vocabulary, "%s %u", month, date.year);
		add_printed(forms, vocabulary, "%u %s", date.year, month);
		add_printed(forms, vocabulary, "%s %02u", month, date.year % 100);
	}
	add_joined(forms, vocabulary, month, date);
}

/* scripts that write the words behind the numbers */
static void
add_ideographs(GPtrArray *forms, AtsVocabulary *vocabulary, Date date)
{
	if (date.day > 0) {
		add_printed(forms, vocabulary, "%u年%u月%u日", date.year, date.month, date.day);
		add_printed(forms, vocabulary, "%u年%02u月%02u日", date.year, date.month, date.day);
		return;
	}
	add_printed(forms, vocabulary, "%u年%u月", date.year, date.month);
	add_printed(forms, vocabulary, "%u年%02u月", date.year, date.month);
}

/* with the month in words first, since two numbers may be a date of another kind. Only names that
 * some text holds are worth a form */
static void
add_month_forms(GPtrArray *forms, AtsVocabulary *vocabulary, Date date)
{
	static const char *const with_day[] = {"ymd", "dmy", "mdy"};
	static const char *const without[] = {"my", "ym"};
	gboolean day = date.day > 0;

	for (const char *const *name = ats_month_names(date.month); *name != NULL; name++) {
		if (ats_vocabulary_knows(vocabulary, *name))
			add_named(forms, vocabulary, *name, date);
	}
	add_ideographs(forms, vocabulary, date);
	for (guint i = 0; i < (day ? G_N_ELEMENTS(with_day) : G_N_ELEMENTS(without)); i++)
		add_numbers(forms, vocabulary, day ? with_day[i] : without[i], date);
	if (!day)
		add_printed(forms, vocabulary, "%02u %02u", date.month, date.year % 100);
}

/* as much of the date as is said, then less and less */
void
ats_forms_add_date(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text)
{
	Date date = {0};

	if (!parse_date(text, &date)) {
		ats_forms_add(forms, vocabulary, text);
		return;
	}
	if (date.day > 0)
		add_month_forms(forms, vocabulary, date);
	date.day = 0;
	if (date.month > 0)
		add_month_forms(forms, vocabulary, date);
	add_printed(forms, vocabulary, "%04u", date.year);
}

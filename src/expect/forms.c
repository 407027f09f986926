/*
 * How a field may be written in a resume: a link without its scheme, a phone number by its digits;
 * a date in the ways of date-forms.c.
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

AtsForm *
ats_forms_add(GPtrArray *forms, AtsVocabulary *vocabulary, const char *text)
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
	AtsForm *form = ats_forms_add(forms, vocabulary, bare);

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
	AtsForm *form = ats_forms_add(forms, vocabulary, text);
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

GPtrArray *
ats_forms_of(const AtsField *field, AtsVocabulary *vocabulary)
{
	GPtrArray *forms = g_ptr_array_new_with_free_func(form_free);

	switch (field->kind) {
	case ATS_FIELD_DATE:
		ats_forms_add_date(forms, vocabulary, field->text);
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
		ats_forms_add(forms, vocabulary, field->text);
	}
	return forms;
}

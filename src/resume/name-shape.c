/*
 * Looks at the words of a text that may be a name. For name.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/name-shape.h"

#include <string.h>

#include "base/utf8.h"
#include "resume/lexicon.h"

/* letters of a name that, found in the e-mail address, are no chance */
#define EMAIL_LETTERS_MIN 3

/* points; see ats_name_worth */
#define WORTH_FULL	  3.0 /* two to five words, each with a capital */
#define WORTH_PLACEHOLDER 2.0
#define WORTH_FOREIGN                                                                              \
	(-3.0) /* for each word of job titles, degrees, companies; for a place; for marks of a     \
		  sentence */
#define WORTH_LOWER (-1.0) /* no capital at all */
#define WORTH_CUT   (-1.0) /* it goes on on the next line */
#define WORTH_NONE  (-100.0)

static gboolean
is_part_of_names(guint32 kinds)
{
	return (kinds & (ATS_WORD_PARTICLE | ATS_WORD_HONORIFIC | ATS_WORD_CREDENTIAL)) != 0;
}

static gboolean
is_foreign(guint32 kinds)
{
	return !is_part_of_names(kinds) &&
	       (kinds & (ATS_WORD_TITLE | ATS_WORD_DEGREE | ATS_WORD_WORK | ATS_WORD_COMPANY |
			 ATS_WORD_MONTH)) != 0;
}

static void
look_at_word(const char *word, AtsNameShape *shape)
{
	guint32 kinds = ats_lexicon_word(word);
	const char *p = word;

	while (*p != '\0' && !g_unichar_isalnum(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	if (*p == '\0')
		return;
	shape->n_words++;
	if (strpbrk(word, "0123456789@/\\") != NULL || strstr(word, "www.") != NULL)
		shape->impossible = TRUE;
	if (g_unichar_isupper(g_utf8_get_char(p)) || (kinds & ATS_WORD_PARTICLE))
		shape->n_capitals++;
	if (g_utf8_get_char(p) >= 0x2E80)
		shape->n_ideographs += (guint)g_utf8_strlen(p, -1);
	shape->n_not_names += is_foreign(kinds) ? 1 : 0;
	shape->n_document += kinds & ATS_WORD_DOCUMENT ? 1 : 0;
	shape->n_labels +=
	    kinds & (ATS_WORD_LABEL_PHONE | ATS_WORD_LABEL_EMAIL | ATS_WORD_LABEL_PLACE) ? 1 : 0;
	shape->n_regions += kinds & ATS_WORD_REGION ? 1 : 0;
}

static gboolean
is_placeholder(const char *text)
{
	g_autofree char *folded = ats_utf8_fold(text);

	return strstr(folded, "name") != NULL;
}

void
ats_name_look(const char *text, AtsNameShape *shape)
{
	g_auto(GStrv) words = g_strsplit_set(text, " ", -1);

	*shape = (AtsNameShape){.placeholder = is_placeholder(text)};
	for (guint i = 0; words[i] != NULL; i++)
		look_at_word(words[i], shape);
}

static gboolean
is_full_name(const AtsNameShape *shape)
{
	if (shape->n_ideographs > 0)
		return shape->n_ideographs >= 2 && shape->n_ideographs <= 4;
	return shape->n_words >= 2 && shape->n_words <= 5 && shape->n_capitals == shape->n_words;
}

double
ats_name_worth(const char *text)
{
	AtsNameShape shape;
	AtsTitle title;
	double worth = 0;

	ats_name_look(text, &shape);
	if (shape.impossible || shape.n_words == 0 || shape.n_document == shape.n_words ||
	    shape.n_labels == shape.n_words || ats_title_lookup(text, &title))
		return WORTH_NONE;
	worth = is_full_name(&shape) ? WORTH_FULL : 0;
	worth += shape.n_capitals == 0 && shape.n_ideographs == 0 && !shape.placeholder
		     ? WORTH_LOWER
		     : 0;
	worth += g_str_has_suffix(text, "-") ? WORTH_CUT : 0;
	worth += shape.placeholder ? WORTH_PLACEHOLDER : 0;
	worth += shape.n_not_names * WORTH_FOREIGN;
	if (shape.n_regions > 0 && strchr(text, ',') != NULL)
		worth += WORTH_FOREIGN;
	return strpbrk(text, ":;!?") != NULL ? worth + WORTH_FOREIGN : worth;
}

/* letters and digits before the @, in lower case; (transfer full) */
static char *
bare_local(const char *email)
{
	GString *out = g_string_new(NULL);

	for (const char *p = email; *p != '\0' && *p != '@'; p++) {
		if (g_ascii_isalnum(*p))
			g_string_append_c(out, g_ascii_tolower(*p));
	}
	return g_string_free(out, FALSE);
}

guint
ats_name_words_in_email(const char *text, const char *email)
{
	g_autofree char *key = ats_title_key(text);
	g_auto(GStrv) words = g_strsplit(key, " ", -1);
	g_autofree char *local = email == NULL ? NULL : bare_local(email);
	guint n = 0;

	for (guint i = 0; local != NULL && words[i] != NULL; i++)
		n += strlen(words[i]) >= EMAIL_LETTERS_MIN && strstr(local, words[i]) != NULL ? 1
											      : 0;
	return n;
}

/*
 * Finds an e-mail address that is spelt out against spam.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/spelt-email.h"

/* a name, "at" in brackets or as a word, a host whose dot may be spelt too; where "at" is a bare
   word the dot must be one as well, since people work at places. Every part is bounded, so that no
   line costs more than its length. */
static const char pattern[] =
    "\\b[a-z0-9][a-z0-9._+-]{1,40} ?(?:"
    "[\\[({<] ?(?:at|@|a|ät) ?[\\])}>] ?[a-z0-9-]{2,40}"
    "(?: ?(?:\\.|[\\[({<] ?(?:dot|punkt|point|punto|\\.) ?[\\])}>]| dot ) ?[a-z0-9-]{2,24}){1,3}"
    "| at [a-z0-9-]{2,40}(?: dot [a-z0-9-]{2,24}){1,3}"
    ")";

char *
ats_subject_spelt_email(const AtsSubject *subject, guint32 *line)
{
	g_autoptr(GRegex) regex =
	    g_regex_new(pattern, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT, NULL);

	g_return_val_if_fail(regex != NULL, NULL);
	for (guint32 i = 0; i < subject->layout->lines->len; i++) {
		g_autofree char *text =
		    ats_line_text(subject->layout, ats_at(subject->layout->lines, AtsLine, i));
		g_autoptr(GMatchInfo) match = NULL;

		if (!g_regex_match(regex, text, G_REGEX_MATCH_DEFAULT, &match))
			continue;
		*line = i;
		return g_match_info_fetch(match, 0);
	}
	return NULL;
}

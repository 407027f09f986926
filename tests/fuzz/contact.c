/*
 * Any text as a line with e-mail addresses, phone numbers, links and a name in it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "resume/name-shape.h"
#include "resume/patterns.h"
#include "target.h"

typedef gboolean (*Matcher)(const char *text, gsize *from, AtsMatch *match);

static void
match_all(Matcher matcher, const char *text)
{
	gsize length = strlen(text);
	gsize from = 0;
	gboolean found = TRUE;

	while (found) {
		g_auto(AtsMatch) match = {0};
		gsize before = from;
		found = matcher(text, &from, &match);
		if (!found)
			break;
		/* each goes on behind what it found, or this would never end */
		g_assert_cmpuint(from, >, before);
		g_assert_cmpuint(match.start, <, match.end);
		g_assert_cmpuint(match.end, <=, length);
		g_assert_true(g_utf8_validate(match.text, -1, NULL));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
	AtsNameShape shape;

	g_free(ats_link_key(text));
	match_all(ats_match_email, text);
	match_all(ats_match_phone, text);
	match_all(ats_match_link, text);
	ats_name_look(text, &shape);
	ats_name_worth(text);
	ats_name_words_in_email(text, "ann.lee@example.com");
	return 0;
}

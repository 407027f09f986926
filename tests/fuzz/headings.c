/*
 * Any text as a section title: its key, the lexicon's answer, and the guess at what it means.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/utf8.h"
#include "resume/lexicon.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* what comes from a document is valid */
	g_autofree char *text = g_utf8_make_valid((const char *)data, (gssize)size);
	g_autofree char *key = ats_title_key(text);
	AtsTitle title = {0};

	g_assert_true(g_utf8_validate(key, -1, NULL));
	if (ats_title_lookup(text, &title))
		g_assert_true(title.kind != ATS_SECTION_NONE);
	ats_title_guess(text, &title);
	ats_lexicon_word(text);
	return 0;
}

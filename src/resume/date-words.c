/*
 * Looks words of dates up in the table that lexicon/generate.py makes. For the date scanner.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/date-words.h"

#include <stdlib.h>
#include <string.h>

static int
compare_words(const void *a, const void *b)
{
	return strcmp(((const AtsDateWord *)a)->key, ((const AtsDateWord *)b)->key);
}

const AtsDateWord *
ats_date_word_lookup(const char *key)
{
	AtsDateWord wanted = {.key = key};

	return bsearch(&wanted,
		       ats_date_word_table,
		       ats_date_word_table_length,
		       sizeof(wanted),
		       compare_words);
}

/*
 * Finds the names that somebody may have meant.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/near.h"

#include <string.h>

/* characters of a name that are compared; ours are shorter */
#define NAME_LENGTH 48
/* names that are offered at once */
#define MOST_OFFERED 3
/* names that are listed whole when none is near */
#define SHORT_LIST 10

/* the least number of letters to put in, take out or change to make one of the other (Levenshtein)
 */
static guint
distance(const char *a, const char *b)
{
	guint row[NAME_LENGTH + 1];
	gsize n = strlen(b);

	for (gsize j = 0; j <= n; j++)
		row[j] = (guint)j;
	for (gsize i = 0; a[i] != '\0'; i++) {
		guint diagonal = row[0];
		row[0] = (guint)i + 1;
		for (gsize j = 0; j < n; j++) {
			guint change = diagonal + (g_ascii_tolower(a[i]) != b[j]);
			diagonal = row[j + 1];
			row[j + 1] = MIN(change, MIN(diagonal, row[j]) + 1);
		}
	}
	return row[n];
}

static gboolean
is_near(const char *name, const char *other)
{
	gsize length = strlen(name);

	if (length >= NAME_LENGTH || strlen(other) >= NAME_LENGTH)
		return FALSE;
	/* "columns" for "multi-column": a part of it, given whole or with an ending */
	if (length >= 4 && (strstr(other, name) != NULL || strncmp(other, name, 4) == 0))
		return TRUE;
	return distance(name, other) <= MAX(1, length / 3);
}

static char *
list_all(const char *const *names)
{
	g_autofree char *all = g_strjoinv(", ", (char **)names);

	return g_strconcat("there is: ", all, NULL);
}

char *
ats_cli_near(const char *name, const char *const *names, const char *where)
{
	g_autoptr(GString) offer = g_string_new(NULL);
	guint n = 0;

	for (gsize i = 0; names[i] != NULL && n < MOST_OFFERED; i++) {
		if (!is_near(name, names[i]))
			continue;
		g_string_append_printf(offer, "%s%s", n == 0 ? "did you mean " : " or ", names[i]);
		n++;
	}
	if (n > 0)
		return g_strconcat(offer->str, "?", NULL);
	if (g_strv_length((char **)names) <= SHORT_LIST)
		return list_all(names);
	return g_strdup(where);
}

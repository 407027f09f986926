/*
 * Finds the names that somebody may have meant.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/near.h"

#include <string.h>

/* characters of a name that are compared; ours are shorter */
#define NAME_LENGTH 48
/* letters by which a part of a name is known */
#define STEM 4
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

/* how well @other may stand for @name: 0 best; G_MAXUINT: not at all */
static guint
rank(const char *name, const char *other)
{
	gsize length = strlen(name);
	guint slips;

	if (length >= NAME_LENGTH || strlen(other) >= NAME_LENGTH)
		return G_MAXUINT;
	slips = distance(name, other);
	if (slips <= MAX(1, length / 3))
		return slips;
	/* "phone" for "missing-phone", "columns" for "column-block": a part of it, or its beginning
	 * with another end */
	if (length >= STEM && strstr(other, name) != NULL)
		return NAME_LENGTH;
	return length >= STEM && strncmp(other, name, STEM) == 0 ? NAME_LENGTH + 1 : G_MAXUINT;
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
	guint best = G_MAXUINT;
	guint n = 0;

	for (gsize i = 0; names[i] != NULL; i++)
		best = MIN(best, rank(name, names[i]));
	for (gsize i = 0; names[i] != NULL && best < G_MAXUINT && n < MOST_OFFERED; i++) {
		if (rank(name, names[i]) > best)
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

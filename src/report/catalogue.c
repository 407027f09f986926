/*
 * Finds a check's data by its id. The table itself is made in src/checks, and is linked beside
 * this.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/catalogue.h"

guint
ats_catalogue_length(void)
{
	guint n = 0;

	while (ats_catalogue[n].id != NULL)
		n++;
	return n;
}

const AtsRule *
ats_catalogue_lookup(const char *id)
{
	for (const AtsRule *rule = ats_catalogue; rule->id != NULL; rule++) {
		if (g_str_equal(rule->id, id))
			return rule;
	}
	return NULL;
}

/*
 * Scanners for the shapes of contact data in plain text: e-mail addresses, telephone numbers,
 * links. Each walks the text once, by hand, with bounds on how far it looks back or ahead. For
 * src/resume and its tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsMatch:
 *
 * @rank: how sure the shape alone is; 0 is a shape that needs support from its neighbours (a label,
 * a place on top)
 */
typedef struct {
	gsize start, end; /* bytes of the text */
	char *text; /* as a person would write it: without the space or line end that splits it;
		       owned */
	gint rank;
} AtsMatch;

void
ats_match_clear(AtsMatch *match);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsMatch, ats_match_clear)

/**
 * ats_match_email, ats_match_phone, ats_match_link:
 * @from: where to look from; set to where to go on
 * @match: (out): an empty match, or the last one, which is cleared
 *
 * Finds the next one. Words are parted by spaces, lines by newlines, fields of a line by tabs.
 *
 * Returns: %FALSE at the end of the text
 */
gboolean
ats_match_email(const char *text, gsize *from, AtsMatch *match);

gboolean
ats_match_phone(const char *text, gsize *from, AtsMatch *match);

gboolean
ats_match_link(const char *text, gsize *from, AtsMatch *match);

/* a link without scheme, "www." and closing slash, host in lower case: equal for the forms of one
 * address; (transfer full) */
char *
ats_link_key(const char *link);

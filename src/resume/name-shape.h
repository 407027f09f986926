/*
 * The shape of a name: what the words of a text say for and against its being a person's name. For
 * name.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsNameShape:
 *
 * Counts of the words of a text.
 */
typedef struct {
	guint n_words, n_capitals, n_not_names, n_document, n_labels, n_ideographs, n_regions;
	gboolean placeholder; /* "Your Name" */
	gboolean impossible;  /* digits, an address */
} AtsNameShape;

void
ats_name_look(const char *text, AtsNameShape *shape);

/* points that its words give the text as a name, below zero if they speak against it */
double
ats_name_worth(const char *text);

/* how many of its words stand in the part of the address before the @; @email may be NULL */
guint
ats_name_words_in_email(const char *text, const char *email);

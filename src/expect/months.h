/*
 * The names of months in the languages of the lexicon, and the words that stand between the parts
 * of a date there. For date-forms.c and the generated table.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* @month: from 1; ended by NULL, full names before short ones */
const char *const *
ats_month_names(unsigned month);

/* "de" of "15 de marzo de 2020"; ended by NULL */
const char *const *
ats_date_of_words(void);

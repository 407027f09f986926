/*
 * The words that dates are made of, by the lists in lexicon/dates.txt. For the date scanner
 * (date-*.c, dates.c) and the generated table.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* the [date NAME] lists, in the order of DATES in lexicon/generate.py */
typedef enum {
	ATS_DATE_WORD_MONTH = 1 << 0,
	ATS_DATE_WORD_SEASON = 1 << 1,
	ATS_DATE_WORD_QUARTER = 1 << 2,
	ATS_DATE_WORD_PRESENT = 1 << 3,
	ATS_DATE_WORD_TO = 1 << 4,
	ATS_DATE_WORD_SINCE = 1 << 5,
	ATS_DATE_WORD_FROM = 1 << 6,
	ATS_DATE_WORD_OF = 1 << 7,
	ATS_DATE_WORD_ORDINAL = 1 << 8,
	ATS_DATE_WORD_LEAD = 1 << 9,
	ATS_DATE_WORD_NOT_BEFORE = 1 << 10,
} AtsDateWordKind;

typedef struct {
	const char *key;    /* letters and digits, folded; single spaces between words */
	guint16 kinds;	    /* bits of AtsDateWordKind */
	guint8 value;	    /* of a month: 1 to 12; of a season: 1 is spring */
	gboolean shortened; /* "Jan" */
} AtsDateWord;

/* sorted by key, by bytes */
extern const AtsDateWord ats_date_word_table[];
extern const guint ats_date_word_table_length;

/* the entry of a key, or NULL */
const AtsDateWord *
ats_date_word_lookup(const char *key);

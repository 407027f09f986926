/*
 * The shape of the tables that lexicon/generate.py makes of the title lists. For lexicon.c and the
 * generated source alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"

typedef enum {
	ATS_TITLE_STANDARD,
	ATS_TITLE_AMBIGUOUS,
	ATS_TITLE_CATCH_ALL, /* names no section: "Miscellaneous" */
	ATS_TITLE_CLEVER,    /* no parser knows it: "My Journey" */
} AtsTitleRank;

typedef struct {
	const char *key;    /* see ats_title_key */
	guint8 kind, other; /* AtsSectionKind */
	guint8 rank;	    /* AtsTitleRank */
	guint8 language;    /* row of ats_preferred_table */
} AtsTitleEntry;

typedef struct {
	const char *key; /* one word, without plural */
	guint8 kind;
} AtsKeywordEntry;

typedef struct {
	const char *key; /* letters and digits of one word, folded */
	guint32 kinds;	 /* bit set by AtsWordKind */
} AtsWordEntry;

typedef struct {
	const char *british, *american;
} AtsSpellingEntry;

typedef const char *AtsPreferredTitles[ATS_SECTION_LAST];

/* sorted by key, by bytes */
extern const AtsTitleEntry ats_title_table[];
extern const guint ats_title_table_length;
extern const AtsKeywordEntry ats_keyword_table[];
extern const guint ats_keyword_table_length;
extern const AtsWordEntry ats_word_table[];
extern const guint ats_word_table_length;
extern const char *const ats_joiner_table[];
extern const guint ats_joiner_table_length;
extern const char *const ats_modifier_table[];
extern const guint ats_modifier_table_length;

/* in the order in which they are tried */
extern const AtsSpellingEntry ats_spelling_table[];
extern const guint ats_spelling_table_length;

/* a row for each language; row 0 is English, NULL where a language suggests nothing of its own */
extern const AtsPreferredTitles ats_preferred_table[];

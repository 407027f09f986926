/*
 * What a section title means, by the lists in lexicon/. Pure functions over static tables; for
 * src/resume and its tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"

/**
 * AtsTitle:
 *
 * What the lists say about a title. @kind NONE: nothing.
 */
typedef struct {
	AtsSectionKind kind;
	AtsSectionKind other; /* of a compound or ambiguous title; NONE otherwise */
	gboolean listed; /* the whole title stands in a list (or all its parts do), rather than one
			    word of it */
	gboolean standard; /* ... in a list of real parsers */
	gboolean ambiguous;
	gboolean compound;
	const char *suggestion; /* static: a title to use instead of one that is not standard, in
				   its language; or NULL */
} AtsTitle;

/* the kinds of words in the [words NAME] lists, as bits of ats_lexicon_word */
typedef enum {
	ATS_WORD_MONTH = 1 << 0,   /* and seasons */
	ATS_WORD_PRESENT = 1 << 1, /* the open end of a date range */
	ATS_WORD_DOCUMENT =
	    1 << 2, /* what the document calls itself: "Resume", "Curriculum Vitae" */
	ATS_WORD_LABEL_EMAIL = 1 << 3,
	ATS_WORD_LABEL_PHONE = 1 << 4,
	ATS_WORD_LABEL_OTHER =
	    1 << 5, /* labels of numbers that are no phone numbers: fax, postcode, ISBN */
	ATS_WORD_LABEL_PLACE = 1 << 6,
	ATS_WORD_DEGREE = 1 << 7, /* from here on: what the sections' contents are made of */
	ATS_WORD_WORK = 1 << 8,
	ATS_WORD_AWARD = 1 << 9,
	ATS_WORD_CERTIFICATE = 1 << 10,
	ATS_WORD_LANGUAGE = 1 << 11,
	ATS_WORD_INTEREST = 1 << 12,
	ATS_WORD_PUBLICATION = 1 << 13,
	ATS_WORD_TITLE = 1 << 14,    /* of job titles */
	ATS_WORD_PARTICLE = 1 << 15, /* inside of names: "van", "de" */
	ATS_WORD_HONORIFIC = 1 << 16,
	ATS_WORD_CREDENTIAL = 1 << 17, /* after names: "PhD" */
	ATS_WORD_COMPANY = 1 << 18,
	ATS_WORD_REGION = 1 << 19, /* states and countries */
	ATS_WORD_LABEL_NAME = 1 << 20,
} AtsWordKind;

/**
 * ats_title_key:
 *
 * The form under which titles are compared: case-folded, without accents, apostrophes and
 * punctuation; British spelling made American; every joiner (&, +, /, a comma, "and" in any
 * language) made "and". Leading numbers and closing brackets are left out.
 *
 * Returns: (transfer full): the key's words with single spaces; "" for text without letters
 */
char *
ats_title_key(const char *text);

/**
 * ats_title_lookup:
 * @text: a line as shown
 *
 * Looks the whole title up: as it stands, without plurals, without the spaces between its letters,
 * without a modifier such as "other" before it, and as a compound of two or more known titles.
 *
 * Returns: %FALSE and an all-zero @title if the lists do not hold it
 */
gboolean
ats_title_lookup(const char *text, AtsTitle *title);

/**
 * ats_title_guess:
 *
 * Like ats_title_lookup, and if that fails looks for one word that tells the section: "Software
 * Development Projects".
 */
gboolean
ats_title_guess(const char *text, AtsTitle *title);

/* the title to suggest for a section, in English; static, NULL for NONE */
const char *
ats_title_preferred(AtsSectionKind kind);

/* the kinds of word, by its letters and digits: bits of AtsWordKind */
guint32
ats_lexicon_word(const char *text);

/* the number of titles, and the key and kind of one: for tests that walk the table */
guint
ats_lexicon_length(void);

const char *
ats_lexicon_key(guint index, AtsSectionKind *kind);

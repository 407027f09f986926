/*
 * A line cut into numbers, words and marks, and the single dates that some of them spell. For
 * dates.c alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"
#include "resume/date-words.h"

typedef enum {
	ATS_DATE_TOKEN_END, /* beyond the line, on either side */
	ATS_DATE_TOKEN_NUMBER,
	ATS_DATE_TOKEN_WORD,
	ATS_DATE_TOKEN_MARK,
} AtsDateTokenKind;

typedef struct {
	AtsDateTokenKind kind;
	gboolean capital;   /* WORD: its first letter is one */
	gboolean space;	    /* white space stands before it, or the line begins */
	guint32 start, end; /* bytes of the line */
	guint n_digits;	    /* NUMBER */
	guint value;	    /* NUMBER, cut at 8 digits */
	gunichar mark; /* MARK: dashes, arrows and apostrophes as the ASCII '-', '>' and '\''; an en
			  dash as ATS_DATE_EN, a longer one as ATS_DATE_EM */
	AtsDateWord word; /* WORD: what the lists say; kinds 0: nothing */
	char *key;	  /* WORD: owned */
} AtsDateToken;

#define ATS_DATE_EN 0x2013
#define ATS_DATE_EM 0x2014

/* (transfer full): of AtsDateToken */
GArray *
ats_date_tokens_new(const char *text);

/* the token, or one of kind END beyond the line */
const AtsDateToken *
ats_date_token(const GArray *tokens, guint i);

/* the token is that mark */
gboolean
ats_date_is_mark(const AtsDateToken *token, gunichar mark);

/* the token is a number of that many digits */
gboolean
ats_date_is_number(const AtsDateToken *token, guint n_digits);

/* a word that some list of these kinds holds */
gboolean
ats_date_is_word(const AtsDateToken *token, guint kinds);

/* a word of a script without spaces */
gboolean
ats_date_is_ideograph(const AtsDateToken *token);

/* a number of four digits that can be a year of a resume */
gboolean
ats_date_is_year(const AtsDateToken *token);

/**
 * AtsDatePoint:
 *
 * A single date as it is read.
 */
typedef struct {
	AtsDate date;
	gboolean weak;	      /* "05/19", "May 19": a date only beside another in a range */
	gboolean month_first; /* NUMERIC_DAY */
	gboolean bare_month;  /* "March" or "03", to be completed by the other end of a range */
} AtsDatePoint;

/* the date that begins at token @i; returns the token after it, @i itself if there is none */
guint
ats_date_point(const GArray *tokens, guint i, AtsDatePoint *point);

/* the year that two digits stand for */
guint16
ats_date_century(guint two_digits);

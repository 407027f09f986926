/*
 * The parser families as data: what each stands for; and what may become of a piece of a resume in their readings. For report,
 * readings, worker, api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct {
	const char *id;	   /* "stream" */
	const char *title; /* for the report: "Reads in drawing order" */
	const char *like;  /* programs that it behaves like: "PDFBox and Tika (default), pdf.js, OpenResume" */
	const char *measured; /* how like them its text was measured to be, NULL where it was not */
	const char *how;   /* one or two sentences: how it makes text */
	gboolean pdf, docx; /* formats that it reads */
} AtsParser;

/* all of them, "human" first; ended by one with id NULL */
extern const AtsParser ats_parsers[];

const AtsParser *
ats_parsers_lookup(const char *id);

/**
 * AtsPieceKind: what a parser files for itself
 */
typedef enum {
	ATS_PIECE_NAME,
	ATS_PIECE_EMAIL,
	ATS_PIECE_PHONE,
	ATS_PIECE_LINK,
	ATS_PIECE_HEADING,
	ATS_PIECE_DATES,
	ATS_PIECE_ENTRY,
	ATS_PIECE_KIND_LAST
} AtsPieceKind;

/**
 * AtsPieceState: what a family's reading makes of a piece; the worst that is true of it
 */
typedef enum {
	ATS_PIECE_WHOLE,
	ATS_PIECE_MOVED, /* whole, but under another section's heading; a heading: its text is not under it */
	ATS_PIECE_GLUED, /* run together with other text; a heading: with other text on its line */
	ATS_PIECE_SPLIT, /* its letters, words or lines are taken apart, or a part of it is missing */
	ATS_PIECE_LOST,
	ATS_PIECE_NOT_JUDGED,
	ATS_PIECE_STATE_LAST
} AtsPieceState;

/* names in reports: "email", "heading" */
const char *
ats_piece_kind_name(AtsPieceKind kind);

/* "whole", "glued"; "not judged" */
const char *
ats_piece_state_name(AtsPieceState state);

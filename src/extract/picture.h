/*
 * A page as a picture with marks drawn over it. The marks are plain figures, so that whoever makes
 * them needs no drawing library. For the worker programs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/geometry.h"
#include "base/picture.h"

typedef enum {
	ATS_MARK_BOX,
	ATS_MARK_TAG,	/* words on a small ground of their own */
	ATS_MARK_ARROW, /* from x0,y0 to x1,y1 */
} AtsMarkKind;

/* which corner of a tag stands at x0,y0 of its box */
typedef enum {
	ATS_TAG_TOP_LEFT,
	ATS_TAG_TOP_RIGHT,
	ATS_TAG_BOTTOM_LEFT,
	ATS_TAG_BOTTOM_RIGHT,
} AtsTagCorner;

/**
 * AtsMark:
 *
 * Points of the page; what lies outside of it is not seen.
 */
typedef struct {
	AtsMarkKind kind;
	AtsBox box;
	guint32 colour;	     /* 0xRRGGBB */
	float fill;	     /* BOX: opacity of the colour inside, 0 none; TAG: of the ground */
	float line_width;    /* BOX, ARROW: points, 0 none */
	guint dashed : 1;    /* BOX */
	AtsTagCorner corner; /* TAG */
	float size;	     /* TAG: points of the letters */
	const char *text;    /* TAG: lent by AtsMarks.strings */
} AtsMark;

typedef struct {
	GArray *marks; /* of AtsMark, the later ones over the earlier */
	GStringChunk *strings;
	const char *caption; /* stands below the page; lent by @strings */
} AtsMarks;

AtsMarks *
ats_marks_new(void);

void
ats_marks_free(AtsMarks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsMarks, ats_marks_free)

/**
 * ats_picture_pdf:
 * @bytes: the whole file, untrusted, as ats_extract_pdf() took it
 * @page: from 0
 *
 * Returns: (transfer full): the picture, or NULL with an ATS_ERROR
 */
GBytes *
ats_picture_pdf(GBytes *bytes,
		guint page,
		AtsPictureFormat format,
		const AtsMarks *marks,
		GError **error);

/* dots an inch of a plain picture: letters of 8 pt are 20 pixels high, as OCR wants them */
#define ATS_PLAIN_DPI 200

/**
 * ats_picture_pdf_plain:
 * @bytes: the whole file, untrusted
 * @page: from 0
 * @box: of the page, in points; all-zero: all of it
 *
 * A part of a page as a person sees it, for OCR: with a white edge, ATS_PLAIN_DPI fine or, where
 * that would be too large, coarser.
 *
 * Returns: (transfer full): a PNG, or NULL with an ATS_ERROR
 */
GBytes *
ats_picture_pdf_plain(GBytes *bytes, guint page, AtsBox box, GError **error);

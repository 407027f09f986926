/*
 * What a worker is asked for beside its document: a report, a picture of one page with what was
 * made out on it, or the words in a picture; or, without one, how tightly it is boxed. For worker,
 * sandbox, api, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/geometry.h"
#include "base/picture.h"

typedef struct {
	guint page; /* to be drawn, from 1; 0: a report is wanted */
	AtsPictureFormat format;
	gboolean
	    plain;  /* the page alone, without marks, for the worker that reads pictures: a PNG */
	AtsBox box; /* of a plain page: the part of it, in whole points; all-zero: all of it */
	gboolean words; /* those in the picture that is handed over; nothing else is asked for */
	gboolean level; /* ats_sandbox_level_to_text() of the worker's box; nothing else */
} AtsRequest;

#define ATS_REQUEST_REPORT ((AtsRequest){0})

#define ATS_REQUEST_WORDS ((AtsRequest){.words = TRUE})

#define ATS_REQUEST_LEVEL ((AtsRequest){.level = TRUE})

/* as a worker's argument: "report", "png:3", "plain:3:72:90:300:120", "words", "level";
 * (transfer full) */
char *
ats_request_to_text(AtsRequest request);

/* FALSE: @text is no request; @request is untouched then */
gboolean
ats_request_from_text(const char *text, AtsRequest *request);

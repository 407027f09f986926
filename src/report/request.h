/*
 * What a worker is asked for beside its document: a report, or a picture of one page with what was
 * made out on it. For worker, sandbox, api, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/picture.h"

typedef struct {
	guint page; /* to be drawn, from 1; 0: a report is wanted */
	AtsPictureFormat format;
} AtsRequest;

#define ATS_REQUEST_REPORT ((AtsRequest){0})

/* as a worker's argument: "report", "png:3"; (transfer full) */
char *
ats_request_to_text(AtsRequest request);

/* FALSE: @text is no request; @request is untouched then */
gboolean
ats_request_from_text(const char *text, AtsRequest *request);

/*
 * Where the time of a document goes: how long each stage of its way took. For all rooms.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef enum {
	ATS_STAGE_START, /* until a worker has it, and back: no work on the document itself */
	ATS_STAGE_EXTRACT,
	ATS_STAGE_LAYOUT,
	ATS_STAGE_READINGS,
	ATS_STAGE_RESUME,
	ATS_STAGE_CHECKS,
	ATS_STAGE_ANSWER, /* the report made and packed */
	ATS_STAGE_LAST
} AtsStage;

/* microseconds; by the clock, and of the processor */
typedef struct {
	guint32 wall, cpu;
} AtsLap;

typedef struct {
	AtsLap spans[ATS_STAGE_LAST];
} AtsTimings;

typedef struct {
	gint64 wall, cpu; /* microseconds, when the lap began */
} AtsStopwatch;

/* "extract" */
const char *
ats_stage_name(AtsStage stage);

void
ats_stopwatch_start(AtsStopwatch *watch);

/* adds the time since the last lap to that stage, and begins the next lap */
void
ats_stopwatch_lap(AtsStopwatch *watch, AtsTimings *timings, AtsStage stage);

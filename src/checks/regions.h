/*
 * Which lines a region holds, how a person would name it, and what parsers make of its lines. For
 * the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/evidence.h"

/* the region's lines in human order: its own, or those laid under it; costs a look at all lines
   where these are scattered, so ask for a few regions, not for all; (transfer full) (element-type
   guint32) */
GArray *
ats_region_lines(const AtsSubject *subject, guint32 region);

/**
 * AtsLinesFate: what a reading makes of lines.
 */
typedef struct {
	guint n_lines;	/* that hold words */
	guint n_lost;	/* of these: most words are not in the reading */
	guint n_mixed;	/* other text stands inside them, or their words in another order */
	guint n_joints; /* neighbouring lines that both are there */
	guint n_parted; /* of these: the second does not follow the first */
	guint32 token;	/* of the reading: the first place where lines are mixed, or else parted;
			   G_MAXUINT32 if nowhere */
} AtsLinesFate;

AtsLinesFate
ats_subject_lines_fate(const AtsSubject *subject,
		       AtsFindings *findings,
		       const AtsReading *reading,
		       const GArray *lines);

/**
 * ats_lines_heading:
 *
 * Returns: the heading of the section that begins in these lines, or else that their first line
 * belongs to; NULL if there is none
 */
const char *
ats_lines_heading(const AtsSubject *subject, const GArray *lines);

/* the first words of the first line that holds a letter, about 40 characters, or ""; (transfer
 * full) */
char *
ats_lines_start(const AtsSubject *subject, const GArray *lines);

/* all lines' boxes together */
AtsBox
ats_lines_box(const AtsSubject *subject, const GArray *lines);

/**
 * AtsLoses: whether lines with that fate have lost enough to name the reading among those that lose
 * or mix them.
 */
typedef gboolean (*AtsLoses)(const AtsLinesFate *fate);

/* a fifth of the lines is gone or has other text inside */
gboolean
ats_lines_lost_or_mixed(const AtsLinesFate *fate);

/* ... or half of the neighbours are parted, as when a grid's rows are read as columns */
gboolean
ats_lines_lost_mixed_or_parted(const AtsLinesFate *fate);

/**
 * ats_finding_judge_lines:
 *
 * Names the readings that lose the lines, sets the finding's severity by how many they are, and
 * quotes the one that mixes most.
 *
 * Returns: how many they are
 */
guint
ats_finding_judge_lines(const AtsSubject *subject,
			AtsFindings *findings,
			AtsFinding *finding,
			const GArray *lines,
			AtsLoses loses);

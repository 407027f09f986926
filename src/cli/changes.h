/*
 * What got better and what got worse from one report on a document to another. For compare.c, and
 * for what writes it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "cli/snapshot.h"

typedef enum {
	ATS_CLI_CHANGE_SAME,
	ATS_CLI_CHANGE_OTHER, /* neither better nor worse, or both cannot be told */
	ATS_CLI_CHANGE_BETTER,
	ATS_CLI_CHANGE_WORSE, /* some of it, whatever got better beside it */
} AtsCliChangeKind;

/* what of a document changed */
typedef enum {
	ATS_CLI_ASPECT_CHECKED, /* whether it could be checked at all */
	ATS_CLI_ASPECT_VERDICT,
	ATS_CLI_ASPECT_SCORE,
	ATS_CLI_ASPECT_READING, /* the score of a family of parsers */
	ATS_CLI_ASPECT_FINDING,
	ATS_CLI_ASPECT_CONTACT,
	ATS_CLI_ASPECT_LINK,
	ATS_CLI_ASPECT_SECTION,
	ATS_CLI_ASPECT_LAST
} AtsCliAspect;

/**
 * AtsCliDifference: one thing that changed; strings are lent by the snapshots
 * @subject: (nullable): the family, the check, the key of the contact data
 * @before: (nullable): why it could not be checked, the verdict, a finding's severity, the text of
 * contact data, link or section title; NULL: there was none
 * @after: (nullable): the same
 * @score_before: of a score or reading, which have no text
 * @score_after: the same
 * @finding: (nullable): of a finding: the later of the two
 */
typedef struct {
	AtsCliChangeKind kind;
	AtsCliAspect aspect;
	const char *subject;
	const char *before;
	const char *after;
	double score_before;
	double score_after;
	const AtsCliSnapshotFinding *finding;
} AtsCliDifference;

/**
 * ats_cli_changes_find:
 * @least: the least severity of a new finding that makes the document worse
 *
 * Returns: (transfer full) (element-type AtsCliDifference): in the order in which they are told;
 * lives no longer than the snapshots
 */
GArray *
ats_cli_changes_find(const AtsCliSnapshot *before, const AtsCliSnapshot *after, guint least);

/* what they come to, all together */
AtsCliChangeKind
ats_cli_changes_sum(const GArray *differences);

/* in plain words, a stranger's among them as they are; (transfer full) */
char *
ats_cli_changes_say(const AtsCliDifference *difference);

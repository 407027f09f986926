/*
 * What got better and what got worse from one report on a document to another. For versus.c.
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

/**
 * ats_cli_changes_append:
 * @title: of the document
 * @least: the least severity of a new finding that makes it worse
 *
 * Appends what differs to @out, under the title; nothing if nothing does.
 */
AtsCliChangeKind
ats_cli_changes_append(GString *out,
		       const char *title,
		       const AtsCliSnapshot *before,
		       const AtsCliSnapshot *after,
		       guint least);

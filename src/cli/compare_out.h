/*
 * How a comparison is written: a file a format behind one door, fed a document at a time. For
 * compare.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

#include "cli/changes.h"
#include "cli/snapshot.h"

/* what a document came to; the worst first */
typedef enum {
	ATS_CLI_COMPARE_WORSE,
	ATS_CLI_COMPARE_GONE,
	ATS_CLI_COMPARE_BETTER,
	ATS_CLI_COMPARE_OTHER,
	ATS_CLI_COMPARE_NEW,
	ATS_CLI_COMPARE_SAME,
	ATS_CLI_COMPARE_LAST
} AtsCliCompareResult;

/**
 * AtsCliCompareDocument:
 * @name: what it is called on both sides; of a pair on the second
 * @before: (nullable): NULL: it is new
 * @after: (nullable): NULL: it is gone
 * @differences: (element-type AtsCliDifference): none of what is new or gone
 */
typedef struct {
	AtsCliCompareResult result;
	const char *name;
	const AtsCliSnapshot *before;
	const AtsCliSnapshot *after;
	const GArray *differences;
} AtsCliCompareDocument;

/**
 * AtsCliComparison: a comparison as a whole
 * @before: what is compared, as the user named it, fit to be shown
 * @pair: it is two documents, whatever they are called
 * @columns: of a line of text; 0: lines are as long as they are
 * @colour: text has colours
 * @n: documents until now, by their result
 */
typedef struct {
	const char *before;
	const char *after;
	gboolean pair;
	guint columns;
	gboolean colour;
	guint n[ATS_CLI_COMPARE_LAST];
} AtsCliComparison;

/**
 * AtsCliCompareFormat: each function appends to @out
 * @state: the format's own, of so many bytes, all zero at first; @clear may be NULL
 */
typedef struct {
	void (*begin)(GString *out, gpointer state, const AtsCliComparison *comparison);
	void (*add)(GString *out,
		    gpointer state,
		    const AtsCliComparison *comparison,
		    const AtsCliCompareDocument *document);
	void (*finish)(GString *out, gpointer state, const AtsCliComparison *comparison);
	void (*clear)(gpointer state);
	gsize state_size;
} AtsCliCompareFormat;

extern const AtsCliCompareFormat ats_cli_compare_text;
extern const AtsCliCompareFormat ats_cli_compare_json;
extern const AtsCliCompareFormat ats_cli_compare_markdown;

/* --- what several formats say alike --- */

/* "worse", "gone", "better", "different", "new", "same" */
const char *
ats_cli_compare_result_name(AtsCliCompareResult result);

/* "1 worse, 0 better, …"; (transfer full) */
char *
ats_cli_compare_closing_line(const AtsCliComparison *comparison);

/* its name, of a pair both names; (transfer full) */
char *
ats_cli_compare_title(const AtsCliComparison *comparison, const AtsCliCompareDocument *document);

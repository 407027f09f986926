/*
 * Findings that were accepted once: a text file, sorted, a line a finding, so that two of them can
 * be compared line by line. For policy.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

typedef struct AtsCliBaseline AtsCliBaseline;

/* an empty one, to be filled and written to that file */
AtsCliBaseline *
ats_cli_baseline_new(const char *path);

/* NULL when it cannot be read or understood (said so, with the line) */
AtsCliBaseline *
ats_cli_baseline_load(const char *path);

/* the same of a text, from anybody, that is said to stand in that file */
AtsCliBaseline *
ats_cli_baseline_read(const char *path, const char *text);

void
ats_cli_baseline_free(AtsCliBaseline *baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsCliBaseline, ats_cli_baseline_free)

/**
 * ats_cli_baseline_key:
 * @path: (nullable): canonical, of the document; NULL: standard input
 *
 * Returns: (transfer full): what the document is called in the file: its path from the file's
 * folder, wherever the program is run
 */
char *
ats_cli_baseline_key(const AtsCliBaseline *baseline, const char *path);

/* what is accepted in the document, as text: another where anything else is; NULL where nothing is
 */
const char *
ats_cli_baseline_accepted(const AtsCliBaseline *baseline, const char *document);

/* @document is checked: what it no longer has can be told */
void
ats_cli_baseline_begin(AtsCliBaseline *baseline, const char *document);

/* whether it is in the baseline; notes that it still occurs */
gboolean
ats_cli_baseline_has(AtsCliBaseline *baseline, const char *document, AtscheckFinding *finding);

void
ats_cli_baseline_add(AtsCliBaseline *baseline, const char *document, AtscheckFinding *finding);

/* says on standard error which findings of the documents that were checked no longer occur */
void
ats_cli_baseline_tell_gone(const AtsCliBaseline *baseline);

/* CLEAN, or FAILED when the file cannot be written (said so) */
AtsCliStatus
ats_cli_baseline_write(const AtsCliBaseline *baseline);

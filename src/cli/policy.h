/*
 * What is known of the documents beside what their checks find: the settings that hold for each,
 * and the findings that were accepted before. For check.c; its functions may be called in any
 * thread.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

/**
 * AtsCliPolicyWish: as on the command line; lent
 * @config: (nullable): the one file of settings that holds for all
 * @no_config: none is looked for
 * @paths: (nullable): what is checked: settings of a folder that is not among it, nor below, may be
 * of use for others
 * @ignore: (nullable): checks on which the command line has the last word, and
 * @severity: (nullable): the same, "CHECK=LEVEL"
 * @baseline: (nullable): findings that are accepted
 * @write_baseline: (nullable): where to write those that there are
 * @settings: (nullable): a fingerprint of what all reports depend on
 * @fail_on: the least severity that fails a document, unless its settings say another and not
 * @fail_on_decided: the command line has the last word
 */
typedef struct {
	const char *config;
	gboolean no_config;
	char **paths;
	char **ignore;
	char **severity;
	const char *baseline;
	const char *write_baseline;
	const char *settings;
	AtscheckSeverity fail_on;
	gboolean fail_on_decided;
} AtsCliPolicyWish;

typedef struct AtsCliPolicy AtsCliPolicy;

/* NULL when the wishes exclude each other, or a file that was named cannot be understood (said so)
 */
AtsCliPolicy *
ats_cli_policy_new(const AtsCliPolicyWish *wish);

void
ats_cli_policy_free(AtsCliPolicy *policy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsCliPolicy, ats_cli_policy_free)

/**
 * ats_cli_policy_review:
 * @path: (nullable): of the document; NULL: standard input
 *
 * Returns: (transfer full): the report less what is accepted or does not matter
 */
AtscheckReport *
ats_cli_policy_review(AtsCliPolicy *policy, const char *path, AtscheckReport *report);

/**
 * ats_cli_policy_dup_settings:
 *
 * Returns: (transfer full) (nullable): a fingerprint of all that the document's report depends on
 * beside its bytes: a report that was written with another may come out otherwise now
 */
char *
ats_cli_policy_dup_settings(AtsCliPolicy *policy, const char *path);

/* above all severities for never */
AtscheckSeverity
ats_cli_policy_get_fail_on(AtsCliPolicy *policy, const char *path);

/* the document's report was kept from an earlier run: what its settings are good for is not known
 */
void
ats_cli_policy_pass(AtsCliPolicy *policy, const char *path);

/**
 * ats_cli_policy_finish:
 * @tell: say on standard error what in the settings and the baseline has no use any more
 * @many: also of one file of settings for all, which one document cannot show to be of no use
 *
 * Writes the baseline that was asked for.
 *
 * Returns: CLEAN; USAGE when settings were met that cannot be understood; FAILED when the baseline
 * cannot be written (said so)
 */
AtsCliStatus
ats_cli_policy_finish(AtsCliPolicy *policy, gboolean tell, gboolean many);

/*
 * What a folder says of how its documents are to be checked: .atscheck.conf, found beside a
 * document or above it. It sets defaults of options and judges findings; it names no file to write
 * and no program to run. For policy.c and check.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

/**
 * AtsCliConfigRule: what becomes of a check's findings
 * @glob: (nullable): in which documents; NULL: in all
 * @reason: why they are ignored; NULL: they are not, but are as bad as @severity
 * @line: of the file
 * @n_asked: documents that it holds for
 * @n_passed: documents that it holds for, of which nobody looked what it ignores
 * @n_used: findings that it ignored
 */
typedef struct {
	char *glob;
	char *check;
	char *reason;
	AtscheckSeverity severity;
	guint line;
	guint n_asked;
	guint n_passed;
	guint n_used;
} AtsCliConfigRule;

/* which findings are too many: those that bad or worse; @glob as above */
typedef struct {
	char *glob;
	AtscheckSeverity fail_on;
} AtsCliConfigBar;

/**
 * AtsCliConfig:
 * @name: of the file in messages
 * @folder: that globs start from, canonical
 * @arguments: (element-type utf8): "--fail-on=warning", defaults to stand before the command line's
 * @rules: (element-type AtsCliConfigRule): a later one is stronger
 * @bars: (element-type AtsCliConfigBar): the same
 */
typedef struct {
	char *name;
	char *folder;
	GPtrArray *arguments;
	GPtrArray *rules;
	GPtrArray *bars;
} AtsCliConfig;

void
ats_cli_config_free(AtsCliConfig *config);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsCliConfig, ats_cli_config_free)

/* NULL when it cannot be read or understood (said so, with the line) */
AtsCliConfig *
ats_cli_config_load(const char *path);

/**
 * ats_cli_config_read:
 * @path: that the file is said to have
 * @text: its @length bytes, from anybody, and a zero behind them
 *
 * Returns: (nullable): NULL when it cannot be understood (said so, with the line)
 */
AtsCliConfig *
ats_cli_config_read(const char *path, const char *text, gsize length);

/* the file that holds for what is in @folder; NULL: none does; (transfer full) */
char *
ats_cli_config_find(const char *folder);

/* whether what stands under @glob holds for the document at that canonical path */
gboolean
ats_cli_config_holds(const AtsCliConfig *config, const char *glob, const char *path);

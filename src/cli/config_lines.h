/*
 * Where sections and keys stand in a file of settings, which GKeyFile does not tell. For config.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* what the name of a section on files begins with */
#define ATS_CLI_CONFIG_FILES "files \""

/* (transfer full): for ats_cli_config_line_of() */
GHashTable *
ats_cli_config_lines(const char *text);

/**
 * ats_cli_config_line_of:
 * @key: (nullable): NULL: the section's own line
 *
 * Returns: from 1; of several the last; 0: it is not known, where GKeyFile reads a line otherwise
 * than is done here
 */
guint
ats_cli_config_line_of(GHashTable *lines, const char *group, const char *key);

/* the line of a section on files whose glob has brackets, which GKeyFile does not take in a name;
 * 0: there is none */
guint
ats_cli_config_line_of_brackets(const char *text);

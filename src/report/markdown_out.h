/*
 * A stranger's text in GitHub's Markdown: shown as it is, formatting nothing, linking to nothing
 * and calling nobody. For the Markdown writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_markdown_text:
 * @text: (nullable): from anywhere
 * @columns: no more of it
 *
 * Appends it on one line, fit for a cell of a table.
 */
void
ats_markdown_text(GString *out, const char *text, guint columns);

/* the same as code */
void
ats_markdown_code(GString *out, const char *text, guint columns);

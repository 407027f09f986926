/*
 * A check's prose for a terminal: the Markdown of its page as plain text in lines that fit. For
 * explain.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_cli_prose:
 * @markdown: titles (##), paragraphs, lists (-) and code, indented or between fences; what else
 * there is stays as it is
 *
 * Appends it with titles bare, all else under them indented, lines broken at words; fenced code
 * keeps its lines.
 */
void
ats_cli_prose(GString *out, const char *markdown);

/*
 * What stands in a SARIF file before the first result: the program and its rules; and how SARIF
 * wants a message written. For the SARIF writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/json_out.h"

/* an object with the driver and all rules, in the catalogue's order */
void
ats_sarif_put_tool(AtsJson *json);

/* plain text for a message, in which brackets would make a link and braces a place holder;
 * (transfer full) */
char *
ats_sarif_escape(const char *text);

/*
 * The sum by which a file is known again. For src/sandbox.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* SHA-256 of @bytes in hexadecimal; (transfer full) */
char *
ats_digest(GBytes *bytes);

/*
 * Makes small OLE containers, the envelope of old Word documents and of documents under a password.
 * For the tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* a container whose one stream has that name and no contents; (transfer full) */
GBytes *
ole_make(const char *stream);

/*
 * Loads before the box is shut what libraries would otherwise load while they work: inside, no file
 * is found, and no memory becomes executable.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/warm.h"

#include <glib.h>
#include <time.h>

void
ats_worker_warm_up(void)
{
	g_setenv("TZ", "UTC0", TRUE);
	tzset();
}

void
ats_worker_warm_up_converter(void)
{
	static const char *const from[] = {"UTF-16", "UTF-16BE", "UTF-16LE"};

	/* never closed: the C library keeps a converter while somebody has it open */
	for (gsize i = 0; i < G_N_ELEMENTS(from); i++)
		g_iconv_open("UTF-8", from[i]);
}

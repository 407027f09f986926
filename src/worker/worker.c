/*
 * The main function of all worker programs: what it was started as, a worker or a zygote.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/worker.h"

#include <stdlib.h>

#include "report/zygote.h"
#include "worker/serve.h"
#include "worker/warm.h"
#include "worker/zygote.h"

/* "serve SECONDS MIB MODE" */
static gboolean
read_limits(char **argv, AtsWorkerLimits *limits)
{
	guint64 seconds, mib;

	if (!g_ascii_string_to_unsigned(argv[2], 10, 1, G_MAXUINT32, &seconds, NULL) ||
	    !g_ascii_string_to_unsigned(argv[3], 10, 1, G_MAXUINT32, &mib, NULL))
		return FALSE;
	limits->cpu_seconds = (guint32)seconds;
	limits->memory_mib = (guint32)mib;
	return ats_sandbox_mode_from_name(argv[4], &limits->mode);
}

int
ats_worker_main(int argc, char **argv, AtsWorkerDoors doors)
{
	AtsWorkerLimits limits;

	ats_worker_warm_up();
	if (argc == 2 && g_str_equal(argv[1], ATS_WORKER_ZYGOTE))
		ats_worker_zygote(doors);
	if (argc == 5 && g_str_equal(argv[1], ATS_WORKER_SERVE) && read_limits(argv, &limits))
		ats_worker_serve(doors, limits);
	g_printerr("this is a part of atscheck: it is started by it, not by hand\n");
	return EXIT_FAILURE;
}

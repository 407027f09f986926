/*
 * The main function of all worker programs: what it was started as, a worker or a zygote.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/worker.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/fd.h"
#include "report/zygote.h"
#include "worker/serve.h"
#include "worker/warm.h"
#include "worker/zygote.h"

/* whoever started it may have no job for it after all */
G_NORETURN static void
serve(AtsWorkerDoors doors)
{
	AtsWorkerLimits limits;

	if (!ats_fd_receive(ATS_WORKER_FD, &limits, sizeof(limits), NULL, 0))
		_exit(EXIT_SUCCESS);
	ats_worker_serve(doors, limits, TRUE);
}

int
ats_worker_main(int argc, char **argv, AtsWorkerDoors doors)
{
	ats_worker_warm_up();
	if (argc == 2 && g_str_equal(argv[1], ATS_WORKER_ZYGOTE))
		ats_worker_zygote(doors);
	if (argc == 2 && g_str_equal(argv[1], ATS_WORKER_SERVE))
		serve(doors);
	g_printerr("this is a part of atscheck: it is started by it, not by hand\n");
	return EXIT_FAILURE;
}

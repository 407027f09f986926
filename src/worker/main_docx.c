/*
 * The worker for DOCX. Stands alone so that it never loads poppler.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/extract.h"
#include "worker/worker.h"

int
main(int argc, char **argv)
{
	return ats_worker_main(argc, argv, (AtsWorkerDoors){.extract = ats_extract_docx});
}

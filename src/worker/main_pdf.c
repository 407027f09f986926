/*
 * The worker for PDF. The one program that links poppler, and so the one under the GPL.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/extract.h"
#include "extract/picture.h"
#include "worker/worker.h"

int
main(int argc, char **argv)
{
	AtsWorkerDoors doors = {
	    .extract = ats_extract_pdf,
	    .draw = ats_picture_pdf,
	    .draw_plain = ats_picture_pdf_plain,
	};

	return ats_worker_main(argc, argv, doors);
}

/*
 * The worker for words in pictures: the one program that links tesseract, in builds with the option
 * ocr alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/ocr.h"
#include "worker/worker.h"

/* tesseract's models: of Debian, and as others install them */
static const char *const folders[] = {
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    NULL,
};

int
main(int argc, char **argv)
{
	return ats_worker_main(argc,
			       argv,
			       (AtsWorkerDoors){.read_words = ats_ocr_read, .folders = folders});
}

/*
 * The worker for PDF. The one program that links poppler, and so the one under the GPL.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/extract.h"
#include "extract/picture.h"
#include "worker/warm.h"
#include "worker/worker.h"

/* Non-embedded character maps, and fonts, by fontconfig's own rules where those are; the folders of
 * TeX because systems link to them from their fonts. A user's own fonts (~/.fonts) are left out: a
 * report shall be the same for all users of a machine. */
static const char *const folders[] = {
    "/usr/share/poppler",
    "/etc/fonts",
    "/usr/share/fontconfig",
    "/var/cache/fontconfig",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/texmf/fonts",
    "/usr/share/texlive/texmf-dist/fonts",
    NULL,
};

int
main(int argc, char **argv)
{
	AtsWorkerDoors doors = {
	    .extract = ats_extract_pdf,
	    .draw = ats_picture_pdf,
	    .draw_plain = ats_picture_pdf_plain,
	    .folders = folders,
	    .warm_up = ats_extract_pdf_warm_up,
	};

	ats_worker_warm_up_converter();
	return ats_worker_main(argc, argv, doors);
}

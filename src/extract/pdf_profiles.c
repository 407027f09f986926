/*
 * Leaves colour profiles aside: the calls of Little CMS by which poppler opens one are defined by
 * this program itself, as those of cairo are (pdf_hooks.c), and say that there is none. Poppler
 * then takes the plain colours that a file must name beside its profile. No report needs shades
 * that a measuring device would tell apart; the transform of one photo costs more than all text of
 * a resume, and a parser of a stranger's bytes less is one less to fear. Nothing calls this file.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib.h>

#define HOOK __attribute__((visibility("default")))

/* as lcms2.h has them, whose types are plain ones by other names */
void *
cmsOpenProfileFromMem(const void *data, guint32 size);

void *
cmsCreate_sRGBProfile(void);

HOOK void *
cmsOpenProfileFromMem(const void *data, guint32 size)
{
	return NULL;
}

/* the display's: nothing is shown on one */
HOOK void *
cmsCreate_sRGBProfile(void)
{
	return NULL;
}

/*
 * Which fonts hold pictograms rather than letters, told by their names. For the DOCX files of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_fonts.h"

#include <string.h>

gboolean
ats_docx_font_is_icons(const char *name)
{
	/* somewhere in the name: icon fonts come in many versions ("Font Awesome 5 Free Solid") */
	static const char *const marks[] =
	    {"awesome", "icon", "wingdings", "webdings", "dingbats", "glyphs"};
	g_autofree char *folded = g_ascii_strdown(name, -1);

	/* "Segoe UI Symbol" and its like hold real characters; "Symbol" has its own code */
	if (g_str_equal(folded, "symbol"))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
		if (strstr(folded, marks[i]) != NULL)
			return TRUE;
	}
	return FALSE;
}

/*
 * Walking a part's text into the document. For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_walk.h"

AtsDocxWalk *
ats_docx_walk_new(AtsDocument *document,
		  AtsDocxStyles *styles,
		  AtsDocxNumbering *numbering,
		  AtsDocxImages *images);

void
ats_docx_walk_free(AtsDocxWalk *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsDocxWalk, ats_docx_walk_free)

/* the colour of the page where the settings show one */
void
ats_docx_walk_set_page_colour(AtsDocxWalk *walk, guint32 colour);

/**
 * ats_docx_walk_part:
 * @root: index of the root part that its text belongs to
 *
 * Returns: TRUE, or FALSE with ATS_ERROR_DAMAGED or ATS_ERROR_TOO_LARGE; what was read before stays
 */
gboolean
ats_docx_walk_part(AtsDocxWalk *walk,
		   AtsXml *xml,
		   const AtsDocxRels *rels,
		   guint32 root,
		   GError **error);

/* after the last part: words into the order of their paragraphs, hidden words decided */
void
ats_docx_walk_finish(AtsDocxWalk *walk);

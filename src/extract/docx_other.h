/*
 * What a file is that is not a Word document: old or encrypted Word, other office formats, plain
 * archives. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_package.h"

/**
 * ats_docx_check_magic:
 *
 * Returns: TRUE if @bytes start as a ZIP archive; else FALSE with an error that says what the file
 * is instead
 */
gboolean
ats_docx_check_magic(GBytes *bytes, GError **error);

/* sets the error that says what kind of package has no Word document in it */
void
ats_docx_set_other_package(AtsDocxPackage *package, GError **error);

/* whether the main part's content type is a Word document's; else FALSE with the error that says
 * what it is. NULL passes */
gboolean
ats_docx_check_content_type(const char *type, GError **error);

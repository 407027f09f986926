/*
 * Pictures in a DOCX: decoding PNG and JPEG far enough to tell a picture of words from a photo. For
 * the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_package.h"
#include "model/document.h"

typedef struct _AtsDocxImages AtsDocxImages;

AtsDocxImages *
ats_docx_images_new(AtsDocxPackage *package);

void
ats_docx_images_free(AtsDocxImages *images);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsDocxImages, ats_docx_images_free)

/* fills the drawing's pixel members from the part @name; leaves them 0 for other formats, damaged
   pictures, and beyond ATS_LIMIT_IMAGE_PIXELS for the whole document. A part used twice is decoded
   once */
void
ats_docx_images_measure(AtsDocxImages *images, const char *name, AtsDrawing *drawing);

/*
 * What DrawingML and VML say of a shape's size, form and fill. For docx_drawing.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_walk.h"

/* the wps:spPr or pic:spPr whose START is current, up to its END */
void
ats_docx_shape_props(AtsXml *xml, AtsDocxDrawing *shape);

/* a VML shape's attributes */
void
ats_docx_shape_vml(const AtsXml *xml, AtsDocxDrawing *shape, const AtsSection *section);

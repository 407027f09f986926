/*
 * What the layout analyser made out on a page, as marks to be drawn over it. For the worker
 * programs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/picture.h"
#include "model/document.h"
#include "model/layout.h"

/**
 * ats_overlay_make:
 * @page: from 0; one of those that were analysed
 *
 * Regions by kind and colour, the lines in them with their numbers in human order, arrows where the
 * order leaves the line below, and the words that a person does not see.
 *
 * Returns: (transfer full): never NULL
 */
AtsMarks *
ats_overlay_make(const AtsDocument *document, const AtsLayout *layout, guint page);

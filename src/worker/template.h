/*
 * By what documents that come from one template are known. For pipeline.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"
#include "report/report.h"

/**
 * ats_template_of:
 * @report: with its pages and regions
 *
 * Made of what a template decides and its text does not: the families of fonts, the size of the
 * page, the columns and where they start.
 *
 * Returns: (transfer full) (nullable): 12 hexadecimal digits; NULL where no word is shown
 */
char *
ats_template_of(const AtsDocument *document, const AtsReport *report);

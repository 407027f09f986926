/*
 * Document in, Layout out: columns, tables, furniture, headings, human order. Pure. For the worker
 * and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/layout.h"

/**
 * ats_layout_analyse:
 *
 * Understands the document as a person would. Time is n log n in the words of a page.
 *
 * Returns: (transfer full): the layout; never NULL
 */
AtsLayout *
ats_layout_analyse(const AtsDocument *document);

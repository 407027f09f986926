/*
 * Grounds: tall filled boxes behind a part of a page's width; and rules across the page. Private to
 * src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "layout/page.h"

/* sets grounds */
void
ats_page_text_find_grounds(AtsPageText *self);

/* sets rules */
void
ats_page_text_find_rules(AtsPageText *self);

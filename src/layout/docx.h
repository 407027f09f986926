/*
 * The layout of a DOCX, from what the file states: parts, tables, sections, boxes. For analyse.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/layout.h"

/**
 * ats_layout_docx:
 * @document: a DOCX
 * @layout: (inout): new; filled
 *
 * Understands a DOCX as a person who sees it printed, without pretending to print it. Time is
 * linear in its words, but for tables in tables.
 */
void
ats_layout_docx(const AtsDocument *document, AtsLayout *layout);

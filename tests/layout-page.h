/*
 * Places invented words and drawings on the pages of an AtsDocument, as an extractor would. For the
 * tests of src/layout.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/**
 * TestPen: how the next text is set
 */
typedef struct {
	AtsDocument *document;
	float size; /* points */
	gboolean bold;
	guint32 colour; /* 0xRRGGBB */
	gint16 rotation;
} TestPen;

AtsDocument *
test_document_new(void);

/* 612 x 792 points */
void
test_add_page(AtsDocument *document);

TestPen
test_pen(AtsDocument *document, float size);

/* @text from x on, words half its size wide a letter, on that baseline; returns where it ends */
float
test_text(const TestPen *pen, float x, float baseline, const char *text);

/* ... that ends at x */
void
test_text_right(const TestPen *pen, float x, float baseline, const char *text);

/* @n lines of made-up prose, @width points wide, @leading apart; returns the baseline after the
 * last */
float
test_prose(const TestPen *pen, float x, float baseline, float width, float leading, guint n);

AtsDrawing *
test_drawing(AtsDocument *document, AtsDrawingKind kind, AtsBox box);

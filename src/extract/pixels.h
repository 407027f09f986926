/*
 * What an image looks like, from its pixels: words, a photo, a pictogram? Shared by both
 * extractors; pure.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/**
 * ats_pixels_measure:
 * @rgb: pixels, 0xAARRGGBB each, not premultiplied; @stride in pixels
 * @opaque: the pixels have no alpha: what stands in its place is anything
 * @drawing: (inout): its ink, bilevel, row_period, n_rows, n_colours are set
 *
 * Looks at no more than about a million pixels: larger images are sampled, whole rows apart, so
 * that rows of text stay rows.
 */
void
ats_pixels_measure(const guint32 *rgb,
		   guint width,
		   guint height,
		   gsize stride,
		   gboolean opaque,
		   AtsDrawing *drawing);

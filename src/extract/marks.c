/*
 * Makes and frees the marks that are drawn over a page. For the worker programs.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/picture.h"

/* bytes of a block of a string chunk: some hundred short labels */
#define CHUNK_BYTES 4096

AtsMarks *
ats_marks_new(void)
{
	AtsMarks *self = g_new0(AtsMarks, 1);

	self->marks = g_array_new(FALSE, TRUE, sizeof(AtsMark));
	self->strings = g_string_chunk_new(CHUNK_BYTES);
	self->caption = "";
	return self;
}

void
ats_marks_free(AtsMarks *self)
{
	g_array_unref(self->marks);
	g_string_chunk_free(self->strings);
	g_free(self);
}

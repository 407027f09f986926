/*
 * Text for a terminal: what a stranger's file says made harmless and visible, columns counted as a
 * terminal counts them, lines broken at words, colour when asked. For the text writer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef enum {
	ATS_INK_PLAIN,
	ATS_INK_STRONG,
	ATS_INK_FAINT,
	ATS_INK_GOOD,
	ATS_INK_WARN,
	ATS_INK_BAD,
} AtsInk;

/**
 * AtsTextOut:
 *
 * Lives on the stack; @out is the caller's.
 */
typedef struct {
	GString *out;
	gboolean colour;
	guint width;  /* columns of a line */
	guint column; /* where the next character goes */
} AtsTextOut;

/**
 * ats_text_visible:
 * @text: (nullable): any bytes
 *
 * White space becomes single spaces; controls, private-use characters and marks that a terminal
 * obeys or does not show become their number in angle brackets: <U+001B>.
 *
 * Returns: (transfer full): UTF-8 that is safe on a terminal
 */
char *
ats_text_visible(const char *text);

/* columns that visible text takes: wide characters two, combining marks none */
guint
ats_text_columns(const char *text);

/* visible text cut to so many columns, the last of them an ellipsis if any was cut; (transfer full)
 */
char *
ats_text_cut(const char *text, guint columns);

/* appends visible text as it is */
void
ats_text_put(AtsTextOut *self, AtsInk ink, const char *text);

/* spaces up to the column */
void
ats_text_indent(AtsTextOut *self, guint column);

/* ends the line */
void
ats_text_end(AtsTextOut *self);

/* appends visible text from the current column on, broken at words; later lines start at @indent.
 * Does not end the last line */
void
ats_text_wrap(AtsTextOut *self, AtsInk ink, guint indent, const char *text);

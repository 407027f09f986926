/*
 * Jobs, degrees and projects: the entries of a section, built around their dates. For read.c; the
 * parts below it for entry-*.c alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "resume/dates.h"

/* fills the entries of @resume, whose sections are known */
void
ats_entries_read(const AtsDocument *document, const AtsLayout *layout, AtsResume *resume);

/**
 * AtsEntryLine:
 *
 * A line of a section that is made of entries.
 */
typedef struct {
	GString *text;	/* a tab where fields are parted */
	GArray *starts; /* of guint32: where each token of the line begins in @text */
	GArray *dates;	/* of AtsDateRange */
	const AtsLine *line;
	gint head;	/* which of @dates heads an entry; -1 none */
	gboolean whole; /* there is nothing else on the line */
	gboolean body;	/* a list item, a line that goes on from the one before, a sentence */
} AtsEntryLine;

void
ats_entry_line_init(AtsEntryLine *self,
		    const AtsDocument *document,
		    const AtsLayout *layout,
		    guint line);

void
ats_entry_line_clear(AtsEntryLine *self);

/* the token at a byte of the text, as index in AtsDocument.words; ATS_NO_WORD for none */
guint32
ats_entry_line_word(const AtsEntryLine *self, const AtsLayout *layout, gsize offset);

/* how many words it has */
guint
ats_entry_line_n_words(const AtsEntryLine *self);

/* the text without its date, and without marks at its ends; NULL if nothing is left; (transfer
 * full) */
char *
ats_entry_line_title(const AtsEntryLine *self, gsize *offset);

/*
 * What a line of JSON Lines says of a document, as far as a later run wants to know. For journal.c,
 * and for tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "batch/batch.h"

/**
 * AtsBatchRecord:
 *
 * NULL where the line does not say; freed with ats_batch_record_clear().
 */
typedef struct {
	char *version;	/* of the program that wrote it */
	char *settings; /* a fingerprint of the options that the report depends on */
	char *name;	/* of the document */
	char *sha256;
	char *error; /* the code of why it was not checked */
	AtsBatchOutcome outcome;
} AtsBatchRecord;

void
ats_batch_record_clear(AtsBatchRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AtsBatchRecord, ats_batch_record_clear)

/**
 * ats_batch_record_read:
 * @line: a whole line; anything may stand there
 *
 * Returns: FALSE if it is no report on a document
 */
gboolean
ats_batch_record_read(const char *line, gsize length, AtsBatchRecord *record);

/*
 * What all worker programs do: lock down, take documents, run the pipeline, answer. For their main
 * functions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/picture.h"
#include "model/document.h"

/**
 * AtsWorkerDoors:
 * @extract: of the one format that this program reads
 * @draw: (nullable): where its pages can be drawn
 * @draw_plain: (nullable): the same of a part of a page, without marks
 * @warm_up: (nullable): makes once, in a zygote, what all its workers need; returns (transfer full)
 * a document of our own that is then read as others will be, so that all that is made late is there
 * @read_words: (nullable): of a worker for pictures, which has no other door: the words in one
 * @folders: (nullable) (array zero-terminated=1): where the libraries of this program read files
 * while they work; NULL: it opens none
 */
typedef struct {
	AtsDocument *(*extract)(GBytes *bytes, GError **error);
	GBytes *(*draw)(GBytes *bytes,
			guint page,
			AtsPictureFormat format,
			const AtsMarks *marks,
			GError **error);
	GBytes *(*draw_plain)(GBytes *bytes, guint page, AtsBox box, GError **error);
	char *(*read_words)(GBytes *bytes, GError **error);
	const char *const *folders;
	GBytes *(*warm_up)(void);
} AtsWorkerDoors;

/**
 * ats_worker_main:
 *
 * The arguments are those of report/zygote.h.
 *
 * Returns: the exit status
 */
int
ats_worker_main(int argc, char **argv, AtsWorkerDoors doors);

/*
 * What both worker programs do: lock down, take the document, run the pipeline, answer. For their
 * main functions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/**
 * ats_worker_main:
 * @extract: the door of the one format that this program reads
 *
 * The only argument is the limit on CPU time in seconds. See report/frame.h for the file
 * descriptors and the answer.
 *
 * Returns: the exit status
 */
int
ats_worker_main(int argc, char **argv, AtsDocument *(*extract)(GBytes *bytes, GError **error));

/*
 * The frame around a worker's answer: magic, length, and one GVariant that holds a report or a
 * picture or says why there is none. For worker, sandbox, tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "base/picture.h"
#include "report/report.h"

/* exit status of a worker that was refused memory and could not go on; not in use by shells (126
 * and up) or libraries */
#define ATS_WORKER_EXIT_MEMORY 86

/* bytes before the GVariant */
#define ATS_FRAME_HEADER_BYTES (16 + sizeof(AtsTimings))

/**
 * ats_frame_encode:
 * @report: (nullable): the answer
 * @failure: (nullable): why there is none, of the domain ATS_ERROR; exactly one of both is given
 *
 * Returns: (transfer full): the frame
 */
GBytes *
ats_frame_encode(const AtsReport *report, const GError *failure);

/**
 * ats_frame_mark_last:
 * @frame: of this file's making
 *
 * Returns: (transfer full): the same, which also says that the worker takes no more jobs
 */
GBytes *
ats_frame_mark_last(GBytes *frame);

/**
 * ats_frame_measure:
 * @header: untrusted: the first ATS_FRAME_HEADER_BYTES of an answer
 * @length: (out): bytes that follow, at most ATS_LIMIT_ANSWER_BYTES
 * @last: (out): whether the worker takes no more jobs
 *
 * Returns: FALSE when this is not the beginning of a frame
 */
gboolean
ats_frame_measure(const guint8 *header, gsize *length, gboolean *last);

/**
 * ats_frame_decode:
 * @frame: untrusted: all that a worker wrote
 *
 * Returns: (transfer full): the report, or NULL with the worker's error, or with ATS_ERROR_CRASHED
 * when the frame is not one
 */
AtsReport *
ats_frame_decode(GBytes *frame, GError **error);

/* the same with a picture as the answer */
GBytes *
ats_frame_encode_picture(GBytes *picture);

/**
 * ats_frame_decode_picture:
 * @frame: untrusted: all that a worker wrote
 * @format: that was asked for; the picture begins as one of that format does, and no more than that
 * is known of it
 *
 * Returns: (transfer full): the picture, or NULL with the errors of ats_frame_decode()
 */
GBytes *
ats_frame_decode_picture(GBytes *frame, AtsPictureFormat format, GError **error);

/* the same with the words in a picture as the answer: at most ATS_LIMIT_OCR_TEXT_BYTES of valid
 * UTF-8 */
GBytes *
ats_frame_encode_words(const char *words);

/* @frame: untrusted; (transfer full): the words, or NULL with the errors of ats_frame_decode() */
char *
ats_frame_decode_words(GBytes *frame, GError **error);

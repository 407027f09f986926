/*
 * What a worker does with one document: the request's way through the pipeline, and the frame to
 * answer with.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/answer.h"

#include "base/error.h"
#include "base/limits.h"
#include "layout/analyse.h"
#include "report/frame.h"
#include "worker/memory.h"
#include "worker/overlay.h"
#include "worker/pipeline.h"

/* an extractor that was refused memory says "damaged" at best: it cannot know better */
static void
tell_memory(GError **error)
{
	if (!ats_memory_was_refused())
		return;
	g_clear_error(error);
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_MEMORY,
		    "it needs more than %lu MiB of memory to be read",
		    ats_memory_limit() / ATS_MIB);
}

static GBytes *
report(const AtsDocument *document, AtsSandboxLevel level, AtsStopwatch *watch)
{
	AtsTimings timings = {0};
	g_autoptr(AtsReport) out = NULL;

	ats_stopwatch_lap(watch, &timings, ATS_STAGE_EXTRACT);
	out = ats_pipeline_run(document);
	out->timings.spans[ATS_STAGE_EXTRACT] = timings.spans[ATS_STAGE_EXTRACT];
	out->sandbox = level;
	return ats_frame_encode(out, NULL);
}

static gboolean
has_page(const AtsDocument *document, guint page, GError **error)
{
	if (page <= document->pages->len)
		return TRUE;
	if (page <= document->n_pages)
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_UNSUPPORTED,
			    "there is no picture of page %u: only the first %u pages are analysed",
			    page,
			    document->pages->len);
	else
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_UNSUPPORTED,
			    "there is no page %u: it has %u",
			    page,
			    document->n_pages);
	return FALSE;
}

static GBytes *
draw(AtsWorkerDoors doors,
     GBytes *bytes,
     const AtsDocument *document,
     AtsRequest request,
     GError **error)
{
	g_autoptr(AtsLayout) layout = NULL;
	g_autoptr(AtsMarks) marks = NULL;
	g_autoptr(GBytes) picture = NULL;

	if (doors.draw == NULL) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_UNSUPPORTED,
				    "only pages of a PDF can be drawn: a DOCX has none until a "
				    "program lays it out");
		return NULL;
	}
	if (!has_page(document, request.page, error))
		return NULL;
	layout = ats_layout_analyse(document);
	marks = ats_overlay_make(document, layout, request.page - 1);
	picture = doors.draw(bytes, request.page - 1, request.format, marks, error);
	return picture != NULL ? ats_frame_encode_picture(picture) : NULL;
}

static GBytes *
draw_plain(AtsWorkerDoors doors, GBytes *bytes, AtsRequest request, GError **error)
{
	g_autoptr(GBytes) picture = doors.draw_plain(bytes, request.page - 1, request.box, error);

	return picture != NULL ? ats_frame_encode_picture(picture) : NULL;
}

static GBytes *
read_words(AtsWorkerDoors doors, GBytes *bytes, GError **error)
{
	g_autofree char *words = doors.read_words(bytes, error);

	return words != NULL ? ats_frame_encode_words(words) : NULL;
}

/* each program has the doors that its requests need, and is asked nothing else */
static gboolean
has_door(AtsWorkerDoors doors, AtsRequest request)
{
	if (request.level)
		return TRUE;
	if (request.words)
		return doors.read_words != NULL;
	return doors.extract != NULL && (!request.plain || doors.draw_plain != NULL);
}

static void
set_unknown(GError **error)
{
	g_set_error_literal(error,
			    ATS_ERROR,
			    ATS_ERROR_INTERNAL,
			    "the worker was asked for something that it does not know");
}

static GBytes *
answer_on_document(AtsWorkerDoors doors,
		   AtsSandboxLevel level,
		   AtsRequest request,
		   GBytes *bytes,
		   GError **error)
{
	g_autoptr(AtsDocument) document = NULL;
	AtsStopwatch watch;

	ats_stopwatch_start(&watch);
	document = doors.extract(bytes, error);
	if (document == NULL) {
		tell_memory(error);
		return NULL;
	}
	return request.page == 0 ? report(document, level, &watch)
				 : draw(doors, bytes, document, request, error);
}

static GBytes *
tell_level(AtsSandboxLevel level)
{
	g_autofree char *text = ats_sandbox_level_to_text(level);

	return ats_frame_encode_words(text);
}

/* (transfer full): the frame to answer with */
static GBytes *
answer(AtsWorkerDoors doors,
       AtsSandboxLevel level,
       AtsRequest request,
       GBytes *bytes,
       GError **error)
{
	if (!has_door(doors, request)) {
		set_unknown(error);
		return NULL;
	}
	if (request.level)
		return tell_level(level);
	if (request.words)
		return read_words(doors, bytes, error);
	if (request.plain)
		return draw_plain(doors, bytes, request, error);
	return answer_on_document(doors, level, request, bytes, error);
}

/* no caller would take it */
static void
set_too_large(GError **error)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_TOO_LARGE,
		    "the report on it would be larger than %lu MiB",
		    ATS_LIMIT_ANSWER_BYTES / ATS_MIB);
}

GBytes *
ats_worker_answer(AtsWorkerDoors doors, AtsSandboxLevel level, const char *request, GBytes *bytes)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) frame = NULL;
	AtsRequest wanted;

	if (ats_request_from_text(request, &wanted))
		frame = answer(doors, level, wanted, bytes, &failure);
	else
		set_unknown(&failure);
	if (frame != NULL && g_bytes_get_size(frame) > ATS_LIMIT_ANSWER_BYTES) {
		g_clear_pointer(&frame, g_bytes_unref);
		set_too_large(&failure);
	}
	return frame != NULL ? g_steal_pointer(&frame) : ats_frame_encode(NULL, failure);
}

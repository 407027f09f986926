/*
 * What all worker programs do: lock down, take the document, run the pipeline, answer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/worker.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/fd.h"
#include "base/limits.h"
#include "layout/analyse.h"
#include "report/frame.h"
#include "report/request.h"
#include "worker/lockdown.h"
#include "worker/memory.h"
#include "worker/overlay.h"
#include "worker/pipeline.h"
#include "worker/warm.h"

/* the document where it lies: the memory file is sealed, so that nobody can change or cut it
 * meanwhile */
static GBytes *
take_document(GError **error)
{
	struct stat st;
	void *data;

	if (fstat(ATS_WORKER_FD_DOCUMENT, &st) != 0 || st.st_size < 0) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_INTERNAL,
				    "the worker was given no document");
		return NULL;
	}
	if (st.st_size == 0)
		return g_bytes_new_static("", 0);
	data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, ATS_WORKER_FD_DOCUMENT, 0);
	if (data == MAP_FAILED) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_MEMORY,
				    "there is no memory for the document");
		return NULL;
	}
	return g_bytes_new_static(data, (gsize)st.st_size);
}

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
		    ATS_LIMIT_MEMORY_BYTES / ATS_MIB);
}

static GBytes *
report(const AtsDocument *document)
{
	g_autoptr(AtsReport) out = ats_pipeline_run(document);

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
answer_on_document(AtsWorkerDoors doors, AtsRequest request, GBytes *bytes, GError **error)
{
	g_autoptr(AtsDocument) document = NULL;

	document = doors.extract(bytes, error);
	if (document == NULL) {
		tell_memory(error);
		return NULL;
	}
	return request.page == 0 ? report(document) : draw(doors, bytes, document, request, error);
}

/* (transfer full): the frame to answer with */
static GBytes *
answer(AtsWorkerDoors doors, AtsRequest request, GError **error)
{
	g_autoptr(GBytes) bytes = NULL;

	if (!has_door(doors, request)) {
		set_unknown(error);
		return NULL;
	}
	bytes = take_document(error);
	if (bytes == NULL)
		return NULL;
	if (request.words)
		return read_words(doors, bytes, error);
	if (request.plain)
		return draw_plain(doors, bytes, request, error);
	return answer_on_document(doors, request, bytes, error);
}

static gboolean
take_request(int argc, char **argv, AtsRequest *request, AtsLockdown *wish, GError **error)
{
	if ((argc <= 2 || ats_request_from_text(argv[2], request)) &&
	    (argc <= 3 || ats_sandbox_mode_from_name(argv[3], &wish->mode)))
		return TRUE;
	set_unknown(error);
	return FALSE;
}

int
ats_worker_main(int argc, char **argv, AtsWorkerDoors doors)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) frame = NULL;
	AtsRequest request = ATS_REQUEST_REPORT;
	gboolean answered;
	guint cpu_seconds = argc > 1 ? (guint)strtoul(argv[1], NULL, 10) : 0;
	AtsLockdown wish = {
	    .cpu_seconds = cpu_seconds > 0 ? cpu_seconds : ATS_LIMIT_CPU_SECONDS,
	    .folders = doors.folders,
	};
	AtsSandboxLevel level;

	/* no setlocale(): in the C locale numbers have a point, and all text here is UTF-8 by
	 * GLib's functions, which ask no locale */
	ats_memory_watch();
	ats_worker_warm_up();
	if (take_request(argc, argv, &request, &wish, &failure) &&
	    ats_lockdown(&wish, &level, &failure))
		frame = answer(doors, request, &failure);
	if (frame == NULL)
		frame = ats_frame_encode(NULL, failure);
	answered = ats_fd_write_all(ATS_WORKER_FD_ANSWER, frame);
	/* the caller goes on at once, rather than when the kernel has taken all our memory back */
	close(ATS_WORKER_FD_ANSWER);
	/* no tidying up after this: the kernel does it faster */
	_exit(answered ? EXIT_SUCCESS : EXIT_FAILURE);
}

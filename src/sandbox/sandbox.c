/*
 * The library's side of the wall: which worker a document goes to.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "sandbox/sandbox.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/sniff.h"

#define WORKER_PREFIX "atscheck-worker-"

/* the folder of the file that this code was loaded from; (transfer full) (nullable) */
static char *
find_own_folder(void)
{
	Dl_info info;
	g_autofree char *real = NULL;

	if (dladdr((void *)(guintptr)ats_sandbox_find_worker, &info) == 0 || info.dli_fname == NULL)
		return NULL;
	real = g_canonicalize_filename(info.dli_fname, NULL);
	return g_path_get_dirname(real);
}

static char *
find_in_build_tree(const char *name)
{
	g_autofree char *folder = find_own_folder();
	g_autofree char *path = NULL;

	if (folder == NULL)
		return NULL;
	path = g_build_filename(folder, "..", "worker", name, NULL);
	return access(path, X_OK) == 0 ? g_steal_pointer(&path) : NULL;
}

char *
ats_sandbox_find_worker(const char *format, GError **error)
{
	const char *folder = g_getenv("ATSCHECK_WORKERS");
	g_autofree char *name = g_strconcat(WORKER_PREFIX, format, NULL);
	g_autofree char *path = NULL;

	if (folder == NULL || *folder == '\0') {
		path = find_in_build_tree(name);
		if (path != NULL)
			return g_steal_pointer(&path);
		folder = ATS_WORKER_FOLDER;
	}
	path = g_build_filename(folder, name, NULL);
	if (access(path, X_OK) == 0)
		return g_steal_pointer(&path);
	g_set_error(
	    error,
	    ATS_ERROR,
	    ATS_ERROR_INTERNAL,
	    "the program that reads it is not there: %s (is atscheck installed as a whole?)",
	    path);
	return NULL;
}

void
ats_sandbox_prepare(AtsPool *pool, const char *name)
{
	const char *end = strrchr(name, '.');
	g_autofree char *worker = NULL;

	if (end != NULL && g_ascii_strcasecmp(end, ".pdf") == 0)
		worker = ats_sandbox_find_worker("pdf", NULL);
	else if (end != NULL && g_ascii_strcasecmp(end, ".docx") == 0)
		worker = ats_sandbox_find_worker("docx", NULL);
	if (worker != NULL)
		ats_pool_prepare(pool, worker);
}

static void
set_unsupported(GError **error, AtsSniff sniff, const char *what)
{
	g_autofree char *message = NULL;

	if (sniff == ATS_SNIFF_SCRAP)
		message = g_strdup_printf("the file is %s", what);
	else if (what == NULL)
		message = g_strdup("this is neither a PDF nor a DOCX");
	else
		message = g_strdup_printf("this is %s, not a PDF or DOCX", what);
	g_set_error_literal(error, ATS_ERROR, ATS_ERROR_UNSUPPORTED, message);
}

/* the program that the first bytes call for; (transfer full) */
static char *
choose_worker(GBytes *bytes, GError **error)
{
	const char *what;
	AtsSniff sniff = ats_sniff(bytes, &what);

	if (sniff == ATS_SNIFF_OTHER || sniff == ATS_SNIFF_SCRAP) {
		set_unsupported(error, sniff, what);
		return NULL;
	}
	return ats_sandbox_find_worker(sniff == ATS_SNIFF_PDF ? "pdf" : "docx", error);
}

AtsReport *
ats_sandbox_check(AtsPool *pool,
		  GBytes *bytes,
		  const AtsSandboxLimits *limits,
		  char **sha256,
		  GCancellable *cancellable,
		  GError **error)
{
	g_autofree char *worker = choose_worker(bytes, error);

	if (worker == NULL)
		return NULL;
	return ats_pool_run(pool,
			    worker,
			    bytes,
			    ATS_REQUEST_REPORT,
			    limits,
			    sha256,
			    cancellable,
			    error);
}

GBytes *
ats_sandbox_draw(AtsPool *pool,
		 GBytes *bytes,
		 AtsRequest request,
		 const AtsSandboxLimits *limits,
		 GCancellable *cancellable,
		 GError **error)
{
	g_autofree char *worker = choose_worker(bytes, error);

	if (worker == NULL)
		return NULL;
	return ats_pool_run(pool, worker, bytes, request, limits, NULL, cancellable, error);
}

char *
ats_sandbox_read_words(AtsPool *pool,
		       GBytes *picture,
		       const AtsSandboxLimits *limits,
		       GCancellable *cancellable,
		       GError **error)
{
	g_autofree char *worker = ats_sandbox_find_worker("ocr", error);

	if (worker == NULL)
		return NULL;
	return ats_pool_run(pool,
			    worker,
			    picture,
			    ATS_REQUEST_WORDS,
			    limits,
			    NULL,
			    cancellable,
			    error);
}

char *
ats_sandbox_ask_level(AtsPool *pool,
		      const AtsSandboxLimits *limits,
		      GCancellable *cancellable,
		      GError **error)
{
	g_autofree char *worker = ats_sandbox_find_worker("docx", error);
	g_autoptr(GBytes) nothing = g_bytes_new_static("", 0);

	if (worker == NULL)
		return NULL;
	return ats_pool_run(pool,
			    worker,
			    nothing,
			    ATS_REQUEST_LEVEL,
			    limits,
			    NULL,
			    cancellable,
			    error);
}

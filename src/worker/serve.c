/*
 * A worker's life: it locks itself up, then takes jobs from its channel until that ends. Nothing of
 * a document stays when its job is done.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/serve.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/fd.h"
#include "base/limits.h"
#include "report/frame.h"
#include "worker/answer.h"
#include "worker/lockdown.h"
#include "worker/memory.h"

typedef struct {
	AtsWorkerDoors doors;
	AtsSandboxLevel level;
	GError *failure; /* NULL, or why no document is looked at */
} Worker;

typedef struct {
	void *data;
	size_t size;
} Mapping;

static void
unmap(gpointer data)
{
	Mapping *mapping = data;

	munmap(mapping->data, mapping->size);
	g_free(mapping);
}

/* the document where it lies: the memory file is sealed, so that nobody can change or cut it
 * meanwhile; NULL: there is no memory for it */
static GBytes *
map_document(int fd)
{
	struct stat st;
	Mapping mapping;

	if (fstat(fd, &st) != 0 || st.st_size <= 0)
		return g_bytes_new_static("", 0);
	mapping.size = (size_t)st.st_size;
	mapping.data = mmap(NULL, mapping.size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (mapping.data == MAP_FAILED)
		return NULL;
	return g_bytes_new_with_free_func(mapping.data,
					  mapping.size,
					  unmap,
					  g_memdup2(&mapping, sizeof(mapping)));
}

static GBytes *
answer(const Worker *self, const AtsJob *job, int fd)
{
	g_autoptr(GError) failure = NULL;
	g_autoptr(GBytes) bytes = map_document(fd);

	if (bytes != NULL)
		return ats_worker_answer(self->doors, self->level, job->request, bytes);
	failure =
	    g_error_new_literal(ATS_ERROR, ATS_ERROR_MEMORY, "there is no memory for the document");
	return ats_frame_encode(NULL, failure);
}

static gboolean
has_grown(void)
{
	struct rusage used;

	return getrusage(RUSAGE_SELF, &used) == 0 &&
	       (gulong)used.ru_maxrss * ATS_KIB > ATS_LIMIT_WORKER_KEPT_BYTES;
}

/* FALSE when it was the last job */
static gboolean
do_job(const Worker *self, const AtsJob *job, int fd)
{
	g_autoptr(GBytes) frame = self->failure != NULL ? ats_frame_encode(NULL, self->failure)
							: answer(self, job, fd);
	g_autoptr(GBytes) marked = NULL;

	if (self->failure == NULL && !ats_memory_was_refused() && !has_grown())
		return ats_fd_write_all(ATS_WORKER_FD, frame);
	marked = ats_frame_mark_last(frame);
	(void)ats_fd_write_all(ATS_WORKER_FD, marked);
	return FALSE;
}

static gboolean
take_job(AtsJob *job, int *fd)
{
	if (!ats_fd_receive(ATS_WORKER_FD, job, sizeof(*job), fd, ATS_JOB_FDS))
		return FALSE;
	job->request[ATS_JOB_BYTES - 1] = '\0';
	return TRUE;
}

void
ats_worker_serve(AtsWorkerDoors doors, AtsWorkerLimits limits, gboolean once)
{
	AtsLockdown wish = {
	    .mode = limits.mode,
	    .cpu_seconds = limits.cpu_seconds,
	    .memory_mib = limits.memory_mib,
	    .folders = doors.folders,
	};
	Worker self = {.doors = doors};
	gboolean more = TRUE;
	AtsJob job;
	int fd;

	/* no setlocale(): in the C locale numbers have a point, and all text here is UTF-8 by
	 * GLib's functions, which ask no locale */
	ats_memory_watch();
	ats_lockdown(&wish, &self.level, &self.failure);
	while (more && take_job(&job, &fd)) {
		more = do_job(&self, &job, fd) && !once;
		close(fd);
	}
	/* no tidying up after this: the kernel does it faster */
	_exit(EXIT_SUCCESS);
}

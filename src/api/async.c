/*
 * The calls of AtscheckChecker that do not block: each runs its blocking brother in a thread of
 * GTask's pool.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"

typedef struct {
	GBytes *bytes; /* NULL: read them from @name */
	char *name;
} Job;

static void
job_free(gpointer data)
{
	Job *job = data;

	g_clear_pointer(&job->bytes, g_bytes_unref);
	g_free(job->name);
	g_free(job);
}

static void
run(GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
	Job *job = data;
	GError *error = NULL;
	AtscheckReport *report;

	if (job->bytes != NULL)
		report = atscheck_checker_check_bytes(source,
						      job->bytes,
						      job->name,
						      cancellable,
						      &error);
	else
		report = atscheck_checker_check_file(source, job->name, cancellable, &error);
	if (report != NULL)
		g_task_return_pointer(task, report, g_object_unref);
	else
		g_task_return_error(task, error);
}

static void
start(AtscheckChecker *self,
      gpointer tag,
      GBytes *bytes,
      const char *name,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
	g_autoptr(GTask) task = g_task_new(self, cancellable, callback, user_data);
	Job *job = g_new0(Job, 1);

	job->bytes = bytes != NULL ? g_bytes_ref(bytes) : NULL;
	job->name = g_strdup(name);
	g_task_set_source_tag(task, tag);
	g_task_set_task_data(task, job, job_free);
	g_task_run_in_thread(task, run);
}

void
atscheck_checker_check_bytes_async(AtscheckChecker *self,
				   GBytes *bytes,
				   const char *name,
				   GCancellable *cancellable,
				   GAsyncReadyCallback callback,
				   gpointer user_data)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self) && bytes != NULL);
	start(self,
	      atscheck_checker_check_bytes_async,
	      bytes,
	      name,
	      cancellable,
	      callback,
	      user_data);
}

AtscheckReport *
atscheck_checker_check_bytes_finish(AtscheckChecker *self, GAsyncResult *result, GError **error)
{
	g_return_val_if_fail(g_task_is_valid(result, self), NULL);
	return g_task_propagate_pointer(G_TASK(result), error);
}

void
atscheck_checker_check_file_async(AtscheckChecker *self,
				  const char *path,
				  GCancellable *cancellable,
				  GAsyncReadyCallback callback,
				  gpointer user_data)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self) && path != NULL);
	start(self,
	      atscheck_checker_check_file_async,
	      NULL,
	      path,
	      cancellable,
	      callback,
	      user_data);
}

AtscheckReport *
atscheck_checker_check_file_finish(AtscheckChecker *self, GAsyncResult *result, GError **error)
{
	g_return_val_if_fail(g_task_is_valid(result, self), NULL);
	return g_task_propagate_pointer(G_TASK(result), error);
}

/*
 * Where the time went, for --timings: sums by stage, and the slowest documents.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/timings.h"

#include <stdio.h>

/* stages that the library tells, at most */
#define STAGES 16
/* documents that are named */
#define SLOWEST 5

typedef struct {
	const char *name;
	gint64 wall, cpu; /* microseconds */
} Stage;

typedef struct {
	char *name;
	gint64 wall; /* microseconds */
} Document;

struct AtsCliTimings {
	Stage stages[STAGES];
	guint n_stages;
	gint64 load, write;
	guint n_documents;
	Document slowest[SLOWEST + 1]; /* slowest first; the last is room for one that comes */
};

AtsCliTimings *
ats_cli_timings_new(void)
{
	return g_new0(AtsCliTimings, 1);
}

void
ats_cli_timings_free(AtsCliTimings *self)
{
	for (guint i = 0; i < SLOWEST; i++)
		g_free(self->slowest[i].name);
	g_free(self);
}

/* the document's way through the library, in microseconds */
static gint64
add_stages(AtsCliTimings *self, AtscheckReport *report)
{
	gint64 sum = 0;
	guint wall, cpu;
	const char *name;

	for (guint i = 0; i < STAGES; i++) {
		name = atscheck_report_get_timing(report, i, &wall, &cpu);
		if (name == NULL)
			break;
		self->stages[i].name = name;
		self->stages[i].wall += wall;
		self->stages[i].cpu += cpu;
		self->n_stages = MAX(self->n_stages, i + 1);
		sum += wall;
	}
	return sum;
}

static void
rank(AtsCliTimings *self, const char *name, gint64 wall)
{
	guint at = SLOWEST;

	for (; at > 0 && (self->slowest[at - 1].name == NULL || self->slowest[at - 1].wall < wall);
	     at--)
		self->slowest[at] = self->slowest[at - 1];
	self->slowest[at] = (Document){g_strdup(name), wall};
	g_clear_pointer(&self->slowest[SLOWEST].name, g_free);
}

void
ats_cli_timings_note(AtsCliTimings *self, const AtsBatchResult *result, gint64 write)
{
	gint64 wall = result->load_time + write;

	if (result->report == NULL)
		return;
	wall += add_stages(self, result->report);
	self->n_documents++;
	self->load += result->load_time;
	self->write += write;
	rank(self, result->name, wall);
}

static double
milliseconds(gint64 microseconds)
{
	return (double)microseconds / 1000;
}

static void
tell_stage(const char *name, gint64 wall, gint64 cpu)
{
	if (cpu > 0)
		fprintf(stderr,
			"  %-10s %9.2f ms %9.2f ms\n",
			name,
			milliseconds(wall),
			milliseconds(cpu));
	else
		fprintf(stderr, "  %-10s %9.2f ms\n", name, milliseconds(wall));
}

static void
tell_slowest(const AtsCliTimings *self)
{
	fprintf(stderr, "the slowest of them:\n");
	for (guint i = 0; i < SLOWEST && self->slowest[i].name != NULL; i++)
		fprintf(stderr,
			"  %9.2f ms  %s\n",
			milliseconds(self->slowest[i].wall),
			self->slowest[i].name);
}

void
ats_cli_timings_tell(const AtsCliTimings *self)
{
	gint64 wall = self->load + self->write;
	gint64 cpu = 0;

	if (self->n_documents == 0)
		return;
	fprintf(stderr,
		"timings of %u document%s: by the clock, and of the worker's processor\n",
		self->n_documents,
		self->n_documents == 1 ? "" : "s");
	tell_stage("load", self->load, 0);
	for (guint i = 0; i < self->n_stages; i++) {
		tell_stage(self->stages[i].name, self->stages[i].wall, self->stages[i].cpu);
		wall += self->stages[i].wall;
		cpu += self->stages[i].cpu;
	}
	tell_stage("write", self->write, 0);
	tell_stage("in all", wall, cpu);
	if (self->n_documents > 1)
		tell_slowest(self);
}

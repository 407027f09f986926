/*
 * One finding of a report: a number in it, and a hold on it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"

struct _AtscheckFinding {
	GObject parent_instance;
	AtscheckReport *report;
	guint index;
};

G_DEFINE_FINAL_TYPE(AtscheckFinding, atscheck_finding, G_TYPE_OBJECT)

static void
atscheck_finding_finalize(GObject *object)
{
	AtscheckFinding *self = ATSCHECK_FINDING(object);

	g_object_unref(self->report);
	G_OBJECT_CLASS(atscheck_finding_parent_class)->finalize(object);
}

static void
atscheck_finding_class_init(AtscheckFindingClass *klass)
{
	G_OBJECT_CLASS(klass)->finalize = atscheck_finding_finalize;
}

static void
atscheck_finding_init(AtscheckFinding *self)
{
}

AtscheckFinding *
atscheck_finding_new(AtscheckReport *report, guint index)
{
	AtscheckFinding *self = g_object_new(ATSCHECK_TYPE_FINDING, NULL);

	self->report = g_object_ref(report);
	self->index = index;
	return self;
}

static const AtsFinding *
peek(AtscheckFinding *self)
{
	return &g_array_index(atscheck_report_peek(self->report)->findings,
			      AtsFinding,
			      self->index);
}

const char *
atscheck_finding_get_id(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	return peek(self)->id;
}

AtscheckSeverity
atscheck_finding_get_severity(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), ATSCHECK_SEVERITY_NOTE);
	return (AtscheckSeverity)peek(self)->severity;
}

const char *
atscheck_finding_get_message(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	return peek(self)->message;
}

const char *
atscheck_finding_get_fix(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	return peek(self)->fix;
}

const char *
atscheck_finding_get_evidence(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	return peek(self)->evidence;
}

AtscheckLocation *
atscheck_finding_dup_location(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	return atscheck_location_new(peek(self)->page, peek(self)->box);
}

char **
atscheck_finding_dup_lost_in(AtscheckFinding *self)
{
	g_autoptr(GStrvBuilder) parsers = g_strv_builder_new();
	const GPtrArray *lost_in;

	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	lost_in = peek(self)->lost_in;
	for (guint i = 0; lost_in != NULL && i < lost_in->len; i++)
		g_strv_builder_add(parsers, lost_in->pdata[i]);
	return g_strv_builder_end(parsers);
}

const char *
atscheck_finding_get_pointer(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	return peek(self)->pointer;
}

const char *
atscheck_finding_get_fingerprint(AtscheckFinding *self)
{
	g_return_val_if_fail(ATSCHECK_IS_FINDING(self), NULL);
	return peek(self)->fingerprint;
}

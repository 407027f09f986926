/*
 * The answer on one document, as an object and a list of findings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"
#include "report/fingerprint.h"

struct _AtscheckReport {
	GObject parent_instance;
	AtsReport *report;
	char *name;
	char *sha256;
	guint64 n_bytes;
	AtscheckReport *origin; /* (nullable): a report that owns all of @report but its findings
				   and outcomes */
};

static void
atscheck_report_list_model_init(GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE(AtscheckReport,
			      atscheck_report,
			      G_TYPE_OBJECT,
			      G_IMPLEMENT_INTERFACE(G_TYPE_LIST_MODEL,
						    atscheck_report_list_model_init))

static GType
atscheck_report_get_item_type(GListModel *list)
{
	return ATSCHECK_TYPE_FINDING;
}

static guint
atscheck_report_get_n_items(GListModel *list)
{
	return ATSCHECK_REPORT(list)->report->findings->len;
}

static gpointer
atscheck_report_get_item(GListModel *list, guint position)
{
	AtscheckReport *self = ATSCHECK_REPORT(list);

	return position < self->report->findings->len ? atscheck_finding_new(self, position) : NULL;
}

static void
atscheck_report_list_model_init(GListModelInterface *iface)
{
	iface->get_item_type = atscheck_report_get_item_type;
	iface->get_n_items = atscheck_report_get_n_items;
	iface->get_item = atscheck_report_get_item;
}

static void
free_derived(AtsReport *report)
{
	g_array_unref(report->findings);
	g_array_unref(report->outcomes);
	g_free(report);
}

static void
atscheck_report_finalize(GObject *object)
{
	AtscheckReport *self = ATSCHECK_REPORT(object);

	if (self->origin != NULL)
		free_derived(self->report);
	else
		ats_report_free(self->report);
	g_clear_object(&self->origin);
	g_free(self->name);
	g_free(self->sha256);
	G_OBJECT_CLASS(atscheck_report_parent_class)->finalize(object);
}

static void
atscheck_report_class_init(AtscheckReportClass *klass)
{
	G_OBJECT_CLASS(klass)->finalize = atscheck_report_finalize;
}

static void
atscheck_report_init(AtscheckReport *self)
{
}

AtscheckReport *
atscheck_report_new(AtsReport *report, const char *name, guint64 n_bytes, char *sha256)
{
	AtscheckReport *self = g_object_new(ATSCHECK_TYPE_REPORT, NULL);

	self->report = report;
	ats_report_fingerprint(report);
	self->name = name != NULL ? g_utf8_make_valid(name, -1) : NULL;
	self->n_bytes = n_bytes;
	self->sha256 = sha256;
	return self;
}

AtscheckReport *
atscheck_report_derive(AtscheckReport *origin, AtsReport *report)
{
	AtscheckReport *self = g_object_new(ATSCHECK_TYPE_REPORT, NULL);

	self->report = report;
	self->origin = g_object_ref(origin);
	self->name = g_strdup(origin->name);
	self->n_bytes = origin->n_bytes;
	self->sha256 = g_strdup(origin->sha256);
	return self;
}

const AtsReport *
atscheck_report_peek(AtscheckReport *self)
{
	return self->report;
}

AtsWriterDocument
atscheck_report_about(AtscheckReport *self)
{
	return (AtsWriterDocument){
	    .name = self->name,
	    .bytes = self->n_bytes,
	    .sha256 = self->sha256,
	    .format = self->report->format,
	};
}

const char *
atscheck_report_get_name(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), NULL);
	return self->name;
}

const char *
atscheck_report_get_format(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), NULL);
	return self->report->format;
}

guint64
atscheck_report_get_n_bytes(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), 0);
	return self->n_bytes;
}

const char *
atscheck_report_get_sha256(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), NULL);
	return self->sha256;
}

guint
atscheck_report_get_n_pages(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), 0);
	return self->report->n_pages;
}

guint
atscheck_report_get_n_words(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), 0);
	return self->report->n_words;
}

AtscheckVerdict
atscheck_report_get_verdict(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), ATSCHECK_VERDICT_FAIL);
	return (AtscheckVerdict)self->report->verdict;
}

double
atscheck_report_get_score(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), 0);
	return self->report->score;
}

static const AtsReportReading *
find_reading(AtscheckReport *self, const char *parser)
{
	const GArray *readings = self->report->readings;

	for (guint i = 0; i < readings->len; i++) {
		const AtsReportReading *reading = &g_array_index(readings, AtsReportReading, i);
		if (g_str_equal(reading->parser, parser))
			return reading;
	}
	return NULL;
}

const char *
atscheck_report_get_timing(AtscheckReport *self, guint index, guint *wall, guint *cpu)
{
	const AtsTimings *timings;

	g_return_val_if_fail(ATSCHECK_IS_REPORT(self) && wall != NULL && cpu != NULL, NULL);
	if (index >= ATS_STAGE_LAST)
		return NULL;
	timings = &self->report->timings;
	*wall = timings->spans[index].wall;
	*cpu = timings->spans[index].cpu;
	return ats_stage_name((AtsStage)index);
}

const char *
atscheck_report_get_text(AtscheckReport *self, const char *parser)
{
	const AtsReportReading *reading;

	g_return_val_if_fail(ATSCHECK_IS_REPORT(self) && parser != NULL, NULL);
	if (g_str_equal(parser, "human"))
		return self->report->text;
	reading = find_reading(self, parser);
	return reading != NULL && reading->judged ? reading->text : NULL;
}

gboolean
atscheck_report_get_parser_score(AtscheckReport *self,
				 const char *parser,
				 double *score,
				 const char **why_not)
{
	const AtsReportReading *reading;

	g_return_val_if_fail(ATSCHECK_IS_REPORT(self) && parser != NULL, FALSE);
	reading = find_reading(self, parser);
	if (score != NULL)
		*score = reading != NULL ? reading->score : 0;
	if (why_not != NULL)
		*why_not = reading != NULL ? reading->why_not
					   : "these parsers do not read documents of this format";
	return reading != NULL && reading->judged;
}

AtscheckOutcome
atscheck_report_get_outcome(AtscheckReport *self, const char *rule, const char **why)
{
	const GArray *outcomes;

	g_return_val_if_fail(ATSCHECK_IS_REPORT(self) && rule != NULL, ATSCHECK_OUTCOME_IGNORED);
	if (why != NULL)
		*why = NULL;
	outcomes = self->report->outcomes;
	for (guint i = 0; i < outcomes->len; i++) {
		const AtsReportOutcome *outcome = &g_array_index(outcomes, AtsReportOutcome, i);
		if (!g_str_equal(outcome->check, rule))
			continue;
		if (why != NULL)
			*why = outcome->why;
		return (AtscheckOutcome)outcome->outcome;
	}
	return ATSCHECK_OUTCOME_IGNORED;
}

guint
atscheck_report_count_findings(AtscheckReport *self, AtscheckSeverity severity)
{
	const GArray *findings;
	guint n = 0;

	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), 0);
	findings = self->report->findings;
	for (guint i = 0; i < findings->len; i++) {
		if ((int)g_array_index(findings, AtsFinding, i).severity >= (int)severity)
			n++;
	}
	return n;
}

char *
atscheck_report_dup_sandbox_level(AtscheckReport *self)
{
	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), NULL);
	return ats_sandbox_level_to_text(self->report->sandbox);
}

char *
atscheck_report_dup_json(AtscheckReport *self)
{
	g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable();
	g_autoptr(AtscheckWriter) writer = NULL;

	g_return_val_if_fail(ATSCHECK_IS_REPORT(self), NULL);
	/* one object and a newline: a line of JSON Lines is the plain JSON of a document */
	writer = atscheck_writer_new(ATSCHECK_WRITER_JSONL, ATSCHECK_WRITER_PLAIN, stream);
	if (!atscheck_writer_add_report(writer, self, NULL) ||
	    !atscheck_writer_finish(writer, NULL) ||
	    !g_output_stream_write_all(stream, "", 1, NULL, NULL, NULL) ||
	    !g_output_stream_close(stream, NULL, NULL))
		g_assert_not_reached(); /* memory is the only thing that could fail, and that aborts
					 */
	return g_strchomp(g_memory_output_stream_steal_data(G_MEMORY_OUTPUT_STREAM(stream)));
}

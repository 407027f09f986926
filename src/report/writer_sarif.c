/*
 * SARIF 2.1.0, as code scanning on GitHub and other services take it: one run, its rules from the
 * catalogue, a result a finding, written as they come; what could not be checked follows at the
 * end.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "report/catalogue.h"
#include "report/json_out.h"
#include "report/sarif_rules.h"
#include "report/text_out.h"
#include "report/writer_private.h"

#define SCHEMA	"https://json.schemastore.org/sarif-2.1.0.json"
#define VERSION "2.1.0"

/* results that GitHub takes from a run; it refuses the file for one more. Notes, then warnings,
 * leave off earlier, so that there is room for what is worse */
#define MOST_RESULTS  25000
#define MOST_WARNINGS 20000
#define MOST_NOTES    10000

/* columns of a message: GitHub shows the first thousand characters or so */
#define MESSAGE_COLUMNS	 400
#define EVIDENCE_COLUMNS 200
/* files that are told one by one as not checked; a batch of which more fail has one cause */
#define MOST_FAILURES 1000

/* a location must have a name */
#define NAMELESS "document"

/* as in JSON reports */
#define POINT_DECIMALS 1

/* where a run's parts stand in the nesting: { "runs": [ { "results": [ */
#define DEPTH_RUN     3
#define DEPTH_RESULTS 4

typedef struct {
	guint n_results;
	guint n_left_out;
	guint n_failures;
	GString *failures; /* notifications, ready to be written */
} State;

/* a document has many pieces, each of which is written on its own */
static void
resume(AtsJson *json, GString *out, guint depth)
{
	ats_json_init(json, out, ATS_JSON_COMPACT);
	json->depth = depth;
	for (guint i = 0; i <= depth; i++)
		json->filled[i] = TRUE;
}

/* up to where the results begin */
static void
put_head(GString *out)
{
	AtsJson json;

	ats_json_init(&json, out, ATS_JSON_COMPACT);
	ats_json_open(&json, '{');
	ats_json_put_string(&json, "$schema", SCHEMA);
	ats_json_put_string(&json, "version", VERSION);
	ats_json_key(&json, "runs");
	ats_json_open(&json, '[');
	ats_json_open(&json, '{');
	ats_json_key(&json, "tool");
	ats_sarif_put_tool(&json);
	ats_json_key(&json, "results");
	ats_json_open(&json, '[');
}

/* a path relative to where the program ran is one relative to the repository */
static char *
uri_of(const char *name)
{
	if (name == NULL || *name == '\0')
		return g_strdup(NAMELESS);
	while (g_str_has_prefix(name, "./"))
		name += strspn(name + 2, "/") + 2;
	if (g_path_is_absolute(name)) {
		g_autofree char *path = g_uri_escape_string(name, "/", FALSE);
		return g_strconcat("file://", path, NULL);
	}
	return g_uri_escape_string(name, "/", FALSE);
}

/* @region: line 1, without which GitHub shows no result */
static void
put_locations(AtsJson *json, const char *name, gboolean region, const char *place)
{
	g_autofree char *uri = uri_of(name);

	ats_json_key(json, "locations");
	ats_json_open(json, '[');
	ats_json_open(json, '{');
	ats_json_key(json, "physicalLocation");
	ats_json_open(json, '{');
	ats_json_key(json, "artifactLocation");
	ats_json_open(json, '{');
	ats_json_put_string(json, "uri", uri);
	ats_json_close(json, '}');
	if (region) {
		ats_json_key(json, "region");
		ats_json_open(json, '{');
		ats_json_key(json, "startLine");
		ats_json_int(json, 1);
		ats_json_close(json, '}');
	}
	ats_json_close(json, '}');
	if (place != NULL) {
		ats_json_key(json, "logicalLocations");
		ats_json_open(json, '[');
		ats_json_open(json, '{');
		ats_json_put_string(json, "fullyQualifiedName", place);
		ats_json_close(json, '}');
		ats_json_close(json, ']');
	}
	ats_json_close(json, '}');
	ats_json_close(json, ']');
}

static void
append_sentence(GString *text, const char *label, const char *sentence, guint columns)
{
	g_autofree char *visible = ats_text_visible(sentence);
	g_autofree char *cut = ats_text_cut(visible, columns);

	if (*cut != '\0')
		g_string_append_printf(text, "%s%s%s", text->len > 0 ? " " : "", label, cut);
}

static void
put_message(AtsJson *json, const char *text)
{
	g_autofree char *escaped = ats_sarif_escape(text);

	ats_json_key(json, "message");
	ats_json_open(json, '{');
	ats_json_put_string(json, "text", escaped);
	ats_json_close(json, '}');
}

static void
put_finding_message(AtsJson *json, const AtsFinding *finding, const char *place)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *where = place != NULL ? g_strdup_printf("Where: %s.", place) : NULL;

	/* GitHub takes no empty message */
	append_sentence(text,
			"",
			*finding->message != '\0' ? finding->message : finding->id,
			MESSAGE_COLUMNS);
	append_sentence(text, "", where, MESSAGE_COLUMNS);
	append_sentence(text, "Fix: ", finding->fix, MESSAGE_COLUMNS);
	put_message(json, text->str);
}

static void
put_fingerprints(AtsJson *json, const char *fingerprint)
{
	ats_json_key(json, "partialFingerprints");
	ats_json_open(json, '{');
	/* the one that GitHub looks at, then the same under a name of our own */
	ats_json_put_string(json, "primaryLocationLineHash", fingerprint);
	ats_json_put_string(json, "atscheckFinding/v1", fingerprint);
	ats_json_close(json, '}');
}

static void
put_properties(AtsJson *json, const AtsFinding *finding)
{
	const double box[] = {finding->box.x0, finding->box.y0, finding->box.x1, finding->box.y1};
	g_autofree char *evidence = ats_text_visible(finding->evidence);
	g_autofree char *cut = ats_text_cut(evidence, EVIDENCE_COLUMNS);

	ats_json_key(json, "properties");
	ats_json_open(json, '{');
	if (finding->page > 0) {
		ats_json_key(json, "page");
		ats_json_int(json, finding->page);
	}
	if (!ats_box_is_empty(finding->box)) {
		ats_json_key(json, "box");
		ats_json_numbers(json, box, G_N_ELEMENTS(box), POINT_DECIMALS);
	}
	if (*cut != '\0')
		ats_json_put_string(json, "evidence", cut);
	ats_json_key(json, "lostIn");
	ats_json_open(json, '[');
	for (guint i = 0; finding->lost_in != NULL && i < finding->lost_in->len; i++)
		ats_json_string(json, g_ptr_array_index(finding->lost_in, i));
	ats_json_close(json, ']');
	if (finding->pointer != NULL)
		ats_json_put_string(json, "pointer", finding->pointer);
	ats_json_close(json, '}');
}

static void
put_result(GString *out,
	   gboolean first,
	   const AtsWriterDocument *about,
	   const AtsReport *report,
	   const AtsFinding *finding)
{
	g_autofree char *place = ats_writer_place(report, finding);
	const AtsRule *rule = ats_catalogue_lookup(finding->id);
	AtsJson json;

	resume(&json, out, DEPTH_RESULTS);
	json.filled[DEPTH_RESULTS] = !first;
	/* a line a result: what differs between two files is told by result */
	g_string_append_c(out, '\n');
	ats_json_open(&json, '{');
	ats_json_put_string(&json, "ruleId", finding->id);
	if (rule != NULL) {
		ats_json_key(&json, "ruleIndex");
		ats_json_int(&json, (guint64)(rule - ats_catalogue));
	}
	ats_json_put_string(&json, "level", ats_severity_name(finding->severity));
	put_finding_message(&json, finding, place);
	put_locations(&json, about->name, TRUE, place);
	put_fingerprints(&json, finding->fingerprint);
	put_properties(&json, finding);
	ats_json_close(&json, '}');
}

static gboolean
has_room(const State *state, AtsSeverity severity)
{
	static const guint most[] = {MOST_NOTES, MOST_WARNINGS, MOST_RESULTS};

	return state->n_results < most[severity];
}

static void
put_results(GString *out, State *state, const AtsWriterDocument *about, const AtsReport *report)
{
	for (guint i = 0; i < report->findings->len; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		if (!has_room(state, finding->severity)) {
			state->n_left_out++;
			continue;
		}
		put_result(out, state->n_results == 0, about, report, finding);
		state->n_results++;
	}
}

static void
put_notification(AtsJson *json, const char *level, const char *id, const char *text)
{
	ats_json_put_string(json, "level", level);
	ats_json_key(json, "descriptor");
	ats_json_open(json, '{');
	ats_json_put_string(json, "id", id);
	ats_json_close(json, '}');
	put_message(json, text);
}

static void
keep_failure(State *state, const AtsWriterDocument *about, const GError *failure)
{
	g_autofree char *visible = ats_text_visible(failure->message);
	g_autofree char *cut = ats_text_cut(visible, MESSAGE_COLUMNS);
	AtsJson json;

	if (state->n_failures++ >= MOST_FAILURES)
		return;
	if (state->failures == NULL)
		state->failures = g_string_new(NULL);
	ats_json_init(&json, state->failures, ATS_JSON_COMPACT);
	if (state->failures->len > 0)
		g_string_append_c(state->failures, ',');
	ats_json_open(&json, '{');
	put_notification(&json, "error", ats_writer_error_name(failure), cut);
	put_locations(&json, about->name, FALSE, NULL);
	ats_json_close(&json, '}');
}

static void
sarif_add(GString *out,
	  const AtsWriterStyle *style,
	  const AtsWriterSummary *tally,
	  const AtsWriterDocument *about,
	  const AtsReport *report,
	  const GError *failure)
{
	State *state = style->state;

	if (tally->n_documents == 0)
		put_head(out);
	if (report != NULL)
		put_results(out, state, about, report);
	else
		keep_failure(state, about, failure);
}

static void
put_count(AtsJson *json, guint n, const char *id, const char *what)
{
	g_autofree char *text = g_strdup_printf("%u %s", n, what);

	if (n == 0)
		return;
	ats_json_open(json, '{');
	put_notification(json, "warning", id, text);
	ats_json_close(json, '}');
}

static void
put_invocation(AtsJson *json, const State *state)
{
	ats_json_open(json, '{');
	ats_json_key(json, "executionSuccessful");
	ats_json_bool(json, state->n_failures == 0);
	ats_json_key(json, "toolExecutionNotifications");
	ats_json_open(json, '[');
	if (state->failures != NULL) {
		g_string_append(json->out, state->failures->str);
		json->filled[json->depth] = TRUE;
	}
	put_count(json,
		  state->n_failures - MIN(state->n_failures, MOST_FAILURES),
		  "more-failures",
		  "more documents could not be checked.");
	put_count(json,
		  state->n_left_out,
		  "more-results",
		  "more findings are left out: a run holds 25,000 results at most.");
	ats_json_close(json, ']');
	ats_json_close(json, '}');
}

static void
sarif_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	const State *state = style->state;
	AtsJson json;

	if (tally->n_documents == 0)
		put_head(out);
	resume(&json, out, DEPTH_RESULTS);
	ats_json_close(&json, ']');
	ats_json_key(&json, "invocations");
	ats_json_open(&json, '[');
	put_invocation(&json, state);
	ats_json_close(&json, ']');
	ats_json_close(&json, '}');
	ats_json_close(&json, ']');
	ats_json_close(&json, '}');
	g_string_append_c(out, '\n');
}

static void
sarif_clear(gpointer data)
{
	State *state = data;

	if (state->failures != NULL)
		g_string_free(state->failures, TRUE);
}

const AtsWriterClass ats_writer_sarif = {
    .add = sarif_add,
    .finish = sarif_finish,
    .state_size = sizeof(State),
    .clear = sarif_clear,
};

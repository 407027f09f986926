/*
 * Commands that annotate a run of a workflow on GitHub. A step shows ten of each level and drops
 * the rest, so the worst come first: of each document its worst finding, then the second of each,
 * and so on. The log gets a line a document as it is done.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "report/text_out.h"
#include "report/worst.h"
#include "report/writer_private.h"

/* annotations of a level that GitHub shows for a step */
#define MOST_SHOWN 10
/* columns of a message; a page shows some four lines of it */
#define MOST_COLUMNS 600

typedef struct {
	AtsWorst errors;
	AtsWorst warnings;
} State;

static State *
state_of(const AtsWriterStyle *style)
{
	State *state = style->state;

	state->errors.most_items = state->warnings.most_items = MOST_SHOWN;
	state->errors.most_bytes = state->warnings.most_bytes = G_MAXSIZE;
	return state;
}

/* what a command takes for its own: a message knows three such characters, a property five */
static gboolean
is_special(char c, gboolean property)
{
	return c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
}

/* @visible: of one line. The runner looks for "##[" anywhere in a line, escaped or not */
static void
put_escaped(GString *out, const char *visible, gboolean property)
{
	for (const char *p = visible; *p != '\0'; p++) {
		if (is_special(*p, property))
			g_string_append_printf(out, "%%%02X", (guint)(guchar)*p);
		else if (g_str_has_prefix(p, "##["))
			g_string_append(out, "# ");
		else
			g_string_append_c(out, *p);
	}
}

static void
put_text(GString *out, const char *text, gboolean property)
{
	g_autofree char *visible = ats_text_visible(text);
	g_autofree char *cut = ats_text_cut(visible, MOST_COLUMNS);

	put_escaped(out, cut, property);
}

/* "::error file=a.pdf,title=Text in columns::" */
static void
open_command(GString *out, const char *level, const char *file, const char *title)
{
	g_string_append_printf(out, "::%s file=", level);
	put_text(out, file, TRUE);
	g_string_append(out, ",title=");
	put_text(out, title, TRUE);
	g_string_append(out, "::");
}

static char *
annotate_failure(const AtsWriterDocument *about, const GError *failure)
{
	GString *out = g_string_new(NULL);

	open_command(out, "error", about->name, "not checked");
	put_text(out, failure->message, FALSE);
	return g_string_free(out, FALSE);
}

static char *
annotate(const AtsWriterDocument *about, const AtsReport *report, const AtsFinding *finding)
{
	GString *out = g_string_new(NULL);
	g_autofree char *place = ats_writer_place(report, finding);

	open_command(out, ats_severity_name(finding->severity), about->name, finding->id);
	if (place != NULL) {
		put_text(out, place, FALSE);
		g_string_append(out, ": ");
	}
	put_text(out, finding->message, FALSE);
	if (finding->fix != NULL) {
		g_string_append(out, "%0AFix: ");
		put_text(out, finding->fix, FALSE);
	}
	return g_string_free(out, FALSE);
}

/* no more than are shown can be among the worst */
static void
offer_findings(AtsWorst *worst,
	       const AtsWriterDocument *about,
	       const AtsReport *report,
	       AtsSeverity severity)
{
	guint n = 0;

	for (guint i = 0; i < report->findings->len && n < MOST_SHOWN; i++) {
		const AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		if (finding->severity == severity)
			ats_worst_offer(worst,
					++n,
					report->score,
					annotate(about, report, finding));
	}
}

/* for the log: no command, since it begins with a word of ours */
static void
put_log_line(GString *out, const AtsWriterDocument *about, const AtsReport *report)
{
	g_autofree char *counts = report != NULL ? ats_writer_counts(report) : NULL;

	if (report == NULL)
		g_string_append(out, "not checked: ");
	else
		g_string_append_printf(out,
				       "%s %u: ",
				       ats_verdict_name(report->verdict),
				       ats_writer_whole_points(report->score));
	put_text(out, about->name, FALSE);
	if (report != NULL)
		g_string_append_printf(out, ": %s", counts);
	g_string_append_c(out, '\n');
}

static void
github_add(GString *out,
	   const AtsWriterStyle *style,
	   const AtsWriterSummary *tally,
	   const AtsWriterDocument *about,
	   const AtsReport *report,
	   const GError *failure)
{
	State *state = state_of(style);

	put_log_line(out, about, report);
	if (report == NULL) {
		ats_worst_offer(&state->errors, 0, 0, annotate_failure(about, failure));
		return;
	}
	offer_findings(&state->errors, about, report, ATS_SEVERITY_ERROR);
	offer_findings(&state->warnings, about, report, ATS_SEVERITY_WARNING);
}

static guint
put_worst(GString *out, const AtsWorst *worst)
{
	for (guint i = 0; i < ats_worst_count(worst); i++)
		g_string_append_printf(out, "%s\n", ats_worst_get(worst, i));
	return ats_worst_count(worst);
}

static void
github_finish(GString *out, const AtsWriterStyle *style, const AtsWriterSummary *tally)
{
	const State *state = state_of(style);
	g_autofree char *line = ats_writer_closing_line(tally);
	guint said = put_worst(out, &state->errors) + put_worst(out, &state->warnings);
	guint all = tally->n_failures + tally->n_findings[ATS_SEVERITY_ERROR] +
		    tally->n_findings[ATS_SEVERITY_WARNING];

	g_string_append_printf(out, "::notice title=atscheck::%s", line);
	if (all > said)
		g_string_append_printf(out, " (%u of them are not annotated)", all - said);
	g_string_append_c(out, '\n');
}

static void
github_clear(gpointer data)
{
	State *state = data;

	ats_worst_clear(&state->errors);
	ats_worst_clear(&state->warnings);
}

const AtsWriterClass ats_writer_github = {
    .add = github_add,
    .finish = github_finish,
    .state_size = sizeof(State),
    .clear = github_clear,
};

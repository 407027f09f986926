/*
 * What got better and what got worse from one report on a document to another.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/changes.h"

#include <math.h>

#include "cli/rows.h"

/* points of a score that count: less is what moving a line does */
#define SCORE_STEP 0.5

typedef struct {
	GString *out;
	gboolean better;
	gboolean worse;
	gboolean other;
} Changes;

static const char *const severities[] = {"note", "warning", "error"};
static const char *const verdicts[] = {"pass", "risk", "fail"};

static void
mark(Changes *changes, AtsCliChangeKind kind)
{
	changes->better = changes->better || kind == ATS_CLI_CHANGE_BETTER;
	changes->worse = changes->worse || kind == ATS_CLI_CHANGE_WORSE;
	changes->other = changes->other || kind == ATS_CLI_CHANGE_OTHER;
}

/* a line of its own, with the sign of what it is */
static void G_GNUC_PRINTF(3, 4)
    say(Changes *changes, AtsCliChangeKind kind, const char *format, ...)
{
	static const char *const words[] = {"", "       ", "better ", "worse  "};
	g_autofree char *line = NULL;
	va_list args;

	va_start(args, format);
	line = g_strdup_vprintf(format, args);
	va_end(args);
	mark(changes, kind);
	g_string_append_printf(changes->out, "  %s %s\n", words[kind], line);
}

static AtsCliChangeKind
kind_of(double before, double after)
{
	if (fabs(after - before) < SCORE_STEP)
		return ATS_CLI_CHANGE_OTHER;
	return after > before ? ATS_CLI_CHANGE_BETTER : ATS_CLI_CHANGE_WORSE;
}

static void
compare_scores(Changes *changes, const AtsCliSnapshot *before, const AtsCliSnapshot *after)
{
	AtsCliChangeKind kind = kind_of(before->score, after->score);

	if (before->verdict != after->verdict)
		say(changes,
		    after->verdict < before->verdict ? ATS_CLI_CHANGE_BETTER : ATS_CLI_CHANGE_WORSE,
		    "verdict: %s → %s",
		    verdicts[before->verdict],
		    verdicts[after->verdict]);
	if (kind != ATS_CLI_CHANGE_OTHER)
		say(changes, kind, "score: %.1f → %.1f", before->score, after->score);
}

static const AtsCliSnapshotReading *
find_reading(const AtsCliSnapshot *snapshot, const char *parser)
{
	for (guint i = 0; i < snapshot->readings->len; i++) {
		const AtsCliSnapshotReading *reading = snapshot->readings->pdata[i];
		if (g_str_equal(reading->parser, parser))
			return reading;
	}
	return NULL;
}

/* families that read both: a PDF and a DOCX have few in common */
static void
compare_readings(Changes *changes, const AtsCliSnapshot *before, const AtsCliSnapshot *after)
{
	for (guint i = 0; i < before->readings->len; i++) {
		const AtsCliSnapshotReading *was = before->readings->pdata[i];
		const AtsCliSnapshotReading *is = find_reading(after, was->parser);
		AtsCliChangeKind kind = is != NULL ? kind_of(was->score, is->score)
						   : ATS_CLI_CHANGE_OTHER;
		g_autofree char *parser = ats_cli_visible(was->parser);
		if (kind != ATS_CLI_CHANGE_OTHER)
			say(changes,
			    kind,
			    "what reaches %s: %.1f %% → %.1f %%",
			    parser,
			    was->score,
			    is->score);
	}
}

static void
say_finding(Changes *changes,
	    AtsCliChangeKind kind,
	    const char *what,
	    const AtsCliSnapshotFinding *finding)
{
	g_autofree char *check = ats_cli_visible(finding->check);
	g_autofree char *message = ats_cli_visible(finding->message);

	say(changes, kind, "%s %s %s: %s", what, severities[finding->severity], check, message);
}

static void
compare_severity(Changes *changes,
		 const AtsCliSnapshotFinding *was,
		 const AtsCliSnapshotFinding *is)
{
	if (was->severity < is->severity)
		say_finding(changes, ATS_CLI_CHANGE_WORSE, "now", is);
	else if (was->severity > is->severity)
		say_finding(changes, ATS_CLI_CHANGE_BETTER, "now", is);
}

static void
compare_findings(Changes *changes,
		 const AtsCliSnapshot *before,
		 const AtsCliSnapshot *after,
		 guint least)
{
	for (guint i = 0; i < after->order->len; i++) {
		const AtsCliSnapshotFinding *is = after->order->pdata[i];
		const AtsCliSnapshotFinding *was =
		    g_hash_table_lookup(before->findings, is->fingerprint);
		if (was != NULL)
			compare_severity(changes, was, is);
		else
			say_finding(changes,
				    is->severity >= least ? ATS_CLI_CHANGE_WORSE
							  : ATS_CLI_CHANGE_OTHER,
				    "new",
				    is);
	}
	for (guint i = 0; i < before->order->len; i++) {
		const AtsCliSnapshotFinding *was = before->order->pdata[i];
		if (!g_hash_table_contains(after->findings, was->fingerprint))
			say_finding(changes,
				    was->severity >= least ? ATS_CLI_CHANGE_BETTER
							   : ATS_CLI_CHANGE_OTHER,
				    "gone",
				    was);
	}
}

static void
compare_contact(Changes *changes, const AtsCliSnapshot *before, const AtsCliSnapshot *after)
{
	for (guint i = 0; i < ATS_CLI_CONTACT_LAST; i++) {
		g_autofree char *was =
		    before->contact[i] != NULL ? ats_cli_visible(before->contact[i]) : NULL;
		g_autofree char *is = after->contact[i] != NULL ? ats_cli_visible(after->contact[i])
								: NULL;
		const char *label = ats_cli_contact_label((AtsCliContact)i);
		if (g_strcmp0(was, is) == 0)
			continue;
		if (is == NULL)
			say(changes, ATS_CLI_CHANGE_WORSE, "%s not found: was “%s”", label, was);
		else if (was == NULL)
			say(changes, ATS_CLI_CHANGE_BETTER, "%s found: “%s”", label, is);
		else
			say(changes, ATS_CLI_CHANGE_OTHER, "%s: “%s” → “%s”", label, was, is);
	}
}

/* those of @from that @in has not, each as often as it has more of it */
static void
say_missing(Changes *changes,
	    const GPtrArray *from,
	    const GPtrArray *in,
	    AtsCliChangeKind kind,
	    const char *what)
{
	g_autoptr(GHashTable) left = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < in->len; i++) {
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(left, in->pdata[i]));
		g_hash_table_replace(left, in->pdata[i], GUINT_TO_POINTER(n + 1));
	}
	for (guint i = 0; i < from->len; i++) {
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(left, from->pdata[i]));
		g_autofree char *visible = ats_cli_visible(from->pdata[i]);
		if (n == 0)
			say(changes, kind, "%s: “%s”", what, visible);
		else
			g_hash_table_replace(left, from->pdata[i], GUINT_TO_POINTER(n - 1));
	}
}

static void
compare_checked(Changes *changes,
		const AtsCliSnapshot *before,
		const AtsCliSnapshot *after,
		guint least)
{
	compare_scores(changes, before, after);
	compare_readings(changes, before, after);
	compare_findings(changes, before, after, least);
	compare_contact(changes, before, after);
	say_missing(changes, before->links, after->links, ATS_CLI_CHANGE_WORSE, "link not found");
	say_missing(changes, after->links, before->links, ATS_CLI_CHANGE_BETTER, "link found");
	say_missing(changes,
		    before->headings,
		    after->headings,
		    ATS_CLI_CHANGE_WORSE,
		    "section not found");
	say_missing(changes,
		    after->headings,
		    before->headings,
		    ATS_CLI_CHANGE_OTHER,
		    "section found");
}

AtsCliChangeKind
ats_cli_changes_append(GString *out,
		       const char *title,
		       const AtsCliSnapshot *before,
		       const AtsCliSnapshot *after,
		       guint least)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	g_autofree char *shown = NULL;
	Changes changes = {.out = lines};

	if (before->error != NULL && after->error == NULL) {
		say(&changes, ATS_CLI_CHANGE_BETTER, "can be checked now");
	} else if (after->error != NULL && before->error == NULL) {
		g_autofree char *why = ats_cli_visible(after->error);
		say(&changes, ATS_CLI_CHANGE_WORSE, "cannot be checked: %s", why);
	} else if (after->error == NULL) {
		compare_checked(&changes, before, after, least);
	}
	if (lines->len == 0)
		return ATS_CLI_CHANGE_SAME;
	shown = ats_cli_visible(title);
	g_string_append_printf(out, "%s\n%s", shown, lines->str);
	if (changes.worse)
		return ATS_CLI_CHANGE_WORSE;
	return changes.better ? ATS_CLI_CHANGE_BETTER : ATS_CLI_CHANGE_OTHER;
}

/*
 * What got better and what got worse from one report on a document to another.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/changes.h"

#include <math.h>

/* points of a score that count: less is what moving a line does */
#define SCORE_STEP 0.5

/* two snapshots under comparison */
typedef struct {
	GArray *found; /* of AtsCliDifference */
	const AtsCliSnapshot *before;
	const AtsCliSnapshot *after;
	guint least; /* severity */
} Search;

/* --- scores --- */

static AtsCliChangeKind
kind_of_scores(double before, double after)
{
	if (fabs(after - before) < SCORE_STEP)
		return ATS_CLI_CHANGE_SAME;
	return after > before ? ATS_CLI_CHANGE_BETTER : ATS_CLI_CHANGE_WORSE;
}

static void
add_scores(Search *search, AtsCliAspect aspect, const char *subject, double before, double after)
{
	AtsCliDifference difference = {
	    .kind = kind_of_scores(before, after),
	    .aspect = aspect,
	    .subject = subject,
	    .score_before = before,
	    .score_after = after,
	};

	if (difference.kind != ATS_CLI_CHANGE_SAME)
		g_array_append_val(search->found, difference);
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
compare_readings(Search *search)
{
	for (guint i = 0; i < search->before->readings->len; i++) {
		const AtsCliSnapshotReading *was = search->before->readings->pdata[i];
		const AtsCliSnapshotReading *is = find_reading(search->after, was->parser);
		if (is != NULL)
			add_scores(search,
				   ATS_CLI_ASPECT_READING,
				   was->parser,
				   was->score,
				   is->score);
	}
}

/* --- texts --- */

static void
add_texts(Search *search,
	  AtsCliChangeKind kind,
	  AtsCliAspect aspect,
	  const char *subject,
	  const char *before,
	  const char *after)
{
	AtsCliDifference difference = {
	    .kind = kind,
	    .aspect = aspect,
	    .subject = subject,
	    .before = before,
	    .after = after,
	};

	g_array_append_val(search->found, difference);
}

static void
compare_verdicts(Search *search)
{
	guint was = search->before->verdict;
	guint is = search->after->verdict;

	if (was != is)
		add_texts(search,
			  is < was ? ATS_CLI_CHANGE_BETTER : ATS_CLI_CHANGE_WORSE,
			  ATS_CLI_ASPECT_VERDICT,
			  NULL,
			  ats_cli_snapshot_verdict_name(was),
			  ats_cli_snapshot_verdict_name(is));
}

static void
compare_contact(Search *search)
{
	for (guint i = 0; i < ATS_CLI_CONTACT_LAST; i++) {
		const char *was = search->before->contact[i];
		const char *is = search->after->contact[i];
		AtsCliChangeKind kind = ATS_CLI_CHANGE_OTHER;
		if (is == NULL)
			kind = ATS_CLI_CHANGE_WORSE;
		else if (was == NULL)
			kind = ATS_CLI_CHANGE_BETTER;
		if (g_strcmp0(was, is) != 0)
			add_texts(search,
				  kind,
				  ATS_CLI_ASPECT_CONTACT,
				  ats_cli_contact_key((AtsCliContact)i),
				  was,
				  is);
	}
}

/* those of @from that @in has not, each as often as it has more of it; in the order of @from;
 * (transfer container) */
static GPtrArray *
list_missing(const GPtrArray *from, const GPtrArray *in)
{
	g_autoptr(GHashTable) left = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *missing = g_ptr_array_new();

	for (guint i = 0; i < in->len; i++) {
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(left, in->pdata[i]));
		g_hash_table_replace(left, in->pdata[i], GUINT_TO_POINTER(n + 1));
	}
	for (guint i = 0; i < from->len; i++) {
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(left, from->pdata[i]));
		if (n == 0)
			g_ptr_array_add(missing, from->pdata[i]);
		else
			g_hash_table_replace(left, from->pdata[i], GUINT_TO_POINTER(n - 1));
	}
	return missing;
}

/* what is lost is worse; @found: what it is that there is one more */
static void
compare_lists(Search *search,
	      AtsCliAspect aspect,
	      const GPtrArray *before,
	      const GPtrArray *after,
	      AtsCliChangeKind found)
{
	g_autoptr(GPtrArray) gone = list_missing(before, after);
	g_autoptr(GPtrArray) come = list_missing(after, before);

	for (guint i = 0; i < gone->len; i++)
		add_texts(search, ATS_CLI_CHANGE_WORSE, aspect, NULL, gone->pdata[i], NULL);
	for (guint i = 0; i < come->len; i++)
		add_texts(search, found, aspect, NULL, NULL, come->pdata[i]);
}

/* --- findings --- */

/* @was, @is: NULL where there is none */
static void
add_finding(Search *search,
	    AtsCliChangeKind kind,
	    const AtsCliSnapshotFinding *was,
	    const AtsCliSnapshotFinding *is)
{
	const AtsCliSnapshotFinding *finding = is != NULL ? is : was;
	AtsCliDifference difference = {
	    .kind = kind,
	    .aspect = ATS_CLI_ASPECT_FINDING,
	    .subject = finding->check,
	    .before = was != NULL ? ats_cli_snapshot_severity_name(was->severity) : NULL,
	    .after = is != NULL ? ats_cli_snapshot_severity_name(is->severity) : NULL,
	    .finding = finding,
	};

	g_array_append_val(search->found, difference);
}

static void
compare_finding(Search *search, const AtsCliSnapshotFinding *is)
{
	const AtsCliSnapshotFinding *was =
	    g_hash_table_lookup(search->before->findings, is->fingerprint);
	gboolean counts = is->severity >= search->least;

	if (was == NULL)
		add_finding(search, counts ? ATS_CLI_CHANGE_WORSE : ATS_CLI_CHANGE_OTHER, NULL, is);
	else if (was->severity < is->severity)
		add_finding(search, ATS_CLI_CHANGE_WORSE, was, is);
	else if (was->severity > is->severity)
		add_finding(search, ATS_CLI_CHANGE_BETTER, was, is);
}

static void
compare_findings(Search *search)
{
	const GPtrArray *before = search->before->order;
	const GPtrArray *after = search->after->order;

	for (guint i = 0; i < after->len; i++)
		compare_finding(search, after->pdata[i]);
	for (guint i = 0; i < before->len; i++) {
		const AtsCliSnapshotFinding *was = before->pdata[i];
		gboolean counts = was->severity >= search->least;
		if (!g_hash_table_contains(search->after->findings, was->fingerprint))
			add_finding(search,
				    counts ? ATS_CLI_CHANGE_BETTER : ATS_CLI_CHANGE_OTHER,
				    was,
				    NULL);
	}
}

/* --- all --- */

/* FALSE: at least one of them was not, so that there is no more to compare */
static gboolean
compare_checked(Search *search)
{
	const char *was = search->before->error;
	const char *is = search->after->error;

	if ((was != NULL) != (is != NULL))
		add_texts(search,
			  is == NULL ? ATS_CLI_CHANGE_BETTER : ATS_CLI_CHANGE_WORSE,
			  ATS_CLI_ASPECT_CHECKED,
			  NULL,
			  was,
			  is);
	return was == NULL && is == NULL;
}

GArray *
ats_cli_changes_find(const AtsCliSnapshot *before, const AtsCliSnapshot *after, guint least)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(AtsCliDifference));
	Search search = {found, before, after, least};

	if (!compare_checked(&search))
		return found;
	compare_verdicts(&search);
	add_scores(&search, ATS_CLI_ASPECT_SCORE, NULL, before->score, after->score);
	compare_readings(&search);
	compare_findings(&search);
	compare_contact(&search);
	compare_lists(&search,
		      ATS_CLI_ASPECT_LINK,
		      before->links,
		      after->links,
		      ATS_CLI_CHANGE_BETTER);
	compare_lists(&search,
		      ATS_CLI_ASPECT_SECTION,
		      before->headings,
		      after->headings,
		      ATS_CLI_CHANGE_OTHER);
	return found;
}

AtsCliChangeKind
ats_cli_changes_sum(const GArray *differences)
{
	AtsCliChangeKind sum = ATS_CLI_CHANGE_SAME;

	for (guint i = 0; i < differences->len; i++)
		sum = MAX(sum, g_array_index(differences, AtsCliDifference, i).kind);
	return sum;
}

/* --- in words --- */

static char *
say_finding(const AtsCliDifference *difference)
{
	const char *what = "now";

	if (difference->before == NULL)
		what = "new";
	else if (difference->after == NULL)
		what = "gone";
	return g_strdup_printf("%s %s %s: %s",
			       what,
			       difference->after != NULL ? difference->after : difference->before,
			       difference->subject,
			       difference->finding->message);
}

/* of contact data, a link, a section: each is found, not found or another */
static char *
say_texts(const AtsCliDifference *difference, const char *what)
{
	if (difference->before == NULL)
		return g_strdup_printf("%s found: “%s”", what, difference->after);
	if (difference->after != NULL)
		return g_strdup_printf("%s: “%s” → “%s”",
				       what,
				       difference->before,
				       difference->after);
	if (difference->aspect == ATS_CLI_ASPECT_CONTACT)
		return g_strdup_printf("%s not found: was “%s”", what, difference->before);
	return g_strdup_printf("%s not found: “%s”", what, difference->before);
}

char *
ats_cli_changes_say(const AtsCliDifference *difference)
{
	switch (difference->aspect) {
	case ATS_CLI_ASPECT_VERDICT:
		return g_strdup_printf("verdict: %s → %s", difference->before, difference->after);
	case ATS_CLI_ASPECT_SCORE:
		return g_strdup_printf("score: %.1f → %.1f",
				       difference->score_before,
				       difference->score_after);
	case ATS_CLI_ASPECT_READING:
		return g_strdup_printf("what reaches %s: %.1f %% → %.1f %%",
				       difference->subject,
				       difference->score_before,
				       difference->score_after);
	case ATS_CLI_ASPECT_FINDING:
		return say_finding(difference);
	case ATS_CLI_ASPECT_CONTACT:
		return say_texts(difference, ats_cli_contact_label(difference->subject));
	case ATS_CLI_ASPECT_LINK:
		return say_texts(difference, "link");
	case ATS_CLI_ASPECT_SECTION:
		return say_texts(difference, "section");
	case ATS_CLI_ASPECT_CHECKED:
	case ATS_CLI_ASPECT_LAST:
	default:
		return difference->after == NULL
			   ? g_strdup("can be checked now")
			   : g_strdup_printf("cannot be checked: %s", difference->after);
	}
}

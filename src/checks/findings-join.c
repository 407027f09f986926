/*
 * Orders what the checks found: worst first, and what comes of something right behind it, so that
 * one cause reads as one. For run.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/findings.h"

#define NOWHERE G_MAXUINT

static gint
compare_places(AtsBox a, AtsBox b)
{
	if (a.y0 != b.y0)
		return a.y0 < b.y0 ? -1 : 1;
	if (a.x0 != b.x0)
		return a.x0 < b.x0 ? -1 : 1;
	return 0;
}

/* worst first, then by page and place; what is equal stays in the catalogue's order, since the sort
 * is stable */
static gint
compare_findings(gconstpointer a, gconstpointer b)
{
	const AtsFinding *x = a;
	const AtsFinding *y = b;

	if (x->severity != y->severity)
		return (gint)y->severity - (gint)x->severity;
	if (x->page != y->page)
		return x->page < y->page ? -1 : 1;
	return compare_places(x->box, y->box);
}

/* the finding of that check on the page; else its first that is of no page or of another */
static guint
find_cause(const GArray *findings, const char *id, guint page)
{
	guint first = NOWHERE;

	for (guint i = 0; i < findings->len; i++) {
		const AtsFinding *finding = ats_at(findings, AtsFinding, i);

		if (!g_str_equal(finding->id, id) || finding->severity == ATS_SEVERITY_NOTE)
			continue;
		if (finding->page == page)
			return i;
		if (first == NOWHERE)
			first = i;
	}
	return first;
}

static guint
first_cause(const GArray *findings, const AtsTie *tie)
{
	guint page = ats_at(findings, AtsFinding, tie->at)->page;
	guint cause = NOWHERE;

	for (guint i = 0; tie->causes[i] != NULL && cause == NOWHERE; i++)
		cause = find_cause(findings, tie->causes[i], page);
	return cause;
}

/* what mends the one mends the other */
static void
tie_up(AtsReport *report, AtsFinding *cause, AtsFinding *finding)
{
	g_autofree char *message = g_strdup_printf("So %s", finding->message);

	finding->message = ats_report_intern(report, message);
	finding->fix = cause->fix;
	cause->severity = MAX(cause->severity, finding->severity);
}

/* of each finding: the one that it follows from, or NOWHERE; (transfer full) */
static guint *
tie_all(AtsReport *report, const GArray *ties)
{
	GArray *findings = report->findings;
	guint *causes = g_new(guint, findings->len + 1);

	for (guint i = 0; i < findings->len; i++)
		causes[i] = NOWHERE;
	for (guint i = 0; ties != NULL && i < ties->len; i++) {
		const AtsTie *tie = ats_at(ties, AtsTie, i);
		guint cause = first_cause(findings, tie);

		/* what follows from a consequence follows from its cause */
		if (cause != NOWHERE && causes[cause] != NOWHERE)
			cause = causes[cause];
		if (cause == NOWHERE || cause == tie->at)
			continue;
		causes[tie->at] = cause;
		tie_up(report,
		       &g_array_index(findings, AtsFinding, cause),
		       &g_array_index(findings, AtsFinding, tie->at));
	}
	for (guint i = 0; i < findings->len; i++) {
		if (causes[i] != NOWHERE)
			g_array_index(findings, AtsFinding, i).severity =
			    ats_at(findings, AtsFinding, causes[i])->severity;
	}
	return causes;
}

typedef struct {
	const AtsFinding *findings;
	const guint *causes;
} Order;

/* what follows from something is compared as that is */
static gint
compare(gconstpointer a, gconstpointer b, gpointer data)
{
	const Order *order = data;
	guint x = *(const guint *)a;
	guint y = *(const guint *)b;
	guint head_x = order->causes[x] == NOWHERE ? x : order->causes[x];
	guint head_y = order->causes[y] == NOWHERE ? y : order->causes[y];
	gint by_head = compare_findings(&order->findings[head_x], &order->findings[head_y]);

	if (by_head != 0)
		return by_head;
	if (head_x != head_y)
		return head_x < head_y ? -1 : 1;
	if ((x == head_x) != (y == head_y))
		return x == head_x ? -1 : 1;
	return x < y ? -1 : x > y;
}

void
ats_findings_join(AtsReport *report, const GArray *ties)
{
	guint n = report->findings->len;
	g_autofree guint *causes = tie_all(report, ties);
	g_autofree AtsFinding *findings = g_memdup2(report->findings->data, n * sizeof(AtsFinding));
	g_autoptr(GArray) order = g_array_sized_new(FALSE, FALSE, sizeof(guint), n);
	Order by = {findings, causes};

	for (guint i = 0; i < n; i++)
		g_array_append_val(order, i);
	g_array_sort_with_data(order, compare, &by);
	for (guint i = 0; i < n; i++)
		g_array_index(report->findings, AtsFinding, i) =
		    findings[g_array_index(order, guint, i)];
}

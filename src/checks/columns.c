/*
 * Whether parsers keep flows that stand side by side apart: follows each reading from word to word
 * and counts how often it goes from one flow to another, against how often a person does. For the
 * checks multi-column and sidebar.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/columns.h"

#include "checks/regions.h"

#define NOWHERE G_MAXUINT32
/* needless changes of flow that are no mixing: a heading or a block drawn out of turn moves whole
 */
#define FEW_CHANGES 2
/* ... and as a share of the lines of the smaller flow */
#define CHANGES_PER_LINE 0.15
/* words shown on either side of the place where flows are mixed */
#define QUOTE_BEFORE 5
#define QUOTE_AFTER  6

static gboolean
is_flow(const AtsRegion *region)
{
	return region->kind == ATS_REGION_COLUMN || region->kind == ATS_REGION_SIDEBAR;
}

/* the lines of each region; (transfer full) (element-type guint) */
static GArray *
count_lines(const AtsLayout *layout)
{
	GArray *counts = g_array_new(FALSE, TRUE, sizeof(guint));

	g_array_set_size(counts, layout->regions->len);
	for (guint i = 0; i < layout->lines->len; i++) {
		guint32 region = ats_at(layout->lines, AtsLine, i)->region;

		if (region < counts->len)
			g_array_index(counts, guint, region)++;
	}
	return counts;
}

static gboolean
stand_beside(const AtsRegion *a, const AtsRegion *b, AtsRegionKind kind)
{
	if (!is_flow(a) || !is_flow(b) || a->page != b->page || a->flow == b->flow)
		return FALSE;
	if (kind == ATS_REGION_SIDEBAR && a->kind != kind && b->kind != kind)
		return FALSE;
	return ats_box_is_empty(a->box) || ats_box_is_empty(b->box) ||
	       ats_box_overlap_y(a->box, b->box) > 0;
}

/* a pair is worth more the more lines its smaller side has; a sidebar is always the side to name
 * first */
typedef struct {
	guint32 aside, beside;
	guint lines;
} Pair;

static void
weigh_pair(Pair *best, const AtsLayout *layout, const GArray *counts, guint32 i, guint32 k)
{
	const AtsRegion *a = ats_at(layout->regions, AtsRegion, i);
	const AtsRegion *b = ats_at(layout->regions, AtsRegion, k);
	guint na = g_array_index(counts, guint, i);
	guint nb = g_array_index(counts, guint, k);
	gboolean a_is_aside = a->kind == b->kind ? na <= nb : a->kind == ATS_REGION_SIDEBAR;

	if (MIN(na, nb) <= best->lines)
		return;
	*best = (Pair){a_is_aside ? i : k, a_is_aside ? k : i, MIN(na, nb)};
}

/* regions of flows follow the page, and a page has few: each is held against those near it in the
 * list */
#define NEAR_REGIONS 16

static Pair
best_pair(const AtsLayout *layout, AtsRegionKind kind)
{
	g_autoptr(GArray) counts = count_lines(layout);
	Pair best = {NOWHERE, NOWHERE, 0};

	for (guint32 i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);

		if (!is_flow(region))
			continue;
		for (guint32 k = i + 1; k < MIN(i + NEAR_REGIONS, layout->regions->len); k++) {
			const AtsRegion *other = ats_at(layout->regions, AtsRegion, k);

			if (stand_beside(region, other, kind))
				weigh_pair(&best, layout, counts, i, k);
		}
	}
	return best;
}

/* the flow that the word is of, or NOWHERE outside columns */
static guint32
flow_of_word(const AtsSubject *subject, AtsFindings *findings, guint32 word)
{
	guint32 line = ats_subject_line_of_word(subject, findings, word);
	const AtsRegion *region;

	if (line == NOWHERE)
		return NOWHERE;
	region = ats_at(subject->layout->regions,
			AtsRegion,
			ats_at(subject->layout->lines, AtsLine, line)->region);
	return is_flow(region) ? region->flow : NOWHERE;
}

static gboolean
is_heading_word(const AtsSubject *subject, AtsFindings *findings, guint32 word)
{
	guint32 line = ats_subject_line_of_word(subject, findings, word);
	const AtsResumeSection *section =
	    line == NOWHERE ? NULL : ats_resume_section_of_line(subject->resume, line);

	return section != NULL && line - section->line < section->n_lines;
}

typedef struct {
	guint n;       /* changes from one flow to another */
	guint32 token; /* the first that happens inside a printed line; else the first */
	guint quality; /* of that place as evidence: 0 none, 1 at a line's end, 2 inside a line, 3
			  ... at a heading */
} Changes;

static void
note_change(Changes *changes,
	    const AtsSubject *subject,
	    AtsFindings *findings,
	    const AtsReading *reading,
	    guint32 i,
	    guint32 previous)
{
	const AtsToken *token = ats_at(reading->tokens, AtsToken, i);
	gboolean same_line = token->before <= ATS_BREAK_TAB;
	guint quality = same_line ? 2 : 1;

	changes->n++;
	if (same_line && (is_heading_word(subject, findings, token->word) ||
			  is_heading_word(subject, findings, previous)))
		quality = 3;
	if (quality > changes->quality) {
		changes->quality = quality;
		changes->token = i;
	}
}

static Changes
count_changes(const AtsSubject *subject, AtsFindings *findings, const AtsReading *reading)
{
	Changes changes = {.token = NOWHERE};
	guint32 flow = NOWHERE;
	guint32 previous = ATS_NO_WORD;

	for (guint32 i = 0; i < reading->tokens->len; i++) {
		guint32 word = ats_at(reading->tokens, AtsToken, i)->word;
		guint32 next = flow_of_word(subject, findings, word);

		if (next == NOWHERE)
			continue;
		if (flow != NOWHERE && next != flow)
			note_change(&changes, subject, findings, reading, i, previous);
		flow = next;
		previous = word;
	}
	return changes;
}

typedef struct {
	guint changes, quality;
} Worst;

static void
look_at_reading(AtsColumns *self,
		Worst *worst,
		const AtsSubject *subject,
		AtsFindings *findings,
		const AtsReading *reading,
		guint allowed)
{
	Changes changes = count_changes(subject, findings, reading);

	if (changes.n <= allowed)
		return;
	g_ptr_array_add(self->mixers, (gpointer)reading->parser);
	if (changes.quality < worst->quality ||
	    (changes.quality == worst->quality && changes.n <= worst->changes))
		return;
	*worst = (Worst){changes.n, changes.quality};
	g_free(self->evidence);
	self->evidence = ats_reading_quote(reading, changes.token, QUOTE_BEFORE, QUOTE_AFTER);
}

AtsColumns *
ats_columns_look(const AtsSubject *subject, AtsFindings *findings, AtsRegionKind kind)
{
	g_autoptr(AtsColumns) self = g_new0(AtsColumns, 1);
	Pair pair = best_pair(subject->layout, kind);
	Worst worst = {0, 0};
	guint allowed;

	self->mixers = g_ptr_array_new();
	if (pair.aside == NOWHERE)
		return NULL;
	self->aside = pair.aside;
	self->beside = pair.beside;
	allowed = count_changes(subject, findings, subject->layout->human).n +
		  (guint)MAX(FEW_CHANGES, CHANGES_PER_LINE * pair.lines);
	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);

		if (reading->judged)
			look_at_reading(self, &worst, subject, findings, reading, allowed);
	}
	return g_steal_pointer(&self);
}

void
ats_columns_free(AtsColumns *columns)
{
	g_clear_pointer(&columns->mixers, g_ptr_array_unref);
	g_free(columns->evidence);
	g_free(columns);
}

char *
ats_columns_name(const AtsSubject *subject, guint32 region)
{
	g_autoptr(GArray) lines = ats_region_lines(subject, region);
	const char *heading = ats_lines_heading(subject, lines);
	g_autofree char *start = heading == NULL ? ats_lines_start(subject, lines) : NULL;

	return g_strdup_printf("“%s”", heading == NULL ? start : heading);
}

char *
ats_columns_consequence(const AtsSubject *subject, const AtsColumns *columns)
{
	if (columns->mixers->len == 0)
		return g_strdup("no parser family read here mixes them");
	return g_strdup_printf("%u of %u parser families mix%s them",
			       columns->mixers->len,
			       ats_subject_n_judged(subject),
			       columns->mixers->len == 1 ? "es" : "");
}

void
ats_columns_place(const AtsSubject *subject,
		  AtsFindings *findings,
		  AtsFinding *finding,
		  const AtsColumns *columns)
{
	const AtsRegion *aside = ats_at(subject->layout->regions, AtsRegion, columns->aside);
	const AtsRegion *beside = ats_at(subject->layout->regions, AtsRegion, columns->beside);

	ats_findings_place(findings, finding, aside->page, ats_box_union(aside->box, beside->box));
}

void
ats_columns_judge(const AtsSubject *subject,
		  AtsFindings *findings,
		  AtsFinding *finding,
		  const AtsColumns *columns)
{
	finding->severity = ats_subject_severity(subject, columns->mixers->len);
	ats_findings_evidence(findings, finding, columns->evidence);
	for (guint i = 0; i < columns->mixers->len; i++)
		ats_findings_lost_in(findings, finding, g_ptr_array_index(columns->mixers, i));
}

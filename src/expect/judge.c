/*
 * Looks for every expected field in every reading, and says what is not whole and in its place.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "base/limits.h"
#include "expect/match.h"
#include "report/catalogue.h"
#include "report/verdict.h"

#define RULE "expected-field"

/* characters of a field, and of what stands in its place, that a finding repeats */
#define SHOWN_CHARACTERS    60
#define EVIDENCE_CHARACTERS 200

typedef struct {
	const AtsReport *report;
	AtsVocabulary *vocabulary;
	GPtrArray *texts;   /* of AtsHaystack, the human one first */
	GPtrArray *parsers; /* of const char *: whose text each is; the first is NULL */
	GArray *matches;    /* of AtsMatch */
} Inquiry;

static void
match_free(const Inquiry *self, AtsMatch *match)
{
	for (guint i = 0; i < self->texts->len; i++)
		ats_sighting_clear(&match->sightings[i]);
	g_free(match->sightings);
	g_ptr_array_unref(match->forms);
}

static void
inquiry_clear(Inquiry *self)
{
	for (guint i = 0; i < self->matches->len; i++)
		match_free(self, &g_array_index(self->matches, AtsMatch, i));
	g_array_unref(self->matches);
	g_ptr_array_unref(self->texts);
	g_ptr_array_unref(self->parsers);
	ats_vocabulary_free(self->vocabulary);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Inquiry, inquiry_clear)

static void
add_text(Inquiry *self, const char *parser, const char *text)
{
	g_ptr_array_add(self->texts, ats_haystack_new(self->vocabulary, text));
	g_ptr_array_add(self->parsers, (gpointer)parser);
}

static Inquiry
open_inquiry(const AtsReport *report)
{
	Inquiry self = {
	    .report = report,
	    .vocabulary = ats_vocabulary_new(),
	    .texts = g_ptr_array_new_with_free_func((GDestroyNotify)ats_haystack_free),
	    .parsers = g_ptr_array_new(),
	    .matches = g_array_new(FALSE, FALSE, sizeof(AtsMatch)),
	};

	add_text(&self, NULL, report->text);
	for (guint i = 0; i < report->readings->len; i++) {
		const AtsReportReading *reading =
		    &g_array_index(report->readings, AtsReportReading, i);
		if (reading->judged && reading->text != NULL)
			add_text(&self, reading->parser, reading->text);
	}
	return self;
}

/* the fullest of the forms that a person sees, for the readings to be held to; the fullest of all
 * if there is none */
static const AtsForm *
choose_form(const AtsHaystack *human, const GPtrArray *forms)
{
	for (guint i = 0; i < forms->len; i++) {
		g_autoptr(GArray) places = ats_haystack_places(human, forms->pdata[i]);
		if (places->len > 0)
			return forms->pdata[i];
	}
	return forms->pdata[0];
}

static void
add_field(Inquiry *self, const AtsField *field)
{
	g_autoptr(GPtrArray) forms = ats_forms_of(field, self->vocabulary);
	AtsMatch match = {.field = field};

	/* nothing but marks: no word of it can be lost */
	if (forms->len == 0)
		return;
	match.form = choose_form(self->texts->pdata[ATS_HUMAN], forms);
	match.forms = g_steal_pointer(&forms);
	match.sightings = g_new0(AtsSighting, self->texts->len);
	for (guint i = 0; i < self->texts->len; i++)
		match.sightings[i] = ats_haystack_find(self->texts->pdata[i], match.form);
	g_array_append_val(self->matches, match);
}

/* --- what is said --- */

static char *
cut(const char *text, glong characters)
{
	g_autofree char *begin = NULL;

	if (g_utf8_strlen(text, -1) <= characters)
		return g_strdup(text);
	begin = g_utf8_substring(text, 0, characters - 1);
	return g_strconcat(begin, "…", NULL);
}

static guint
count_bad(const Inquiry *self, const AtsMatch *match)
{
	guint n = 0;

	for (guint i = ATS_HUMAN + 1; i < self->texts->len; i++)
		n += match->sightings[i].state != ATS_FOUND_WHOLE ? 1 : 0;
	return n;
}

/* no person sees it either */
static gboolean
is_hidden(const AtsMatch *match)
{
	return match->sightings[ATS_HUMAN].state >= ATS_FOUND_PART;
}

static guint
find_worst(const Inquiry *self, const AtsMatch *match)
{
	guint worst = ATS_HUMAN + 1;

	for (guint i = worst + 1; i < self->texts->len; i++) {
		if (match->sightings[i].state > match->sightings[worst].state)
			worst = i;
	}
	return worst;
}

static char *
tell_hidden(const AtsMatch *match, const char *shown)
{
	const AtsSighting *human = &match->sightings[ATS_HUMAN];

	if (human->state == ATS_FOUND_LOST)
		return g_strdup_printf("The document does not show “%s”.", shown);
	return g_strdup_printf("The document shows only %u of the %u words of “%s”.",
			       human->n_words,
			       match->form->words->len,
			       shown);
}

static char *
tell_state(const AtsMatch *match, AtsFound state, const char *shown)
{
	g_autofree char *neighbour = NULL;

	switch (state) {
	case ATS_FOUND_ASTRAY:
		neighbour = cut(match->torn_from->text, SHOWN_CHARACTERS);
		return g_strdup_printf("“%s” is torn from “%s”", shown, neighbour);
	case ATS_FOUND_SPLIT:
		return g_strdup_printf("Words of “%s” are split or glued", shown);
	case ATS_FOUND_MIXED:
		return g_strdup_printf("Other text stands inside “%s”", shown);
	case ATS_FOUND_PART:
		return g_strdup_printf("Words of “%s” are missing", shown);
	case ATS_FOUND_LOST:
	case ATS_FOUND_WHOLE:
	default:
		return g_strdup_printf("“%s” is missing", shown);
	}
}

static char *
tell(const Inquiry *self, const AtsMatch *match)
{
	g_autofree char *shown = cut(match->field->text, SHOWN_CHARACTERS);
	g_autofree char *what = NULL;

	if (is_hidden(match))
		return tell_hidden(match, shown);
	what = tell_state(match, match->sightings[find_worst(self, match)].state, shown);
	return g_strdup_printf("%s in %u of %u readings.",
			       what,
			       count_bad(self, match),
			       self->texts->len - 1);
}

/* what stands there instead, where it is worst */
static char *
excerpt(const Inquiry *self, const AtsMatch *match)
{
	guint text = is_hidden(match) ? ATS_HUMAN : find_worst(self, match);
	const AtsSighting *sighting = &match->sightings[text];
	g_autofree char *whole = NULL;

	if (sighting->state == ATS_FOUND_LOST || sighting->state == ATS_FOUND_WHOLE)
		return NULL;
	whole = ats_haystack_excerpt(self->texts->pdata[text], sighting->near);
	return cut(whole, EVIDENCE_CHARACTERS);
}

static GPtrArray *
list_bad(const Inquiry *self, const AtsMatch *match)
{
	GPtrArray *out = g_ptr_array_new();

	for (guint i = ATS_HUMAN + 1; i < self->texts->len; i++) {
		if (match->sightings[i].state != ATS_FOUND_WHOLE)
			g_ptr_array_add(out, self->parsers->pdata[i]);
	}
	return out;
}

static void
add_finding(const Inquiry *self, const AtsMatch *match, const AtsRule *rule, AtsReport *report)
{
	gboolean most = count_bad(self, match) * 2 > self->texts->len - 1;
	g_autofree char *message = tell(self, match);
	g_autofree char *evidence = excerpt(self, match);
	AtsFinding finding = {
	    .id = rule->id,
	    .severity = is_hidden(match) || most ? rule->severity : ATS_SEVERITY_WARNING,
	    .message = ats_report_intern(report, message),
	    .fix = rule->fix,
	    .evidence = ats_report_intern(report, evidence),
	    .lost_in = list_bad(self, match),
	    .pointer = ats_report_intern(report, match->field->pointer),
	};

	g_array_append_val(report->findings, finding);
}

static guint
add_findings(const Inquiry *self, AtsReport *report)
{
	const AtsRule *rule = ats_catalogue_lookup(RULE);
	guint before = report->findings->len;

	for (guint i = 0; i < self->matches->len; i++) {
		const AtsMatch *match = &g_array_index(self->matches, AtsMatch, i);
		if (is_hidden(match) || count_bad(self, match) > 0)
			add_finding(self, match, rule, report);
	}
	return report->findings->len - before;
}

static guint
judge_fields(const AtsExpected *expected, AtsReport *report)
{
	g_auto(Inquiry) self = open_inquiry(report);

	for (guint i = 0; i < expected->fields->len; i++)
		add_field(&self, &g_array_index(expected->fields, AtsField, i));
	ats_order_judge(self.matches, self.texts->len);
	return add_findings(&self, report);
}

/* --- the outcome --- */

static gboolean
is_too_long(const AtsReport *report)
{
	gsize longest = strlen(report->text);

	for (guint i = 0; i < report->readings->len; i++) {
		const char *text = g_array_index(report->readings, AtsReportReading, i).text;
		longest = MAX(longest, text != NULL ? strlen(text) : 0);
	}
	return longest > ATS_LIMIT_EXPECTED_TEXT;
}

/* why fields cannot be looked for; NULL if they can */
static const char *
find_obstacle(const AtsReport *report)
{
	if (report->n_words == 0 || report->text == NULL)
		return "the document shows no text";
	return is_too_long(report) ? "its text is longer than a resume's" : NULL;
}

void
ats_expected_judge(const AtsExpected *expected, AtsReport *report)
{
	AtsReportOutcome outcome = {.check = ats_catalogue_lookup(RULE)->id,
				    .outcome = ATS_OUTCOME_NOT_APPLICABLE};

	if (expected != NULL) {
		outcome.why = find_obstacle(report);
		if (outcome.why != NULL)
			outcome.outcome = ATS_OUTCOME_NOT_JUDGED;
		else if (judge_fields(expected, report) > 0)
			outcome.outcome = ATS_OUTCOME_FINDINGS;
		else
			outcome.outcome = ATS_OUTCOME_PASSED;
	}
	g_array_append_val(report->outcomes, outcome);
	ats_report_sort(report);
	ats_report_judge(report);
}

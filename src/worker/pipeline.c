/*
 * The whole way from a document to the report on it: each room is asked in turn, and what they
 * found is copied into the report.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/pipeline.h"

#include "checks/check.h"
#include "layout/analyse.h"
#include "readings/filing.h"
#include "readings/readings.h"
#include "report/verdict.h"
#include "resume/read.h"
#include "worker/places.h"
#include "worker/template.h"

/* the report's own copy; what a file states of itself need not be UTF-8, a report must */
static const char *
keep(AtsReport *report, const char *text)
{
	g_autofree char *valid = NULL;

	if (text == NULL || g_utf8_validate(text, -1, NULL))
		return ats_report_intern(report, text);
	valid = g_utf8_make_valid(text, -1);
	return ats_report_intern(report, valid);
}

/* the number of a page as a person counts; a DOCX does not say where its pages end */
static guint
page_number(const AtsDocument *document, guint page)
{
	return document->format == ATS_FORMAT_PDF ? page + 1 : 0;
}

static guint
count_shown_words(const AtsDocument *document)
{
	guint n = 0;

	for (guint i = 0; i < document->words->len; i++) {
		if (ats_word_shown(document, ats_at(document->words, AtsWord, i)))
			n++;
	}
	return n;
}

static void
add_document(AtsReport *report, const AtsDocument *document)
{
	report->format = ats_format_name(document->format);
	report->n_pages = document->n_pages;
	report->n_words = count_shown_words(document);
	report->producer = keep(report, document->producer);
	report->language = keep(report, document->language);
	for (guint i = 0; i < document->pages->len; i++) {
		const AtsPage *page = ats_at(document->pages, AtsPage, i);
		AtsReportPage out = {.width = page->width, .height = page->height};
		g_array_append_val(report->pages, out);
	}
}

static gint
compare_pages(gconstpointer a, gconstpointer b)
{
	const AtsReportRegion *x = a;
	const AtsReportRegion *y = b;

	return (x->page > y->page) - (x->page < y->page);
}

static void
add_layout(AtsReport *report, const AtsDocument *document, const AtsLayout *layout)
{
	g_autofree char *template = NULL;

	report->text = keep(report, layout->human->text);
	report->n_columns = layout->n_columns;
	for (guint i = 0; i < layout->regions->len; i++) {
		const AtsRegion *region = ats_at(layout->regions, AtsRegion, i);
		AtsReportRegion out = {
		    .kind = ats_region_kind_name(region->kind),
		    .page = page_number(document, region->page),
		    .box = region->box,
		};
		g_array_append_val(report->regions, out);
	}
	g_array_sort(report->regions, compare_pages);
	template = ats_template_of(document, report);
	report->template = keep(report, template);
}

static void
add_readings(AtsReport *report, const GPtrArray *readings)
{
	for (guint i = 0; i < readings->len; i++) {
		const AtsReading *reading = readings->pdata[i];
		AtsReportReading out = {
		    .parser = reading->parser,
		    .judged = reading->judged,
		    .why_not = reading->why_not,
		    .score = reading->score,
		    .kept = reading->kept,
		    .whole = reading->whole,
		    .text = keep(report, reading->text),
		};
		g_array_append_val(report->readings, out);
	}
}

static void
add_entries(AtsReport *report, const AtsSubject *subject)
{
	for (guint i = 0; i < subject->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(subject->resume->entries, AtsEntry, i);
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, entry->date_line);
		g_autofree char *start = ats_date_text(&entry->date.from);
		g_autofree char *end = ats_date_text(&entry->date.to);
		AtsReportEntry out = {
		    .section = entry->section,
		    .title = keep(report, entry->title),
		    .date = keep(report, entry->date_text),
		    .start = keep(report, start),
		    .end = keep(report, end),
		    .form = ats_date_form_name(entry->date.from.form),
		    .place = ats_entry_date_place_name(entry->place),
		    .page = page_number(subject->document, line->page),
		    .box = line->box,
		};
		g_array_append_val(report->entries, out);
	}
}

static void
add_resume(AtsReport *report, const AtsDocument *document, const AtsResume *resume)
{
	for (guint i = 0; i < resume->sections->len; i++) {
		const AtsResumeSection *section = ats_at(resume->sections, AtsResumeSection, i);
		AtsReportSection out = {
		    .heading = keep(report, section->heading),
		    .kind = ats_section_kind_name(section->kind),
		    .suggestion = section->suggestion,
		    .standard = section->standard,
		    .page = page_number(document, section->page),
		    .box = section->box,
		};
		g_array_append_val(report->sections, out);
	}
	report->name = keep(report, resume->name.text);
	report->email = keep(report, resume->email.text);
	report->phone = keep(report, resume->phone.text);
	report->location = keep(report, resume->location.text);
	for (guint i = 0; i < resume->links->len; i++)
		g_ptr_array_add(report->links, (gpointer)keep(report, resume->links->pdata[i]));
}

/* the pieces of a resume, what becomes of them, and which heading owns which text, in each reading
 */
typedef struct {
	GArray *pieces;
	GPtrArray *states;  /* of guint8 arrays, as the readings */
	GPtrArray *filings; /* of AtsFiling, as the readings */
} Followed;

static void
followed_clear(Followed *self)
{
	g_array_unref(self->pieces);
	g_ptr_array_unref(self->states);
	g_ptr_array_unref(self->filings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Followed, followed_clear)

static Followed
follow(const AtsDocument *document,
       const AtsLayout *layout,
       const GPtrArray *readings,
       const AtsResume *resume)
{
	Followed self = {
	    .pieces = ats_pieces_list(layout, resume),
	    .states = g_ptr_array_new_with_free_func(g_free),
	    .filings = g_ptr_array_new_with_free_func((GDestroyNotify)ats_filing_free),
	};

	for (guint i = 0; i < readings->len; i++) {
		const AtsReading *reading = readings->pdata[i];
		guint8 *states = ats_pieces_hold(self.pieces, reading, document, layout, resume);

		g_ptr_array_add(self.states, states);
		g_ptr_array_add(
		    self.filings,
		    ats_filing_new(self.pieces, states, reading, document, layout, resume));
	}
	return self;
}

/* of every piece its state in each reading: the readings' columns turned into the pieces' rows */
static void
add_pieces(AtsReport *report, const AtsDocument *document, const Followed *followed)
{
	guint n = followed->states->len;
	g_autofree guint8 *row = g_new0(guint8, n + 1);

	for (guint i = 0; i < followed->pieces->len; i++) {
		const AtsPiece *piece = ats_at(followed->pieces, AtsPiece, i);
		AtsReportPiece out = {
		    .kind = piece->kind,
		    .text = keep(report, piece->text),
		    .page = page_number(document, piece->page),
		};
		for (guint k = 0; k < n; k++)
			row[k] = ((const guint8 *)followed->states->pdata[k])[i];
		out.states = ats_report_keep_states(report, row, n);
		g_array_append_val(report->pieces, out);
	}
}

static void
add_filing(AtsReport *report, guint reading, const AtsFiling *filing)
{
	for (guint i = 0; i < filing->sections->len; i++) {
		const AtsFiled *filed = ats_at(filing->sections, AtsFiled, i);
		AtsReportFiled out = {
		    .reading = reading,
		    .section = filed->section,
		    .state = filed->state,
		    .n_words = filed->n_words,
		    .n_missing = filed->n_missing,
		    .foreign = report->foreign->len,
		    .n_foreign = filed->n_foreign,
		};
		for (guint k = 0; k < filed->n_foreign; k++) {
			const AtsForeign *foreign =
			    ats_at(filing->foreign, AtsForeign, filed->foreign + k);
			AtsReportForeign words = {foreign->section, foreign->n_words};
			g_array_append_val(report->foreign, words);
		}
		g_array_append_val(report->filed, out);
	}
}

AtsReport *
ats_pipeline_run(const AtsDocument *document)
{
	g_autoptr(AtsReport) report = ats_report_new();
	g_autoptr(AtsLayout) layout = NULL;
	g_autoptr(GPtrArray) readings = NULL;
	g_autoptr(AtsResume) resume = NULL;
	g_auto(Followed) followed = {0};
	AtsSubject subject;
	AtsStopwatch watch;

	ats_stopwatch_start(&watch);
	layout = ats_layout_analyse(document);
	ats_stopwatch_lap(&watch, &report->timings, ATS_STAGE_LAYOUT);
	readings = ats_readings_make(document, layout);
	ats_stopwatch_lap(&watch, &report->timings, ATS_STAGE_READINGS);
	resume = ats_resume_read(document, layout);
	ats_stopwatch_lap(&watch, &report->timings, ATS_STAGE_RESUME);
	followed = follow(document, layout, readings, resume);
	subject = (AtsSubject){document, layout, readings, resume, followed.filings};
	report->score = ats_readings_judge(readings, document, layout, resume);
	ats_stopwatch_lap(&watch, &report->timings, ATS_STAGE_READINGS);
	add_document(report, document);
	add_layout(report, document, layout);
	add_readings(report, readings);
	add_resume(report, document, resume);
	ats_places_add(report, followed.pieces, document, layout, resume);
	add_entries(report, &subject);
	add_pieces(report, document, &followed);
	for (guint i = 0; i < readings->len; i++)
		add_filing(report, i, followed.filings->pdata[i]);
	ats_stopwatch_lap(&watch, &report->timings, ATS_STAGE_ANSWER);
	ats_checks_run(&subject, report);
	ats_report_judge(report);
	ats_stopwatch_lap(&watch, &report->timings, ATS_STAGE_CHECKS);
	return g_steal_pointer(&report);
}

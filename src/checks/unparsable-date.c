/*
 * The check unparsable-date: dates of jobs and degrees in forms that the date rules of known
 * parsers do not take. How many of these parsers fail tells how bad it is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/entries.h"

/* parsers whose rules for dates are public: two by their source, three by what they ask for */
typedef enum {
	PARSER_OPENRESUME = 1 << 0,
	PARSER_OFFLINECV = 1 << 1,
	PARSER_ATS_SCREENER = 1 << 2,
	PARSER_LOXO = 1 << 3,
	PARSER_ICIMS = 1 << 4,
} Parser;

#define N_PARSERS 5
/* failing parsers that make a warning: all but one */
#define WARNING_PARSERS 4

static const char *const parser_names[N_PARSERS] = {"OpenResume",
						    "OfflineCV",
						    "ats-screener",
						    "Loxo",
						    "iCIMS"};

typedef struct {
	const char *what; /* ends "%u dates are ..." */
	guint parsers;	  /* that do not take it, bits of Parser */
	gboolean custom;  /* the usual form of some countries: never more than a note */
} Form;

typedef enum {
	FORM_TWO_DIGITS,
	FORM_QUARTER,
	FORM_SEASON,
	FORM_ISO,
	FORM_DOTTED,
	FORM_NUMERIC,
	FORM_COMMA,
	FORM_LAST
} FormId;

static const Form forms[FORM_LAST] = {
    [FORM_TWO_DIGITS] = {"with a year of two digits",
			 PARSER_OPENRESUME | PARSER_ATS_SCREENER | PARSER_LOXO | PARSER_ICIMS,
			 FALSE},
    [FORM_QUARTER] = {"by quarters",
		      PARSER_OFFLINECV | PARSER_ATS_SCREENER | PARSER_LOXO | PARSER_ICIMS,
		      FALSE},
    [FORM_SEASON] = {"by seasons", PARSER_LOXO | PARSER_ICIMS, FALSE},
    [FORM_ISO] = {"in numbers with the year first",
		  PARSER_OFFLINECV | PARSER_ATS_SCREENER | PARSER_LOXO | PARSER_ICIMS,
		  FALSE},
    [FORM_DOTTED] = {"in numbers with full stops",
		     PARSER_OFFLINECV | PARSER_ATS_SCREENER | PARSER_LOXO | PARSER_ICIMS,
		     TRUE},
    [FORM_NUMERIC] = {"in numbers alone", PARSER_LOXO | PARSER_ICIMS, FALSE},
    [FORM_COMMA] = {"with a comma before the year", PARSER_OFFLINECV | PARSER_ATS_SCREENER, FALSE},
};

static FormId
form_of_numbers(const AtsEntry *entry)
{
	return g_utf8_strchr(entry->date_text, -1, '.') != NULL ? FORM_DOTTED : FORM_NUMERIC;
}

static FormId
form_of(const AtsEntry *entry)
{
	const AtsDate *from = &entry->date.from;

	/* "2019-21" says its century */
	if (from->two_digits)
		return FORM_TWO_DIGITS;
	switch (from->form) {
	case ATS_DATE_QUARTER:
		return FORM_QUARTER;
	case ATS_DATE_SEASON:
		return FORM_SEASON;
	case ATS_DATE_ISO_MONTH:
	case ATS_DATE_ISO_DAY:
		return g_utf8_strchr(entry->date_text, -1, '.') != NULL ? FORM_DOTTED : FORM_ISO;
	case ATS_DATE_NUMERIC_MONTH:
	case ATS_DATE_NUMERIC_DAY:
		return form_of_numbers(entry);
	default:
		return from->comma && from->day == 0 ? FORM_COMMA : FORM_LAST;
	}
}

static char *
list_parsers(guint parsers, guint *n)
{
	g_autoptr(GString) list = g_string_new(NULL);

	*n = 0;
	for (guint i = 0; i < N_PARSERS; i++) {
		if ((parsers & 1U << i) == 0)
			continue;
		(*n)++;
		g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", parser_names[i]);
	}
	return g_string_free(g_steal_pointer(&list), FALSE);
}

static void
say(const AtsSubject *subject,
    AtsFindings *findings,
    const Form *form,
    const AtsEntry *entry,
    guint n_dates)
{
	guint n_parsers;
	g_autofree char *parsers = list_parsers(form->parsers, &n_parsers);
	g_autofree char *label = ats_entry_label(entry);
	g_autofree char *counted = n_dates == 1 ? g_strdup("One date is")
						: g_strdup_printf("%u dates are", n_dates);
	AtsFinding *finding = ats_findings_add(findings,
					       "%s written %s; of %u parsers whose rules for dates "
					       "are known, %u do not take that: %s.",
					       counted,
					       form->what,
					       N_PARSERS,
					       n_parsers,
					       parsers);

	if (n_parsers < WARNING_PARSERS || form->custom)
		finding->severity = ATS_SEVERITY_NOTE;
	ats_findings_evidence(findings, finding, label);
	ats_findings_place_entry(subject, findings, finding, entry);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsEntry *first[FORM_LAST + 1] = {NULL};
	guint n_dates[FORM_LAST + 1] = {0};

	for (guint i = 0; i < subject->resume->entries->len; i++) {
		const AtsEntry *entry = ats_at(subject->resume->entries, AtsEntry, i);
		FormId form = form_of(entry);

		if (!ats_entry_is_filed(subject, entry))
			continue;
		if (n_dates[form]++ == 0)
			first[form] = entry;
	}
	for (guint form = 0; form < FORM_LAST; form++) {
		if (first[form] != NULL)
			say(subject, findings, &forms[form], first[form], n_dates[form]);
	}
}

const AtsCheck ats_check_unparsable_date = {
    .id = "unparsable-date",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

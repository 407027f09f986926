/*
 * The checks as data: ids, titles, severities, prose. Made from checks/NAME.md at build time; needs no check's code, so that the
 * library and the writers can have it without a parser. For report, checks, api.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

typedef struct {
	const char *id;	   /* kebab-case, for ever */
	const char *title; /* a few words, capital first, no full stop */
	const char *group; /* "text", "layout", "docx", "headings", "contact", "dates", "file", "expected" */
	AtsSeverity severity; /* the worst it says */
	const char *fix;   /* one sentence for a finding */
	const char *prose; /* the whole NAME.md after its head, Markdown */
} AtsRule;

/* all of them, in the order of the list in src/checks/meson.build; ended by one with id NULL */
extern const AtsRule ats_catalogue[];

/* how many there are */
guint
ats_catalogue_length(void);

/* NULL if there is none of that id */
const AtsRule *
ats_catalogue_lookup(const char *id);

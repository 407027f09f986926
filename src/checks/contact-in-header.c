/*
 * The check contact-in-header: an e-mail address or phone number in a running header or footer.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

#include <string.h>

/* digits of a phone number: the shortest national numbers in use with their area, and the longest
   that E.164 allows; a range of years has eight */
#define PHONE_DIGITS_LEAST 9
#define PHONE_DIGITS_MOST  15

typedef enum {
	CONTACT_NONE = 0,
	CONTACT_EMAIL = 1 << 0,
	CONTACT_PHONE = 1 << 1,
} Contact;

/* the length of a domain's characters that the text begins with, if a dot stands inside it; else 0
 */
static gsize
domain_length(const char *text)
{
	gsize n = 0;
	gboolean dot = FALSE;

	while (g_ascii_isalnum(text[n]) || ((text[n] == '.' || text[n] == '-') && n > 0)) {
		dot |= text[n] == '.' && g_ascii_isalnum(text[n + 1]);
		n++;
	}
	return dot ? n : 0;
}

static gboolean
holds_email(const char *text)
{
	for (const char *at = strchr(text, '@'); at != NULL; at = strchr(at + 1, '@')) {
		if (at > text && g_ascii_isalnum(at[-1]) && domain_length(at + 1) > 0)
			return TRUE;
	}
	return FALSE;
}

/* a stretch of digits and what stands between those of a phone number */
static gboolean
holds_phone(const char *text)
{
	guint digits = 0;

	for (const char *p = text;; p++) {
		if (g_ascii_isdigit(*p)) {
			digits++;
		} else if (*p == '\0' || strchr(" +().-/", *p) == NULL) {
			if (digits >= PHONE_DIGITS_LEAST && digits <= PHONE_DIGITS_MOST)
				return TRUE;
			digits = 0;
		}
		if (*p == '\0')
			return FALSE;
	}
}

static Contact
contact_of_text(const char *text)
{
	return (holds_email(text) ? CONTACT_EMAIL : 0) | (holds_phone(text) ? CONTACT_PHONE : 0);
}

typedef struct {
	Contact header, body; /* what stands where */
	guint32 line;	      /* the first of a header or footer that holds contact data */
	AtsRegionKind kind;
} Places;

static Places
look(const AtsLayout *layout)
{
	Places places = {.line = G_MAXUINT32};

	for (guint32 i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		AtsRegionKind kind = ats_at(layout->regions, AtsRegion, line->region)->kind;
		gboolean running = kind == ATS_REGION_HEADER || kind == ATS_REGION_FOOTER;
		g_autofree char *text = ats_line_text(layout, line);
		Contact contact = contact_of_text(text);

		if (running)
			places.header |= contact;
		else
			places.body |= contact;
		if (running && contact != CONTACT_NONE && places.line == G_MAXUINT32) {
			places.line = i;
			places.kind = kind;
		}
	}
	return places;
}

static const char *
name_of(Contact contact)
{
	switch ((guint)contact) {
	case CONTACT_EMAIL:
		return "The e-mail address stands";
	case CONTACT_PHONE:
		return "The phone number stands";
	default:
		return "E-mail address and phone number stand";
	}
}

/* nobody can be reached by data that a parser never takes; what is in the text too is only said
 * twice */
static AtsSeverity
severity_of(const Places *places, guint n_losers)
{
	if (n_losers == 0)
		return ATS_SEVERITY_NOTE;
	return (places->header & ~places->body) != 0 ? ATS_SEVERITY_ERROR : ATS_SEVERITY_WARNING;
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	Places places = look(subject->layout);
	const AtsLine *line;
	g_autofree char *text = NULL;
	AtsFinding *finding;
	guint n_losers;

	if (places.line == G_MAXUINT32)
		return;
	line = ats_at(subject->layout->lines, AtsLine, places.line);
	text = ats_line_text(subject->layout, line);
	finding = ats_findings_add(findings,
				   "%s in the page %s%s.",
				   name_of(places.header),
				   places.kind == ATS_REGION_HEADER ? "header" : "footer",
				   (places.header & ~places.body) != 0 ? " and nowhere else"
								       : ", and in the text too");
	ats_findings_place(findings, finding, line->page, line->box);
	ats_findings_evidence(findings, finding, text);
	n_losers = ats_subject_losers(subject, findings, finding, line->first, line->n);
	finding->severity = severity_of(&places, n_losers);
}

const AtsCheck ats_check_contact_in_header = {
    .id = "contact-in-header",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

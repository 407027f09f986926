/*
 * The check hidden-link: the address of a profile or of an own page that stands only behind other
 * text, so that the parsed text does not hold it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/check.h"
#include "resume/patterns.h"

#include <string.h>

#include "base/utf8.h"

/* letters of a page's name ("annlee" of github.com/annlee) that, seen in the text, tell a person
   what the link is */
#define LEAST_HANDLE 3
/* addresses that a finding quotes */
#define QUOTED_LINKS 4
/* links looked at, each by a search of the whole text; the longest publication lists have about 200
 */
#define LOOKED_AT_LINKS 400

/* where people keep a profile, and what stands before their name there */
static const char *const profiles[] = {
    "linkedin.com/in/",
    "linkedin.com/pub/",
    "github.com/",
    "gitlab.com/",
    "bitbucket.org/",
    "codeberg.org/",
    "xing.com/profile/",
    "stackoverflow.com/users/",
    "orcid.org/",
    "behance.net/",
    "dribbble.com/",
    "kaggle.com/",
    "medium.com/@",
};

typedef struct {
	char *text; /* what a person sees, in lower case and without white space */
	GHashTable *seen;
	GString *links;
	guint n;
	gboolean named; /* the text shows each page's name */
	const AtsLink *first;
} Hidden;

static char *
squeeze(const char *text)
{
	GString *out = g_string_sized_new(strlen(text));

	for (const char *p = text; *p != '\0';) {
		gunichar c = ats_utf8_next(&p);
		if (c < 0x80 ? !g_ascii_isspace((gchar)c) : !g_unichar_isspace(c))
			ats_string_append(out, g_unichar_tolower(c));
	}
	return g_string_free(out, FALSE);
}

/* the address as people write it: no scheme, no "www.", no question after it; NULL for other than
   web addresses; (transfer full) */
static char *
bare_address(const char *uri)
{
	g_autofree char *page = NULL;
	g_autofree char *key = NULL;

	if (g_ascii_strncasecmp(uri, "http", 4) != 0 || !g_utf8_validate(uri, -1, NULL))
		return NULL;
	page = g_strndup(uri, strcspn(uri, "?#"));
	key = ats_link_key(page);
	return g_utf8_strdown(key, -1);
}

/* the page's name under a profile's address, or NULL */
static const char *
profile_name(const char *address)
{
	for (gsize i = 0; i < G_N_ELEMENTS(profiles); i++) {
		const char *at = strstr(address, profiles[i]);

		/* "de.linkedin.com", but no path of another host */
		if (at == NULL || strcspn(address, "/") < (gsize)(at - address))
			continue;
		at += strlen(profiles[i]);
		return *at != '\0' && strchr(at, '/') == NULL ? at : NULL;
	}
	return NULL;
}

/* a host alone, linked above the first section: an own page */
static gboolean
is_own_page(const AtsSubject *subject, const AtsLink *link, const char *address)
{
	const GArray *sections = subject->resume->sections;
	const AtsResumeSection *first;

	if (subject->document->format != ATS_FORMAT_PDF || link->page != 0 ||
	    strchr(address, '/') != NULL || sections->len == 0)
		return FALSE;
	first = ats_at(sections, AtsResumeSection, 0);
	return first->page == 0 && link->box.y1 <= first->box.y0;
}

static gboolean
is_hidden(const AtsSubject *subject, const Hidden *hidden, const AtsLink *link, const char *address)
{
	if (strstr(hidden->text, address) != NULL || g_hash_table_contains(hidden->seen, address))
		return FALSE;
	return profile_name(address) != NULL || is_own_page(subject, link, address);
}

static void
look_at(const AtsSubject *subject, Hidden *hidden, const AtsLink *link)
{
	g_autofree char *address = bare_address(link->uri);
	const char *name;

	if (address == NULL || !is_hidden(subject, hidden, link, address))
		return;
	name = profile_name(address);
	if (hidden->n == 0)
		hidden->first = link;
	hidden->named &=
	    name != NULL && strlen(name) >= LEAST_HANDLE && strstr(hidden->text, name) != NULL;
	if (hidden->n++ < QUOTED_LINKS)
		g_string_append_printf(hidden->links,
				       "%s%s",
				       hidden->links->len > 0 ? ", " : "",
				       address);
	g_hash_table_add(hidden->seen, g_steal_pointer(&address));
}

static void
say(AtsFindings *findings, const Hidden *hidden)
{
	AtsFinding *finding =
	    ats_findings_add(findings,
			     hidden->n == 1 ? "%s%s stands only behind other text."
					    : "%s%s stand only behind other text.",
			     hidden->links->str,
			     hidden->n > QUOTED_LINKS ? " and others" : "");

	/* the page's name in the text is as good as the address to a person who reads it */
	if (hidden->named)
		finding->severity = ATS_SEVERITY_NOTE;
	ats_findings_place(findings, finding, hidden->first->page, hidden->first->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GArray *links = subject->document->links;
	g_autofree char *squeezed = links->len > 0 ? squeeze(subject->layout->human->text)
						   : g_strdup("");
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GString) quoted = g_string_new(NULL);
	Hidden hidden = {.text = squeezed, .seen = seen, .links = quoted, .named = TRUE};

	if (links->len == 0)
		ats_findings_not_applicable(findings);
	for (guint i = 0; i < MIN(links->len, LOOKED_AT_LINKS); i++)
		look_at(subject, &hidden, ats_at(links, AtsLink, i));
	if (hidden.n > 0)
		say(findings, &hidden);
}

const AtsCheck ats_check_hidden_link = {
    .id = "hidden-link",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

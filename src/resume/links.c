/*
 * Finds web addresses, with or without a scheme, and makes the forms of one address comparable. For
 * src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "resume/patterns.h"

/* bytes; longer than any address that a person prints */
#define LINK_MAX 512

/* endings that people's pages have; Node.js, ASP.NET and B.Sc must not look like addresses */
static const char *const top_levels[] = {
    "com",    "org",	"net",	 "edu",	    "io",    "dev",    "me",   "ai",  "app",  "co",  "uk",
    "de",     "fr",	"es",	 "it",	    "nl",    "pl",     "se",   "ch",  "at",   "be",  "pt",
    "gr",     "eu",	"us",	 "ca",	    "au",    "in",     "cn",   "jp",  "br",   "ie",  "dk",
    "no",     "fi",	"cz",	 "ru",	    "info",  "page",   "site", "xyz", "tech", "gov", "blog",
    "design", "online", "cloud", "website", "works", "studio", "name", "ext",
};

static gboolean
is_end(char c)
{
	return c == '\0' || g_ascii_isspace(c) || strchr("|<>\"", c) != NULL;
}

static gboolean
is_top_level(const char *host, gsize length)
{
	const char *dot = g_strrstr_len(host, (gssize)length, ".");
	gsize n = dot == NULL ? 0 : length - (gsize)(dot + 1 - host);

	for (gsize i = 0; n > 0 && i < G_N_ELEMENTS(top_levels); i++) {
		if (strlen(top_levels[i]) == n &&
		    g_ascii_strncasecmp(dot + 1, top_levels[i], n) == 0)
			return TRUE;
	}
	return FALSE;
}

static gsize
host_length(const char *text)
{
	gsize n = 0;

	while (g_ascii_isalnum(text[n]) || text[n] == '-' ||
	       (text[n] == '.' && g_ascii_isalnum(text[n + 1])))
		n++;
	return n;
}

/* 2: says that it is an address; 1: a host with a path; 0: a bare host; -1: none */
static gint
rank_link(const char *text)
{
	gsize host = host_length(text);

	if (g_ascii_strncasecmp(text, "http://", 7) == 0 ||
	    g_ascii_strncasecmp(text, "https://", 8) == 0 ||
	    (g_ascii_strncasecmp(text, "www.", 4) == 0 && host > 4))
		return 2;
	if (host < 4 || memchr(text, '.', host) == NULL || !is_top_level(text, host))
		return -1;
	if (text[host] == '/' && !is_end(text[host + 1]))
		return 1;
	return is_end(text[host]) || strchr("/,;:)", text[host]) != NULL ? 0 : -1;
}

static gsize
link_end(const char *text, gsize start)
{
	gsize end = start;

	while (end - start < LINK_MAX && !is_end(text[end]) && (guchar)text[end] < 0x80)
		end++;
	while (end > start && strchr(".,;:)]}'!?", text[end - 1]) != NULL)
		end--;
	return end;
}

static gboolean
link_at(const char *text, gsize start, AtsMatch *match)
{
	gint rank = rank_link(text + start);
	gsize end = rank < 0 ? start : link_end(text, start);

	if (rank < 0 || end < start + 4 || memchr(text + start, '@', end - start) != NULL)
		return FALSE;
	match->start = start;
	match->end = end;
	match->rank = rank;
	match->text = g_strndup(text + start, end - start);
	return TRUE;
}

gboolean
ats_match_link(const char *text, gsize *from, AtsMatch *match)
{
	ats_match_clear(match);
	for (gsize at = *from; text[at] != '\0'; at++) {
		char before = at == 0 ? ' ' : text[at - 1];
		if (!g_ascii_isalnum(text[at]) || g_ascii_isalnum(before) ||
		    strchr("@./-_", before) != NULL)
			continue;
		if (link_at(text, at, match)) {
			*from = match->end;
			return TRUE;
		}
	}
	*from = strlen(text);
	return FALSE;
}

static const char *
skip_prefix(const char *link, const char *prefix)
{
	return g_ascii_strncasecmp(link, prefix, strlen(prefix)) == 0 ? link + strlen(prefix)
								      : link;
}

char *
ats_link_key(const char *link)
{
	const char *start = skip_prefix(skip_prefix(link, "https://"), "http://");
	char *key = g_strdup(skip_prefix(start, "www."));
	gsize length = strlen(key);

	while (length > 0 && key[length - 1] == '/')
		key[--length] = '\0';
	for (char *p = key; *p != '\0' && *p != '/'; p++)
		*p = g_ascii_tolower(*p);
	return key;
}

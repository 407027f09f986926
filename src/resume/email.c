/*
 * Finds e-mail addresses, also those that a space or a line end splits. For src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "resume/patterns.h"

/* bytes, RFC 5321 */
#define LOCAL_MAX  64
#define DOMAIN_MAX 255
/* bytes; the longest top-level domain in use has 24 */
#define TLD_MAX 24

void
ats_match_clear(AtsMatch *match)
{
	g_clear_pointer(&match->text, g_free);
	*match = (AtsMatch){0};
}

static gboolean
is_local(char c)
{
	return g_ascii_isalnum(c) || (c != '\0' && strchr("._%+-", c) != NULL);
}

static gboolean
is_domain(char c)
{
	return g_ascii_isalnum(c) || c == '.' || c == '-';
}

/* start of the name before @end; equal to @end if there is none */
static gsize
local_start(const char *text, gsize end)
{
	gsize start = end;

	while (start > 0 && end - start < LOCAL_MAX && is_local(text[start - 1]))
		start--;
	while (start < end && !g_ascii_isalnum(text[start]))
		start++;
	return start;
}

static gsize
domain_end(const char *text, gsize start)
{
	gsize end = start;

	while (end - start < DOMAIN_MAX && is_domain(text[end]))
		end++;
	return end;
}

static gboolean
has_top_level(const char *domain)
{
	const char *dot = strrchr(domain, '.');
	gsize length = dot == NULL ? 0 : strlen(dot + 1);

	if (length < 2 || length > TLD_MAX || domain[0] == '.' || strstr(domain, "..") != NULL)
		return FALSE;
	for (const char *p = dot + 1; *p != '\0'; p++) {
		if (!g_ascii_isalpha(*p))
			return FALSE;
	}
	return TRUE;
}

/* a domain at the end of a line goes on at the start of the next one if that gives it the ending
 * that it lacks */
static gboolean
extend_domain(const char *text, GString *domain, gsize *end)
{
	gsize next = *end + 1;
	gsize stop = 0;
	g_autofree char *joined = NULL;

	if (text[*end] != '\n' && !(text[*end] == ' ' && text[next] == '.'))
		return FALSE;
	stop = domain_end(text, next);
	while (stop > next && !g_ascii_isalpha(text[stop - 1]))
		stop--;
	if (stop == next || g_ascii_isupper(text[next]) || text[stop] == '@')
		return FALSE;
	if (g_str_has_suffix(domain->str, "-"))
		g_string_truncate(domain, domain->len - 1);
	joined = g_strdup_printf("%s%.*s", domain->str, (int)(stop - next), text + next);
	if (!has_top_level(joined))
		return FALSE;
	g_string_assign(domain, joined);
	*end = stop;
	return TRUE;
}

static gboolean
is_common_ending(const char *dot)
{
	static const char *const common[] = {
	    "com",    "org",	 "net",	 "edu",	  "gov",   "info",   "biz",   "name", "dev",
	    "app",    "cloud",	 "tech", "email", "world", "pro",    "team",  "work", "online",
	    "agency", "digital", "site", "xyz",	  "page",  "studio", "design"};

	for (guint i = 0; i < G_N_ELEMENTS(common); i++) {
		if (g_ascii_strcasecmp(dot, common[i]) == 0)
			return TRUE;
	}
	return strlen(dot) == 2;
}

/* what stands alone on the next line is the rest of a domain that a narrow column broke, though
 * what stands before it could end one: "example.co" and "m", "exam" and "ple.com" */
static gboolean
extend_whole_domain(const char *text, GString *domain, gsize *end)
{
	const char *dot = strrchr(domain->str, '.') + 1;
	gsize next = *end + 1;
	gsize stop = 0;
	g_autofree char *rest = NULL;
	g_autofree char *ending = NULL;

	if (text[*end] != '\n' || !g_ascii_isalnum(domain->str[domain->len - 1]))
		return FALSE;
	stop = domain_end(text, next);
	if (stop == next || (text[stop] != '\n' && text[stop] != '\0'))
		return FALSE;
	if (g_ascii_isupper(text[next]) != g_ascii_isupper(domain->str[domain->len - 1]))
		return FALSE;
	rest = g_strndup(text + next, stop - next);
	ending = g_strconcat(dot, rest, NULL);
	if (strchr(rest, '.') != NULL ? is_common_ending(dot) || !has_top_level(rest)
				      : strlen(rest) > strlen("om") || !is_common_ending(ending))
		return FALSE;
	g_string_append(domain, rest);
	*end = stop;
	return TRUE;
}

static void
trim_end(GString *domain, gsize *end)
{
	while (domain->len > 0 && !g_ascii_isalnum(domain->str[domain->len - 1])) {
		g_string_truncate(domain, domain->len - 1);
		(*end)--;
	}
}

/* 2: an address; 1: an address that was split; 0: without a top-level domain; -1: none */
static gint
read_domain(const char *text, GString *domain, gsize *end)
{
	gsize start = *end;

	*end = domain_end(text, start);
	g_string_append_len(domain, text + start, (gssize)(*end - start));
	if (!has_top_level(domain->str) && extend_domain(text, domain, end))
		return 1;
	if (has_top_level(domain->str) && extend_whole_domain(text, domain, end))
		return 1;
	trim_end(domain, end);
	if (has_top_level(domain->str))
		return 2;
	return domain->len >= 2 && g_ascii_isalpha(domain->str[0]) ? 0 : -1;
}

/* the name's first part on the line before, if that ends with a hyphen: moves @start and returns
 * the part, or NULL */
static char *
hyphenated_part(const char *text, gsize *start)
{
	gsize end = *start;
	gsize first = 0;

	if (end < 3 || text[end - 1] != '\n' || text[end - 2] != '-')
		return NULL;
	first = local_start(text, end - 2);
	if (first == end - 2)
		return NULL;
	*start = first;
	return g_strndup(text + first, end - 2 - first);
}

static gboolean
email_at(const char *text, gsize at, AtsMatch *match)
{
	g_autoptr(GString) domain = g_string_new(NULL);
	gsize local_end = at;
	gsize end = at + 1;
	gboolean spaced = FALSE;
	gint rank = 0;
	g_autofree char *local = NULL;
	g_autofree char *part = NULL;

	if (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n'))
		local_end = at - 1;
	if (text[end] == ' ')
		end++;
	spaced = local_end != at || end != at + 1;
	match->start = local_start(text, local_end);
	if (match->start == local_end)
		return FALSE;
	rank = read_domain(text, domain, &end);
	if (rank < (spaced ? 1 : 0))
		return FALSE;
	local = g_strndup(text + match->start, local_end - match->start);
	part = hyphenated_part(text, &match->start);
	match->end = end;
	match->rank = spaced ? 0 : rank;
	match->text = g_strdup_printf("%s%s@%s", part != NULL ? part : "", local, domain->str);
	return TRUE;
}

gboolean
ats_match_email(const char *text, gsize *from, AtsMatch *match)
{
	const char *at = NULL;

	ats_match_clear(match);
	while ((at = strchr(text + *from, '@')) != NULL) {
		*from = (gsize)(at - text) + 1;
		if (email_at(text, *from - 1, match))
			return TRUE;
	}
	return FALSE;
}

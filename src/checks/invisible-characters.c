/*
 * The check invisible-characters: characters inside words that nobody sees and that keep a word
 * from being found.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/gather.h"

typedef enum { SEEN, ZERO_WIDTH, SOFT_HYPHEN, FIXED_SPACE, CONTROL, N_KINDS } Kind;

static const char *const names[] = {
    [ZERO_WIDTH] = "zero-width characters",
    [SOFT_HYPHEN] = "soft hyphens",
    [FIXED_SPACE] = "no-break spaces",
    [CONTROL] = "control characters",
};

static Kind
kind_of(gunichar c)
{
	/* marks of direction belong to scripts that run to the left: poppler puts them there itself
	 */
	if (c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF)
		return ZERO_WIDTH;
	if (c == 0x00AD)
		return SOFT_HYPHEN;
	if (c == 0x00A0 || c == 0x2007 || c == 0x202F)
		return FIXED_SPACE;
	if (c < 0x20 || (c >= 0x7F && c < 0xA0))
		return CONTROL;
	return SEEN;
}

/* in scripts that join their letters, and between pictures, joiners are part of the spelling */
static gboolean
is_plain_letter(gunichar c)
{
	GUnicodeScript script = g_unichar_get_script(c);

	return g_unichar_isalnum(c) &&
	       (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK ||
		script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_COMMON);
}

/* the first such character between two letters; at a word's edge it costs no match */
static Kind
kind_inside(const char *text)
{
	gunichar before = 0;
	Kind kind = SEEN;

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		Kind this = kind_of(c);

		if (this != SEEN) {
			kind = is_plain_letter(before) && kind == SEEN ? this : kind;
			continue;
		}
		if (kind != SEEN && is_plain_letter(c))
			return kind;
		kind = SEEN;
		before = c;
	}
	return SEEN;
}

/* the word with what is not seen shown: "Post<U+200B>greSQL"; (transfer full) */
static char *
show(const char *text)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (kind_of(c) == SEEN)
			g_string_append_unichar(out, c);
		else
			g_string_append_printf(out, "<U+%04X>", c);
	}
	return g_string_free(g_steal_pointer(&out), FALSE);
}

static void
say(const AtsSubject *subject, AtsFindings *findings, Kind kind, const AtsGather *words)
{
	AtsFinding *finding = ats_findings_add(findings,
					       "%u word%s %s inside, which nobody sees.",
					       words->n,
					       words->n == 1 ? " has" : "s have",
					       names[kind]);

	/* a parser takes a no-break space for a space, as people do */
	if (kind == FIXED_SPACE)
		finding->severity = ATS_SEVERITY_NOTE;
	else
		ats_findings_lost_everywhere(subject, findings, finding);
	ats_findings_evidence(findings, finding, words->sample->str);
	ats_findings_place(findings, finding, words->page, words->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsDocument *document = subject->document;
	AtsGather kinds[N_KINDS] = {0};

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		Kind kind = word->unmapped || word->icon ? SEEN : kind_inside(word->text);
		if (kind != SEEN && ats_word_shown(document, word)) {
			g_autofree char *shown = show(word->text);
			AtsWord as_shown = *word;
			as_shown.text = shown;
			ats_gather_add(&kinds[kind], &as_shown);
		}
	}
	for (guint k = SEEN + 1; k < N_KINDS; k++) {
		if (kinds[k].n > 0)
			say(subject, findings, k, &kinds[k]);
		ats_gather_clear(&kinds[k]);
	}
}

const AtsCheck ats_check_invisible_characters = {
    .id = "invisible-characters",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

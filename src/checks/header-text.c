/*
 * The check header-text: text in the header or footer of a DOCX that stands nowhere else.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/part-words.h"
#include "resume/patterns.h"

#include <string.h>

/* words below which a header is a page number or a mark */
#define LEAST_WORDS 2

static void
note_word(const char *start, gsize length, gpointer data)
{
	g_autofree char *word = g_strndup(start, length);

	g_hash_table_add(data, ats_utf8_fold(word));
}

/* the words of the body, folded */
static GHashTable *
body_words(const AtsSubject *subject)
{
	const AtsDocument *document = subject->document;
	GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);
		guint root = ats_part_root(document, word->part);

		if (ats_at(document->parts, AtsPart, root)->kind == ATS_PART_BODY)
			ats_utf8_each_word(word->text, note_word, set);
	}
	return set;
}

/* a number, or what stands with page numbers */
static gboolean
is_page_word(const char *folded)
{
	static const char *const words[] =
	    {"page", "of", "seite", "von", "de", "página", "pagina", "di", "van", "strona", "sida"};

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
		if (g_str_equal(folded, words[i]))
			return TRUE;
	}
	return *folded != '\0' && strspn(folded, "0123456789/") == strlen(folded);
}

static gboolean
is_new(const AtsSubject *subject, GHashTable *body, guint32 word)
{
	const char *text = ats_at(subject->document->words, AtsWord, word)->text;
	g_autoptr(GHashTable) parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GHashTableIter iter;
	gpointer key;

	ats_utf8_each_word(text, note_word, parts);
	g_hash_table_iter_init(&iter, parts);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		if (!g_hash_table_contains(body, key) && !is_page_word(key))
			return TRUE;
	}
	return FALSE;
}

/* contact data is contact-in-header's to speak of */
static gboolean
is_contact(const char *text)
{
	g_auto(AtsMatch) match = {0};
	gsize from = 0;

	if (ats_match_email(text, &from, &match))
		return TRUE;
	from = 0;
	return ats_match_phone(text, &from, &match);
}

static gboolean
is_running(const AtsSubject *subject, const AtsLine *line)
{
	AtsRegionKind kind = ats_at(subject->layout->regions, AtsRegion, line->region)->kind;

	return kind == ATS_REGION_HEADER || kind == ATS_REGION_FOOTER;
}

static gboolean
says_something_new(const AtsSubject *subject, const AtsLine *line, GHashTable *body)
{
	for (guint32 i = line->first; i < line->first + line->n; i++) {
		guint32 word = ats_at(subject->layout->human->tokens, AtsToken, i)->word;

		if (word != ATS_NO_WORD && is_new(subject, body, word))
			return TRUE;
	}
	return FALSE;
}

static void
add_line(const AtsSubject *subject, const AtsLine *line, GHashTable *body, GArray *words)
{
	g_autofree char *text = ats_line_text(subject->layout, line);

	if (!is_running(subject, line) || is_contact(text) ||
	    !says_something_new(subject, line, body))
		return;
	for (guint32 i = line->first; i < line->first + line->n; i++) {
		guint32 word = ats_at(subject->layout->human->tokens, AtsToken, i)->word;

		if (word != ATS_NO_WORD)
			g_array_append_val(words, word);
	}
}

static gboolean
holds(const GArray *words, guint32 word)
{
	for (guint i = 0; i < words->len; i++) {
		if (g_array_index(words, guint32, i) == word)
			return TRUE;
	}
	return FALSE;
}

static void
say(const AtsSubject *subject, AtsFindings *findings, const GArray *words)
{
	const AtsField *name = &subject->resume->name;
	gboolean named = name->text != NULL && holds(words, name->word);
	g_autofree char *sample = ats_words_sample(subject, words);
	AtsFinding *finding = ats_findings_add(
	    findings,
	    named ? "The name stands in the page header or footer and nowhere else."
		  : "Text stands in the page header or footer and nowhere else.");
	guint n_losers = ats_finding_name_lacking(subject, findings, finding, words);

	finding->severity = ats_subject_severity(subject, n_losers);
	if (!named)
		finding->severity = MIN(finding->severity, ATS_SEVERITY_WARNING);
	ats_findings_evidence(findings, finding, sample);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_autoptr(GHashTable) body = body_words(subject);
	g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint i = 0; i < subject->layout->lines->len; i++)
		add_line(subject, ats_at(subject->layout->lines, AtsLine, i), body, words);
	if (words->len >= LEAST_WORDS)
		say(subject, findings, words);
}

const AtsCheck ats_check_header_text = {
    .id = "header-text",
    .needs = ATS_NEEDS_DOCX | ATS_NEEDS_TEXT,
    .run = run,
};

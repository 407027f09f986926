/*
 * The check letterspaced-text: words set so wide that parsers take them for single letters.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/evidence.h"
#include "checks/gather.h"

/* pieces of the line that are quoted from the first that came apart: three words or so */
#define QUOTED_TOKENS 30
/* lines that a finding names before it counts the others */
#define NAMED_LINES 3
/* letters of a word from which its pitch says something: initials and "II" are set as they are */
#define LEAST_LETTERS 3

static gboolean
is_letterspaced(const AtsSubject *subject, const AtsLine *line)
{
	for (guint i = line->first; i < line->first + line->n; i++) {
		guint32 index = ats_at(subject->layout->human->tokens, AtsToken, i)->word;
		const AtsWord *word;

		if (index == ATS_NO_WORD)
			continue;
		word = ats_at(subject->document->words, AtsWord, index);
		if (word->letterspaced && ats_count_letters(word->text) >= LEAST_LETTERS)
			return TRUE;
	}
	return FALSE;
}

/* typed letter by letter, with a space after each: the words of the file are single letters, which
 * the layout puts together */
static gboolean
is_typed_apart(const AtsSubject *subject, const AtsLine *line)
{
	guint joined = 0;

	if (subject->document->format != ATS_FORMAT_DOCX)
		return FALSE;
	for (guint i = line->first + 1; i < line->first + line->n; i++) {
		const AtsToken *token = ats_at(subject->layout->human->tokens, AtsToken, i);
		joined += token->before == ATS_BREAK_NONE && ats_count_letters(token->text) == 1 &&
			  ats_count_letters(token[-1].text) == 1;
	}
	return joined + 1 >= LEAST_LETTERS;
}

static gboolean
line_holds(const AtsSubject *subject, const AtsLine *line, guint32 word)
{
	for (guint i = line->first; i < line->first + line->n; i++) {
		if (ats_at(subject->layout->human->tokens, AtsToken, i)->word == word)
			return TRUE;
	}
	return FALSE;
}

/* the line as the reading prints it from there on, and nothing after it */
static char *
quote(const AtsSubject *subject, const AtsReading *reading, const AtsLine *line, guint32 token)
{
	guint words_after = 0;
	guint32 previous = ats_at(reading->tokens, AtsToken, token)->word;
	guint32 end = MIN(token + QUOTED_TOKENS, reading->tokens->len);

	for (guint32 i = token; i < end; i++) {
		guint32 word = ats_at(reading->tokens, AtsToken, i)->word;

		if (!line_holds(subject, line, word))
			break;
		words_after += word == previous ? 0 : 1;
		previous = word;
	}
	return ats_reading_quote(reading, token, 0, words_after);
}

/**
 * Group: lines that fare alike, said in one finding.
 */
typedef struct {
	GPtrArray *lines; /* of const AtsLine */
	gboolean *splits; /* for each of the subject's readings */
	char *quote;	  /* of the first line that comes apart, as parsers print it */
} Group;

static void
group_clear(Group *group)
{
	g_ptr_array_unref(group->lines);
	g_free(group->splits);
	g_free(group->quote);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Group, group_clear)

static Group
group_new(const AtsSubject *subject)
{
	return (Group){.lines = g_ptr_array_new(),
		       .splits = g_new0(gboolean, subject->readings->len + 1)};
}

/* the reading prints a word of one letter right after the one that a person reads it with; sets
 * @token to where it does */
static gboolean
prints_apart(const AtsSubject *subject,
	     AtsFindings *findings,
	     const AtsReading *reading,
	     const AtsLine *line,
	     guint32 *token)
{
	for (guint i = line->first + 1; i < line->first + line->n; i++) {
		const AtsToken *human = ats_at(subject->layout->human->tokens, AtsToken, i);
		guint32 at = ats_subject_token_of_word(subject, findings, reading, human->word);

		if (human->before != ATS_BREAK_NONE || at == G_MAXUINT32 || at == 0 ||
		    ats_at(reading->tokens, AtsToken, at)->before == ATS_BREAK_NONE)
			continue;
		*token = at - 1;
		return TRUE;
	}
	return FALSE;
}

/* marks the readings that split words of the line; FALSE if none does */
static gboolean
mark_splits(const AtsSubject *subject, AtsFindings *findings, const AtsLine *line, Group *group)
{
	gboolean typed = is_typed_apart(subject, line);
	gboolean any = FALSE;

	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		AtsFate fate;

		if (!reading->judged)
			continue;
		fate = ats_subject_fate(subject, findings, reading, line->first, line->n);
		if (fate.n_split == 0 &&
		    !(typed && prints_apart(subject, findings, reading, line, &fate.token)))
			continue;
		if (group->quote == NULL)
			group->quote = quote(subject, reading, line, fate.token);
		group->splits[i] = TRUE;
		any = TRUE;
	}
	return any;
}

/* “EXPERIENCE”, “SKILLS” and 2 more; (transfer full) */
static char *
name_lines(const AtsSubject *subject, const GPtrArray *lines)
{
	guint n_named = lines->len > NAMED_LINES + 1 ? NAMED_LINES : lines->len;
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < n_named; i++) {
		g_autofree char *text = ats_line_text(subject->layout, g_ptr_array_index(lines, i));
		const char *joint = i == 0 ? "" : i + 1 < lines->len ? ", " : " and ";

		g_string_append_printf(out, "%s“%s”", joint, text);
	}
	if (n_named < lines->len)
		g_string_append_printf(out, " and %u more", lines->len - n_named);
	return g_string_free(out, FALSE);
}

static void
say(const AtsSubject *subject, AtsFindings *findings, const Group *group)
{
	const AtsLine *first;
	g_autofree char *names = NULL;
	AtsFinding *finding;
	guint n = 0;

	if (group->lines->len == 0)
		return;
	first = g_ptr_array_index(group->lines, 0);
	names = name_lines(subject, group->lines);
	finding = ats_findings_add(findings,
				   group->lines->len == 1
				       ? "%s is set with space between its letters."
				       : "%s are set with space between their letters.",
				   names);
	for (guint i = 0; i < subject->readings->len; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);

		n += group->splits[i] ? 1 : 0;
		if (group->splits[i])
			ats_findings_lost_in(findings, finding, reading->parser);
	}
	finding->severity = MIN(ats_subject_severity(subject, n), ATS_SEVERITY_WARNING);
	if (group->quote != NULL)
		ats_findings_evidence(findings, finding, group->quote);
	ats_findings_place(findings, finding, first->page, first->box);
	if (n > 0 && subject->document->format == ATS_FORMAT_DOCX)
		ats_findings_fix(findings,
				 finding,
				 "Delete the spaces between the letters: capitals or a larger size "
				 "give a title as much weight.");
	else if (subject->document->format == ATS_FORMAT_DOCX)
		ats_findings_fix(findings,
				 finding,
				 "Nothing is lost in the DOCX; set the character spacing to normal "
				 "before you make a PDF.");
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	g_auto(Group) split = group_new(subject);
	g_auto(Group) whole = group_new(subject);

	for (guint i = 0; i < subject->layout->lines->len; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);

		if (!is_letterspaced(subject, line) && !is_typed_apart(subject, line))
			continue;
		if (mark_splits(subject, findings, line, &split))
			g_ptr_array_add(split.lines, (gpointer)line);
		else
			g_ptr_array_add(whole.lines, (gpointer)line);
	}
	say(subject, findings, &split);
	say(subject, findings, &whole);
}

const AtsCheck ats_check_letterspaced_text = {
    .id = "letterspaced-text",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

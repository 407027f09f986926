/*
 * Words that live in one kind of part, and which readings have them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/part-words.h"

#include "base/utf8.h"

/* words of a sample; a finding shows about two lines */
#define SAMPLE_WORDS 30

/* for each part whether it or one of its ancestors is of the kind: a parent stands before its
   children */
static gboolean *
mark_parts(const AtsDocument *document, AtsPartKind kind, AtsVariant variant)
{
	gboolean *marks = g_new0(gboolean, document->parts->len + 1);

	for (guint i = 0; i < document->parts->len; i++) {
		const AtsPart *part = ats_at(document->parts, AtsPart, i);

		marks[i] = (part->kind == kind &&
			    (variant == ATS_VARIANT_NONE || part->variant == variant)) ||
			   (part->parent >= 0 && marks[part->parent]);
	}
	return marks;
}

GArray *
ats_words_in_part(const AtsSubject *subject, AtsPartKind kind, AtsVariant variant)
{
	const AtsDocument *document = subject->document;
	g_autofree gboolean *marks = mark_parts(document, kind, variant);
	GArray *words = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < document->words->len; i++) {
		const AtsWord *word = ats_at(document->words, AtsWord, i);

		if (word->part < document->parts->len && marks[word->part] &&
		    !ats_utf8_is_ornament(word->text))
			g_array_append_val(words, i);
	}
	return words;
}

void
ats_words_keep_shown(const AtsSubject *subject, GArray *words, gboolean shown)
{
	guint n = 0;

	for (guint i = 0; i < words->len; i++) {
		guint32 word = g_array_index(words, guint32, i);

		if (ats_word_shown(subject->document,
				   ats_at(subject->document->words, AtsWord, word)) == shown)
			g_array_index(words, guint32, n++) = word;
	}
	g_array_set_size(words, n);
}

char *
ats_words_sample(const AtsSubject *subject, const GArray *words)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < MIN(words->len, SAMPLE_WORDS); i++) {
		guint32 word = g_array_index(words, guint32, i);

		g_string_append_printf(out,
				       "%s%s",
				       i == 0 ? "" : " ",
				       ats_at(subject->document->words, AtsWord, word)->text);
	}
	return g_string_free(out, FALSE);
}

static guint
count_printed(const AtsSubject *subject,
	      AtsFindings *findings,
	      const AtsReading *reading,
	      const GArray *words)
{
	guint n = 0;

	for (guint i = 0; i < words->len; i++) {
		guint32 word = g_array_index(words, guint32, i);

		if (ats_subject_token_of_word(subject, findings, reading, word) != G_MAXUINT32)
			n++;
	}
	return n;
}

static guint
name_readings(const AtsSubject *subject,
	      AtsFindings *findings,
	      AtsFinding *finding,
	      const GArray *words,
	      gboolean that_print)
{
	guint n = 0;

	for (guint i = 0; i < subject->readings->len && words->len > 0; i++) {
		const AtsReading *reading = g_ptr_array_index(subject->readings, i);
		guint printed;

		if (!reading->judged)
			continue;
		printed = count_printed(subject, findings, reading, words);
		if (that_print ? 2 * printed < words->len : 2 * printed > words->len)
			continue;
		if (finding != NULL)
			ats_findings_lost_in(findings, finding, reading->parser);
		n++;
	}
	return n;
}

guint
ats_finding_name_lacking(const AtsSubject *subject,
			 AtsFindings *findings,
			 AtsFinding *finding,
			 const GArray *words)
{
	return name_readings(subject, findings, finding, words, FALSE);
}

guint
ats_finding_name_printing(const AtsSubject *subject,
			  AtsFindings *findings,
			  AtsFinding *finding,
			  const GArray *words)
{
	return name_readings(subject, findings, finding, words, TRUE);
}

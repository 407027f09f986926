/*
 * Which lines a region holds, how a person would name it, and what parsers make of its lines. For
 * the checks of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/regions.h"

#include "base/utf8.h"

#define NOWHERE G_MAXUINT32
/* characters of a line by which a person finds it again */
#define START_CHARACTERS 40

/* lines that lie in a region whose lines do not follow one another */
static void
collect_scattered(const AtsSubject *subject, guint32 region, GArray *lines)
{
	const AtsRegion *r = ats_at(subject->layout->regions, AtsRegion, region);

	for (guint32 i = 0; i < subject->layout->lines->len; i++) {
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, i);
		float x = (line->box.x0 + line->box.x1) / 2;
		float y = (line->box.y0 + line->box.y1) / 2;
		gboolean lies_in = subject->document->format == ATS_FORMAT_PDF &&
				   line->page == r->page && ats_box_contains_point(r->box, x, y);

		if (line->region == region || lies_in)
			g_array_append_val(lines, i);
	}
}

GArray *
ats_region_lines(const AtsSubject *subject, guint32 region)
{
	const AtsRegion *r = ats_at(subject->layout->regions, AtsRegion, region);
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));

	for (guint32 i = 0; i < r->n_lines && r->first_line + i < subject->layout->lines->len;
	     i++) {
		guint32 line = r->first_line + i;

		g_array_append_val(lines, line);
	}
	if (r->n_lines == 0)
		collect_scattered(subject, region, lines);
	return lines;
}

/* the line's words alone; the last word of one line and the first of the next are looked at by
 * joint() */
static void
add_line(AtsLinesFate *fate, const AtsFate *line)
{
	if (line->n_words == 0)
		return;
	fate->n_lines++;
	if (2 * line->n_missing > line->n_words) {
		fate->n_lost++;
	} else if (line->n_broken > 0 || line->n_missing > 0) {
		if (fate->n_mixed++ == 0)
			fate->token = line->token;
	}
}

/* the first or last token of the line that counts as a word; NOWHERE if it has none */
static guint32
end_token(const AtsSubject *subject, const AtsLine *line, gboolean last)
{
	for (guint32 k = 0; k < line->n; k++) {
		guint32 i = last ? line->first + line->n - 1 - k : line->first + k;

		if (!ats_utf8_is_ornament(
			ats_at(subject->layout->human->tokens, AtsToken, i)->text))
			return i;
	}
	return NOWHERE;
}

static void
add_joint(AtsLinesFate *fate,
	  const AtsSubject *subject,
	  AtsFindings *findings,
	  const AtsReading *reading,
	  guint32 a,
	  guint32 b)
{
	const GArray *tokens = subject->layout->human->tokens;
	guint32 last = end_token(subject, ats_at(subject->layout->lines, AtsLine, a), TRUE);
	guint32 first = end_token(subject, ats_at(subject->layout->lines, AtsLine, b), FALSE);
	guint32 words[2];
	gint64 apart;

	if (last == NOWHERE || first == NOWHERE)
		return;
	words[0] = ats_at(tokens, AtsToken, last)->word;
	words[1] = ats_at(tokens, AtsToken, first)->word;
	apart = ats_subject_words_apart(subject, findings, reading, words[0], words[1]);
	if (apart == ATS_APART_UNKNOWN)
		return;
	fate->n_joints++;
	if (apart == 0)
		return;
	fate->n_parted++;
	if (fate->token == NOWHERE)
		fate->token = ats_subject_token_of_word(subject, findings, reading, words[0]);
}

AtsLinesFate
ats_subject_lines_fate(const AtsSubject *subject,
		       AtsFindings *findings,
		       const AtsReading *reading,
		       const GArray *lines)
{
	AtsLinesFate fate = {.token = NOWHERE};

	for (guint i = 0; i < lines->len; i++) {
		guint32 index = g_array_index(lines, guint32, i);
		const AtsLine *line = ats_at(subject->layout->lines, AtsLine, index);
		AtsFate one = ats_subject_fate(subject, findings, reading, line->first, line->n);

		add_line(&fate, &one);
		if (i > 0)
			add_joint(&fate,
				  subject,
				  findings,
				  reading,
				  g_array_index(lines, guint32, i - 1),
				  index);
	}
	return fate;
}

const char *
ats_lines_heading(const AtsSubject *subject, const GArray *lines)
{
	const AtsResumeSection *around = NULL;

	for (guint i = 0; i < lines->len; i++) {
		guint32 line = g_array_index(lines, guint32, i);
		const AtsResumeSection *section = ats_resume_section_of_line(subject->resume, line);

		if (section != NULL && section->line == line)
			return section->heading;
		if (i == 0)
			around = section;
	}
	return around == NULL ? NULL : around->heading;
}

static char *
cut_at_word(const char *text)
{
	const char *end;

	if (g_utf8_strlen(text, -1) <= START_CHARACTERS)
		return g_strdup(text);
	end = g_utf8_offset_to_pointer(text, START_CHARACTERS);
	while (end > text && *end != ' ')
		end--;
	if (end == text)
		end = g_utf8_offset_to_pointer(text, START_CHARACTERS);
	return g_strdup_printf("%.*s …", (int)(end - text), text);
}

char *
ats_lines_start(const AtsSubject *subject, const GArray *lines)
{
	for (guint i = 0; i < lines->len; i++) {
		guint32 index = g_array_index(lines, guint32, i);
		g_autofree char *text =
		    ats_line_text(subject->layout, ats_at(subject->layout->lines, AtsLine, index));

		if (!ats_utf8_is_ornament(text))
			return cut_at_word(text);
	}
	return g_strdup("");
}

AtsBox
ats_lines_box(const AtsSubject *subject, const GArray *lines)
{
	AtsBox box = ATS_BOX_EMPTY;

	for (guint i = 0; i < lines->len; i++)
		box = ats_box_union(
		    box,
		    ats_at(subject->layout->lines, AtsLine, g_array_index(lines, guint32, i))->box);
	return box;
}

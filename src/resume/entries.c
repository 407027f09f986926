/*
 * Builds the entries of a resume around the dates in its sections: the date, where it stands, and
 * the lines that it belongs to. For read.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/entries.h"

/* lines above a date that may be the entry's title: job, company, place */
#define TITLE_LINES_MAX 3
/* words of the longest of them */
#define TITLE_WORDS_MAX 14
/* ... and of the shortest line above a date that is a sentence if it ends with a full stop */
#define SENTENCE_WORDS_MIN 5
/* a gap above a line, in font sizes, that begins something new */
#define ENTRY_GAP 0.8F
/* lines below the first part of a broken date in which the second is looked for: between them
 * stands the text on the other side of the row */
#define BROKEN_LINES_MAX 3
/* bytes of the longest line that goes on with a date; what stands behind does not matter */
#define BROKEN_BYTES_MAX 200
/* lines of the longest broken date: "May 2019", "- June", "2020" */
#define BROKEN_PARTS_MAX 3
/* ranges at the head of a line that show that a section of another kind holds jobs after all */
#define RANGES_MIN 2

typedef struct {
	const AtsLayout *layout;
	AtsResume *resume;
	guint32 section;
	guint first, end; /* lines of the section without its heading */
	GArray *lines;	  /* of AtsEntryLine, from @first on */
	guint taken;	  /* the first line that no entry has as its title or date */
} Section;

static gboolean
holds_entries(AtsSectionKind kind)
{
	switch (kind) {
	case ATS_SECTION_EXPERIENCE:
	case ATS_SECTION_EDUCATION:
	case ATS_SECTION_PROJECTS:
	case ATS_SECTION_TRAINING:
	case ATS_SECTION_VOLUNTEER:
		return TRUE;
	default:
		return FALSE;
	}
}

/* "Career Highlights" may hold jobs, whatever the lists say of its title */
static gboolean
looks_like_entries(const GArray *lines)
{
	guint n = 0;

	for (guint i = 0; i < lines->len; i++) {
		const AtsEntryLine *line = ats_at(lines, AtsEntryLine, i);
		if (line->head >= 0 && !line->body &&
		    !ats_at(line->dates, AtsDateRange, line->head)->single)
			n++;
	}
	return n >= RANGES_MIN;
}

static AtsEntryLine *
line_at(const Section *self, guint line)
{
	return ats_at(self->lines, AtsEntryLine, line - self->first);
}

static void
clear_line(gpointer data)
{
	ats_entry_line_clear(data);
}

/* --- dates that are broken over two lines --- */

/* the second line could take the date on: at the same side, right below */
static gboolean
could_go_on(const AtsEntryLine *upper, const AtsEntryLine *lower)
{
	const AtsLine *a = upper->line;
	const AtsLine *b = lower->line;

	if (lower->body || b->page != a->page || b->region != a->region ||
	    lower->text->len > BROKEN_BYTES_MAX)
		return FALSE;
	if (b->right_part != a->right_part || b->margin != a->margin)
		return FALSE;
	/* a DOCX has no boxes */
	if (a->box.x1 <= a->box.x0)
		return TRUE;
	return b->box.y0 > a->baseline && b->box.x0 < a->box.x1 && a->box.x0 < b->box.x1;
}

/* what a month at the end of the line above may belong to */
static gboolean
begins_with_date(const AtsEntryLine *line)
{
	return line->dates->len > 0 && ats_at(line->dates, AtsDateRange, 0)->start == 0;
}

/* a range with both ends that begins in the first line and ends in the last; @joined is all of them
 */
static gboolean
find_crossing(const char *joined, gsize first, gsize before_last, AtsDateRange *range)
{
	g_autoptr(GArray) dates = ats_dates_find(joined);

	for (guint i = 0; i < dates->len; i++) {
		const AtsDateRange *date = ats_at(dates, AtsDateRange, i);
		if (date->single || date->to.form == ATS_DATE_NONE || date->start >= first ||
		    date->end <= before_last + 1)
			continue;
		/* "… the clean-up, 2018 to / today" is a sentence */
		if (date->separator == 'w' && date->start > 0)
			continue;
		*range = *date;
		return TRUE;
	}
	return FALSE;
}

/* the last line of the date that begins at the end of @line, 0 if it ends there; the longest, since
 * "May 2019 / - June / 2020" makes sense without its last line too */
static guint
find_broken(const Section *self, guint line, AtsDateRange *range, char **text)
{
	const AtsEntryLine *upper = line_at(self, line);
	g_autoptr(GString) joined = NULL;
	guint found = 0, n_parts = 1;

	if (upper->body || upper->text->len > BROKEN_BYTES_MAX)
		return 0;
	joined = g_string_new(upper->text->str);
	for (guint next = line + 1;
	     next < self->end && next <= line + BROKEN_LINES_MAX && n_parts < BROKEN_PARTS_MAX;
	     next++) {
		gsize before_last = joined->len;

		if (!could_go_on(upper, line_at(self, next)) ||
		    (upper->dates->len == 0 && !begins_with_date(line_at(self, next))))
			continue;
		n_parts++;
		g_string_append_printf(joined, " %s", line_at(self, next)->text->str);
		if (!find_crossing(joined->str, upper->text->len, before_last, range))
			continue;
		found = next;
		g_free(*text);
		*text = g_strndup(joined->str + range->start, range->end - range->start);
	}
	return found;
}

/* --- the lines around a date --- */

/* the end of a paragraph rather than a title: it begins in the middle of a sentence, or ends one */
static gboolean
ends_paragraph(const AtsEntryLine *line)
{
	return g_unichar_islower(g_utf8_get_char(line->text->str)) ||
	       (ats_entry_line_n_words(line) >= SENTENCE_WORDS_MIN &&
		g_str_has_suffix(line->text->str, "."));
}

static gboolean
has_letter(const char *text)
{
	for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
		if (g_unichar_isalpha(g_utf8_get_char(p)))
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_title_line(const Section *self, guint line)
{
	const AtsEntryLine *self_line = line_at(self, line);

	return !self_line->body && self_line->head < 0 && has_letter(self_line->text->str) &&
	       ats_entry_line_n_words(self_line) > 0 &&
	       ats_entry_line_n_words(self_line) <= TITLE_WORDS_MAX;
}

static gboolean
begins_something(const AtsLine *line)
{
	return line->space_above > ENTRY_GAP * line->size && line->box.x1 > line->box.x0;
}

/* the first line of the entry whose date stands on @line */
static guint
find_first_line(const Section *self, guint line)
{
	guint first = line;

	while (first > self->first && first > self->taken && line - first < TITLE_LINES_MAX) {
		/* parts of one row are never apart */
		if (begins_something(line_at(self, first)->line) &&
		    !line_at(self, first)->line->shares_row)
			break;
		if (!is_title_line(self, first - 1) || ends_paragraph(line_at(self, first - 1)))
			break;
		first--;
	}
	return first;
}

/* a date on the left of its title's row, or above it */
static gboolean
stands_before(const AtsEntryLine *line)
{
	return line->whole && !line->line->right_part &&
	       (line->line->margin || line->line->shares_row);
}

/* the line that has the title, or @date_line if that is all there is */
static guint
find_title_line(const Section *self, AtsEntry *entry)
{
	guint after = entry->date_end_line;
	const AtsEntryLine *line = line_at(self, entry->date_line);

	entry->first_line = entry->date_line;
	if (!stands_before(line))
		entry->first_line = find_first_line(self, entry->date_line);
	if (entry->first_line < entry->date_line || !line->whole)
		return entry->first_line;
	if (after < self->end && is_title_line(self, after))
		return after;
	return entry->date_line;
}

static AtsEntryDatePlace
place_of(const AtsEntryLine *line, const AtsEntry *entry)
{
	const AtsDateRange *date = ats_at(line->dates, AtsDateRange, line->head);

	if (entry->date_end_line > entry->date_line + 1)
		return ATS_ENTRY_DATE_VERTICAL;
	if (line->line->margin)
		return ATS_ENTRY_DATE_MARGIN;
	if (line->line->right_part ||
	    (date->start > 0 && line->text->str[date->start - 1] == '\t' &&
	     date->end == line->text->len))
		return ATS_ENTRY_DATE_RIGHT;
	return line->whole && !line->line->shares_row ? ATS_ENTRY_DATE_OWN_LINE
						      : ATS_ENTRY_DATE_IN_LINE;
}

static void
add_entry(Section *self, AtsEntry *entry)
{
	guint title_line = find_title_line(self, entry);
	const AtsEntryLine *line = line_at(self, title_line);
	gsize offset = 0;
	g_autofree char *title = ats_entry_line_title(line, &offset);

	entry->section = self->section;
	entry->end_line = self->end;
	entry->title_word = ATS_NO_WORD;
	if (title != NULL) {
		entry->title = g_string_chunk_insert(self->resume->strings, title);
		entry->title_word = ats_entry_line_word(line, self->layout, offset);
	}
	self->taken = MAX(entry->date_end_line, title_line + 1);
	g_array_append_val(self->resume->entries, *entry);
}

/* the entry whose date stands on @line; returns the line after the date */
static guint
take_line(Section *self, guint line)
{
	AtsEntryLine *head = line_at(self, line);
	AtsEntry entry = {.date_line = line, .date_end_line = line + 1};
	g_autofree char *text = NULL;
	guint broken = find_broken(self, line, &entry.date, &text);
	gsize start;

	if (broken > 0) {
		entry.date_end_line = broken + 1;
		entry.place = ATS_ENTRY_DATE_VERTICAL;
		start = entry.date.start;
	} else {
		if (head->head < 0)
			return line + 1;
		entry.date = *ats_at(head->dates, AtsDateRange, head->head);
		start = entry.date.start;
		text = g_strndup(head->text->str + start, entry.date.end - start);
		entry.place = place_of(head, &entry);
	}
	entry.date_word = ats_entry_line_word(head, self->layout, start);
	entry.date_text = g_string_chunk_insert(self->resume->strings, text);
	entry.date.end -= start;
	entry.date.start = 0;
	add_entry(self, &entry);
	return entry.date_end_line;
}

static void
read_section(Section *self)
{
	guint first_entry = self->resume->entries->len;

	for (guint line = self->first; line < self->end;)
		line = take_line(self, line);
	for (guint i = first_entry; i + 1 < self->resume->entries->len; i++)
		ats_at(self->resume->entries, AtsEntry, i)->end_line =
		    ats_at(self->resume->entries, AtsEntry, i + 1)->first_line;
}

void
ats_entries_read(const AtsDocument *document, const AtsLayout *layout, AtsResume *resume)
{
	for (guint32 i = 0; i < resume->sections->len; i++) {
		const AtsResumeSection *section = ats_at(resume->sections, AtsResumeSection, i);
		g_autoptr(GArray) lines = g_array_new(FALSE, TRUE, sizeof(AtsEntryLine));
		Section self = {
		    .layout = layout,
		    .resume = resume,
		    .section = i,
		    .first = section->line + section->n_lines,
		    .end = section->end_line,
		    .lines = lines,
		};

		g_array_set_clear_func(lines, clear_line);
		for (guint line = self.first; line < self.end; line++) {
			AtsEntryLine entry_line;
			ats_entry_line_init(&entry_line, document, layout, line);
			g_array_append_val(lines, entry_line);
		}
		self.taken = self.first;
		if (holds_entries(section->kind) || holds_entries(section->other) ||
		    looks_like_entries(lines))
			read_section(&self);
	}
}

/*
 * Follows each piece of a resume into a reading: whether it still stands there whole on one line,
 * under its own heading, or what became of it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/pieces.h"

#include <string.h>

#include "base/utf8.h"

#define NOWHERE G_MAXUINT32

/* a reading, made ready for questions */
typedef struct {
	const AtsDocument *document;
	const AtsLayout *layout;
	const AtsResume *resume;
	const AtsReading *reading;
	guint32 *places; /* the first token of each word; NOWHERE */
	GArray *heads;	 /* of AtsHead, by token */
} AtsHolder;

/* where the reading prints a section's heading */
typedef struct {
	guint32 token;
	guint32 section;
} AtsHead;

/* what is seen of a piece on the way through its words */
typedef struct {
	guint n_words, n_missing;
	gboolean unbreakable; /* it ends where white space begins, for people too: an address */
	gboolean split, glued;
	guint32 first; /* the first of its tokens; NOWHERE */
	guint32 end;   /* after the last of them */
} AtsSight;

static const AtsToken *
human_at(const AtsHolder *self, guint32 i)
{
	return ats_at(self->layout->human->tokens, AtsToken, i);
}

static const AtsToken *
token_at(const AtsHolder *self, guint32 i)
{
	return ats_at(self->reading->tokens, AtsToken, i);
}

static gint
compare_heads(gconstpointer a, gconstpointer b)
{
	guint32 x = ((const AtsHead *)a)->token;
	guint32 y = ((const AtsHead *)b)->token;

	return x < y ? -1 : x > y;
}

static guint32
place_of(const AtsHolder *self, const AtsToken *human)
{
	return human->word < self->document->words->len ? self->places[human->word] : NOWHERE;
}

static void
find_heads(AtsHolder *self)
{
	self->heads = g_array_new(FALSE, FALSE, sizeof(AtsHead));
	for (guint32 i = 0; i < self->resume->sections->len; i++) {
		const AtsResumeSection *section =
		    ats_at(self->resume->sections, AtsResumeSection, i);
		const AtsLine *line = section->line < self->layout->lines->len
					  ? ats_at(self->layout->lines, AtsLine, section->line)
					  : NULL;
		AtsHead head = {.section = i, .token = NOWHERE};

		if (line != NULL && line->n > 0)
			head.token = place_of(self, human_at(self, line->first));
		if (head.token != NOWHERE)
			g_array_append_val(self->heads, head);
	}
	g_array_sort(self->heads, compare_heads);
}

/* the section whose heading is the last that the reading prints before the token */
static guint32
section_at(const AtsHolder *self, guint32 token)
{
	guint low = 0, high = self->heads->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (ats_at(self->heads, AtsHead, middle)->token <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? ats_at(self->heads, AtsHead, low - 1)->section : NOWHERE;
}

/* ---- one word ---- */

static void
append_letters(GString *out, const char *text)
{
	g_autofree char *folded = ats_utf8_fold(text);

	for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (g_unichar_isalnum(c))
			g_string_append_unichar(out, c);
	}
}

/* whether the tokens hold the letters that a person reads there */
static gboolean
holds_letters(const AtsHolder *self, guint32 from, guint32 to, const AtsToken *human)
{
	g_autoptr(GString) printed = NULL;
	g_autoptr(GString) read = NULL;

	if (to - from == 1 && g_str_equal(token_at(self, from)->text, human->text))
		return TRUE;
	printed = g_string_new(NULL);
	read = g_string_new(NULL);
	for (guint32 i = from; i < to; i++)
		append_letters(printed, token_at(self, i)->text);
	append_letters(read, human->text);
	return g_str_equal(printed->str, read->str);
}

/* after the last of the tokens in which the reading prints the word that begins there */
static guint32
end_of_word(const AtsHolder *self, guint32 token)
{
	guint32 word = token_at(self, token)->word;
	guint32 i = token + 1;

	while (i < self->reading->tokens->len && token_at(self, i)->word == word)
		i++;
	return i;
}

/* how the words on both sides are parted, with what bullets and bars stand between them; moves @at
 * to the next word that is one */
static AtsBreak
widest_break(const AtsReading *reading, guint32 *at)
{
	AtsBreak widest = ATS_BREAK_NONE;

	for (; *at < reading->tokens->len; (*at)++) {
		const AtsToken *token = ats_at(reading->tokens, AtsToken, *at);
		widest = MAX(widest, token->before);
		if (!ats_utf8_is_ornament(token->text))
			break;
	}
	return widest;
}

/* the break that people see before the human token, since the word before it */
static AtsBreak
human_break(const AtsHolder *self, guint32 i)
{
	AtsBreak widest = human_at(self, i)->before;

	while (i > 0 && ats_utf8_is_ornament(human_at(self, i - 1)->text))
		widest = MAX(widest, human_at(self, --i)->before);
	return i == 0 ? ATS_BREAK_PAGE : widest;
}

/* the word that follows the one seen before: on the same line where it is so for people */
static void
see_joint(const AtsHolder *self, AtsSight *sight, guint32 human, guint32 token)
{
	guint32 next = sight->end;
	AtsBreak parted = widest_break(self->reading, &next);
	AtsBreak for_people = human_break(self, human);

	if (next != token || (parted >= ATS_BREAK_LINE && for_people < ATS_BREAK_LINE) ||
	    (parted != ATS_BREAK_NONE && (sight->unbreakable || for_people == ATS_BREAK_NONE)))
		sight->split = TRUE;
	else if (parted == ATS_BREAK_NONE && for_people != ATS_BREAK_NONE)
		sight->glued = TRUE;
}

static void
see_word(const AtsHolder *self, AtsSight *sight, guint32 human)
{
	const AtsToken *read = human_at(self, human);
	guint32 token = place_of(self, read);
	guint32 end;

	sight->n_words++;
	if (token == NOWHERE || ats_at(self->document->words, AtsWord, read->word)->unmapped) {
		sight->n_missing++;
		return;
	}
	end = end_of_word(self, token);
	if (!holds_letters(self, token, end, read)) {
		sight->n_missing++;
		return;
	}
	for (guint32 i = token + 1; i < end; i++) {
		if (token_at(self, i)->before != ATS_BREAK_NONE)
			sight->split = TRUE;
	}
	if (sight->first == NOWHERE)
		sight->first = token;
	else
		see_joint(self, sight, human, token);
	sight->end = end;
}

/* ---- what stands around the piece ---- */

static gboolean
ends_in_letter(const char *text)
{
	const char *last = text[0] != '\0' ? g_utf8_find_prev_char(text, text + strlen(text))
					   : NULL;

	return last != NULL && g_unichar_isalnum(g_utf8_get_char(last));
}

static gboolean
begins_with_letter(const char *text)
{
	return g_unichar_isalnum(g_utf8_get_char(text));
}

static gboolean
runs_into_before(const AtsHolder *self, const AtsPiece *piece, const AtsSight *sight)
{
	const AtsToken *token = token_at(self, sight->first);

	return sight->first > 0 && token->before == ATS_BREAK_NONE &&
	       begins_with_letter(token->text) &&
	       ends_in_letter(token_at(self, sight->first - 1)->text) &&
	       human_break(self, piece->first) != ATS_BREAK_NONE;
}

static AtsBreak
human_break_after(const AtsHolder *self, const AtsPiece *piece)
{
	guint32 next = piece->first + piece->n;

	return next < self->layout->human->tokens->len ? human_at(self, next)->before
						       : ATS_BREAK_PAGE;
}

static gboolean
runs_into_after(const AtsHolder *self, const AtsPiece *piece, const AtsSight *sight)
{
	const AtsToken *next = sight->end < self->reading->tokens->len ? token_at(self, sight->end)
								       : NULL;

	return next != NULL && next->before == ATS_BREAK_NONE && begins_with_letter(next->text) &&
	       ends_in_letter(token_at(self, sight->end - 1)->text) &&
	       human_break_after(self, piece) != ATS_BREAK_NONE;
}

/* a heading that people see on a line of its own has other text on its line */
static gboolean
shares_line(const AtsHolder *self, const AtsPiece *piece, const AtsSight *sight)
{
	guint32 next = sight->end;
	guint32 before = sight->first;
	AtsBreak after = widest_break(self->reading, &next);

	if (human_break_after(self, piece) >= ATS_BREAK_LINE && next < self->reading->tokens->len &&
	    after < ATS_BREAK_LINE)
		return TRUE;
	if (human_break(self, piece->first) < ATS_BREAK_LINE)
		return FALSE;
	while (before > 0 && token_at(self, before)->before < ATS_BREAK_LINE) {
		before--;
		if (!ats_utf8_is_ornament(token_at(self, before)->text))
			return TRUE;
	}
	return FALSE;
}

/* the first line under the heading is printed under another one, or before all */
static gboolean
lost_its_text(const AtsHolder *self, const AtsPiece *piece)
{
	const AtsResumeSection *section =
	    ats_at(self->resume->sections, AtsResumeSection, piece->section);
	guint32 line = section->line + section->n_lines;
	const AtsLine *own = line < MIN(section->end_line, self->layout->lines->len)
				 ? ats_at(self->layout->lines, AtsLine, line)
				 : NULL;
	guint32 place = own != NULL && own->n > 0 ? place_of(self, human_at(self, own->first))
						  : NOWHERE;

	return place != NOWHERE && section_at(self, place) != piece->section;
}

static gboolean
is_moved(const AtsHolder *self, const AtsPiece *piece, const AtsSight *sight)
{
	if (piece->kind == ATS_PIECE_HEADING)
		return piece->section != NOWHERE && lost_its_text(self, piece);
	return section_at(self, sight->first) != piece->section;
}

static AtsPieceState
judge(const AtsHolder *self, const AtsPiece *piece, const AtsSight *sight)
{
	if (sight->n_words == 0 || 2 * sight->n_missing > sight->n_words)
		return ATS_PIECE_LOST;
	if (sight->split || sight->n_missing > 0)
		return ATS_PIECE_SPLIT;
	if (sight->glued || runs_into_before(self, piece, sight) ||
	    runs_into_after(self, piece, sight) ||
	    (piece->kind == ATS_PIECE_HEADING && shares_line(self, piece, sight)))
		return ATS_PIECE_GLUED;
	return is_moved(self, piece, sight) ? ATS_PIECE_MOVED : ATS_PIECE_WHOLE;
}

static AtsPieceState
hold(const AtsHolder *self, const AtsPiece *piece)
{
	AtsSight sight = {.first = NOWHERE, .unbreakable = piece->kind == ATS_PIECE_EMAIL};
	guint32 previous = ATS_NO_WORD;

	for (guint32 i = piece->first; i < piece->first + piece->n; i++) {
		const AtsToken *token = human_at(self, i);
		if (ats_utf8_is_ornament(token->text) || token->word == previous)
			continue;
		see_word(self, &sight, i);
		previous = token->word;
	}
	return judge(self, piece, &sight);
}

guint8 *
ats_pieces_hold(const GArray *pieces,
		const AtsReading *reading,
		const AtsDocument *document,
		const AtsLayout *layout,
		const AtsResume *resume)
{
	AtsHolder self = {
	    .document = document,
	    .layout = layout,
	    .resume = resume,
	    .reading = reading,
	};
	guint8 *states = g_new(guint8, pieces->len + 1);

	self.places = ats_reading_places(reading, document->words->len);
	find_heads(&self);
	for (guint i = 0; i < pieces->len; i++)
		states[i] = reading->judged ? hold(&self, ats_at(pieces, AtsPiece, i))
					    : ATS_PIECE_NOT_JUDGED;
	g_free(self.places);
	g_array_unref(self.heads);
	return states;
}

/*
 * Files the words of a reading under its headings, and tells which of them people find under
 * another one.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "readings/filing.h"

#include "base/utf8.h"

#define NOWHERE G_MAXUINT32

/* a heading that stands alone on its line */
typedef struct {
	guint32 token;
	guint32 slot;
} Head;

/* Slots number the sections, 0 is the text above all of them. */
typedef struct {
	const AtsReading *reading;
	const AtsDocument *document;
	const AtsLayout *layout;
	const AtsResume *resume;
	guint32 *places;    /* of each word: its first token in the reading; NOWHERE */
	guint8 *headings;   /* of each human token: it is a heading's own */
	guint8 *states;	    /* of each slot's heading */
	guint32 *own;	    /* of each slot: its words as people read */
	GArray *heads;	    /* of Head, in the reading's order */
	GArray *shares;	    /* of Share */
	GHashTable *by_key; /* slot * (number of slots) + owner → 1 + index in @shares */
} Filer;

/* words of one section under one heading */
typedef struct {
	guint32 slot, owner;
	AtsForeign words;
} Share;

static guint32
n_slots(const Filer *self)
{
	return self->resume->sections->len + 1;
}

static const AtsToken *
human_at(const Filer *self, guint32 i)
{
	return ats_at(self->layout->human->tokens, AtsToken, i);
}

static guint32
place_of(const Filer *self, guint32 human)
{
	guint32 word = human_at(self, human)->word;

	return word < self->document->words->len ? self->places[word] : NOWHERE;
}

/* ---- headings ---- */

static gint
compare_heads(gconstpointer a, gconstpointer b)
{
	guint32 x = ((const Head *)a)->token;
	guint32 y = ((const Head *)b)->token;

	return x < y ? -1 : x > y;
}

static void
add_heading(Filer *self, const AtsPiece *piece, AtsPieceState state)
{
	Head head = {.token = NOWHERE, .slot = piece->section + 1};
	guint32 end = MIN(piece->first + piece->n, self->layout->human->tokens->len);

	self->states[head.slot] = (guint8)state;
	for (guint32 i = piece->first; i < end; i++) {
		self->headings[i] = TRUE;
		head.token = MIN(head.token, place_of(self, i));
	}
	if (state <= ATS_PIECE_MOVED && head.token != NOWHERE)
		g_array_append_val(self->heads, head);
}

static void
find_headings(Filer *self, const GArray *pieces, const guint8 *states)
{
	for (guint i = 0; i < pieces->len; i++) {
		const AtsPiece *piece = ats_at(pieces, AtsPiece, i);
		if (piece->kind == ATS_PIECE_HEADING && piece->section < n_slots(self) - 1)
			add_heading(self, piece, (AtsPieceState)states[i]);
	}
	g_array_sort(self->heads, compare_heads);
}

/* the slot of the last heading before the token */
static guint32
slot_at(const Filer *self, guint32 token)
{
	guint low = 0, high = self->heads->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (ats_at(self->heads, Head, middle)->token <= token)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? ats_at(self->heads, Head, low - 1)->slot : 0;
}

/* ---- words ---- */

static Share *
share_of(Filer *self, guint32 slot, guint32 owner)
{
	gpointer key = GSIZE_TO_POINTER((gsize)slot * n_slots(self) + owner);
	guint at = GPOINTER_TO_UINT(g_hash_table_lookup(self->by_key, key));

	if (at == 0) {
		Share share = {.slot = slot, .owner = owner, .words.section = owner - 1};
		g_array_append_val(self->shares, share);
		at = self->shares->len;
		g_hash_table_insert(self->by_key, key, GUINT_TO_POINTER(at));
	}
	return ats_at(self->shares, Share, at - 1);
}

static void
file_word(Filer *self, guint32 human, guint32 owner)
{
	guint32 token;
	Share *share;

	if (self->headings[human] || ats_utf8_is_ornament(human_at(self, human)->text))
		return;
	self->own[owner]++;
	token = place_of(self, human);
	if (token == NOWHERE)
		return;
	share = share_of(self, slot_at(self, token), owner);
	if (share->words.n_words++ == 0)
		share->words.token = token;
}

static gboolean
is_furniture(const Filer *self, const AtsLine *line)
{
	AtsRegionKind kind = ats_at(self->layout->regions, AtsRegion, line->region)->kind;

	return kind == ATS_REGION_HEADER || kind == ATS_REGION_FOOTER;
}

static void
file_words(Filer *self)
{
	guint32 owner = 0;

	for (guint32 i = 0; i < self->layout->lines->len; i++) {
		const AtsLine *line = ats_at(self->layout->lines, AtsLine, i);
		guint32 end = MIN(line->first + line->n, self->layout->human->tokens->len);

		while (owner < self->resume->sections->len &&
		       ats_at(self->resume->sections, AtsResumeSection, owner)->line <= i)
			owner++;
		for (guint32 k = line->first; k < end && !is_furniture(self, line); k++)
			file_word(self, k, owner);
	}
}

/* ---- what comes of it ---- */

/* by slot; of one slot its own words first, then the most */
static gint
compare_shares(gconstpointer a, gconstpointer b)
{
	const Share *x = a;
	const Share *y = b;
	gboolean x_own = x->slot == x->owner;
	gboolean y_own = y->slot == y->owner;

	if (x->slot != y->slot)
		return x->slot < y->slot ? -1 : 1;
	if (x_own != y_own)
		return x_own ? -1 : 1;
	return x->words.n_words > y->words.n_words ? -1 : x->words.n_words < y->words.n_words;
}

/* the first of the sorted shares that is of the slot, or of a later one */
static guint
shares_from(const Filer *self, guint32 slot)
{
	guint low = 0, high = self->shares->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (ats_at(self->shares, Share, middle)->slot < slot)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
add_filed(const Filer *self, AtsFiling *filing, guint32 slot)
{
	AtsFiled filed = {
	    .section = slot - 1,
	    .state = (AtsPieceState)self->states[slot],
	    .n_missing = self->own[slot],
	    .foreign = filing->foreign->len,
	};

	for (guint i = shares_from(self, slot); i < self->shares->len; i++) {
		const Share *share = ats_at(self->shares, Share, i);
		if (share->slot != slot)
			break;
		filed.n_words += share->words.n_words;
		if (share->owner == slot) {
			filed.n_missing -= share->words.n_words;
		} else if (filed.n_foreign < ATS_FILED_FOREIGN) {
			AtsForeign words = share->words;
			words.n_own = self->own[share->owner];
			g_array_append_val(filing->foreign, words);
			filed.n_foreign++;
		}
	}
	if (slot > 0 || filed.n_words > 0 || filed.n_missing > 0)
		g_array_append_val(filing->sections, filed);
}

static void
collect(Filer *self, AtsFiling *filing)
{
	g_array_sort(self->shares, compare_shares);
	add_filed(self, filing, 0);
	for (guint i = 0; i < self->heads->len; i++)
		add_filed(self, filing, ats_at(self->heads, Head, i)->slot);
	for (guint32 slot = 1; slot < n_slots(self); slot++) {
		if (self->states[slot] > ATS_PIECE_MOVED)
			add_filed(self, filing, slot);
	}
}

AtsFiling *
ats_filing_new(const GArray *pieces,
	       const guint8 *states,
	       const AtsReading *reading,
	       const AtsDocument *document,
	       const AtsLayout *layout,
	       const AtsResume *resume)
{
	AtsFiling *filing = g_new0(AtsFiling, 1);
	guint32 n = resume->sections->len + 1;
	g_autofree guint32 *places = ats_reading_places(reading, document->words->len);
	g_autofree guint8 *headings = g_new0(guint8, layout->human->tokens->len + 1);
	g_autofree guint8 *heading_states = g_new0(guint8, n);
	g_autofree guint32 *own = g_new0(guint32, n);
	g_autoptr(GArray) heads = g_array_new(FALSE, FALSE, sizeof(Head));
	g_autoptr(GArray) shares = g_array_new(FALSE, FALSE, sizeof(Share));
	g_autoptr(GHashTable) by_key = g_hash_table_new(NULL, NULL);
	Filer self = {
	    .reading = reading,
	    .document = document,
	    .layout = layout,
	    .resume = resume,
	    .places = places,
	    .headings = headings,
	    .states = heading_states,
	    .own = own,
	    .heads = heads,
	    .shares = shares,
	    .by_key = by_key,
	};

	filing->sections = g_array_new(FALSE, FALSE, sizeof(AtsFiled));
	filing->foreign = g_array_new(FALSE, FALSE, sizeof(AtsForeign));
	if (!reading->judged)
		return filing;
	for (guint32 slot = 1; slot < n; slot++)
		heading_states[slot] = ATS_PIECE_LOST;
	find_headings(&self, pieces, states);
	file_words(&self);
	collect(&self, filing);
	return filing;
}

void
ats_filing_free(AtsFiling *filing)
{
	g_array_unref(filing->sections);
	g_array_unref(filing->foreign);
	g_free(filing);
}

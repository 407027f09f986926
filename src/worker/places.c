/*
 * Where a person finds each piece of contact data: in the text, in a page's header or footer, a
 * box, a table, a scan, or only behind a link. For pipeline.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/places.h"

#include <string.h>

#include "readings/pieces.h"

#define NOWHERE G_MAXUINT32

typedef struct {
	AtsReport *report;
	const AtsDocument *document;
	const AtsLayout *layout;
	const AtsResume *resume;
	GHashTable *pieces; /* text of a link's piece (by pointer) → AtsPiece */
} Finder;

/* --- a stretch of text --- */

static AtsPlaceKind
kind_of_part(const AtsDocument *document, guint32 part)
{
	AtsPlaceKind kind = ATS_PLACE_BODY;

	for (gint32 i = (gint32)part; i >= 0 && (guint32)i < document->parts->len;
	     i = ats_at(document->parts, AtsPart, i)->parent) {
		switch ((guint)ats_at(document->parts, AtsPart, i)->kind) {
		case ATS_PART_HEADER:
			return ATS_PLACE_HEADER;
		case ATS_PART_FOOTER:
			return ATS_PLACE_FOOTER;
		case ATS_PART_TEXT_BOX:
			kind = ATS_PLACE_TEXT_BOX;
			break;
		case ATS_PART_TABLE:
			kind = kind == ATS_PLACE_BODY ? ATS_PLACE_TABLE : kind;
			break;
		default:
			break;
		}
	}
	return kind;
}

static AtsPlaceKind
kind_of_region(const Finder *self, guint32 token)
{
	for (guint i = 0; i < self->layout->lines->len; i++) {
		const AtsLine *line = ats_at(self->layout->lines, AtsLine, i);

		if (token < line->first || token - line->first >= line->n)
			continue;
		switch ((guint)ats_at(self->layout->regions, AtsRegion, line->region)->kind) {
		case ATS_REGION_HEADER:
			return ATS_PLACE_HEADER;
		case ATS_REGION_FOOTER:
			return ATS_PLACE_FOOTER;
		default:
			return ATS_PLACE_BODY;
		}
	}
	return ATS_PLACE_BODY;
}

static AtsPlaceKind
kind_of_token(const Finder *self, guint32 token, const AtsWord *word)
{
	if (self->document->format == ATS_FORMAT_DOCX)
		return kind_of_part(self->document, word->part);
	if (word->page < self->document->pages->len &&
	    ats_at(self->document->pages, AtsPage, word->page)->scan)
		return ATS_PLACE_IMAGE;
	return kind_of_region(self, token);
}

/* a DOCX does not say where its text stands */
static void
set_spot(const Finder *self, AtsReportPlace *place, guint page, AtsBox box)
{
	if (self->document->format == ATS_FORMAT_DOCX)
		return;
	place->page = page + 1;
	place->box = box;
}

static AtsReportPlace
place_of_tokens(const Finder *self, guint32 first, guint32 n)
{
	const GArray *tokens = self->layout->human->tokens;
	const AtsWord *start = NULL;
	AtsReportPlace place = {0};
	AtsBox box = {0};

	for (guint32 i = first; i < MIN(first + n, tokens->len); i++) {
		guint32 index = ats_at(tokens, AtsToken, i)->word;
		const AtsWord *word;

		if (index >= self->document->words->len)
			continue;
		word = ats_at(self->document->words, AtsWord, index);
		if (start == NULL) {
			start = word;
			box = word->box;
			place.kind = kind_of_token(self, i, word);
		} else if (word->page == start->page) {
			box = ats_box_union(box, word->box);
		}
	}
	if (start != NULL)
		set_spot(self, &place, start->page, box);
	return place;
}

/* --- a link's target --- */

/* @scheme: "mailto:"; "" for a link that is given whole */
static AtsReportPlace
place_of_target(const Finder *self, const char *scheme, const char *text)
{
	AtsReportPlace place = {0};

	for (guint i = 0; i < self->document->links->len; i++) {
		const AtsLink *link = ats_at(self->document->links, AtsLink, i);

		if (g_ascii_strncasecmp(link->uri, scheme, strlen(scheme)) != 0 ||
		    strstr(link->uri + strlen(scheme), text) == NULL)
			continue;
		place.kind = ATS_PLACE_LINK;
		set_spot(self, &place, link->page, link->box);
		return place;
	}
	return place;
}

/* --- each datum --- */

static guint32
token_of_word(const AtsLayout *layout, guint32 word)
{
	for (guint32 i = 0; i < layout->human->tokens->len; i++) {
		if (ats_at(layout->human->tokens, AtsToken, i)->word == word)
			return i;
	}
	return NOWHERE;
}

static AtsReportPlace
place_of_field(const Finder *self, const AtsField *field, const char *scheme)
{
	guint32 token = NOWHERE;

	if (field->text == NULL)
		return (AtsReportPlace){0};
	if (field->word != ATS_NO_WORD)
		token = token_of_word(self->layout, field->word);
	if (token == NOWHERE)
		return scheme != NULL ? place_of_target(self, scheme, field->text)
				      : (AtsReportPlace){0};
	return place_of_tokens(self, token, ats_pieces_n_tokens(self->layout, token, field->text));
}

static AtsReportPlace
place_of_link(const Finder *self, const char *link)
{
	const AtsPiece *piece = g_hash_table_lookup(self->pieces, link);

	return piece != NULL ? place_of_tokens(self, piece->first, piece->n)
			     : place_of_target(self, "", link);
}

void
ats_places_add(AtsReport *report,
	       const GArray *pieces,
	       const AtsDocument *document,
	       const AtsLayout *layout,
	       const AtsResume *resume)
{
	g_autoptr(GHashTable) links = g_hash_table_new(NULL, NULL);
	Finder self = {report, document, layout, resume, links};

	for (guint i = 0; i < pieces->len; i++) {
		const AtsPiece *piece = ats_at(pieces, AtsPiece, i);
		if (piece->kind == ATS_PIECE_LINK)
			g_hash_table_insert(links, (gpointer)piece->text, (gpointer)piece);
	}
	report->name_place = place_of_field(&self, &resume->name, NULL);
	report->email_place = place_of_field(&self, &resume->email, "mailto:");
	report->phone_place = place_of_field(&self, &resume->phone, "tel:");
	report->location_place = place_of_field(&self, &resume->location, NULL);
	for (guint i = 0; i < resume->links->len; i++) {
		AtsReportPlace place = place_of_link(&self, resume->links->pdata[i]);
		g_array_append_val(report->link_places, place);
	}
}

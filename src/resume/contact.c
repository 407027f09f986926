/*
 * Picks e-mail address, telephone number and links among what the scanners of patterns.h find, by
 * where they stand and what stands before them. For read.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/contact.h"

#include <string.h>

#include "resume/lexicon.h"
#include "resume/patterns.h"

/* links kept; the longest publication lists have about 200 */
#define LINKS_MAX 256
/* bytes that a label and its marks may take before a value */
#define LABEL_BYTES_MAX 40
/* digits that two spellings of one number share at their end */
#define PHONE_TAIL_DIGITS 7

/* what a candidate is worth; a number needs PHONE_ENOUGH, so a bare one needs a label or a place on
 * top */
#define WORTH_LABEL	  4
#define WORTH_TOP	  3
#define WORTH_FIRST_PAGE  1
#define WORTH_REFERENCES  (-4)
#define WORTH_OTHER_LABEL (-6)
#define WORTH_LINKED	  2
#define WORTH_RANK_EMAIL  2
#define PHONE_ENOUGH	  3
/* up to here a label helps; above it the first number is as good as a later one with a label */
#define PHONE_CERTAIN 4
#define EMAIL_ENOUGH  3

static void
set_zone(GArray *zones, guint from, guint to, AtsZone zone)
{
	for (guint i = from; i < MIN(to, zones->len); i++)
		g_array_index(zones, guint8, i) = (guint8)zone;
}

static AtsZone
zone_of_section(const AtsResumeSection *section)
{
	if (section->kind == ATS_SECTION_CONTACT)
		return ATS_ZONE_TOP;
	return section->kind == ATS_SECTION_REFERENCES ? ATS_ZONE_REFERENCES : ATS_ZONE_OTHER;
}

GArray *
ats_zones_new(const AtsLayout *layout, const AtsResume *resume)
{
	GArray *zones = g_array_sized_new(FALSE, TRUE, sizeof(guint8), layout->lines->len);
	gboolean headed = resume->sections->len > 0;
	guint first = headed ? ats_at(resume->sections, AtsResumeSection, 0)->line : G_MAXUINT;

	g_array_set_size(zones, layout->lines->len);
	for (guint i = 0; i < resume->sections->len; i++) {
		const AtsResumeSection *section = ats_at(resume->sections, AtsResumeSection, i);
		set_zone(zones, section->line, section->end_line, zone_of_section(section));
	}
	for (guint i = 0; i < layout->lines->len; i++) {
		const AtsLine *line = ats_at(layout->lines, AtsLine, i);
		AtsRegionKind kind = line->region < layout->regions->len
					 ? ats_at(layout->regions, AtsRegion, line->region)->kind
					 : ATS_REGION_MAIN;
		if (kind == ATS_REGION_HEADER || (line->page == 0 && i < first))
			set_zone(zones, i, i + 1, ATS_ZONE_TOP);
		else if (line->page == 0 && ats_zone(zones, i) == ATS_ZONE_OTHER)
			set_zone(zones, i, i + 1, ATS_ZONE_FIRST_PAGE);
	}
	return zones;
}

void
ats_field_set(AtsResume *resume, AtsField *field, const char *value, guint32 word)
{
	field->text = g_string_chunk_insert(resume->strings, value);
	field->word = word;
}

/* telephones, mobiles and receivers: Unicode's, then Font Awesome's and Material's private ones */
static gboolean
is_phone_icon(gunichar c)
{
	static const gunichar icons[] = {0x260E,
					 0x260F,
					 0x2706,
					 0x1F4DE,
					 0x1F4F1,
					 0x1F4F2,
					 0x1F57F,
					 0x2121,
					 0xF095,
					 0xF10B,
					 0xF3CD,
					 0xF3CE,
					 0xF098,
					 0xF2A0,
					 0xF879,
					 0xE0B0,
					 0xE0CD};

	for (gsize i = 0; i < G_N_ELEMENTS(icons); i++) {
		if (icons[i] == c)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_place_icon(gunichar c)
{
	return c == 0x1F4CD || c == 0x1F3E0 || c == 0xF041 || c == 0xF3C5 || c == 0xF015 ||
	       c == 0xE0C8 || c == 0x2302;
}

static guint32
icon_kinds(gunichar c)
{
	return is_phone_icon(c)	  ? ATS_WORD_LABEL_PHONE
	       : is_place_icon(c) ? ATS_WORD_LABEL_PLACE
				  : 0;
}

guint32
ats_label_before(const char *text, gsize start)
{
	const char *end = text + start;
	const char *p = end;
	g_autofree char *word = NULL;

	while (p > text && end - p < LABEL_BYTES_MAX && strchr(" \t\n:.)(", p[-1]) != NULL)
		p--;
	end = p;
	if (p == text)
		return 0;
	p = g_utf8_find_prev_char(text, p);
	if (p != NULL && !g_unichar_isalnum(g_utf8_get_char(p)))
		return icon_kinds(g_utf8_get_char(p));
	p = end;
	while (p > text && end - p < LABEL_BYTES_MAX && strchr(" \t\n:|()", p[-1]) == NULL)
		p--;
	word = g_strndup(p, (gsize)(end - p));
	return g_utf8_validate(word, -1, NULL) ? ats_lexicon_word(word) : 0;
}

static gint
worth_of_zone(AtsZone zone)
{
	switch (zone) {
	case ATS_ZONE_TOP:
		return WORTH_TOP;
	case ATS_ZONE_FIRST_PAGE:
		return WORTH_FIRST_PAGE;
	case ATS_ZONE_REFERENCES:
		return WORTH_REFERENCES;
	default:
		return 0;
	}
}

static void
read_email(const AtsText *text, const GArray *zones, AtsResume *resume)
{
	g_auto(AtsMatch) match = {0};
	gint best = EMAIL_ENOUGH - 1;
	gsize from = 0;

	while (ats_match_email(text->text->str, &from, &match)) {
		const AtsPlace *place = ats_text_place(text, match.start);
		gint worth =
		    match.rank * WORTH_RANK_EMAIL + worth_of_zone(ats_zone(zones, place->line));
		if (ats_label_before(text->text->str, match.start) & ATS_WORD_LABEL_EMAIL)
			worth += WORTH_LABEL;
		if (worth <= best)
			continue;
		best = worth;
		ats_field_set(resume, &resume->email, match.text, place->word);
	}
}

/* the last digits of a number; (transfer full) */
static char *
phone_tail(const char *text)
{
	GString *digits = g_string_new(NULL);

	for (const char *p = text; *p != '\0'; p++) {
		if (g_ascii_isdigit(*p))
			g_string_append_c(digits, *p);
	}
	if (digits->len > PHONE_TAIL_DIGITS)
		g_string_erase(digits, 0, (gssize)digits->len - PHONE_TAIL_DIGITS);
	return g_string_free(digits, FALSE);
}

static const char *
link_after(const AtsLink *link, const char *scheme)
{
	gsize n = strlen(scheme);

	return link->uri != NULL && g_ascii_strncasecmp(link->uri, scheme, n) == 0 ? link->uri + n
										   : NULL;
}

/* tails of the numbers that tel: links name; (transfer full) */
static GHashTable *
linked_phones(const AtsDocument *document)
{
	GHashTable *tails = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < document->links->len; i++) {
		const char *number = link_after(ats_at(document->links, AtsLink, i), "tel:");
		if (number != NULL)
			g_hash_table_add(tails, phone_tail(number));
	}
	return tails;
}

static gint
worth_of_phone(const AtsText *text, const GArray *zones, GHashTable *linked, const AtsMatch *match)
{
	const AtsPlace *place = ats_text_place(text, match->start);
	guint32 label = ats_label_before(text->text->str, match->start);
	g_autofree char *tail = phone_tail(match->text);
	gint worth = match->rank + worth_of_zone(ats_zone(zones, place->line));

	if (label & ATS_WORD_LABEL_PHONE)
		worth = MAX(worth, MIN(worth + WORTH_LABEL, PHONE_CERTAIN));
	else if (label & ATS_WORD_LABEL_OTHER)
		worth += WORTH_OTHER_LABEL;
	if (g_hash_table_contains(linked, tail))
		worth += WORTH_LINKED;
	return worth;
}

static void
read_phone(const AtsDocument *document, const AtsText *text, const GArray *zones, AtsResume *resume)
{
	g_autoptr(GHashTable) linked = linked_phones(document);
	g_auto(AtsMatch) match = {0};
	gint best = PHONE_ENOUGH - 1;
	gsize from = 0;

	while (ats_match_phone(text->text->str, &from, &match)) {
		gint worth = worth_of_phone(text, zones, linked, &match);
		if (worth <= best)
			continue;
		best = worth;
		ats_field_set(resume,
			      &resume->phone,
			      match.text,
			      ats_text_place(text, match.start)->word);
	}
}

/* the word that shows the address, wherever it stands: an address that is linked is the person's */
static guint32
word_of_email(const AtsText *text, const char *address)
{
	g_auto(AtsMatch) match = {0};
	gsize from = 0;

	while (ats_match_email(text->text->str, &from, &match)) {
		if (g_ascii_strcasecmp(match.text, address) == 0)
			return ats_text_place(text, match.start)->word;
	}
	return ATS_NO_WORD;
}

static guint32
word_of_phone(const AtsText *text, const char *number)
{
	g_autofree char *tail = phone_tail(number);
	g_auto(AtsMatch) match = {0};
	gsize from = 0;

	while (ats_match_phone(text->text->str, &from, &match)) {
		g_autofree char *shown = phone_tail(match.text);
		if (*tail != '\0' && g_str_equal(shown, tail))
			return ats_text_place(text, match.start)->word;
	}
	return ATS_NO_WORD;
}

static void
read_email_target(const AtsText *text, AtsResume *resume, const char *mail)
{
	g_autofree char *address = g_strndup(mail, strcspn(mail, "?"));

	if (resume->email.text == NULL && strchr(address, '@') != NULL)
		ats_field_set(resume, &resume->email, address, word_of_email(text, address));
}

/* a link's target is the last resort: no parser of plain text sees it */
static void
read_targets(const AtsDocument *document, const AtsText *text, AtsResume *resume)
{
	for (guint i = 0; i < document->links->len; i++) {
		const AtsLink *link = ats_at(document->links, AtsLink, i);
		const char *mail = link_after(link, "mailto:");
		const char *phone = link_after(link, "tel:");

		if (mail != NULL)
			read_email_target(text, resume, mail);
		if (phone != NULL && resume->phone.text == NULL && *phone != '\0')
			ats_field_set(resume, &resume->phone, phone, word_of_phone(text, phone));
	}
}

static void
add_link(AtsResume *resume, GHashTable *seen, const char *link)
{
	g_autofree char *key = ats_link_key(link);

	if (*key == '\0' || resume->links->len >= LINKS_MAX ||
	    !g_hash_table_add(seen, g_steal_pointer(&key)))
		return;
	g_ptr_array_add(resume->links, g_string_chunk_insert(resume->strings, link));
}

/* a bare host inside a job's text is an employer or a product, not the person's page */
static gboolean
is_own_link(const AtsMatch *match, AtsZone zone)
{
	return match->rank > 0 || zone == ATS_ZONE_TOP;
}

static void
read_links(const AtsDocument *document, const AtsText *text, const GArray *zones, AtsResume *resume)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(AtsMatch) match = {0};
	gsize from = 0;

	while (ats_match_link(text->text->str, &from, &match)) {
		if (is_own_link(&match, ats_zone(zones, ats_text_place(text, match.start)->line)))
			add_link(resume, seen, match.text);
	}
	for (guint i = 0; i < document->links->len; i++) {
		const AtsLink *link = ats_at(document->links, AtsLink, i);
		if (link_after(link, "http://") != NULL || link_after(link, "https://") != NULL)
			add_link(resume, seen, link->uri);
	}
}

void
ats_contact_read(const AtsDocument *document, const AtsLayout *layout, AtsResume *resume)
{
	g_autoptr(AtsText) text = ats_text_new(document, layout);
	g_autoptr(GArray) zones = ats_zones_new(layout, resume);

	read_email(text, zones, resume);
	read_phone(document, text, zones, resume);
	read_targets(document, text, resume);
	read_links(document, text, zones, resume);
	ats_name_read(document, layout, zones, resume);
	ats_place_read(text, zones, resume);
}

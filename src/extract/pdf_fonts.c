/*
 * What a font's name tells: its weight and slant, and whether it holds pictograms instead of
 * letters. For the PDF files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/pdf_text.h"

#include <string.h>

/* letters before the plus sign of a subset's name */
#define SUBSET_PREFIX 6

/* fonts of pictograms, by a part of their names in lower case without blanks and dashes */
static const char *const icon_names[] = {
    "awesome",	   "fontello", "icomoon",	"icon",		"materialsymbol", "glyphicon",
    "wingding",	   "webding",  "zapfdingbat",	"dingbat",	"marvosy",	  "academicon",
    "ifsym",	   "bbding",   "wasy",		"fourier-orns", "flaticon",	  "linearicon",
    "ionicon",	   "octicon",  "foundation-ic", "entypo",	"typicon",	  "symbolsnerd",
    "simpleicons", "emoji",    "segoeuisym",	"pictogram",	"weather-ic",	  "genericons",
};

/* and those that are short enough to stand in other names: whole, or before a digit */
static const char *const icon_short_names[] =
    {"fa", "mvs", "umvs", "fab", "far", "fas", "ai", "symbol"};

static const char *const bold_names[] = {"bold", "black", "heavy", "semibold", "demi", "extrabold"};
static const char *const italic_names[] = {"italic", "oblique", "slanted"};

static const char *
without_prefix(const char *name)
{
	for (guint i = 0; i < SUBSET_PREFIX; i++) {
		if (!g_ascii_isupper(name[i]))
			return name;
	}
	return name[SUBSET_PREFIX] == '+' ? name + SUBSET_PREFIX + 1 : name;
}

static gboolean
holds_one_of(const char *name, const char *const *parts, gsize n)
{
	for (gsize i = 0; i < n; i++) {
		if (strstr(name, parts[i]) != NULL)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_icon_font(const char *name)
{
	if (holds_one_of(name, icon_names, G_N_ELEMENTS(icon_names)))
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(icon_short_names); i++) {
		gsize n = strlen(icon_short_names[i]);
		if (g_str_has_prefix(name, icon_short_names[i]) && !g_ascii_isalpha(name[n]))
			return TRUE;
	}
	return FALSE;
}

gboolean
ats_pdf_font_is_symbol(const char *name)
{
	static const char *const symbol_names[] = {"symbol", "dingbat", "wingding", "webding"};
	g_autofree char *lower = g_ascii_strdown(name, -1);

	return holds_one_of(lower, symbol_names, G_N_ELEMENTS(symbol_names)) &&
	       strstr(lower, "material") == NULL && strstr(lower, "nerd") == NULL;
}

/* Computer Modern tells bold by letters of its own: cmbx12, sfbx1000, LMRoman10-Bold */
static gboolean
is_tex_bold(const char *name)
{
	return g_str_has_prefix(name, "cmbx") || g_str_has_prefix(name, "sfbx") ||
	       g_str_has_prefix(name, "cmssbx") || g_str_has_prefix(name, "sfsx") ||
	       g_str_has_prefix(name, "cmb10");
}

static gboolean
is_tex_italic(const char *name)
{
	return g_str_has_prefix(name, "cmti") || g_str_has_prefix(name, "cmsl") ||
	       g_str_has_prefix(name, "sfti") || g_str_has_prefix(name, "sfsl") ||
	       g_str_has_prefix(name, "cmbxti");
}

static AtsFont
font_of_name(AtsDocument *document, const char *name)
{
	g_autofree char *valid = g_utf8_make_valid(name, -1);
	g_autofree char *lower = g_ascii_strdown(valid, -1);
	AtsFont font = {.name = ats_document_intern(document, valid)};

	font.icon = is_icon_font(lower);
	font.bold = holds_one_of(lower, bold_names, G_N_ELEMENTS(bold_names)) || is_tex_bold(lower);
	font.italic =
	    holds_one_of(lower, italic_names, G_N_ELEMENTS(italic_names)) || is_tex_italic(lower);
	return font;
}

guint16
ats_pdf_fonts_lookup(AtsPdfFonts *self, const char *name)
{
	/* poppler's word for a font without a name, as a Type 3 font has none */
	gboolean nameless = name == NULL || g_str_equal(name, "Default");
	const char *plain = nameless ? "" : without_prefix(name);
	guint known = GPOINTER_TO_UINT(g_hash_table_lookup(self->by_name, plain));
	AtsFont font;

	if (known > 0)
		return (guint16)(known - 1);
	/* more fonts than a word can name: the rest pass for the last one */
	if (self->document->fonts->len >= G_MAXUINT16)
		return G_MAXUINT16 - 1;
	font = font_of_name(self->document, plain);
	g_array_append_val(self->document->fonts, font);
	g_hash_table_insert(self->by_name,
			    (gpointer)ats_document_intern(self->document, plain),
			    GUINT_TO_POINTER(self->document->fonts->len));
	return (guint16)(self->document->fonts->len - 1);
}

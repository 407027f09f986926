/*
 * The styles and lists of a DOCX, resolved: what a paragraph style, a character style, a table
 * style and a list say in the end. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_package.h"
#include "extract/docx_props.h"

typedef struct _AtsDocxStyles AtsDocxStyles;

typedef struct {
	gboolean shades;      /* it fills some cells: white text on them is not hidden */
	gboolean inner_rules; /* it draws rules between cells */
} AtsDocxTableStyle;

/**
 * ats_docx_styles_load:
 * @name: the styles part, NULL for none
 * @document: (inout): owns the strings; its language is taken from the defaults
 *
 * Returns: (transfer full): the styles; NULL with an error if the part is over a limit or damaged
 */
AtsDocxStyles *
ats_docx_styles_load(AtsDocxPackage *package,
		     const char *name,
		     AtsDocument *document,
		     GError **error);

void
ats_docx_styles_free(AtsDocxStyles *styles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsDocxStyles, ats_docx_styles_free)

/* what the paragraph style @id (NULL: the default one) says, with all it is based on and the
   document's defaults. Returns: the style's name, "" if there is no such style */
const char *
ats_docx_styles_paragraph(AtsDocxStyles *styles,
			  const char *id,
			  AtsParaProps *para,
			  AtsRunProps *run);

/* NULL if there is no such character style */
const AtsRunProps *
ats_docx_styles_character(AtsDocxStyles *styles, const char *id);

AtsDocxTableStyle
ats_docx_styles_table(AtsDocxStyles *styles, const char *id);

/* fonts that "+major" and "+minor" stand for; NULL: not said */
void
ats_docx_styles_set_theme(AtsDocxStyles *styles, const char *major, const char *minor);

/* the font's name, theme fonts looked up; "" if nothing says it */
const char *
ats_docx_styles_font(const AtsDocxStyles *styles, const char *name);

/* --- numbering --- */

typedef struct _AtsDocxNumbering AtsDocxNumbering;

typedef struct {
	gboolean shown;	   /* it prints a bullet or number */
	gboolean indented; /* it states @left and @first */
	float left, first; /* points */
} AtsDocxLevel;

AtsDocxNumbering *
ats_docx_numbering_load(AtsDocxPackage *package,
			const char *name,
			AtsDocument *document,
			GError **error);

void
ats_docx_numbering_free(AtsDocxNumbering *numbering);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsDocxNumbering, ats_docx_numbering_free)

/* NULL if that list is not defined */
const AtsDocxLevel *
ats_docx_numbering_level(const AtsDocxNumbering *numbering, gint num_id, gint level);

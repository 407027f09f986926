/*
 * What a DOCX says of itself outside its text: content types, settings, theme fonts, properties.
 * For docx.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_package.h"
#include "extract/docx_rels.h"
#include "extract/docx_styles.h"
#include "model/document.h"

/* the content type of a part, (transfer full); NULL if it is not said */
char *
ats_docx_content_type(AtsDocxPackage *package, const char *part, GError **error);

typedef struct {
	gboolean even_and_odd;	  /* headers of even pages differ */
	gboolean page_background; /* the background colour is shown */
} AtsDocxSettings;

gboolean
ats_docx_settings_read(AtsDocxPackage *package,
		       const char *name,
		       AtsDocument *document,
		       AtsDocxSettings *settings,
		       GError **error);

gboolean
ats_docx_theme_read(AtsDocxPackage *package,
		    const char *name,
		    AtsDocument *document,
		    AtsDocxStyles *styles,
		    GError **error);

/* docProps: producer, pages, title, language */
gboolean
ats_docx_properties_read(AtsDocxPackage *package,
			 const AtsDocxRels *rels,
			 AtsDocument *document,
			 GError **error);

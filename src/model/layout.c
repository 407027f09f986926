/*
 * How a person sees the document: making and freeing it, names, a line's text.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model/layout.h"

const char *
ats_region_kind_name(AtsRegionKind kind)
{
	static const char *const names[] = {
	    [ATS_REGION_MAIN] = "main",
	    [ATS_REGION_COLUMN] = "column",
	    [ATS_REGION_SIDEBAR] = "sidebar",
	    [ATS_REGION_BLOCK] = "column-block",
	    [ATS_REGION_TABLE] = "table",
	    [ATS_REGION_MARGIN] = "margin",
	    [ATS_REGION_HEADER] = "header",
	    [ATS_REGION_FOOTER] = "footer",
	    [ATS_REGION_TEXT_BOX] = "text-box",
	    [ATS_REGION_IMAGE] = "image",
	    [ATS_REGION_IMAGE_TEXT] = "image-text",
	    [ATS_REGION_OUTLINED_TEXT] = "outlined-text",
	    [ATS_REGION_GRAPHIC] = "graphic",
	};

	return names[kind];
}

AtsLayout *
ats_layout_new(void)
{
	AtsLayout *self = g_new0(AtsLayout, 1);

	self->regions = g_array_new(FALSE, TRUE, sizeof(AtsRegion));
	self->lines = g_array_new(FALSE, TRUE, sizeof(AtsLine));
	self->blocks = g_array_new(FALSE, TRUE, sizeof(AtsBlock));
	self->human = ats_reading_new("human");
	self->n_columns = 1;
	return self;
}

void
ats_layout_free(AtsLayout *layout)
{
	g_array_unref(layout->regions);
	g_array_unref(layout->lines);
	g_array_unref(layout->blocks);
	ats_reading_free(layout->human);
	g_free(layout);
}

char *
ats_line_text(const AtsLayout *layout, const AtsLine *line)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < line->n; i++) {
		const AtsToken *token = ats_at(layout->human->tokens, AtsToken, line->first + i);
		if (i > 0 && token->before != ATS_BREAK_NONE)
			g_string_append_c(out, ' ');
		g_string_append(out, token->text);
	}
	return g_string_free(out, FALSE);
}

/*
 * Text in XML 1.0.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/xml_out.h"

#include "report/text_out.h"

void
ats_xml_out_text(GString *out, const char *text)
{
	g_autofree char *visible = ats_text_visible(text);
	/* it escapes controls as XML 1.1 would have it; none is left here */
	g_autofree char *escaped = g_markup_escape_text(visible, -1);

	g_string_append(out, escaped);
}

void
ats_xml_out_attribute(GString *out, const char *name, const char *value)
{
	g_string_append_printf(out, " %s=\"", name);
	ats_xml_out_text(out, value);
	g_string_append_c(out, '"');
}

void
ats_xml_attribute_int(GString *out, const char *name, guint64 value)
{
	g_string_append_printf(out, " %s=\"%" G_GUINT64_FORMAT "\"", name, value);
}

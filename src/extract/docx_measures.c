/*
 * The simple types of WordprocessingML: lengths with and without unit, on/off values, colours,
 * shading. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_props.h"

#include <math.h>
#include <string.h>

/* points; a longer side than any page has (Word's own limit is 22 inches) */
#define LONGEST 14400.0

float
ats_docx_length(const char *text, float per_point, float otherwise)
{
	static const struct {
		const char *unit;
		double points;
	} units[] = {{"pt", 1},
		     {"in", 72},
		     {"cm", 72 / 2.54},
		     {"mm", 72 / 25.4},
		     {"pc", 12},
		     {"pi", 12},
		     {"px", 0.75}};
	char *end;
	double value;

	if (text == NULL)
		return otherwise;
	value = g_ascii_strtod(text, &end);
	if (end == text || !isfinite(value))
		return otherwise;
	for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
		if (g_str_has_prefix(end, units[i].unit))
			return (float)CLAMP(value * units[i].points, -LONGEST, LONGEST);
	}
	return (float)CLAMP(value / per_point, -LONGEST, LONGEST);
}

gboolean
ats_docx_is_on(const char *val)
{
	static const char *const off[] = {"0", "false", "off", "none"};

	for (guint i = 0; val != NULL && i < G_N_ELEMENTS(off); i++) {
		if (g_ascii_strcasecmp(val, off[i]) == 0)
			return FALSE;
	}
	return TRUE;
}

gboolean
ats_docx_colour(const char *text, guint32 *colour)
{
	char *end;
	guint64 value;

	if (text == NULL || strspn(text, "0123456789abcdefABCDEF") < 6)
		return FALSE;
	value = g_ascii_strtoull(text, &end, 16);
	if (end - text != 6)
		return FALSE;
	*colour = (guint32)value;
	return TRUE;
}

gboolean
ats_docx_shading(const AtsXml *xml, guint32 *fill)
{
	const char *pattern = ats_xml_val(xml);

	if (g_strcmp0(pattern, "solid") == 0 &&
	    ats_docx_colour(ats_xml_attribute(xml, ATS_NS_W, "color"), fill))
		return TRUE;
	return ats_docx_colour(ats_xml_attribute(xml, ATS_NS_W, "fill"), fill);
}

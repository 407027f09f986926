/*
 * Text in XML 1.0, where not even an escape may stand for a control character. For the writers.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_xml_out_text:
 * @text: (nullable): from anywhere
 *
 * Appends it on one line, with all that markup uses escaped, for text and for attributes. What XML
 * cannot hold, and what would steer a terminal or turn text around, is shown as <U+202E>.
 */
void
ats_xml_out_text(GString *out, const char *text);

/* appends " name=\"value\"" */
void
ats_xml_out_attribute(GString *out, const char *name, const char *value);

void
ats_xml_attribute_int(GString *out, const char *name, guint64 value);

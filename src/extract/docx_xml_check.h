/*
 * A look at a part's bytes before an XML parser has them. For docx_xml.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* the bytes are UTF-16, by their byte order mark */
gboolean
ats_xml_is_wide(GBytes *part);

/**
 * ats_xml_check:
 * @name: the part's name, for messages
 *
 * Refuses a document type, an encoding in which these bytes would mean something else to the
 * parser, tags longer than ATS_LIMIT_XML_TAG_BYTES and elements deeper than ATS_LIMIT_XML_DEPTH.
 *
 * Returns: (transfer full): the bytes without byte order mark, UTF-16 as UTF-8; NULL with
 * ATS_ERROR_DAMAGED or ATS_ERROR_TOO_LARGE
 */
GBytes *
ats_xml_check(GBytes *part, const char *name, GError **error);

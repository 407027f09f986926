/*
 * Packs DOCX files in memory from pieces of XML. For the tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"

/**
 * docx_pack:
 * @name: of the first part, then its text, then the next name ..., NULL
 *
 * Returns: (transfer full): the ZIP archive, in that order
 */
GBytes *
docx_pack(const char *name, ...) G_GNUC_NULL_TERMINATED;

/* a package whose main part holds these bytes, and which has no other; (transfer full) */
GBytes *
docx_pack_main(const void *data, gsize length);

/**
 * docx_pack_body:
 * @body: what stands in w:body
 *
 * A whole package around @body, with the name and text of further parts as above. The document's
 * relationships are there from the start: rIdStyles styles.xml, rIdNumbering numbering.xml,
 * rIdSettings settings.xml, rIdHeader1 and 2, rIdFooter1, rIdFootnotes, rIdComments, rIdImage
 * media/image1.png, rIdLink https://example.com/, rIdChunk chunk.html.
 */
GBytes *
docx_pack_body(const char *body, ...) G_GNUC_NULL_TERMINATED;

/* @inner in a root element of WordprocessingML with all name spaces; (transfer full) */
char *
docx_part(const char *root, const char *inner);

/* docx_pack_body() and ats_extract_docx(), which must do; (transfer full) */
AtsDocument *
docx_read(const char *body, ...) G_GNUC_NULL_TERMINATED;

/* the text of the document's words in the order of the file, parted by "|"; (transfer full) */
char *
docx_words(const AtsDocument *document);

/* the word with that text; the test fails if there is none */
const AtsWord *
docx_word(const AtsDocument *document, const char *text);

/* a grey picture as a PNG: rows of short dark strokes like words, or a smooth ramp of tones;
 * (transfer full) */
GBytes *
docx_png(guint width, guint height, gboolean words);

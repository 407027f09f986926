/*
 * What a file is that is not a Word document, told by its first bytes, by the streams of an OLE
 * container, or by the parts of a ZIP archive, each with a line that says what to do. For the DOCX
 * files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_other.h"

#include <string.h>

#include "base/error.h"

/* bytes looked at for a magic: text formats start with white space or a declaration */
#define MAGIC_BYTES 1024
/* longest stream name of an OLE directory, characters */
#define OLE_NAME 31

/* OLE directories hold names in UTF-16LE, at the start of a 128-byte entry */
static gboolean
has_stream(const guint8 *data, gsize length, const char *name)
{
	guint8 wide[OLE_NAME * 2 + 2] = {0};
	gsize n = strlen(name) * 2 + 2; /* with its end */
	const guint8 *at = data;

	for (gsize i = 0; name[i] != '\0'; i++)
		wide[i * 2] = (guint8)name[i];
	while ((at = memmem(at, length - (gsize)(at - data), wide, n)) != NULL) {
		if ((at - data) % 128 == 0)
			return TRUE;
		at++;
	}
	return FALSE;
}

static void
set_ole(GError **error, const guint8 *data, gsize length)
{
	static const struct {
		const char *stream;
		AtsError code;
		const char *message;
	} kinds[] = {
	    {"EncryptedPackage",
	     ATS_ERROR_ENCRYPTED,
	     "the document is protected with a password: save it without one (Word: File, Info, "
	     "Protect Document)"},
	    {"WordDocument",
	     ATS_ERROR_UNSUPPORTED,
	     "this is an old Word document (.doc): open it in Word and save it as DOCX"},
	    {"Workbook",
	     ATS_ERROR_UNSUPPORTED,
	     "this is an old Excel workbook, not a Word document"},
	    {"PowerPoint Document",
	     ATS_ERROR_UNSUPPORTED,
	     "this is an old PowerPoint file, not a Word document"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (has_stream(data, length, kinds[i].stream)) {
			g_set_error_literal(error,
					    ATS_ERROR,
					    (gint)kinds[i].code,
					    kinds[i].message);
			return;
		}
	}
	g_set_error_literal(
	    error,
	    ATS_ERROR,
	    ATS_ERROR_UNSUPPORTED,
	    "this is an OLE container without a Word document: save the document as DOCX");
}

static void
set_by_text(GError **error, const char *head)
{
	static const struct {
		const char *mark, *message;
	} kinds[] = {
	    {"{\\rtf", "this is an RTF file: open it in a word processor and save it as DOCX"},
	    {"%PDF-", "this is a PDF, not a Word document"},
	    {"pkg:package",
	     "this is a Word document in one XML file (flat OPC): open it in Word and save it as "
	     "DOCX"},
	    {"w:wordDocument",
	     "this is a Word 2003 XML document: open it in Word and save it as DOCX"},
	    {"<html",
	     "this is a web page: open it in Word and save it as DOCX, or print it to PDF"},
	    {"<!DOCTYPE html",
	     "this is a web page: open it in Word and save it as DOCX, or print it to PDF"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcasestr(head, kinds[i].mark) != NULL) {
			g_set_error_literal(error,
					    ATS_ERROR,
					    ATS_ERROR_UNSUPPORTED,
					    kinds[i].message);
			return;
		}
	}
	g_set_error_literal(
	    error,
	    ATS_ERROR,
	    ATS_ERROR_UNSUPPORTED,
	    "this is not a Word document: a DOCX is a ZIP archive, and this is none");
}

gboolean
ats_docx_check_magic(GBytes *bytes, GError **error)
{
	gsize length;
	const guint8 *data = g_bytes_get_data(bytes, &length);
	g_autofree char *head = NULL;

	if (length == 0) {
		g_set_error_literal(error, ATS_ERROR, ATS_ERROR_DAMAGED, "the file is empty");
		return FALSE;
	}
	if (length >= 4 && memcmp(data, "PK", 2) == 0)
		return TRUE;
	if (length >= 8 && memcmp(data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0) {
		set_ole(error, data, length);
		return FALSE;
	}
	head = g_strndup((const char *)data, MIN(length, MAGIC_BYTES));
	set_by_text(error, head);
	return FALSE;
}

static const char *
message_by_mimetype(AtsDocxPackage *package)
{
	g_autoptr(GBytes) bytes = ats_docx_package_read(package, "mimetype", NULL);
	g_autofree char *type = NULL;

	if (bytes == NULL || g_bytes_get_size(bytes) == 0)
		return NULL;
	type = g_strndup(g_bytes_get_data(bytes, NULL), MIN(g_bytes_get_size(bytes), 128));
	if (g_str_has_prefix(type, "application/vnd.oasis.opendocument.text"))
		return "this is an OpenDocument text (ODT): open it in LibreOffice or Word and "
		       "save it as DOCX";
	if (g_str_has_prefix(type, "application/vnd.oasis.opendocument"))
		return "this is an OpenDocument file, but not a text: save the resume as DOCX or "
		       "PDF";
	if (g_str_has_prefix(type, "application/epub+zip"))
		return "this is an EPUB book: save the resume as DOCX or PDF";
	return NULL;
}

void
ats_docx_set_other_package(AtsDocxPackage *package, GError **error)
{
	const char *message = message_by_mimetype(package);

	if (message == NULL && ats_docx_package_has_suffix(package, ".iwa"))
		message = "this is an Apple Pages document: export it as DOCX or PDF";
	if (message == NULL && ats_docx_package_has(package, "[Content_Types].xml")) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_DAMAGED,
				    "this Office package names no document that could be read; "
				    "save it anew with Word");
		return;
	}
	if (message == NULL)
		message = "this is a ZIP archive, not a Word document: unpack it and check the "
			  "resume in it";
	g_set_error_literal(error, ATS_ERROR, ATS_ERROR_UNSUPPORTED, message);
}

gboolean
ats_docx_check_content_type(const char *type, GError **error)
{
	static const struct {
		const char *mark, *message;
	} kinds[] = {
	    {"spreadsheetml", "this is an Excel workbook (XLSX), not a Word document"},
	    {"ms-excel", "this is an Excel workbook (XLSX), not a Word document"},
	    {"presentationml",
	     "this is a PowerPoint presentation (PPTX): save the resume as DOCX or PDF"},
	    {"ms-powerpoint",
	     "this is a PowerPoint presentation (PPTX): save the resume as DOCX or PDF"},
	    {"visio", "this is a Visio drawing, not a Word document"},
	    {"oxps", "this is an XPS document: save the resume as DOCX or PDF"},
	    {"fixeddocumentsequence", "this is an XPS document: save the resume as DOCX or PDF"},
	};

	for (guint i = 0; type != NULL && i < G_N_ELEMENTS(kinds); i++) {
		if (strcasestr(type, kinds[i].mark) != NULL) {
			g_set_error_literal(error,
					    ATS_ERROR,
					    ATS_ERROR_UNSUPPORTED,
					    kinds[i].message);
			return FALSE;
		}
	}
	return TRUE;
}

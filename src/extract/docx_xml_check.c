/*
 * A look at a part's bytes before an XML parser has them: what would cost libxml2 too much, or what
 * no Word document holds, is found in one pass without parsing. For docx_xml.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_xml_check.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"

/* after the ">" that ends a tag; ">" inside a quoted value does not */
static const char *
tag_end(const char *at, const char *end)
{
	char quote = 0;

	for (; at < end; at++) {
		if (quote != 0)
			quote = *at == quote ? 0 : quote;
		else if (*at == '"' || *at == '\'')
			quote = *at;
		else if (*at == '>')
			return at + 1;
	}
	return end;
}

static const char *
after(const char *at, const char *end, const char *mark)
{
	const char *found = memmem(at, (gsize)(end - at), mark, strlen(mark));

	return found != NULL ? found + strlen(mark) : end;
}

static gboolean
starts(const char *at, const char *end, const char *mark)
{
	return (gsize)(end - at) >= strlen(mark) && memcmp(at, mark, strlen(mark)) == 0;
}

static void
set_doctype(GError **error, const char *part)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_DAMAGED,
		    "%s declares a document type, which Word documents must not: "
		    "save the document anew with Word",
		    part);
}

static void
set_oversized(GError **error, const char *part, const char *what)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_TOO_LARGE,
		    "%s %s: it was not made by a word processor",
		    part,
		    what);
}

/* libxml2's check for duplicate attributes is quadratic, and it has no limit of its own for their
 * number; for depth it has one, but calls it an error of the file */
static gboolean
check_tags(const char *at, gsize length, const char *part, GError **error)
{
	const char *end = at + length;
	gint64 depth = 0;

	while ((at = memchr(at, '<', (gsize)(end - at))) != NULL) {
		const char *next;
		if (starts(at, end, "<!--")) {
			at = after(at + 4, end, "-->");
			continue;
		}
		if (starts(at, end, "<![CDATA[")) {
			at = after(at, end, "]]>");
			continue;
		}
		if (starts(at, end, "<!")) {
			set_doctype(error, part);
			return FALSE;
		}
		next = starts(at, end, "<?") ? after(at, end, "?>") : tag_end(at + 1, end);
		if ((gsize)(next - at) > ATS_LIMIT_XML_TAG_BYTES) {
			set_oversized(error, part, "holds a tag with far too many attributes");
			return FALSE;
		}
		if (starts(at, end, "</"))
			depth--;
		else if (next - at > 2 && at[1] != '?' && next[-2] != '/')
			depth++;
		if (depth > ATS_LIMIT_XML_DEPTH) {
			set_oversized(error, part, "nests its elements far too deeply");
			return FALSE;
		}
		at = next;
	}
	return TRUE;
}

static void
set_encoding(GError **error, const char *part)
{
	g_set_error(
	    error,
	    ATS_ERROR,
	    ATS_ERROR_DAMAGED,
	    "%s is written in an encoding that Word documents must not use: save the document "
	    "anew with Word",
	    part);
}

/* the value of the declaration's encoding, (transfer full); NULL if it states none */
static char *
declared_encoding(const char *data, const char *end)
{
	const char *stop = after(data, end, "?>");
	const char *at = starts(data, end, "<?xml") ? after(data, stop, "encoding") : stop;
	gsize n = 0;

	while (at < stop && strchr(" \t\r\n=\"'", *at) != NULL)
		at++;
	while (at + n < stop && strchr(" \t\r\n\"'?>", at[n]) == NULL)
		n++;
	return n > 0 ? g_ascii_strdown(at, (gssize)n) : NULL;
}

/* OPC allows UTF-8 and UTF-16; Latin-1 is met too. In other encodings, and in UTF-16 that has no
 * mark but that a parser guesses, the look at the bytes would see other tags than the parser */
static gboolean
check_encoding(const char *data, gsize length, const char *part, GError **error)
{
	static const char *const allowed[] = {"utf-8",
					      "utf8",
					      "us-ascii",
					      "iso-8859-1",
					      "windows-1252"};
	g_autofree char *name = declared_encoding(data, data + length);
	gboolean ascii =
	    strchr("< \t\r\n", *data) != NULL && *data != '\0' && (length < 2 || data[1] != '\0');

	for (guint i = 0; name != NULL && i < G_N_ELEMENTS(allowed); i++) {
		if (g_str_equal(name, allowed[i]))
			return TRUE;
	}
	if (ascii && name == NULL)
		return TRUE;
	set_encoding(error, part);
	return FALSE;
}

static gboolean
begins(GBytes *part, const char *mark, gsize n)
{
	gsize length;
	const char *data = g_bytes_get_data(part, &length);

	return length >= n && memcmp(data, mark, n) == 0;
}

gboolean
ats_xml_is_wide(GBytes *part)
{
	return begins(part, "\xFF\xFE", 2) || begins(part, "\xFE\xFF", 2);
}

/* by hand: iconv would load a module from a file, which a worker is not let to */
static GBytes *
narrow(GBytes *part)
{
	gsize length;
	const guint8 *data = g_bytes_get_data(part, &length);
	gsize n = length / 2;
	guint low = begins(part, "\xFF\xFE", 2) ? 0 : 1;
	g_autofree gunichar2 *units = g_new(gunichar2, n);
	glong n_bytes = 0;
	char *utf8;

	/* from behind the mark of two bytes */
	for (gsize i = 1; i < n; i++)
		units[i - 1] = (gunichar2)(data[2 * i + low] | data[2 * i + 1 - low] << 8);
	utf8 = g_utf16_to_utf8(units, (glong)n - 1, NULL, &n_bytes, NULL);
	return utf8 != NULL ? g_bytes_new_take(utf8, (gsize)n_bytes) : g_bytes_new_static("", 0);
}

static GBytes *
without_mark(GBytes *part)
{
	if (ats_xml_is_wide(part))
		return narrow(part);
	if (begins(part, "\xEF\xBB\xBF", 3))
		return g_bytes_new_from_bytes(part, 3, g_bytes_get_size(part) - 3);
	return g_bytes_ref(part);
}

GBytes *
ats_xml_check(GBytes *part, const char *name, GError **error)
{
	g_autoptr(GBytes) bytes = without_mark(part);
	gsize length;
	const char *data = g_bytes_get_data(bytes, &length);

	if (length == 0) {
		g_set_error(error, ATS_ERROR, ATS_ERROR_DAMAGED, "%s is empty or garbled", name);
		return NULL;
	}
	if ((!ats_xml_is_wide(part) && !check_encoding(data, length, name, error)) ||
	    !check_tags(data, length, name, error))
		return NULL;
	return g_steal_pointer(&bytes);
}

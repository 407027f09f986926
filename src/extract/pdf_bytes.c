/*
 * What poppler mends or undoes without a word, told by the bytes of the file: a cipher with an
 * empty password, a table of objects that is missing or somewhere else. For pdf.c.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "extract/pdf.h"

#include <string.h>

/* digits of a place in a file: those of ten gigabytes, which is all that a cross-reference table
 * can name */
#define MOST_DIGITS 10
/* bytes of white space before a table, which some writers leave */
#define MOST_SPACE 16

typedef struct {
	const char *data, *end;
} Bytes;

static gboolean
begins_with(Bytes bytes, const char *at, const char *what)
{
	gsize length = strlen(what);

	return (gsize)(bytes.end - at) >= length && memcmp(at, what, length) == 0;
}

static const char *
find_last(Bytes bytes, const char *what)
{
	/* by its first letter, from the end: what is asked for stands there */
	for (gsize n = (gsize)(bytes.end - bytes.data); n > 0;) {
		const char *at = memrchr(bytes.data, what[0], n);
		if (at == NULL)
			return NULL;
		if (begins_with(bytes, at, what))
			return at;
		n = (gsize)(at - bytes.data);
	}
	return NULL;
}

static const char *
skip_space(Bytes bytes, const char *at)
{
	const char *end = MIN(bytes.end, at + MOST_SPACE);

	while (at < end && g_ascii_isspace(*at))
		at++;
	return at;
}

/* the digits there; @at itself if there are none, or too many */
static const char *
skip_digits(Bytes bytes, const char *at)
{
	const char *start = at;

	while (at < bytes.end && g_ascii_isdigit(*at))
		at++;
	return at - start > MOST_DIGITS ? start : at;
}

/* "12 0 obj": a stream that is the table */
static gboolean
is_object(Bytes bytes, const char *at)
{
	for (guint i = 0; i < 2; i++) {
		const char *digits = at;

		at = skip_digits(bytes, at);
		if (at == digits)
			return FALSE;
		at = skip_space(bytes, at);
	}
	return begins_with(bytes, at, "obj");
}

static gboolean
is_table(Bytes bytes, const char *start, guint64 place)
{
	const char *at;

	if (place >= (guint64)(bytes.end - start))
		return FALSE;
	at = skip_space(bytes, start + place);
	return begins_with(bytes, at, "xref") || is_object(bytes, at);
}

/* places are counted from the file's first byte, by some from its header */
static gboolean
has_table(Bytes bytes)
{
	const char *last = find_last(bytes, "startxref");
	const char *header = memmem(bytes.data, (gsize)(bytes.end - bytes.data), "%PDF-", 5);
	const char *digits;
	guint64 place = 0;

	if (last == NULL)
		return FALSE;
	digits = skip_space(bytes, last + strlen("startxref"));
	for (const char *p = digits; p < skip_digits(bytes, digits); p++)
		place = place * 10 + (guint64)(*p - '0');
	return is_table(bytes, bytes.data, place) ||
	       (header != NULL && is_table(bytes, header, place));
}

/* "/Encrypt 12 0 R" or "/Encrypt <<": the key stands in the trailer, which is itself neither
 * enciphered nor packed */
static gboolean
names_cipher(Bytes bytes)
{
	static const char key[] = "/Encrypt";
	const char *at = bytes.data;

	while ((at = memmem(at, (gsize)(bytes.end - at), key, strlen(key))) != NULL) {
		at = skip_space(bytes, at + strlen(key));
		if (at < bytes.end && (g_ascii_isdigit(*at) || *at == '<'))
			return TRUE;
	}
	return FALSE;
}

void
ats_pdf_look_at_bytes(GBytes *bytes, AtsDocument *document)
{
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	Bytes all = {data, data + size};

	document->encrypted = names_cipher(all);
	document->misplaced_xref = !has_table(all);
}

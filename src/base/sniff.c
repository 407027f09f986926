/*
 * What the first bytes of a file say it is. The table holds what people hand in by mistake, so that
 * the message can name it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/sniff.h"

#include <string.h>

/* bytes; a PDF's header may stand behind others, and readers look for it that far (ISO 32000-1,
 * annex H.3.4.1) */
#define PDF_HEADER_WITHIN 1024

/* bytes; nothing shorter can be told to be anything */
#define LEAST_BYTES 8

/* bytes that are looked at to tell text from anything else */
#define TEXT_WITHIN 4096

typedef struct {
	const char *magic;
	gsize length;
	gsize offset;
	AtsSniff sniff;
	const char *what;
} Magic;

#define MAGIC(bytes, at, sniff, what)                                                              \
	{                                                                                          \
		bytes, sizeof(bytes) - 1, at, sniff, what                                          \
	}

static const Magic magics[] = {
    MAGIC("%PDF-", 0, ATS_SNIFF_PDF, NULL),
    MAGIC("PK\003\004", 0, ATS_SNIFF_ZIP, NULL),
    MAGIC("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, ATS_SNIFF_OLE, NULL),
    MAGIC("PK\005\006", 0, ATS_SNIFF_OTHER, "an empty ZIP archive"),
    MAGIC("PK\007\010", 0, ATS_SNIFF_OTHER, "a split ZIP archive"),
    MAGIC("{\\rtf", 0, ATS_SNIFF_OTHER, "a rich text document (RTF)"),
    MAGIC("\x89PNG\r\n\x1A\n", 0, ATS_SNIFF_OTHER, "an image (PNG)"),
    MAGIC("\xFF\xD8\xFF", 0, ATS_SNIFF_OTHER, "an image (JPEG)"),
    MAGIC("GIF87a", 0, ATS_SNIFF_OTHER, "an image (GIF)"),
    MAGIC("GIF89a", 0, ATS_SNIFF_OTHER, "an image (GIF)"),
    MAGIC("II*\0", 0, ATS_SNIFF_OTHER, "an image (TIFF)"),
    MAGIC("MM\0*", 0, ATS_SNIFF_OTHER, "an image (TIFF)"),
    MAGIC("WEBP", 8, ATS_SNIFF_OTHER, "an image (WebP)"),
    MAGIC("ftypheic", 4, ATS_SNIFF_OTHER, "an image (HEIC)"),
    MAGIC("ftypavif", 4, ATS_SNIFF_OTHER, "an image (AVIF)"),
    MAGIC("BM", 0, ATS_SNIFF_OTHER, "an image (BMP)"),
    MAGIC("%!PS", 0, ATS_SNIFF_OTHER, "a PostScript file"),
    MAGIC("\x1F\x8B", 0, ATS_SNIFF_OTHER, "a compressed file (gzip)"),
    MAGIC("BZh", 0, ATS_SNIFF_OTHER, "a compressed file (bzip2)"),
    MAGIC("\xFD"
	  "7zXZ",
	  0,
	  ATS_SNIFF_OTHER,
	  "a compressed file (xz)"),
    MAGIC("7z\xBC\xAF\x27\x1C", 0, ATS_SNIFF_OTHER, "an archive (7-Zip)"),
    MAGIC("Rar!\x1A", 0, ATS_SNIFF_OTHER, "an archive (RAR)"),
    MAGIC("\xFFWPC", 0, ATS_SNIFF_OTHER, "a WordPerfect document"),
    MAGIC("AT&TFORM", 0, ATS_SNIFF_OTHER, "a DjVu document"),
    MAGIC("\x7F"
	  "ELF",
	  0,
	  ATS_SNIFF_OTHER,
	  "a program"),
    MAGIC("MZ", 0, ATS_SNIFF_OTHER, "a program"),
};

static gboolean
has_magic(const char *data, gsize size, const Magic *magic)
{
	return size >= magic->offset + magic->length &&
	       memcmp(data + magic->offset, magic->magic, magic->length) == 0;
}

static gboolean
starts_with_word(const char *data, gsize size, const char *word)
{
	return size >= strlen(word) && g_ascii_strncasecmp(data, word, strlen(word)) == 0;
}

static gboolean
is_text(const char *data, gsize size)
{
	const char *end;

	if (memchr(data, '\0', size) != NULL)
		return FALSE;
	/* a character cut by the end of the looked-at piece is no fault */
	return g_utf8_validate(data, (gssize)size, &end) || data + size - end < 4;
}

/* HTML, other markup and plain text have no magic number */
static const char *
name_text(const char *data, gsize size)
{
	gsize skip = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (skip < size && g_ascii_isspace(data[skip]))
		skip++;
	if (starts_with_word(data + skip, size - skip, "<!doctype html") ||
	    starts_with_word(data + skip, size - skip, "<html"))
		return "a web page (HTML)";
	if (starts_with_word(data + skip, size - skip, "<?xml"))
		return "an XML file";
	if (starts_with_word(data + skip, size - skip, "\\documentclass"))
		return "a LaTeX source";
	return "plain text";
}

/* NULL: not known */
static const char *
name_other(const char *data, gsize size)
{
	if (memcmp(data, "\xFF\xFE", 2) == 0 || memcmp(data, "\xFE\xFF", 2) == 0)
		return "plain text (UTF-16)";
	return is_text(data, MIN(size, TEXT_WITHIN)) ? name_text(data, size) : NULL;
}

static AtsSniff
sniff(const char *data, gsize size, const char **what)
{
	*what = NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(magics); i++) {
		if (!has_magic(data, size, &magics[i]))
			continue;
		*what = magics[i].what;
		return magics[i].sniff;
	}
	if (size > 0 && memmem(data, MIN(size, PDF_HEADER_WITHIN), "%PDF-", 5) != NULL)
		return ATS_SNIFF_PDF;
	if (size < LEAST_BYTES) {
		*what = size == 0 ? "empty" : "only a few bytes long";
		return ATS_SNIFF_SCRAP;
	}
	*what = name_other(data, size);
	return ATS_SNIFF_OTHER;
}

AtsSniff
ats_sniff(GBytes *bytes, const char **what)
{
	const char *ignored;
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);

	return sniff(data, size, what != NULL ? what : &ignored);
}

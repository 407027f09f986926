/*
 * The words in a picture, by tesseract. The one file that knows it, for the OCR worker.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/ocr.h"

#include <leptonica/allheaders.h>
#include <string.h>
#include <tesseract/capi.h>

#include "base/error.h"
#include "base/limits.h"
#include "extract/picture.h"

/* of the data that tesseract is installed with; it reads other Latin scripts without their accents
 */
#define LANGUAGE "eng"

/* percent, by tesseract's own estimate: what it takes a photo or a pattern for is mostly below */
#define LEAST_CONFIDENCE 60.f

static void
pix_free(PIX *pix)
{
	pixDestroy(&pix);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PIX, pix_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TessBaseAPI, TessBaseAPIDelete)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TessResultIterator, TessResultIteratorDelete)

static gboolean
has_size(const guint8 *data, gsize length, GError **error)
{
	l_int32 width = 0, height = 0;

	if (readHeaderMemPng(data, length, &width, &height, NULL, NULL, NULL) != 0 || width <= 0 ||
	    height <= 0) {
		g_set_error_literal(error, ATS_ERROR, ATS_ERROR_DAMAGED, "the picture is damaged");
		return FALSE;
	}
	if ((guint64)width * (guint64)height <= ATS_LIMIT_IMAGE_PIXELS)
		return TRUE;
	g_set_error_literal(error, ATS_ERROR, ATS_ERROR_TOO_LARGE, "the picture is too large");
	return FALSE;
}

static PIX *
decode(GBytes *bytes, GError **error)
{
	gsize length;
	const guint8 *data = g_bytes_get_data(bytes, &length);
	PIX *pix;

	if (!has_size(data, length, error))
		return NULL;
	pix = pixReadMemPng(data, length);
	if (pix == NULL)
		g_set_error_literal(error, ATS_ERROR, ATS_ERROR_DAMAGED, "the picture is damaged");
	return pix;
}

/* FALSE: there is no more room */
static gboolean
add_word(GString *out, const char *word, gboolean first_of_line)
{
	if (out->len + strlen(word) + 1 > ATS_LIMIT_OCR_TEXT_BYTES)
		return FALSE;
	if (out->len > 0)
		g_string_append_c(out, first_of_line ? '\n' : ' ');
	g_string_append(out, word);
	return TRUE;
}

static char *
take_words(TessResultIterator *at)
{
	const TessPageIterator *place = TessResultIteratorGetPageIteratorConst(at);
	g_autoptr(GString) out = g_string_new(NULL);
	gboolean first = TRUE, room = TRUE;

	do {
		char *word = TessResultIteratorGetUTF8Text(at, RIL_WORD);
		first = first || TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE);
		if (word != NULL &&
		    TessResultIteratorConfidence(at, RIL_WORD) >= LEAST_CONFIDENCE &&
		    g_utf8_validate(word, -1, NULL)) {
			room = add_word(out, word, first);
			first = FALSE;
		}
		TessDeleteText(word);
	} while (room && TessResultIteratorNext(at, RIL_WORD));
	return g_string_free(g_steal_pointer(&out), FALSE);
}

char *
ats_ocr_read(GBytes *bytes, GError **error)
{
	g_autoptr(PIX) pix = decode(bytes, error);
	g_autoptr(TessBaseAPI) tesseract = NULL;
	g_autoptr(TessResultIterator) words = NULL;

	if (pix == NULL)
		return NULL;
	tesseract = TessBaseAPICreate();
	if (TessBaseAPIInit3(tesseract, NULL, LANGUAGE) != 0) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_INTERNAL,
				    "tesseract's data for the language " LANGUAGE
				    " is not installed");
		return NULL;
	}
	TessBaseAPISetPageSegMode(tesseract, PSM_AUTO);
	TessBaseAPISetImage2(tesseract, pix);
	TessBaseAPISetSourceResolution(tesseract, ATS_PLAIN_DPI);
	if (TessBaseAPIRecognize(tesseract, NULL) != 0) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_DAMAGED,
				    "the picture could not be read");
		return NULL;
	}
	/* none where nothing looks like text */
	words = TessBaseAPIGetIterator(tesseract);
	return words != NULL ? take_words(words) : g_strdup("");
}

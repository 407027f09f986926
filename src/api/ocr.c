/*
 * Quotes the words that a document holds as pictures or shapes in the findings on them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/ocr.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"

/* bytes of evidence, as other findings have */
#define EVIDENCE_BYTES 200
#define MORE	       "…"

/* the checks that are about words which a person sees and no text holds */
static const char *const checks[] = {"image-text", "no-text", "outlined-text", NULL};

/* what is compared of a word: its letters and digits, without case; (transfer full) (nullable) */
static char *
key_of(const char *word)
{
	g_autoptr(GString) kept = g_string_new(NULL);

	for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (!g_unichar_isprint(c))
			return NULL;
		if (g_unichar_isalnum(c))
			g_string_append_unichar(kept, c);
	}
	return kept->len > 0 ? g_utf8_casefold(kept->str, (gssize)kept->len) : NULL;
}

static char **
split(const char *text)
{
	return g_strsplit_set(text, " \t\r\n\f\v", -1);
}

/* (transfer full): the keys of all words that the text holds */
static GHashTable *
words_of(const char *text)
{
	GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(GStrv) words = split(text != NULL ? text : "");

	for (char **word = words; *word != NULL; word++) {
		char *key = key_of(*word);
		if (key != NULL)
			g_hash_table_add(keys, key);
	}
	return keys;
}

/* the words that are not known, as long as there is room; (transfer full) (nullable): none */
static char *
pick_lost(const char *seen, GHashTable *known)
{
	g_autoptr(GString) lost = g_string_new(NULL);
	g_auto(GStrv) words = split(seen);

	for (char **word = words; *word != NULL; word++) {
		g_autofree char *key = key_of(*word);
		if (key == NULL || g_hash_table_contains(known, key))
			continue;
		if (lost->len + strlen(*word) + 1 + strlen(MORE) > EVIDENCE_BYTES) {
			g_string_append(lost, MORE);
			break;
		}
		if (lost->len > 0)
			g_string_append_c(lost, ' ');
		g_string_append(lost, *word);
	}
	return lost->len > 0 ? g_string_free(g_steal_pointer(&lost), FALSE) : NULL;
}

/* at most what is left of the time for all pictures */
static AtsSandboxLimits
shorten(AtsSandboxLimits limits, gint64 deadline)
{
	gint64 left = MAX(deadline - g_get_monotonic_time(), 0) / 1000;

	limits.wall_ms = (guint)MIN((gint64)limits.wall_ms, left);
	return limits;
}

/* (transfer full): what is written where the finding says */
static char *
read_place(AtsPool *pool,
	   const AtsFinding *finding,
	   GBytes *bytes,
	   AtsSandboxLimits limits,
	   gint64 deadline,
	   GCancellable *cancellable,
	   GError **error)
{
	AtsSandboxLimits ocr = {ATS_LIMIT_OCR_WALL_MS, ATS_LIMIT_OCR_CPU_SECONDS};
	AtsRequest request = {
	    .page = finding->page,
	    .format = ATS_PICTURE_PNG,
	    .plain = TRUE,
	    .box = finding->box,
	};
	g_autoptr(GBytes) picture = NULL;

	limits = shorten(limits, deadline);
	picture = ats_sandbox_draw(pool, bytes, request, &limits, cancellable, error);
	if (picture == NULL)
		return NULL;
	ocr = shorten(ocr, deadline);
	return ats_sandbox_read_words(pool, picture, &ocr, cancellable, error);
}

static gboolean
ends_all(const GError *error)
{
	return error->domain != ATS_ERROR || error->code == ATS_ERROR_INTERNAL;
}

gboolean
ats_ocr_quote(AtsReport *report,
	      AtsPool *pool,
	      GBytes *bytes,
	      const AtsSandboxLimits *limits,
	      GCancellable *cancellable,
	      GError **error)
{
	gint64 deadline = g_get_monotonic_time() + (gint64)ATS_LIMIT_OCR_WALL_MS * 1000;
	g_autoptr(GHashTable) known = words_of(report->text);
	guint n_read = 0;

	for (guint i = 0; i < report->findings->len && n_read < ATS_LIMIT_OCR_PICTURES; i++) {
		AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		g_autoptr(GError) local = NULL;
		g_autofree char *seen = NULL;
		g_autofree char *lost = NULL;

		/* without a page there is nothing to draw: a DOCX has none */
		if (finding->page == 0 || !g_strv_contains(checks, finding->id))
			continue;
		n_read++;
		seen = read_place(pool, finding, bytes, *limits, deadline, cancellable, &local);
		if (seen == NULL && ends_all(local)) {
			g_propagate_error(error, g_steal_pointer(&local));
			return FALSE;
		}
		lost = seen != NULL ? pick_lost(seen, known) : NULL;
		if (lost != NULL)
			finding->evidence = ats_report_intern(report, lost);
	}
	return TRUE;
}

/*
 * A name for a finding by which it is known again.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/fingerprint.h"

#include <string.h>

#include "base/utf8.h"

/* the marks that our messages put around the document's words */
#define QUOTE_OPEN  "“"
#define QUOTE_CLOSE "”"

/* hexadecimal digits: 64 bits, of which a report's 5,000 findings share one by accident once in
 * 10^12 reports */
#define DIGITS 16

static void
add_text(GChecksum *sum, const char *text, gsize length)
{
	g_autofree char *piece = g_strndup(text, length);
	g_autofree char *valid = g_utf8_make_valid(piece, -1);
	g_autofree char *folded = ats_utf8_fold(valid);

	/* with its NUL, so that "ab", "c" is not "a", "bc" */
	g_checksum_update(sum, (const guchar *)folded, (gssize)strlen(folded) + 1);
}

/* what the message has of the document's own words */
static void
add_quotes(GChecksum *sum, const char *message)
{
	const char *open = message;

	while (open != NULL && (open = strstr(open, QUOTE_OPEN)) != NULL) {
		const char *from = open + strlen(QUOTE_OPEN);
		const char *to = strstr(from, QUOTE_CLOSE);
		if (to != NULL)
			add_text(sum, from, (gsize)(to - from));
		open = to;
	}
}

static char *
digest(const AtsFinding *finding)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	const char *pointer = finding->pointer != NULL ? finding->pointer : "";

	g_checksum_update(sum, (const guchar *)finding->id, (gssize)strlen(finding->id) + 1);
	g_checksum_update(sum, (const guchar *)pointer, (gssize)strlen(pointer) + 1);
	add_quotes(sum, finding->message);
	return g_strndup(g_checksum_get_string(sum), DIGITS);
}

void
ats_report_fingerprint(AtsReport *report)
{
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < report->findings->len; i++) {
		AtsFinding *finding = &g_array_index(report->findings, AtsFinding, i);
		char *hash = digest(finding);
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(seen, hash)) + 1;
		g_autofree char *whole = g_strdup_printf("%s:%u", hash, n);

		finding->fingerprint = ats_report_intern(report, whole);
		g_hash_table_insert(seen, hash, GUINT_TO_POINTER(n));
	}
}

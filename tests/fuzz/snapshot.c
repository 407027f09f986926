/*
 * Any bytes as a report in JSON, compared with one of ours and with itself; what comes of it is
 * written in each format.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "cli/changes.h"
#include "cli/compare_out.h"
#include "target.h"

static const char ours[] =
    "{\"document\":{\"name\":\"a.pdf\"},\"verdict\":\"pass\",\"score\":97.5,"
    "\"contact\":{\"name\":\"Ann Lee\",\"links\":[\"https://example.com\"]},"
    "\"readings\":[{\"parser\":\"stream\",\"score\":99}],\"sections\":[{\"heading\":\"Skills\"}],"
    "\"findings\":[{\"id\":\"tiny-text\",\"severity\":\"note\",\"message\":\"small\","
    "\"fingerprint\":\"0123456789abcdef\"}]}";

static void
write_in(const AtsCliCompareFormat *format, const AtsCliCompareDocument *document)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree gpointer state = g_malloc0(format->state_size);
	AtsCliComparison comparison = {.before = "a", .after = "b", .pair = TRUE, .columns = 40};

	if (format->begin != NULL)
		format->begin(out, state, &comparison);
	format->add(out, state, &comparison, document);
	format->finish(out, state, &comparison);
	if (format->clear != NULL)
		format->clear(state);
	g_assert_true(g_utf8_validate_len(out->str, out->len, NULL));
	g_assert_null(strchr(out->str, '\033'));
}

static AtsCliChangeKind
compare(const AtsCliSnapshot *before, const AtsCliSnapshot *after)
{
	g_autoptr(GArray) found = ats_cli_changes_find(before, after, 1);
	AtsCliChangeKind kind = ats_cli_changes_sum(found);
	AtsCliCompareDocument document = {
	    .result = kind == ATS_CLI_CHANGE_SAME ? ATS_CLI_COMPARE_SAME : ATS_CLI_COMPARE_WORSE,
	    .name = after->name,
	    .before = before,
	    .after = after,
	    .differences = found,
	};

	g_assert_true((kind == ATS_CLI_CHANGE_SAME) == (found->len == 0));
	write_in(&ats_cli_compare_text, &document);
	write_in(&ats_cli_compare_json, &document);
	write_in(&ats_cli_compare_markdown, &document);
	return kind;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GPtrArray) all = ats_cli_snapshots_from_json((const char *)data, size);
	g_autoptr(GPtrArray) known = ats_cli_snapshots_from_json(ours, strlen(ours));

	g_assert_true(known != NULL && known->len == 1);
	for (guint i = 0; all != NULL && i < all->len; i++) {
		g_assert_true(g_utf8_validate(((AtsCliSnapshot *)all->pdata[i])->name, -1, NULL));
		compare(known->pdata[0], all->pdata[i]);
		compare(all->pdata[i], known->pdata[0]);
		g_assert_cmpint(compare(all->pdata[i], all->pdata[i]), ==, ATS_CLI_CHANGE_SAME);
	}
	return 0;
}

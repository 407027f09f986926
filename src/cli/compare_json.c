/*
 * A comparison for programs, after atscheck-compare.schema.json. A key with nothing to say holds
 * null: none is ever missing.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <atscheck/atscheck.h>

#include "cli/compare_out.h"
#include "report/json_out.h"

#define SCHEMA "atscheck-compare/1"

/* of a score, as in reports */
#define SCORE_DECIMALS 1

static void
put_score(AtsJson *json, const char *key, double score)
{
	ats_json_key(json, key);
	ats_json_number(json, score, SCORE_DECIMALS);
}

static void
json_begin(GString *out, gpointer state, const AtsCliComparison *comparison)
{
	AtsJson *json = state;

	ats_json_init(json, out, ATS_JSON_PRETTY);
	ats_json_open(json, '{');
	ats_json_put_string(json, "schema", SCHEMA);
	ats_json_key(json, "tool");
	ats_json_open(json, '{');
	ats_json_put_string(json, "name", "atscheck");
	ats_json_put_string(json, "version", atscheck_version());
	ats_json_close(json, '}');
	ats_json_put_string(json, "before", comparison->before);
	ats_json_put_string(json, "after", comparison->after);
	ats_json_key(json, "documents");
	ats_json_open(json, '[');
}

static void
put_sides(AtsJson *json, const AtsCliDifference *difference)
{
	if (difference->aspect == ATS_CLI_ASPECT_SCORE ||
	    difference->aspect == ATS_CLI_ASPECT_READING) {
		put_score(json, "before", difference->score_before);
		put_score(json, "after", difference->score_after);
		return;
	}
	ats_json_put_string(json, "before", difference->before);
	ats_json_put_string(json, "after", difference->after);
}

static void
put_difference(AtsJson *json, const AtsCliDifference *difference)
{
	static const char *const kinds[] = {"same", "different", "better", "worse"};
	static const char *const aspects[] = {
	    "error",
	    "verdict",
	    "score",
	    "reading",
	    "finding",
	    "contact",
	    "link",
	    "section",
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(aspects) == ATS_CLI_ASPECT_LAST);
	const AtsCliSnapshotFinding *finding = difference->finding;

	ats_json_open(json, '{');
	ats_json_put_string(json, "result", kinds[difference->kind]);
	ats_json_put_string(json, "what", aspects[difference->aspect]);
	ats_json_put_string(json, "id", difference->subject);
	put_sides(json, difference);
	ats_json_put_string(json, "message", finding != NULL ? finding->message : NULL);
	ats_json_put_string(json, "fingerprint", finding != NULL ? finding->fingerprint : NULL);
	ats_json_close(json, '}');
}

static void
json_add(GString *out,
	 gpointer state,
	 const AtsCliComparison *comparison,
	 const AtsCliCompareDocument *document)
{
	AtsJson *json = state;

	ats_json_open(json, '{');
	ats_json_put_string(json, "name", document->name);
	ats_json_put_string(json, "result", ats_cli_compare_result_name(document->result));
	ats_json_put_string(json,
			    "before",
			    document->before != NULL ? document->before->name : NULL);
	ats_json_put_string(json, "after", document->after != NULL ? document->after->name : NULL);
	ats_json_key(json, "changes");
	ats_json_open(json, '[');
	for (guint i = 0; i < document->differences->len; i++)
		put_difference(json, &g_array_index(document->differences, AtsCliDifference, i));
	ats_json_close(json, ']');
	ats_json_close(json, '}');
}

static void
json_finish(GString *out, gpointer state, const AtsCliComparison *comparison)
{
	AtsJson *json = state;

	ats_json_close(json, ']');
	ats_json_key(json, "summary");
	ats_json_open(json, '{');
	for (guint i = 0; i < ATS_CLI_COMPARE_LAST; i++) {
		ats_json_key(json, ats_cli_compare_result_name((AtsCliCompareResult)i));
		ats_json_int(json, comparison->n[i]);
	}
	ats_json_close(json, '}');
	ats_json_close(json, '}');
	g_string_append_c(out, '\n');
}

const AtsCliCompareFormat ats_cli_compare_json = {
    .begin = json_begin,
    .add = json_add,
    .finish = json_finish,
    .state_size = sizeof(AtsJson),
};

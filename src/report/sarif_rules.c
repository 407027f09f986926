/*
 * What stands in a SARIF file before the first result.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/sarif_rules.h"

#include <string.h>

#include "report/catalogue.h"

/* a message that is the same in both forms or has but one */
static void
put_text(AtsJson *json, const char *key, const char *text, const char *markdown)
{
	ats_json_key(json, key);
	ats_json_open(json, '{');
	ats_json_put_string(json, "text", text);
	if (markdown != NULL)
		ats_json_put_string(json, "markdown", markdown);
	ats_json_close(json, '}');
}

/* GitHub's word for how much a rule matters */
static const char *
problem_severity(AtsSeverity severity)
{
	return severity == ATS_SEVERITY_NOTE ? "recommendation" : ats_severity_name(severity);
}

static void
put_properties(AtsJson *json, const AtsRule *rule)
{
	ats_json_key(json, "properties");
	ats_json_open(json, '{');
	ats_json_put_string(json, "problem.severity", problem_severity(rule->severity));
	ats_json_key(json, "tags");
	ats_json_open(json, '[');
	ats_json_string(json, "resume");
	ats_json_string(json, rule->group);
	ats_json_close(json, ']');
	ats_json_close(json, '}');
}

static void
put_rule(AtsJson *json, const AtsRule *rule)
{
	g_autofree char *plain = ats_sarif_escape(rule->prose);

	g_string_append_c(json->out, '\n');
	ats_json_open(json, '{');
	ats_json_put_string(json, "id", rule->id);
	put_text(json, "shortDescription", rule->title, NULL);
	put_text(json, "fullDescription", rule->fix, NULL);
	/* the prose is written to be read as it stands, too */
	put_text(json, "help", plain, rule->prose);
	ats_json_key(json, "defaultConfiguration");
	ats_json_open(json, '{');
	ats_json_put_string(json, "level", ats_severity_name(rule->severity));
	ats_json_close(json, '}');
	put_properties(json, rule);
	ats_json_close(json, '}');
}

void
ats_sarif_put_tool(AtsJson *json)
{
	ats_json_open(json, '{');
	ats_json_key(json, "driver");
	ats_json_open(json, '{');
	ats_json_put_string(json, "name", "atscheck");
	ats_json_put_string(json, "version", ATS_VERSION);
	ats_json_put_string(json, "semanticVersion", ATS_VERSION);
	ats_json_key(json, "rules");
	ats_json_open(json, '[');
	for (const AtsRule *rule = ats_catalogue; rule->id != NULL; rule++)
		put_rule(json, rule);
	ats_json_close(json, ']');
	ats_json_close(json, '}');
	ats_json_close(json, '}');
}

char *
ats_sarif_escape(const char *text)
{
	GString *out = g_string_sized_new(strlen(text));

	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '[' || *p == ']' || *p == '\\')
			g_string_append_c(out, '\\');
		else if (*p == '{' || *p == '}')
			g_string_append_c(out, *p);
		g_string_append_c(out, *p);
	}
	return g_string_free(out, FALSE);
}

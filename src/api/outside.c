/*
 * The checks oversized-file and wrong-extension, which need no worker: what the name promises is
 * held against what the worker found, the size against what systems take.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/outside.h"

#include <string.h>

#include "report/catalogue.h"
#include "report/verdict.h"

/* bytes; what Greenhouse parses, and what Daxtra takes at all */
#define BYTES_PARSED 2500000
#define BYTES_TAKEN  8000000
#define MEGABYTE     1e6
/* bytes of an extension, without its dot */
#define EXTENSION_LENGTH 5

static void
add_finding(AtsReport *report, const AtsRule *rule, AtsSeverity severity, const char *message)
{
	AtsFinding finding = {
	    .id = rule->id,
	    .severity = severity,
	    .message = ats_report_intern(report, message),
	    .fix = rule->fix,
	};

	g_array_append_val(report->findings, finding);
}

static AtsOutcome
judge_size(AtsReport *report, const AtsRule *rule, guint64 size)
{
	g_autofree char *message = NULL;

	if (size <= BYTES_PARSED)
		return ATS_OUTCOME_PASSED;
	message = g_strdup_printf("The file has %.1f MB.", (double)size / MEGABYTE);
	add_finding(report,
		    rule,
		    size > BYTES_TAKEN ? ATS_SEVERITY_ERROR : rule->severity,
		    message);
	return ATS_OUTCOME_FINDINGS;
}

/* --- the name --- */

/* names by which programs choose how to read a file; NULL: it is neither PDF nor DOCX, whatever the
 * name is for */
static const struct {
	const char *extension;
	const char *format;
} extensions[] = {
    {"pdf", "pdf"}, {"docx", "docx"}, {"docm", "docx"}, {"dotx", "docx"}, {"dotm", "docx"},
    {"doc", NULL},  {"dot", NULL},    {"rtf", NULL},	{"txt", NULL},	  {"odt", NULL},
    {"html", NULL}, {"htm", NULL},    {"tex", NULL},	{"md", NULL},	  {"pages", NULL},
    {"xml", NULL},  {"json", NULL},   {"ps", NULL},	{"zip", NULL},	  {"jpg", NULL},
    {"jpeg", NULL}, {"png", NULL},    {"gif", NULL},	{"tif", NULL},	  {"tiff", NULL},
    {"xlsx", NULL}, {"pptx", NULL},   {"xls", NULL},	{"ppt", NULL},	  {"wpd", NULL},
};

/* what stands after the last dot of the name, in lower case; NULL if that is no extension known
 * here; static */
static const char *
find_extension(const char *name, const char **format)
{
	const char *dot = strrchr(name, '.');
	const char *slash = strrchr(name, G_DIR_SEPARATOR);

	/* ".pdf" is a hidden file without one */
	if (dot == NULL || dot == name || dot - 1 == slash || (slash != NULL && dot < slash) ||
	    strlen(dot + 1) > EXTENSION_LENGTH)
		return NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(extensions); i++) {
		if (g_ascii_strcasecmp(dot + 1, extensions[i].extension) != 0)
			continue;
		*format = extensions[i].format;
		return extensions[i].extension;
	}
	return NULL;
}

static AtsOutcome
judge_name(AtsReport *report, const AtsRule *rule, const char *name)
{
	const char *format = NULL;
	const char *extension = name != NULL ? find_extension(name, &format) : NULL;
	g_autofree char *actual = NULL;
	g_autofree char *message = NULL;

	if (extension == NULL)
		return ATS_OUTCOME_NOT_APPLICABLE;
	if (g_strcmp0(format, report->format) == 0)
		return ATS_OUTCOME_PASSED;
	actual = g_ascii_strup(report->format, -1);
	message =
	    g_strdup_printf("The name ends in “.%s”, but the file is a %s.", extension, actual);
	add_finding(report, rule, rule->severity, message);
	return ATS_OUTCOME_FINDINGS;
}

static void
add_outcome(AtsReport *report, const AtsRule *rule, AtsOutcome outcome)
{
	AtsReportOutcome out = {.check = rule->id, .outcome = outcome};

	g_array_append_val(report->outcomes, out);
}

void
ats_outside_judge(AtsReport *report, const char *name, guint64 size)
{
	const AtsRule *oversized = ats_catalogue_lookup("oversized-file");
	const AtsRule *extension = ats_catalogue_lookup("wrong-extension");

	add_outcome(report, oversized, judge_size(report, oversized, size));
	add_outcome(report, extension, judge_name(report, extension, name));
	ats_report_sort(report);
	ats_report_judge(report);
}

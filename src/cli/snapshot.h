/*
 * What a report says of a document, as far as two of them are compared: read from its JSON, as it
 * was written today or by an earlier release. For compare.c and changes.c.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* what is known of the person: each a key of the report's contact, but for the links */
typedef enum {
	ATS_CLI_CONTACT_NAME,
	ATS_CLI_CONTACT_EMAIL,
	ATS_CLI_CONTACT_PHONE,
	ATS_CLI_CONTACT_LOCATION,
	ATS_CLI_CONTACT_LAST
} AtsCliContact;

typedef struct {
	char *parser;
	double score;
} AtsCliSnapshotReading;

typedef struct {
	char *fingerprint;
	char *check;
	char *message;
	guint severity; /* 0 note, 1 warning, 2 error */
} AtsCliSnapshotFinding;

/**
 * AtsCliSnapshot:
 * @error: why it was not checked; NULL if it was, and only then is there anything below
 * @verdict: 0 pass, 1 risk, 2 fail
 * @readings: (element-type AtsCliSnapshotReading): those that were judged
 * @findings: of fingerprint to AtsCliSnapshotFinding, which owns it
 */
typedef struct {
	char *name;
	char *error;
	guint verdict;
	double score;
	GPtrArray *readings;
	GHashTable *findings;
	GPtrArray *order; /* the findings as the report has them; lent */
	char *contact[ATS_CLI_CONTACT_LAST];
	GPtrArray *links;
	GPtrArray *headings; /* of sections */
} AtsCliSnapshot;

void
ats_cli_snapshot_free(AtsCliSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsCliSnapshot, ats_cli_snapshot_free)

/* of a document that could not be checked */
AtsCliSnapshot *
ats_cli_snapshot_new_failure(const char *name, const char *error);

/**
 * ats_cli_snapshots_from_json:
 * @json: a report, or a batch of them, from anywhere
 *
 * Returns: (transfer full) (nullable) (element-type AtsCliSnapshot): NULL when it is none
 */
GPtrArray *
ats_cli_snapshots_from_json(const char *json, gsize length);

/* of the numbers above: "risk", "error" */
const char *
ats_cli_snapshot_verdict_name(guint verdict);

const char *
ats_cli_snapshot_severity_name(guint severity);

/* "email", as in reports */
const char *
ats_cli_contact_key(AtsCliContact contact);

/* "e-mail address" for "email" */
const char *
ats_cli_contact_label(const char *key);

/*
 * Whether parsers keep flows that stand side by side apart. For the checks multi-column and
 * sidebar.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/evidence.h"

/**
 * AtsColumns: the flows of a document, and the reading that mixes them worst.
 */
typedef struct {
	guint32 aside;	   /* a region: the sidebar, or the smallest of the columns */
	guint32 beside;	   /* the region of another flow on the same page that it stands beside */
	GPtrArray *mixers; /* of const char *: the families that mix the flows */
	char *evidence;	   /* (nullable): a place where one of them does, as it prints it */
} AtsColumns;

/* @kind: COLUMN for flows of any width, SIDEBAR for those of which one is a sidebar; (transfer
 * full): NULL if there are none */
AtsColumns *
ats_columns_look(const AtsSubject *subject, AtsFindings *findings, AtsRegionKind kind);

void
ats_columns_free(AtsColumns *columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsColumns, ats_columns_free)

/* what to call the region: its first heading in quotation marks, or its first words; (transfer
 * full) */
char *
ats_columns_name(const AtsSubject *subject, guint32 region);

/* "no parser family read here mixes them", "2 of 3 parser families mix them"; (transfer full) */
char *
ats_columns_consequence(const AtsSubject *subject, const AtsColumns *columns);

/* places the finding over both regions */
void
ats_columns_place(const AtsSubject *subject,
		  AtsFindings *findings,
		  AtsFinding *finding,
		  const AtsColumns *columns);

/* gives the finding severity and evidence, and names the families that mix the flows */
void
ats_columns_judge(const AtsSubject *subject,
		  AtsFindings *findings,
		  AtsFinding *finding,
		  const AtsColumns *columns);

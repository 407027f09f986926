/*
 * What the files of this room know of one another's types.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "report/catalogue.h"
#include "report/parsers.h"
#include "report/report.h"
#include "report/writer.h"

/**
 * atscheck_report_new:
 * @report: (transfer full)
 * @name: (nullable)
 * @n_bytes: of the document
 * @sha256: (transfer full): of the document
 */
AtscheckReport *
atscheck_report_new(AtsReport *report, const char *name, guint64 n_bytes, char *sha256);

/**
 * atscheck_report_derive:
 * @report: (transfer full): a copy of that of @origin whose findings and outcomes are its own
 */
AtscheckReport *
atscheck_report_derive(AtscheckReport *origin, AtsReport *report);

const AtsReport *
atscheck_report_peek(AtscheckReport *self);

/* lent until the report is freed */
AtsWriterDocument
atscheck_report_about(AtscheckReport *self);

/* @index: of the report's findings */
AtscheckFinding *
atscheck_finding_new(AtscheckReport *report, guint index);

/* %NULL if the box is empty and there is no page */
AtscheckLocation *
atscheck_location_new(guint page, AtsBox box);

/*
 * The whole way from a document to the report on it. For the worker programs and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/document.h"
#include "report/report.h"

/**
 * ats_pipeline_run:
 *
 * Layout, readings, resume, checks, score and verdict, one after the other. Pure: the same document
 * gives the same report.
 *
 * Returns: (transfer full): never NULL
 */
AtsReport *
ats_pipeline_run(const AtsDocument *document);

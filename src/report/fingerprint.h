/*
 * A name for a finding by which it is known again when the document or this program has changed:
 * for baselines and for services that keep findings. For api, and for tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "report/report.h"

/**
 * ats_report_fingerprint:
 *
 * Gives each finding its fingerprint: 16 hexadecimal digits, a colon and which of its like it is. It
 * is made of the check, the expected field and what the message quotes of the document; neither the
 * place on the page nor a number nor our wording goes into it, so that a text that moves, or a
 * message that is put better, stays the same finding.
 */
void
ats_report_fingerprint(AtsReport *report);

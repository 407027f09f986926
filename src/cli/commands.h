/*
 * The commands, a file each. For main.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/atscheck.h>

#include "cli/say.h"

/* argv[0] is the program's name as the help shows it; the checker is new */

AtsCliStatus
ats_cli_check(int argc, char **argv, AtscheckChecker *checker);

AtsCliStatus
ats_cli_text(int argc, char **argv, AtscheckChecker *checker);

AtsCliStatus
ats_cli_explain(int argc, char **argv, AtscheckChecker *checker);

AtsCliStatus
ats_cli_readings(int argc, char **argv, AtscheckChecker *checker);

AtsCliStatus
ats_cli_debug(int argc, char **argv, AtscheckChecker *checker);

AtsCliStatus
ats_cli_compare(int argc, char **argv, AtscheckChecker *checker);

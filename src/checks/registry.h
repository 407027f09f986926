/*
 * All checks by their code, in the order of the list in meson.build, from which the table is made.
 * For run.c and the tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "checks/check.h"

/* ended by NULL */
extern const AtsCheck *const ats_registry[];

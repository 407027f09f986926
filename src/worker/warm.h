/*
 * Loads before the box is shut what libraries would otherwise load while they work. For worker.c
 * and the main functions.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

/* the time zone: none, so that its file need not be read and reports are the same everywhere */
void
ats_worker_warm_up(void);

/* the converter of UTF-16, in which PDF keeps some of its strings: a shared library */
void
ats_worker_warm_up_converter(void);

/*
 * Marks of the public interface.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#if !defined(ATSCHECK_H_INSIDE) && !defined(ATSCHECK_COMPILATION)
#error "Only <atscheck/atscheck.h> can be included directly."
#endif

#include <gio/gio.h>

/* the function is exported; everything else of the library is hidden */
#define ATSCHECK_API __attribute__((visibility("default")))

/*
 * The ZIP package of a DOCX: its parts by name, inflated under limits. For the DOCX files of this
 * room; its .c file alone knows libzip.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

typedef struct _AtsDocxPackage AtsDocxPackage;

/**
 * ats_docx_package_open:
 * @bytes: the whole file, untrusted
 *
 * Returns: (transfer full): the package, or NULL with ATS_ERROR_DAMAGED or ATS_ERROR_TOO_LARGE
 */
AtsDocxPackage *
ats_docx_package_open(GBytes *bytes, GError **error);

void
ats_docx_package_free(AtsDocxPackage *package);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsDocxPackage, ats_docx_package_free)

/* part names are compared without case, back slashes and a leading slash mean nothing */
gboolean
ats_docx_package_has(const AtsDocxPackage *package, const char *name);

/* whether some part's normalised name (lower case) ends so */
gboolean
ats_docx_package_has_suffix(const AtsDocxPackage *package, const char *suffix);

/**
 * ats_docx_package_read:
 *
 * Returns: (transfer full): the part inflated, or NULL with ATS_ERROR_DAMAGED (not there, wrong
 * checksum, unknown method), ATS_ERROR_ENCRYPTED, or ATS_ERROR_TOO_LARGE for one over the limits of
 * size, ratio or sum
 */
GBytes *
ats_docx_package_read(AtsDocxPackage *package, const char *name, GError **error);

/* names that stand twice (the first is taken) or point out of the package */
guint
ats_docx_package_n_oddities(const AtsDocxPackage *package);

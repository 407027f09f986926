/*
 * Relationships between the parts of a DOCX: which part is the document, its styles, its headers,
 * its pictures. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "extract/docx_package.h"

typedef struct {
	char *id;
	char *type;   /* the last segment of its type's URI: "officeDocument", "header", "image" */
	char *target; /* a part's name in the package, or the address if @external */
	gboolean external;
} AtsDocxRel;

typedef struct {
	GPtrArray *list;   /* of AtsDocxRel, as they stand */
	GHashTable *by_id; /* id → AtsDocxRel */
} AtsDocxRels;

/**
 * ats_docx_rels_load:
 * @source: the part whose relationships are wanted, "" for the package's own
 *
 * Returns: (transfer full): the relationships, none if the part has no .rels; NULL with an error if
 * that is damaged or too large
 */
AtsDocxRels *
ats_docx_rels_load(AtsDocxPackage *package, const char *source, GError **error);

void
ats_docx_rels_free(AtsDocxRels *rels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtsDocxRels, ats_docx_rels_free)

/* NULL if there is none; @id may be NULL */
const AtsDocxRel *
ats_docx_rels_by_id(const AtsDocxRels *rels, const char *id);

/* the first of that type, NULL if there is none */
const AtsDocxRel *
ats_docx_rels_by_type(const AtsDocxRels *rels, const char *type);

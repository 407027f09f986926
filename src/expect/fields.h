/*
 * The fields of a JSON Resume, one after the other. For the files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "expect/expected.h"

typedef enum {
	ATS_FIELD_TEXT,
	ATS_FIELD_DATE, /* ISO 8601: a year, with or without month and day */
	ATS_FIELD_EMAIL,
	ATS_FIELD_PHONE,
	ATS_FIELD_URL,
} AtsFieldKind;

typedef struct {
	const char *pointer; /* JSON pointer: "/work/0/highlights/2" */
	const char *text;
	AtsFieldKind kind;
	guint object; /* fields of one entry share it; 0: the field stands for itself */
	guint list;   /* entries that have an order among themselves share it; 0: none */
} AtsField;

struct AtsExpected {
	GStringChunk *strings;
	GArray *fields; /* of AtsField, in the order of the standard */
};

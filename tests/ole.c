/*
 * Makes small OLE containers after [MS-CFB]: a header, one sector of the allocation table, one of
 * the directory.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "ole.h"

#include <string.h>

#define SECTOR	     512
#define ENTRY	     128
#define FREE	     0xFFFFFFFFu
#define END_OF_CHAIN 0xFFFFFFFEu
#define TABLE	     0xFFFFFFFDu

static void
put16(guint8 *at, guint16 value)
{
	value = GUINT16_TO_LE(value);
	memcpy(at, &value, sizeof(value));
}

static void
put32(guint8 *at, guint32 value)
{
	value = GUINT32_TO_LE(value);
	memcpy(at, &value, sizeof(value));
}

static void
put_header(guint8 *at)
{
	memcpy(at, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	put16(at + 24, 0x3E);	/* minor version */
	put16(at + 26, 3);	/* major version */
	put16(at + 28, 0xFFFE); /* byte order */
	put16(at + 30, 9);	/* 2^9 bytes a sector */
	put16(at + 32, 6);	/* 2^6 bytes a small sector */
	put32(at + 44, 1);	/* sectors of the table */
	put32(at + 48, 1);	/* first sector of the directory */
	put32(at + 56, 4096);	/* below that size streams live in small sectors */
	put32(at + 60, END_OF_CHAIN);
	put32(at + 68, END_OF_CHAIN);
	memset(at + 76, 0xFF, SECTOR - 76);
	put32(at + 76, 0); /* the table's first sector */
}

static void
put_entry(guint8 *at, const char *name, guint8 kind, guint32 child)
{
	gsize n = strlen(name);

	for (gsize i = 0; i < n; i++)
		at[2 * i] = (guint8)name[i];
	put16(at + 64, (guint16)(2 * (n + 1)));
	at[66] = kind;
	at[67] = 1; /* black */
	put32(at + 68, FREE);
	put32(at + 72, FREE);
	put32(at + 76, child);
	put32(at + 116, END_OF_CHAIN);
}

GBytes *
ole_make(const char *stream)
{
	guint8 *data = g_malloc0(3 * SECTOR);

	put_header(data);
	memset(data + SECTOR, 0xFF, SECTOR);
	put32(data + SECTOR, TABLE);
	put32(data + SECTOR + 4, END_OF_CHAIN);
	put_entry(data + 2 * SECTOR, "Root Entry", 5, 1);
	put_entry(data + 2 * SECTOR + ENTRY, stream, 2, FREE);
	return g_bytes_new_take(data, 3 * SECTOR);
}

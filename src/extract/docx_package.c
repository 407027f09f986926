/*
 * The ZIP package of a DOCX, over libzip: the only file that knows it. Believes no size or name
 * that the file states, never extracts to disk. For the DOCX files of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/docx_package.h"

#include <string.h>
#include <zip.h>

#include "base/error.h"
#include "base/limits.h"

/* bytes taken at a time */
#define CHUNK (64 * ATS_KIB)

struct _AtsDocxPackage {
	GBytes *bytes; /* lent to libzip */
	zip_t *zip;
	GHashTable *index; /* normalised name → entry + 1 */
	gsize n_read;	   /* bytes inflated so far, of all parts */
	guint n_oddities;
};

static char *
normalise(const char *name)
{
	const char *start = name + strspn(name, "/\\");
	char *out = g_ascii_strdown(start, -1);

	return g_strdelimit(out, "\\", '/');
}

static gboolean
points_outside(const char *name)
{
	return g_str_equal(name, "..") || g_str_has_prefix(name, "../") ||
	       strstr(name, "/../") != NULL || g_str_has_suffix(name, "/..");
}

/* the first of two equal names counts, as it does for Word */
static void
index_entries(AtsDocxPackage *self, guint n)
{
	for (guint i = 0; i < n; i++) {
		const char *raw = zip_get_name(self->zip, i, ZIP_FL_ENC_GUESS);
		g_autofree char *name = raw != NULL ? normalise(raw) : NULL;
		if (name == NULL || *name == '\0' || points_outside(name) ||
		    g_hash_table_contains(self->index, name)) {
			self->n_oddities++;
			continue;
		}
		g_hash_table_insert(self->index, g_steal_pointer(&name), GUINT_TO_POINTER(i + 1));
	}
}

static zip_t *
open_zip(GBytes *bytes)
{
	gsize length;
	const void *data = g_bytes_get_data(bytes, &length);
	zip_source_t *source = zip_source_buffer_create(data, length, 0, NULL);
	zip_t *zip;

	if (source == NULL)
		return NULL;
	zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (zip == NULL)
		zip_source_free(source);
	return zip;
}

AtsDocxPackage *
ats_docx_package_open(GBytes *bytes, GError **error)
{
	g_autoptr(AtsDocxPackage) self = g_new0(AtsDocxPackage, 1);
	zip_int64_t n;

	self->bytes = g_bytes_ref(bytes);
	self->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	self->zip = open_zip(bytes);
	if (self->zip == NULL) {
		g_set_error_literal(
		    error,
		    ATS_ERROR,
		    ATS_ERROR_DAMAGED,
		    "the file is cut off or damaged: its ZIP directory cannot be read; "
		    "send it again or save it anew with Word");
		return NULL;
	}
	n = zip_get_num_entries(self->zip, 0);
	if (n > ATS_LIMIT_ZIP_ENTRIES) {
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_TOO_LARGE,
			    "the package holds %" G_GINT64_FORMAT
			    " entries; a document has no more than %d",
			    (gint64)n,
			    ATS_LIMIT_ZIP_ENTRIES);
		return NULL;
	}
	index_entries(self, (guint)MAX(n, 0));
	return g_steal_pointer(&self);
}

void
ats_docx_package_free(AtsDocxPackage *package)
{
	if (package->zip != NULL)
		zip_discard(package->zip);
	g_hash_table_unref(package->index);
	g_bytes_unref(package->bytes);
	g_free(package);
}

static guint
find(const AtsDocxPackage *self, const char *name)
{
	g_autofree char *key = normalise(name);

	return GPOINTER_TO_UINT(g_hash_table_lookup(self->index, key));
}

gboolean
ats_docx_package_has(const AtsDocxPackage *package, const char *name)
{
	return find(package, name) != 0;
}

gboolean
ats_docx_package_has_suffix(const AtsDocxPackage *package, const char *suffix)
{
	GHashTableIter iter;
	gpointer name;

	g_hash_table_iter_init(&iter, package->index);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		if (g_str_has_suffix(name, suffix))
			return TRUE;
	}
	return FALSE;
}

/* packed sizes are as the file states them, but never more than the file has */
static gboolean
check_size(AtsDocxPackage *self, const char *name, gsize length, gsize packed, GError **error)
{
	gsize real = MIN(MAX(packed, 1), g_bytes_get_size(self->bytes));

	if (length <= ATS_LIMIT_PART_BYTES && self->n_read <= ATS_LIMIT_PACKAGE_BYTES &&
	    (length <= ATS_MIB || length / real <= ATS_LIMIT_INFLATE_RATIO))
		return TRUE;
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_TOO_LARGE,
		    "%s inflates to more than a document may hold (%lu MiB a part, %lu MiB in all, "
		    "%d times its packed size)",
		    name,
		    ATS_LIMIT_PART_BYTES / ATS_MIB,
		    ATS_LIMIT_PACKAGE_BYTES / ATS_MIB,
		    ATS_LIMIT_INFLATE_RATIO);
	return FALSE;
}

static void
set_damaged_part(GError **error, const char *name)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_DAMAGED,
		    "%s in the package is damaged or packed in an unknown way; save the document "
		    "anew with Word",
		    name);
}

static GByteArray *
inflate(AtsDocxPackage *self, zip_file_t *file, const char *name, gsize packed, GError **error)
{
	g_autoptr(GByteArray) out = g_byte_array_new();
	g_autofree guint8 *chunk = g_malloc(CHUNK);
	zip_int64_t n;

	while ((n = zip_fread(file, chunk, CHUNK)) > 0) {
		g_byte_array_append(out, chunk, (guint)n);
		self->n_read += (gsize)n;
		if (!check_size(self, name, out->len, packed, error))
			return NULL;
	}
	if (n < 0) {
		set_damaged_part(error, name);
		return NULL;
	}
	return g_steal_pointer(&out);
}

GBytes *
ats_docx_package_read(AtsDocxPackage *package, const char *name, GError **error)
{
	g_autoptr(GByteArray) out = NULL;
	guint entry = find(package, name);
	zip_stat_t stat;
	zip_file_t *file;

	if (entry == 0 || zip_stat_index(package->zip, entry - 1, 0, &stat) != 0) {
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_DAMAGED,
			    "%s is missing from the package",
			    name);
		return NULL;
	}
	if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
	    stat.encryption_method != ZIP_EM_NONE) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_ENCRYPTED,
				    "the package is encrypted: save it without a password");
		return NULL;
	}
	file = zip_fopen_index(package->zip, entry - 1, 0);
	if (file == NULL) {
		set_damaged_part(error, name);
		return NULL;
	}
	out = inflate(package,
		      file,
		      name,
		      (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 1,
		      error);
	/* a wrong checksum shows at the last read or here */
	if (zip_fclose(file) != 0 && out != NULL) {
		set_damaged_part(error, name);
		return NULL;
	}
	return out != NULL ? g_byte_array_free_to_bytes(g_steal_pointer(&out)) : NULL;
}

guint
ats_docx_package_n_oddities(const AtsDocxPackage *package)
{
	return package->n_oddities;
}

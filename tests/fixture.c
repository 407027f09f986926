/*
 * Loads fixtures: files as they are, folders as the packages that they unfold. For the tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fixture.h"

#include <string.h>
#include <zip.h>

char *
fixture_path(const char *name)
{
	const char *root = g_getenv("ATSCHECK_FIXTURES");

	g_assert_nonnull(root);
	return g_build_filename(root, name, NULL);
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
fixture_list(const char *folder, const char *prefix)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		if (g_str_has_prefix(name, prefix))
			g_ptr_array_add(names, g_strdup(name));
	}
	g_ptr_array_sort(names, compare_names);
	return names;
}

static void
pack_file(zip_t *zip, const char *path, const char *name)
{
	zip_source_t *source = zip_source_file(zip, path, 0, -1);

	g_assert_nonnull(source);
	g_assert_cmpint(zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
}

static void
pack_folder(zip_t *zip, const char *folder, const char *prefix)
{
	g_autoptr(GPtrArray) names = fixture_list(folder, "");

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		g_autofree char *path = g_build_filename(folder, name, NULL);
		g_autofree char *entry = g_strconcat(prefix, name, NULL);
		g_autofree char *deeper = g_strconcat(entry, "/", NULL);

		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			pack_folder(zip, path, deeper);
		else
			pack_file(zip, path, entry);
	}
}

static GBytes *
source_bytes(zip_source_t *source)
{
	zip_stat_t stat;
	g_autofree guint8 *data = NULL;

	g_assert_cmpint(zip_source_stat(source, &stat), ==, 0);
	data = g_malloc(stat.size);
	g_assert_cmpint(zip_source_open(source), ==, 0);
	g_assert_cmpint(zip_source_read(source, data, stat.size), ==, (zip_int64_t)stat.size);
	zip_source_close(source);
	return g_bytes_new_take(g_steal_pointer(&data), stat.size);
}

static GBytes *
load_folder(const char *path)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
	GBytes *bytes;

	g_assert_nonnull(zip);
	zip_source_keep(source);
	pack_folder(zip, path, "");
	g_assert_cmpint(zip_close(zip), ==, 0);
	bytes = source_bytes(source);
	zip_source_free(source);
	return bytes;
}

GBytes *
fixture_load(const char *path)
{
	char *text = NULL;
	gsize length = 0;

	if (g_file_test(path, G_FILE_TEST_IS_DIR))
		return load_folder(path);
	g_assert_true(g_file_get_contents(path, &text, &length, NULL));
	return g_bytes_new_take(text, length);
}

/*
 * Turns the paths of the command line into files to check.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/inputs.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
ends_in(const char *name, const char *ending)
{
	gsize length = strlen(name);
	gsize n = strlen(ending);

	return length > n && g_ascii_strcasecmp(name + length - n, ending) == 0;
}

/* hidden files, and the locks that Word puts beside an open document, are nobody's resume */
static gboolean
is_document(const char *name)
{
	if (name[0] == '.' || g_str_has_prefix(name, "~$"))
		return FALSE;
	return ends_in(name, ".pdf") || ends_in(name, ".docx");
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_folder(const char *folder, GError **error)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
	const char *name;

	if (dir == NULL)
		return NULL;
	while ((name = g_dir_read_name(dir)) != NULL)
		g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, compare_names);
	return g_steal_pointer(&names);
}

/* the documents of one folder go to @files, its folders (links to folders are not followed) to
 * @folders */
static gboolean
take_folder(const char *folder, GPtrArray *files, GPtrArray *folders, GError **error)
{
	g_autoptr(GPtrArray) names = list_folder(folder, error);

	if (names == NULL)
		return FALSE;
	for (guint i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		g_autofree char *path = g_build_filename(folder, name, NULL);
		gboolean is_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
		if (is_folder && name[0] != '.' && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
			g_ptr_array_add(folders, g_steal_pointer(&path));
		else if (!is_folder && is_document(name))
			g_ptr_array_add(files, g_steal_pointer(&path));
	}
	return TRUE;
}

static gboolean
expand_folder(const char *path, gboolean recursive, GPtrArray *files, GError **error)
{
	g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
	guint before = files->len;

	g_ptr_array_add(folders, g_strdup(path));
	for (guint i = 0; i < folders->len && (i == 0 || recursive); i++) {
		if (!take_folder(folders->pdata[i], files, folders, error))
			return FALSE;
	}
	if (files->len > before)
		return TRUE;
	g_set_error(error,
		    G_FILE_ERROR,
		    G_FILE_ERROR_NOENT,
		    "no PDF or DOCX in this folder%s",
		    recursive || folders->len == 1
			? ""
			: " itself: --recursive looks into the folders in it");
	return FALSE;
}

gboolean
ats_cli_expand(const char *path, gboolean recursive, GPtrArray *files, GError **error)
{
	if (!g_str_equal(path, ATS_CLI_STDIN) && g_file_test(path, G_FILE_TEST_IS_DIR))
		return expand_folder(path, recursive, files, error);
	g_ptr_array_add(files, g_strdup(path));
	return TRUE;
}

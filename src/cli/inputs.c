/*
 * Turns the paths of the command line into files to check, and reads them.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

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

/* (nullable): the names in the folder, sorted */
static GPtrArray *
list_folder(const char *folder)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	DIR *dir = opendir(folder);
	const struct dirent *entry;

	if (dir == NULL)
		return NULL;
	while ((entry = readdir(dir)) != NULL)
		g_ptr_array_add(names, g_strdup(entry->d_name));
	closedir(dir);
	g_ptr_array_sort(names, compare_names);
	return g_steal_pointer(&names);
}

static AtsCliStatus
fail(const char *folder, const char *message)
{
	g_autofree char *name = ats_cli_display(folder);

	return ats_cli_failed(name, message);
}

/* the documents of one folder go to @files, its folders (links to folders are not followed) to
 * @folders */
static AtsCliStatus
take_folder(const char *folder, GPtrArray *files, GPtrArray *folders)
{
	g_autoptr(GPtrArray) names = list_folder(folder);

	if (names == NULL)
		return fail(folder, g_strerror(errno));
	for (guint i = 0; i < names->len; i++) {
		const char *name = names->pdata[i];
		g_autofree char *path = g_build_filename(folder, name, NULL);
		gboolean is_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
		if (is_folder && name[0] != '.' && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
			g_ptr_array_add(folders, g_steal_pointer(&path));
		else if (!is_folder && is_document(name))
			g_ptr_array_add(files, g_steal_pointer(&path));
	}
	return ATS_CLI_CLEAN;
}

static AtsCliStatus
expand_folder(const char *path, gboolean recursive, GPtrArray *files)
{
	g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
	AtsCliStatus status = ATS_CLI_CLEAN;
	guint before = files->len;

	g_ptr_array_add(folders, g_strdup(path));
	for (guint i = 0; i < folders->len && (i == 0 || recursive); i++)
		status = ats_cli_worse(status, take_folder(folders->pdata[i], files, folders));
	if (files->len > before || status != ATS_CLI_CLEAN)
		return status;
	if (!recursive && folders->len > 1)
		return fail(path, "no PDF or DOCX in this folder itself: --recursive looks deeper");
	return fail(path, "no PDF or DOCX in this folder");
}

AtsCliStatus
ats_cli_expand(const char *path, gboolean recursive, GPtrArray *files)
{
	if (!g_str_equal(path, ATS_CLI_STDIN) && g_file_test(path, G_FILE_TEST_IS_DIR))
		return expand_folder(path, recursive, files);
	g_ptr_array_add(files, g_strdup(path));
	return ATS_CLI_CLEAN;
}

GBytes *
ats_cli_load(AtscheckChecker *checker, const char *path, GError **error)
{
	g_autoptr(GInputStream) stream = NULL;

	if (!g_str_equal(path, ATS_CLI_STDIN))
		return atscheck_checker_load_file(checker, path, NULL, error);
	stream = g_unix_input_stream_new(STDIN_FILENO, FALSE);
	return atscheck_checker_load_stream(checker, stream, NULL, error);
}

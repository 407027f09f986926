/*
 * What a folder says of how its documents are to be checked.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/config.h"

#include <errno.h>
#include <fnmatch.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli/config_lines.h"
#include "cli/near.h"
#include "cli/options.h"
#include "cli/print.h"

#define FILE_NAME ".atscheck.conf"

/* bytes; one that names every check for fifty globs stays below */
#define MOST_BYTES (256 * 1024)

/* bytes of a glob: matching takes as long as it and the name are, multiplied */
#define GLOB_BYTES_MOST 1024

#define GROUP_OPTIONS  "options"
#define GROUP_SEVERITY "severity"
#define GROUP_IGNORE   "ignore"
#define GROUP_FILES    ATS_CLI_CONFIG_FILES

/* before a check in a section on files */
#define KEY_SEVERITY "severity."
#define KEY_IGNORE   "ignore."

#define KEY_FAIL_ON "fail-on"

typedef enum {
	KIND_TEXT,
	KIND_LIST, /* parted by semicolons */
	KIND_FLAG,
	KIND_PATH, /* from the file's folder */
	KIND_BAR,  /* a text that also holds for the documents near the file */
} Kind;

/* options that a file may set: none that writes, and none that says what to check */
static const struct {
	const char *name;
	Kind kind;
} options[] = {
    {"baseline", KIND_PATH},
    {"color", KIND_TEXT},
    {"exclude", KIND_LIST},
    {KEY_FAIL_ON, KIND_BAR},
    {"follow", KIND_FLAG},
    {"format", KIND_TEXT},
    {"include", KIND_LIST},
    {"jobs", KIND_TEXT},
    {"max-bytes", KIND_TEXT},
    {"ocr", KIND_FLAG},
    {"quiet", KIND_FLAG},
    {"recursive", KIND_FLAG},
    {"timeout", KIND_TEXT},
    {"unordered", KIND_FLAG},
};

/* a file on its way in */
typedef struct {
	GKeyFile *keys;
	GHashTable *lines; /* where things stand */
	AtsCliConfig *config;
} Reader;

static void
rule_free(gpointer data)
{
	AtsCliConfigRule *rule = data;

	g_free(rule->glob);
	g_free(rule->check);
	g_free(rule->reason);
	g_free(rule);
}

static void
bar_free(gpointer data)
{
	AtsCliConfigBar *bar = data;

	g_free(bar->glob);
	g_free(bar);
}

void
ats_cli_config_free(AtsCliConfig *config)
{
	g_free(config->name);
	g_free(config->folder);
	g_ptr_array_unref(config->arguments);
	g_ptr_array_unref(config->rules);
	g_ptr_array_unref(config->bars);
	g_free(config);
}

/* "atscheck: .atscheck.conf:3: …"; always FALSE */
static gboolean G_GNUC_PRINTF(4, 5)
    complain(const Reader *reader, const char *group, const char *key, const char *format, ...)
{
	g_autofree char *message = NULL;
	g_autofree char *shown = NULL;
	va_list args;

	va_start(args, format);
	message = g_strdup_vprintf(format, args);
	va_end(args);
	shown = ats_cli_display(message);
	ats_cli_usage("%s:%u: %s",
		      reader->config->name,
		      ats_cli_config_line_of(reader->lines, group, key),
		      shown);
	return FALSE;
}

/* --- sections --- */

static gboolean
read_flag(const Reader *reader, const char *key)
{
	g_autoptr(GError) error = NULL;
	gboolean on = g_key_file_get_boolean(reader->keys, GROUP_OPTIONS, key, &error);

	if (error != NULL)
		return complain(reader, GROUP_OPTIONS, key, "%s is true or false", key);
	if (on)
		g_ptr_array_add(reader->config->arguments, g_strconcat("--", key, NULL));
	return TRUE;
}

static void
add_argument(const Reader *reader, const char *key, const char *value)
{
	g_ptr_array_add(reader->config->arguments, g_strdup_printf("--%s=%s", key, value));
}

static gboolean
read_list(const Reader *reader, const char *key)
{
	g_auto(GStrv) list =
	    g_key_file_get_string_list(reader->keys, GROUP_OPTIONS, key, NULL, NULL);

	if (list == NULL)
		return complain(reader, GROUP_OPTIONS, key, "%s is a list parted by ;", key);
	for (char **item = list; *item != NULL; item++) {
		if (strlen(*item) > GLOB_BYTES_MOST)
			return complain(reader,
					GROUP_OPTIONS,
					key,
					"a glob of more than %d bytes",
					GLOB_BYTES_MOST);
		add_argument(reader, key, *item);
	}
	return TRUE;
}

static gboolean
read_text(const Reader *reader, const char *key, Kind kind)
{
	g_autofree char *text = g_key_file_get_string(reader->keys, GROUP_OPTIONS, key, NULL);
	g_autofree char *path = NULL;

	if (text == NULL || *text == '\0')
		return complain(reader, GROUP_OPTIONS, key, "%s is not set to anything", key);
	if (kind == KIND_PATH)
		path = g_canonicalize_filename(text, reader->config->folder);
	/* else the settings of a stranger's folder could have us wait at a pipe */
	if (path != NULL && g_file_test(path, G_FILE_TEST_EXISTS) &&
	    !g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return complain(reader, GROUP_OPTIONS, key, "%s is not a file", key);
	add_argument(reader, key, path != NULL ? path : text);
	return TRUE;
}

/* what a section on files says is stronger than what holds for all, wherever that stands */
static gboolean
read_bar(const Reader *reader, const char *group, const char *glob)
{
	g_autofree char *value = g_key_file_get_string(reader->keys, group, KEY_FAIL_ON, NULL);
	AtscheckSeverity fail_on;
	AtsCliConfigBar *bar;

	if (value == NULL || !ats_cli_fail_on_from_name(value, &fail_on))
		return complain(reader,
				group,
				KEY_FAIL_ON,
				KEY_FAIL_ON " is error, warning, note or never");
	bar = g_new0(AtsCliConfigBar, 1);
	bar->glob = g_strdup(glob);
	bar->fail_on = fail_on;
	g_ptr_array_insert(reader->config->bars, glob == NULL ? 0 : -1, bar);
	return TRUE;
}

static gboolean
read_option(const Reader *reader, const char *key)
{
	g_autofree const char **names = g_new0(const char *, G_N_ELEMENTS(options) + 1);
	g_autofree char *hint = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
		names[i] = options[i].name;
		if (!g_str_equal(key, options[i].name))
			continue;
		if (options[i].kind == KIND_FLAG)
			return read_flag(reader, key);
		if (options[i].kind == KIND_BAR && !read_bar(reader, GROUP_OPTIONS, NULL))
			return FALSE;
		return options[i].kind == KIND_LIST ? read_list(reader, key)
						    : read_text(reader, key, options[i].kind);
	}
	hint = ats_cli_near(key, names, "see atscheck(1)");
	return complain(reader, GROUP_OPTIONS, key, "no option %s can be set here: %s", key, hint);
}

static gboolean
read_rule(const Reader *reader,
	  const char *group,
	  const char *key,
	  const char *check,
	  const char *glob,
	  gboolean ignore)
{
	g_autofree char *value = g_key_file_get_string(reader->keys, group, key, NULL);
	AtscheckSeverity severity = ATSCHECK_SEVERITY_NOTE;
	AtsCliConfigRule *rule;

	if (atscheck_rule_lookup(check) == NULL) {
		g_autofree const char **ids = ats_cli_rule_ids();
		g_autofree char *hint = ats_cli_near(check, ids, "atscheck explain lists them");
		return complain(reader, group, key, "there is no check %s: %s", check, hint);
	}
	if (ignore && (value == NULL || *value == '\0'))
		return complain(reader, group, key, "say why %s is ignored: %s=REASON", check, key);
	if (!ignore && (value == NULL || !atscheck_severity_from_name(value, &severity)))
		return complain(reader, group, key, "%s is error, warning or note", key);
	rule = g_new0(AtsCliConfigRule, 1);
	rule->glob = g_strdup(glob);
	rule->check = g_strdup(check);
	rule->reason = ignore ? g_steal_pointer(&value) : NULL;
	rule->severity = severity;
	rule->line = ats_cli_config_line_of(reader->lines, group, key);
	g_ptr_array_add(reader->config->rules, rule);
	return TRUE;
}

static gboolean
read_file_key(const Reader *reader, const char *group, const char *key, const char *glob)
{
	if (g_str_has_prefix(key, KEY_SEVERITY))
		return read_rule(reader, group, key, key + strlen(KEY_SEVERITY), glob, FALSE);
	if (g_str_has_prefix(key, KEY_IGNORE))
		return read_rule(reader, group, key, key + strlen(KEY_IGNORE), glob, TRUE);
	if (g_str_equal(key, KEY_FAIL_ON))
		return read_bar(reader, group, glob);
	return complain(
	    reader,
	    group,
	    key,
	    "%s: here are severity.CHECK=LEVEL, ignore.CHECK=REASON and fail-on=LEVEL only",
	    key);
}

/* the glob between the quotes; NULL: the section is none on files */
static char *
glob_of(const char *group)
{
	const char *from = group + strlen(GROUP_FILES);

	if (!g_str_has_prefix(group, GROUP_FILES) || !g_str_has_suffix(from, "\"") ||
	    strlen(from) < 2)
		return NULL;
	return g_strndup(from, strlen(from) - 1);
}

static gboolean
read_key(const Reader *reader, const char *group, const char *key, const char *glob)
{
	if (glob != NULL)
		return read_file_key(reader, group, key, glob);
	if (g_str_equal(group, GROUP_OPTIONS))
		return read_option(reader, key);
	return read_rule(reader, group, key, key, NULL, g_str_equal(group, GROUP_IGNORE));
}

static gboolean
read_group(const Reader *reader, const char *group)
{
	static const char *const known[] = {GROUP_OPTIONS, GROUP_SEVERITY, GROUP_IGNORE, NULL};
	g_auto(GStrv) keys = g_key_file_get_keys(reader->keys, group, NULL, NULL);
	g_autofree char *glob = glob_of(group);

	if (glob == NULL && !g_strv_contains(known, group))
		return complain(reader,
				group,
				NULL,
				"no section [%s]: there is [options], [severity], [ignore] and "
				"[files \"GLOB\"]",
				group);
	if (glob != NULL && strlen(glob) > GLOB_BYTES_MOST)
		return complain(reader,
				group,
				NULL,
				"a glob of more than %d bytes",
				GLOB_BYTES_MOST);
	for (char **key = keys; *key != NULL; key++) {
		if (!read_key(reader, group, *key, glob))
			return FALSE;
	}
	return TRUE;
}

static gboolean
read_all(const Reader *reader, const char *text, gsize length)
{
	g_autoptr(GError) error = NULL;
	g_auto(GStrv) groups = NULL;

	if (!g_key_file_load_from_data(reader->keys, text, length, G_KEY_FILE_NONE, &error)) {
		g_autofree char *shown = ats_cli_display(error->message);
		guint line = ats_cli_config_line_of_brackets(text);
		if (line > 0)
			ats_cli_usage("%s:%u: a glob has no brackets here: use ? or *",
				      reader->config->name,
				      line);
		else
			ats_cli_usage("%s: %s", reader->config->name, shown);
		return FALSE;
	}
	groups = g_key_file_get_groups(reader->keys, NULL);
	for (char **group = groups; *group != NULL; group++) {
		if (!read_group(reader, *group))
			return FALSE;
	}
	return TRUE;
}

AtsCliConfig *
ats_cli_config_read(const char *path, const char *text, gsize length)
{
	g_autoptr(AtsCliConfig) config = g_new0(AtsCliConfig, 1);
	g_autoptr(GKeyFile) keys = g_key_file_new();
	g_autoptr(GHashTable) lines = ats_cli_config_lines(text);
	g_autofree char *whole = g_canonicalize_filename(path, NULL);
	const Reader reader = {.keys = keys, .lines = lines, .config = config};

	config->name = ats_cli_display(path);
	config->folder = g_path_get_dirname(whole);
	config->arguments = g_ptr_array_new_with_free_func(g_free);
	config->rules = g_ptr_array_new_with_free_func(rule_free);
	config->bars = g_ptr_array_new_with_free_func(bar_free);
	return read_all(&reader, text, length) ? g_steal_pointer(&config) : NULL;
}

AtsCliConfig *
ats_cli_config_load(const char *path)
{
	g_autofree char *name = ats_cli_display(path);
	g_autofree char *text = NULL;
	GStatBuf there;
	gsize length;

	if (g_stat(path, &there) == 0 && (!S_ISREG(there.st_mode) || there.st_size > MOST_BYTES)) {
		ats_cli_usage("%s: not a file of settings", name);
		return NULL;
	}
	if (!g_file_get_contents(path, &text, &length, NULL)) {
		ats_cli_usage("%s: cannot be read: %s", name, g_strerror(errno));
		return NULL;
	}
	return ats_cli_config_read(path, text, length);
}

char *
ats_cli_config_find(const char *folder)
{
	g_autofree char *at = g_canonicalize_filename(folder, NULL);

	while (TRUE) {
		g_autofree char *path = g_build_filename(at, FILE_NAME, NULL);
		g_autofree char *above = g_path_get_dirname(at);
		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			return g_steal_pointer(&path);
		if (g_str_equal(above, at))
			return NULL;
		g_free(at);
		at = g_steal_pointer(&above);
	}
}

gboolean
ats_cli_config_holds(const AtsCliConfig *config, const char *glob, const char *path)
{
	gsize length = strlen(config->folder);
	const char *inside = path;

	if (glob == NULL)
		return TRUE;
	if (strchr(glob, '/') == NULL) {
		const char *slash = strrchr(path, '/');
		return fnmatch(glob, slash != NULL ? slash + 1 : path, 0) == 0;
	}
	if (strncmp(path, config->folder, length) == 0 && path[length] == '/')
		inside = path + length + 1;
	return fnmatch(glob, inside, 0) == 0;
}

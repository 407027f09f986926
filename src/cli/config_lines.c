/*
 * Where sections and keys stand in a file of settings: each section's name is kept once, however
 * many keys it has, since the text is a stranger's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/config_lines.h"

#include <string.h>

/* where a section and each of its keys stands last */
typedef struct {
	guint line;
	GHashTable *keys; /* to their lines */
} Section;

static void
section_free(gpointer data)
{
	Section *section = data;

	g_hash_table_unref(section->keys);
	g_free(section);
}

/* what stands before any section is none's, and GKeyFile refuses it */
static Section *
enter_section(GHashTable *sections, const char *name, guint line)
{
	Section *section = g_hash_table_lookup(sections, name);

	if (section == NULL) {
		section = g_new0(Section, 1);
		section->keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
		g_hash_table_insert(sections, g_strdup(name), section);
	}
	section->line = line;
	return section;
}

GHashTable *
ats_cli_config_lines(const char *text)
{
	GHashTable *sections = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, section_free);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	Section *section = enter_section(sections, "", 0);

	for (guint i = 0; lines[i] != NULL; i++) {
		char *line = g_strstrip(lines[i]);
		char *end = strrchr(line, ']');
		char *equals = strchr(line, '=');
		if (*line == '[' && end != NULL) {
			*end = '\0';
			section = enter_section(sections, line + 1, i + 1);
		} else if (*line != '#' && equals != NULL) {
			*equals = '\0';
			g_hash_table_replace(section->keys,
					     g_strdup(g_strchomp(line)),
					     GUINT_TO_POINTER(i + 1));
		}
	}
	return sections;
}

guint
ats_cli_config_line_of(GHashTable *lines, const char *group, const char *key)
{
	const Section *section = g_hash_table_lookup(lines, group);

	if (section == NULL)
		return 0;
	return key != NULL ? GPOINTER_TO_UINT(g_hash_table_lookup(section->keys, key))
			   : section->line;
}

guint
ats_cli_config_line_of_brackets(const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (guint i = 0; lines[i] != NULL; i++) {
		const char *line = g_strstrip(lines[i]);
		if (g_str_has_prefix(line, "[" ATS_CLI_CONFIG_FILES) &&
		    strchr(line + 1, '[') != NULL)
			return i + 1;
	}
	return 0;
}

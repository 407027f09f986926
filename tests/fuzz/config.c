/*
 * Any bytes as the settings of a folder: they may lie in a folder of a stranger's.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/config.h"
#include "target.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const paths[] = {"/docs/resume.pdf", "/docs/old/a [1].docx", "/x", ""};
	g_autofree char *text = g_strndup((const char *)data, size);
	g_autoptr(AtsCliConfig) config = ats_cli_config_read("/docs/.atscheck.conf", text, size);

	if (config == NULL)
		return 0;
	for (guint i = 0; i < config->arguments->len; i++)
		g_assert_true(g_str_has_prefix(config->arguments->pdata[i], "--"));
	for (guint i = 0; i < config->rules->len; i++) {
		const AtsCliConfigRule *rule = config->rules->pdata[i];
		g_assert_nonnull(atscheck_rule_lookup(rule->check));
		for (guint j = 0; j < G_N_ELEMENTS(paths); j++)
			ats_cli_config_holds(config, rule->glob, paths[j]);
	}
	return 0;
}

/*
 * How tightly a worker is boxed, in words.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/level.h"

static const char *const names[] = {
    [ATS_SANDBOX_AUTO] = "auto",
    [ATS_SANDBOX_REQUIRE] = "require",
    [ATS_SANDBOX_OFF] = "off",
};
G_STATIC_ASSERT(G_N_ELEMENTS(names) == ATS_SANDBOX_LAST);

const char *
ats_sandbox_mode_name(gint mode)
{
	return names[mode >= 0 && mode < ATS_SANDBOX_LAST ? mode : ATS_SANDBOX_AUTO];
}

gboolean
ats_sandbox_mode_from_name(const char *name, AtsSandboxMode *mode)
{
	for (guint i = 0; i < ATS_SANDBOX_LAST; i++) {
		if (!g_str_equal(names[i], name))
			continue;
		*mode = (AtsSandboxMode)i;
		return TRUE;
	}
	return FALSE;
}

char *
ats_sandbox_level_to_text(AtsSandboxLevel level)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (level.landlock > 0)
		g_string_append_printf(text, "landlock %u, ", level.landlock);
	if (level.seccomp)
		g_string_append(text, "seccomp, ");
	g_string_append(text, "rlimits");
	return g_string_free(g_steal_pointer(&text), FALSE);
}

/*
 * How tightly a worker is boxed: what its caller wants, and what the kernel gave. For all rooms.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * AtsSandboxMode:
 * @ATS_SANDBOX_AUTO: as much as the kernel gives
 * @ATS_SANDBOX_REQUIRE: all of it, or no document is read
 * @ATS_SANDBOX_OFF: limits on resources and no new privileges, no more: to find out whether the box
 * is to blame
 *
 * The numbers are those of the public interface.
 */
typedef enum {
	ATS_SANDBOX_AUTO,
	ATS_SANDBOX_REQUIRE,
	ATS_SANDBOX_OFF,
	ATS_SANDBOX_LAST
} AtsSandboxMode;

/* as users write it: "require"; static; for a number out of range "auto" */
const char *
ats_sandbox_mode_name(gint mode);

/* FALSE: there is no such mode; @mode is untouched then */
gboolean
ats_sandbox_mode_from_name(const char *name, AtsSandboxMode *mode);

/* limits on resources are always there: a worker that cannot set them reads nothing */
typedef struct {
	guint landlock; /* version of its interface; 0: files are not fenced in by it */
	gboolean seccomp;
} AtsSandboxLevel;

/* "landlock 7, seccomp, rlimits", with the missing ones left out; (transfer full) */
char *
ats_sandbox_level_to_text(AtsSandboxLevel level);

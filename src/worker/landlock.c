/*
 * Fences a process in by Landlock, by raw system calls: the C library has no functions for them,
 * and the system's header may be years older than its kernel.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "worker/landlock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* numbers of the system calls, the same on all processors */
#define CALL_CREATE_RULESET 444
#define CALL_ADD_RULE	    445
#define CALL_RESTRICT_SELF  446

#define CREATE_RULESET_VERSION 1 /* flag: asks for the version, makes nothing */
#define RULE_PATH_BENEATH      1

/* rights to files, by the bits of the kernel's interface: up to REFER, TRUNCATE and IOCTL_DEV they
 * came one a version, without gaps */
#define FILES_READ_FILE (1ULL << 2)
#define FILES_READ_DIR	(1ULL << 3)
#define FILES_OF_1	((1ULL << 13) - 1)
#define FILES_REFER	(1ULL << 13) /* 2: move or link into another folder */
#define FILES_TRUNCATE	(1ULL << 14) /* 3 */
#define FILES_IOCTL_DEV (1ULL << 15) /* 5: commands to devices */

/* 4: bind and connect by TCP */
#define NET_ALL 3ULL
/* 6: abstract unix sockets of others, and signals to them */
#define SCOPES_ALL 3ULL

/* bytes of the ruleset that a version knows; more is an error to it */
#define SIZE_OF_1 8
#define SIZE_OF_4 16
#define SIZE_OF_6 24

typedef struct {
	guint64 files;
	guint64 net;
	guint64 scopes;
} Ruleset;

typedef struct __attribute__((packed)) {
	guint64 allowed;
	gint32 folder;
} PathBeneath;

guint
ats_landlock_version(void)
{
	long version = syscall(CALL_CREATE_RULESET, NULL, 0, CREATE_RULESET_VERSION);

	return version > 0 ? (guint)version : 0;
}

static guint64
files_of(guint version)
{
	guint64 files = FILES_OF_1;

	if (version >= 2)
		files |= FILES_REFER;
	if (version >= 3)
		files |= FILES_TRUNCATE;
	if (version >= 5)
		files |= FILES_IOCTL_DEV;
	return files;
}

static gsize
size_of(guint version)
{
	if (version >= 6)
		return SIZE_OF_6;
	return version >= 4 ? SIZE_OF_4 : SIZE_OF_1;
}

static int
make_ruleset(guint version)
{
	Ruleset rules = {.files = files_of(version), .net = NET_ALL, .scopes = SCOPES_ALL};

	return (int)syscall(CALL_CREATE_RULESET, &rules, size_of(version), 0);
}

static gboolean
allow_folder(int ruleset, const char *folder)
{
	PathBeneath rule = {.allowed = FILES_READ_FILE | FILES_READ_DIR};
	gboolean added;

	rule.folder = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (rule.folder < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	added = syscall(CALL_ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0) == 0;
	close(rule.folder);
	return added;
}

static gboolean
allow_all(int ruleset, const char *const *folders)
{
	for (; folders != NULL && *folders != NULL; folders++) {
		if (!allow_folder(ruleset, *folders))
			return FALSE;
	}
	return TRUE;
}

gboolean
ats_landlock_enforce(guint version, const char *const *folders)
{
	int ruleset = make_ruleset(version);
	gboolean enforced;

	if (ruleset < 0)
		return FALSE;
	enforced = allow_all(ruleset, folders) && syscall(CALL_RESTRICT_SELF, ruleset, 0) == 0;
	close(ruleset);
	return enforced;
}

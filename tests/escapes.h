/*
 * Ways out of a worker's box, as something that has taken it over would try them. For test-escape.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* what stops an attempt, each by itself */
typedef enum {
	BY_SECCOMP = 1 << 0,
	BY_LIMITS = 1 << 1,
	BY_LANDLOCK_1 = 1 << 2, /* from that version on */
	BY_LANDLOCK_3 = 1 << 3,
	BY_LANDLOCK_4 = 1 << 4,
	BY_LANDLOCK_6 = 1 << 5,
} Guard;

/* what an attempt may use: made before the box is shut, by somebody outside */
typedef struct {
	const char *file;  /* exists, outside of what may be read; its owner may do all with it */
	const char *other; /* a name beside it that is free */
	int port;	   /* somebody listens there, on this machine */
	int socket;	   /* not connected, and open in the box: of TCP, or for unix datagrams */
	const char *abstract; /* name of an abstract unix socket that somebody has */
	int victim;	      /* the process outside */
} Outside;

typedef enum {
	EVERYBODY = 1 << 0, /* gets out where there is no box, on any system and as any user */
	NEEDS_DATAGRAMS = 1 << 1,
} EscapeFlags;

typedef struct {
	const char *name;
	guint guards;
	gboolean (*attempt)(const Outside *outside); /* TRUE: it got out */
	guint flags;
} Escape;

extern const Escape escapes[];
extern const guint n_escapes;

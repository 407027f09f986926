/*
 * What of folders may well be resumes, but is not checked: files of other kinds, and folders in
 * folders. Who believes that they were is told. For the files of this room, and for cli.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/* kinds that are told apart, by the ending of the name */
#define ATS_BATCH_OTHER_KINDS 14

/* how many there were of each kind, and how many folders; all zero at first */
typedef struct {
	guint n[ATS_BATCH_OTHER_KINDS];
	guint n_folders;
} AtsBatchOthers;

/* counts the file of that name if it is of such a kind */
void
ats_batch_others_note(AtsBatchOthers *others, const char *name);

/**
 * ats_batch_others_tell:
 *
 * Returns: (transfer full) (nullable): "3 files of other kinds were not checked: .doc 2, .odt 1",
 * the most first; NULL if there were none
 */
char *
ats_batch_others_tell(const AtsBatchOthers *others);

/* the same of folders: "2 folders in folders were not looked into: --recursive does" */
char *
ats_batch_others_tell_folders(const AtsBatchOthers *others);

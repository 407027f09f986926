/*
 * Looks for fixed phrases in lines of text, as whole words and whatever their case. For the checks
 * of this room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <glib.h>

/**
 * ats_phrase_find:
 * @folded: text, folded by ats_utf8_fold()
 * @phrase: in lower case
 *
 * Returns: (nullable): what follows the phrase's first appearance as whole words
 */
const char *
ats_phrase_find(const char *folded, const char *phrase);

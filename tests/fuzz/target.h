/*
 * The one function that a fuzz target defines: libFuzzer calls it with inputs of its making,
 * replay.c with those of files. For the files of this folder.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * Text in, structure out: sections by lexicon and typography, contact data. Pure. For the worker
 * and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "model/resume.h"

/* Returns: (transfer full): never NULL */
AtsResume *
ats_resume_read(const AtsDocument *document, const AtsLayout *layout);

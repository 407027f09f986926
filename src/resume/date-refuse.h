/*
 * What is no date although its numbers look like one, by what stands before and after it. For
 * dates.c alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "resume/date-tokens.h"

/* whether the tokens from @first to before @end, read as @range, are something else; @free: the
 * first token that no date before it has taken */
gboolean
ats_date_is_refused(const GArray *tokens,
		    const char *text,
		    guint free,
		    guint first,
		    guint end,
		    const AtsDateRange *range);

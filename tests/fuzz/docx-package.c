/*
 * Any bytes as a DOCX package: what libzip makes of them, and all that is read from its parts.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/extract.h"
#include "target.h"
#include "worker/pipeline.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
	g_autoptr(GError) error = NULL;
	g_autoptr(AtsDocument) document = ats_extract_docx(bytes, &error);

	g_assert_true((document == NULL) == (error != NULL));
	if (document != NULL)
		ats_report_free(ats_pipeline_run(document));
	return 0;
}

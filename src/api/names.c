/*
 * Enumerations of the public interface and their names; the numbers are those of the rooms inside.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"
#include "base/error.h"
#include "base/level.h"
#include "base/picture.h"
#include "sandbox/pool.h"

G_STATIC_ASSERT((int)ATSCHECK_SEVERITY_NOTE == (int)ATS_SEVERITY_NOTE);
G_STATIC_ASSERT((int)ATSCHECK_SEVERITY_ERROR == (int)ATS_SEVERITY_ERROR);
G_STATIC_ASSERT((int)ATSCHECK_OUTCOME_PASSED == (int)ATS_OUTCOME_PASSED);
G_STATIC_ASSERT((int)ATSCHECK_OUTCOME_NOT_JUDGED == (int)ATS_OUTCOME_NOT_JUDGED);
G_STATIC_ASSERT((int)ATSCHECK_VERDICT_PASS == (int)ATS_VERDICT_PASS);
G_STATIC_ASSERT((int)ATSCHECK_VERDICT_FAIL == (int)ATS_VERDICT_FAIL);
G_STATIC_ASSERT((int)ATSCHECK_PICTURE_PNG == (int)ATS_PICTURE_PNG);
G_STATIC_ASSERT((int)ATSCHECK_PICTURE_SVG + 1 == (int)ATS_PICTURE_LAST);
G_STATIC_ASSERT((int)ATSCHECK_ISOLATION_DOCUMENT == (int)ATS_ISOLATION_DOCUMENT);
G_STATIC_ASSERT((int)ATSCHECK_ISOLATION_POOL + 1 == (int)ATS_ISOLATION_LAST);
G_STATIC_ASSERT((int)ATSCHECK_SANDBOX_AUTO == (int)ATS_SANDBOX_AUTO);
G_STATIC_ASSERT((int)ATSCHECK_SANDBOX_REQUIRE == (int)ATS_SANDBOX_REQUIRE);
G_STATIC_ASSERT((int)ATSCHECK_SANDBOX_OFF + 1 == (int)ATS_SANDBOX_LAST);
G_STATIC_ASSERT((int)ATSCHECK_ERROR_ENCRYPTED == (int)ATS_ERROR_ENCRYPTED);
G_STATIC_ASSERT((int)ATSCHECK_ERROR_INTERNAL == (int)ATS_ERROR_INTERNAL);
G_STATIC_ASSERT((int)ATSCHECK_ERROR_SANDBOX == (int)ATS_ERROR_SANDBOX);
G_STATIC_ASSERT((int)ATSCHECK_ERROR_SANDBOX + 1 == (int)ATS_ERROR_LAST);

const char *
atscheck_severity_get_name(AtscheckSeverity severity)
{
	g_return_val_if_fail(severity <= ATSCHECK_SEVERITY_ERROR, NULL);
	return ats_severity_name((AtsSeverity)severity);
}

gboolean
atscheck_severity_from_name(const char *name, AtscheckSeverity *severity)
{
	g_return_val_if_fail(name != NULL, FALSE);
	for (AtscheckSeverity s = ATSCHECK_SEVERITY_NOTE; s <= ATSCHECK_SEVERITY_ERROR; s++) {
		if (g_str_equal(name, atscheck_severity_get_name(s))) {
			*severity = s;
			return TRUE;
		}
	}
	return FALSE;
}

const char *
atscheck_verdict_get_name(AtscheckVerdict verdict)
{
	g_return_val_if_fail(verdict <= ATSCHECK_VERDICT_FAIL, NULL);
	return ats_verdict_name((AtsVerdict)verdict);
}

gboolean
atscheck_sandbox_from_name(const char *name, AtscheckSandbox *sandbox)
{
	AtsSandboxMode mode;

	g_return_val_if_fail(name != NULL, FALSE);
	if (!ats_sandbox_mode_from_name(name, &mode))
		return FALSE;
	*sandbox = (AtscheckSandbox)mode;
	return TRUE;
}

GQuark
atscheck_error_quark(void)
{
	return ATS_ERROR;
}

const char *
atscheck_error_get_name(gint code)
{
	return ats_error_name(code);
}

const char *
atscheck_version(void)
{
	return ATSCHECK_VERSION;
}

/*
 * The object that checks documents, and its settings.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <string.h>

#include "api/checker_private.h"
#include "base/limits.h"

/* hexadecimal digits of a fingerprint of settings: two that differ are next to never alike */
#define SETTINGS_DIGITS 16

G_DEFINE_FINAL_TYPE(AtscheckChecker, atscheck_checker, G_TYPE_OBJECT)

typedef enum {
	PROP_TIMEOUT = 1,
	PROP_MAX_BYTES,
	PROP_MAX_MEMORY,
	PROP_MAX_CPU,
	PROP_OCR,
	PROP_LAST
} Property;

static void
atscheck_checker_finalize(GObject *object)
{
	AtscheckChecker *self = ATSCHECK_CHECKER(object);

	g_hash_table_unref(self->severities);
	ats_pool_free(self->pool);
	g_clear_pointer(&self->expected, ats_expected_free);
	g_free(self->expected_sum);
	G_OBJECT_CLASS(atscheck_checker_parent_class)->finalize(object);
}

static void
atscheck_checker_get_property(GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
	AtscheckChecker *self = ATSCHECK_CHECKER(object);

	if (id == PROP_TIMEOUT)
		g_value_set_uint(value, self->timeout);
	else if (id == PROP_MAX_BYTES)
		g_value_set_uint64(value, self->max_bytes);
	else if (id == PROP_MAX_MEMORY)
		g_value_set_uint64(value, self->max_memory);
	else if (id == PROP_MAX_CPU)
		g_value_set_uint(value, atscheck_checker_get_max_cpu(self));
	else if (id == PROP_OCR)
		g_value_set_boolean(value, self->ocr);
	else
		G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
}

static void
atscheck_checker_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
	AtscheckChecker *self = ATSCHECK_CHECKER(object);

	if (id == PROP_TIMEOUT)
		atscheck_checker_set_timeout(self, g_value_get_uint(value));
	else if (id == PROP_MAX_BYTES)
		atscheck_checker_set_max_bytes(self, g_value_get_uint64(value));
	else if (id == PROP_MAX_MEMORY)
		atscheck_checker_set_max_memory(self, g_value_get_uint64(value));
	else if (id == PROP_MAX_CPU)
		atscheck_checker_set_max_cpu(self, g_value_get_uint(value));
	else if (id == PROP_OCR)
		atscheck_checker_set_ocr(self, g_value_get_boolean(value));
	else
		G_OBJECT_WARN_INVALID_PROPERTY_ID(object, id, pspec);
}

/* a number for which 0 stands for the usual */
static void
install_number(GObjectClass *klass, Property id, const char *name, guint64 usual)
{
	GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
	gboolean wide = id == PROP_MAX_BYTES || id == PROP_MAX_MEMORY;
	GParamSpec *spec =
	    wide ? g_param_spec_uint64(name, NULL, NULL, 0, G_MAXUINT64, usual, flags)
		 : g_param_spec_uint(name, NULL, NULL, 0, G_MAXUINT, (guint)usual, flags);

	g_object_class_install_property(klass, id, spec);
}

static void
atscheck_checker_class_init(AtscheckCheckerClass *klass)
{
	GObjectClass *object_class = G_OBJECT_CLASS(klass);
	GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

	object_class->finalize = atscheck_checker_finalize;
	object_class->get_property = atscheck_checker_get_property;
	object_class->set_property = atscheck_checker_set_property;
	install_number(object_class, PROP_TIMEOUT, "timeout", ATS_LIMIT_WALL_MS);
	install_number(object_class, PROP_MAX_BYTES, "max-bytes", ATS_LIMIT_FILE_BYTES);
	install_number(object_class, PROP_MAX_MEMORY, "max-memory", ATS_LIMIT_MEMORY_BYTES);
	install_number(object_class, PROP_MAX_CPU, "max-cpu", ATS_LIMIT_CPU_SECONDS);
	g_object_class_install_property(object_class,
					PROP_OCR,
					g_param_spec_boolean("ocr", NULL, NULL, FALSE, flags));
}

static void
atscheck_checker_init(AtscheckChecker *self)
{
	self->timeout = ATS_LIMIT_WALL_MS;
	self->max_bytes = ATS_LIMIT_FILE_BYTES;
	self->max_memory = ATS_LIMIT_MEMORY_BYTES;
	self->severities = g_hash_table_new(g_str_hash, g_str_equal);
	self->pool = ats_pool_new();
}

AtscheckChecker *
atscheck_checker_new(void)
{
	return g_object_new(ATSCHECK_TYPE_CHECKER, NULL);
}

/* who gives a document more time than usual gives it as much processor time; who gives it less is
 * heard by the wall clock */
static guint
get_default_cpu(AtscheckChecker *self)
{
	return self->timeout > ATS_LIMIT_WALL_MS ? self->timeout / 1000 : ATS_LIMIT_CPU_SECONDS;
}

void
atscheck_checker_set_timeout(AtscheckChecker *self, guint milliseconds)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self));
	self->timeout = milliseconds > 0 ? milliseconds : ATS_LIMIT_WALL_MS;
}

guint
atscheck_checker_get_timeout(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), 0);
	return self->timeout;
}

void
atscheck_checker_set_max_bytes(AtscheckChecker *self, guint64 bytes)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self));
	self->max_bytes = bytes > 0 ? MIN(bytes, ATS_LIMIT_FILE_BYTES_MOST) : ATS_LIMIT_FILE_BYTES;
}

guint64
atscheck_checker_get_max_bytes(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), 0);
	return self->max_bytes;
}

void
atscheck_checker_set_max_memory(AtscheckChecker *self, guint64 bytes)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self));
	self->max_memory = bytes > 0 ? CLAMP(bytes, ATS_LIMIT_MEMORY_LEAST, ATS_LIMIT_MEMORY_MOST)
				     : ATS_LIMIT_MEMORY_BYTES;
}

guint64
atscheck_checker_get_max_memory(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), 0);
	return self->max_memory;
}

void
atscheck_checker_set_max_cpu(AtscheckChecker *self, guint seconds)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self));
	self->max_cpu = MIN(seconds, ATS_LIMIT_CPU_SECONDS_MOST);
}

guint
atscheck_checker_get_max_cpu(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), 0);
	return self->max_cpu > 0 ? self->max_cpu : get_default_cpu(self);
}

gboolean
atscheck_has_ocr(void)
{
#ifdef ATS_WITH_OCR
	return TRUE;
#else
	return FALSE;
#endif
}

void
atscheck_checker_set_ocr(AtscheckChecker *self, gboolean ocr)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self));
	self->ocr = ocr && atscheck_has_ocr();
}

gboolean
atscheck_checker_get_ocr(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), FALSE);
	return self->ocr;
}

void
atscheck_checker_set_isolation(AtscheckChecker *self, AtscheckIsolation isolation)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self) && isolation <= ATSCHECK_ISOLATION_POOL);
	self->isolation = (AtsIsolation)isolation;
	ats_pool_set_isolation(self->pool, self->isolation);
}

AtscheckIsolation
atscheck_checker_get_isolation(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), ATSCHECK_ISOLATION_DOCUMENT);
	return (AtscheckIsolation)self->isolation;
}

void
atscheck_checker_prepare(AtscheckChecker *self, const char *name)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self) && name != NULL);
	ats_sandbox_prepare(self->pool, name);
}

void
atscheck_checker_set_sandbox(AtscheckChecker *self, AtscheckSandbox sandbox)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self) && sandbox <= ATSCHECK_SANDBOX_OFF);
	self->sandbox = sandbox;
	ats_pool_set_mode(self->pool, (AtsSandboxMode)sandbox);
}

AtscheckSandbox
atscheck_checker_get_sandbox(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), ATSCHECK_SANDBOX_AUTO);
	return self->sandbox;
}

void
atscheck_checker_set_workers(AtscheckChecker *self, guint n_workers)
{
	g_return_if_fail(ATSCHECK_IS_CHECKER(self));
	self->n_workers = n_workers;
	ats_pool_set_workers(self->pool, n_workers);
}

guint
atscheck_checker_get_workers(AtscheckChecker *self)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), 0);
	return self->n_workers > 0 ? self->n_workers : g_get_num_processors();
}

static gboolean
set_rule(AtscheckChecker *self, const char *id, guint severity)
{
	const AtsRule *rule = ats_catalogue_lookup(id);

	if (rule == NULL)
		return FALSE;
	g_hash_table_insert(self->severities, (gpointer)rule->id, GUINT_TO_POINTER(severity));
	return TRUE;
}

gboolean
atscheck_checker_ignore(AtscheckChecker *self, const char *rule)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self) && rule != NULL, FALSE);
	return set_rule(self, rule, ATS_CHECKER_IGNORED);
}

gboolean
atscheck_checker_set_severity(AtscheckChecker *self, const char *rule, AtscheckSeverity severity)
{
	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self) && rule != NULL, FALSE);
	g_return_val_if_fail(severity <= ATSCHECK_SEVERITY_ERROR, FALSE);
	return set_rule(self, rule, severity);
}

gboolean
atscheck_checker_set_expected(AtscheckChecker *self, GBytes *json, GError **error)
{
	AtsExpected *expected = NULL;

	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), FALSE);
	if (json != NULL) {
		expected = ats_expected_read(json, error);
		if (expected == NULL)
			return FALSE;
	}
	g_clear_pointer(&self->expected, ats_expected_free);
	g_free(self->expected_sum);
	self->expected = expected;
	self->expected_sum = json != NULL ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, json)
					  : NULL;
	return TRUE;
}

static gint
compare_ids(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* in the order of the ids, whatever order they were told in */
static void
append_severities(AtscheckChecker *self, GString *text)
{
	guint n;
	g_autofree gpointer *ids = g_hash_table_get_keys_as_array(self->severities, &n);

	qsort(ids, n, sizeof(gpointer), compare_ids);
	for (guint i = 0; i < n; i++)
		g_string_append_printf(
		    text,
		    "%s=%u;",
		    (const char *)ids[i],
		    GPOINTER_TO_UINT(g_hash_table_lookup(self->severities, ids[i])));
}

char *
atscheck_checker_dup_settings(AtscheckChecker *self)
{
	g_autoptr(GString) text = g_string_new(NULL);
	char *sum;

	g_return_val_if_fail(ATSCHECK_IS_CHECKER(self), NULL);
	append_severities(self, text);
	g_string_append_printf(text,
			       "ocr=%d;expected=%s",
			       self->ocr,
			       self->expected_sum != NULL ? self->expected_sum : "");
	sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
	sum[SETTINGS_DIGITS] = '\0';
	return sum;
}

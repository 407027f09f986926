/*
 * The checks as data. The public type is another name for a row of the catalogue.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "api/private.h"

/* static data: a copy is the thing itself */
static AtscheckRule *
rule_copy(AtscheckRule *self)
{
	return self;
}

static void
rule_free(AtscheckRule *self)
{
}

G_DEFINE_BOXED_TYPE(AtscheckRule, atscheck_rule, rule_copy, rule_free)

static const AtsRule *
row(const AtscheckRule *self)
{
	return (const AtsRule *)self;
}

const AtscheckRule **
atscheck_rule_list(guint *n)
{
	GPtrArray *rules = g_ptr_array_new();

	for (const AtsRule *rule = ats_catalogue; rule->id != NULL; rule++)
		g_ptr_array_add(rules, (gpointer)rule);
	if (n != NULL)
		*n = rules->len;
	g_ptr_array_add(rules, NULL);
	return (const AtscheckRule **)g_ptr_array_free(rules, FALSE);
}

const AtscheckRule *
atscheck_rule_lookup(const char *id)
{
	g_return_val_if_fail(id != NULL, NULL);
	return (const AtscheckRule *)ats_catalogue_lookup(id);
}

const char *
atscheck_rule_get_id(const AtscheckRule *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->id;
}

const char *
atscheck_rule_get_title(const AtscheckRule *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->title;
}

const char *
atscheck_rule_get_group(const AtscheckRule *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->group;
}

AtscheckSeverity
atscheck_rule_get_severity(const AtscheckRule *self)
{
	g_return_val_if_fail(self != NULL, ATSCHECK_SEVERITY_NOTE);
	return (AtscheckSeverity)row(self)->severity;
}

const char *
atscheck_rule_get_fix(const AtscheckRule *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->fix;
}

const char *
atscheck_rule_get_explanation(const AtscheckRule *self)
{
	g_return_val_if_fail(self != NULL, NULL);
	return row(self)->prose;
}

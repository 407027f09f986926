/*
 * The checks as data: what each sees, why it matters, how to fix it.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <atscheck/enums.h>

G_BEGIN_DECLS

/**
 * AtscheckRule:
 *
 * What is to know about one check. Static data: never freed.
 */
typedef struct _AtscheckRule AtscheckRule;

#define ATSCHECK_TYPE_RULE (atscheck_rule_get_type())
ATSCHECK_API GType
atscheck_rule_get_type(void);

/**
 * atscheck_rule_list:
 * @n: (out) (optional): how many there are
 *
 * Returns: (transfer container) (array length=n zero-terminated=1): all of them; free with g_free()
 */
ATSCHECK_API const AtscheckRule **
atscheck_rule_list(guint *n);

/**
 * atscheck_rule_lookup:
 *
 * Returns: (transfer none) (nullable): the rule of that id, or %NULL
 */
ATSCHECK_API const AtscheckRule *
atscheck_rule_lookup(const char *id);

/* kebab-case, the same for ever: "multi-column" */
ATSCHECK_API const char *
atscheck_rule_get_id(const AtscheckRule *self);

/* a few words */
ATSCHECK_API const char *
atscheck_rule_get_title(const AtscheckRule *self);

/* "text", "layout", "docx", "headings", "contact", "dates", "file" or "expected" */
ATSCHECK_API const char *
atscheck_rule_get_group(const AtscheckRule *self);

/* the worst that it says */
ATSCHECK_API AtscheckSeverity
atscheck_rule_get_severity(const AtscheckRule *self);

/* what to do, in one sentence */
ATSCHECK_API const char *
atscheck_rule_get_fix(const AtscheckRule *self);

/* the whole explanation, Markdown */
ATSCHECK_API const char *
atscheck_rule_get_explanation(const AtscheckRule *self);

G_END_DECLS

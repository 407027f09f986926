/*
 * What is known of the documents beside what their checks find.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/policy.h"

#include <stdio.h>
#include <string.h>

#include "cli/baseline.h"
#include "cli/config.h"

struct AtsCliPolicy {
	GMutex lock;	     /* of all below */
	gboolean looks;	     /* for settings beside each document */
	AtsCliConfig *only;  /* (nullable): the settings that hold for all */
	GHashTable *found;   /* of the path of a file of settings to what it says; NULL: nonsense */
	GHashTable *folders; /* of a folder to what holds in it; NULL: nothing */
	GHashTable *decided; /* checks on which the command line has the last word */
	AtsCliBaseline *accepted;
	AtsCliBaseline *written;
	gboolean broken; /* settings were met that cannot be understood */
};

/* one document under review */
typedef struct {
	AtsCliPolicy *policy;
	GHashTable *rules; /* of the check to the strongest AtsCliConfigRule */
	char *accepted;	   /* what the document is called in each baseline */
	char *written;
} Review;

static void
review_clear(Review *review)
{
	g_clear_pointer(&review->rules, g_hash_table_unref);
	g_free(review->accepted);
	g_free(review->written);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Review, review_clear)

static void
config_free(gpointer config)
{
	if (config != NULL)
		ats_cli_config_free(config);
}

static void
decide(AtsCliPolicy *self, char **texts)
{
	for (; texts != NULL && *texts != NULL; texts++)
		g_hash_table_add(self->decided, g_strndup(*texts, strcspn(*texts, "=")));
}

AtsCliPolicy *
ats_cli_policy_new(const AtsCliPolicyWish *wish)
{
	g_autoptr(AtsCliPolicy) self = g_new0(AtsCliPolicy, 1);

	g_mutex_init(&self->lock);
	self->looks = !wish->no_config && wish->config == NULL;
	self->found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, config_free);
	self->folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	self->decided = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	decide(self, wish->ignore);
	decide(self, wish->severity);
	if (wish->config != NULL && (self->only = ats_cli_config_load(wish->config)) == NULL)
		return NULL;
	if (wish->baseline != NULL &&
	    (self->accepted = ats_cli_baseline_load(wish->baseline)) == NULL)
		return NULL;
	if (wish->write_baseline != NULL)
		self->written = ats_cli_baseline_new(wish->write_baseline);
	return g_steal_pointer(&self);
}

void
ats_cli_policy_free(AtsCliPolicy *policy)
{
	g_clear_pointer(&policy->only, ats_cli_config_free);
	g_hash_table_unref(policy->folders);
	g_hash_table_unref(policy->found);
	g_hash_table_unref(policy->decided);
	g_clear_pointer(&policy->accepted, ats_cli_baseline_free);
	g_clear_pointer(&policy->written, ats_cli_baseline_free);
	g_mutex_clear(&policy->lock);
	g_free(policy);
}

/* --- which settings hold --- */

static AtsCliConfig *
load_once(AtsCliPolicy *self, const char *path)
{
	gpointer config;

	if (g_hash_table_lookup_extended(self->found, path, NULL, &config))
		return config;
	config = ats_cli_config_load(path);
	self->broken = self->broken || config == NULL;
	g_hash_table_insert(self->found, g_strdup(path), config);
	return config;
}

static AtsCliConfig *
config_in(AtsCliPolicy *self, const char *folder)
{
	g_autofree char *path = NULL;
	gpointer config;

	if (!self->looks)
		return self->only;
	if (g_hash_table_lookup_extended(self->folders, folder, NULL, &config))
		return config;
	path = ats_cli_config_find(folder);
	config = path != NULL ? load_once(self, path) : NULL;
	g_hash_table_insert(self->folders, g_strdup(folder), config);
	return config;
}

/* (transfer full): a later rule on a check takes the place of one before it */
static GHashTable *
choose_rules(const AtsCliPolicy *self, AtsCliConfig *config, const char *path)
{
	GHashTable *rules = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; config != NULL && i < config->rules->len; i++) {
		AtsCliConfigRule *rule = config->rules->pdata[i];
		if (g_hash_table_contains(self->decided, rule->check) ||
		    !ats_cli_config_rule_holds(config, rule, path))
			continue;
		rule->n_asked++;
		g_hash_table_replace(rules, rule->check, rule);
	}
	return rules;
}

/* --- a document --- */

static gboolean
keep(AtscheckFinding *finding, AtscheckSeverity *severity, gpointer data)
{
	const Review *review = data;
	AtsCliPolicy *policy = review->policy;
	AtsCliConfigRule *rule =
	    g_hash_table_lookup(review->rules, atscheck_finding_get_id(finding));

	if (rule != NULL && rule->reason != NULL) {
		rule->n_used++;
		return FALSE;
	}
	if (rule != NULL)
		*severity = rule->severity;
	if (policy->written != NULL)
		ats_cli_baseline_add(policy->written, review->written, finding);
	return policy->accepted == NULL ||
	       !ats_cli_baseline_has(policy->accepted, review->accepted, finding);
}

AtscheckReport *
ats_cli_policy_review(AtsCliPolicy *policy, const char *path, AtscheckReport *report)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&policy->lock);
	g_autofree char *whole = path != NULL ? g_canonicalize_filename(path, NULL) : NULL;
	g_autofree char *folder = whole != NULL ? g_path_get_dirname(whole) : g_get_current_dir();
	AtsCliConfig *config = config_in(policy, folder);
	g_auto(Review) review = {.policy = policy};

	review.rules = choose_rules(policy, config, whole != NULL ? whole : "");
	if (policy->written != NULL)
		review.written = ats_cli_baseline_key(policy->written, whole);
	if (policy->accepted != NULL) {
		review.accepted = ats_cli_baseline_key(policy->accepted, whole);
		ats_cli_baseline_begin(policy->accepted, review.accepted);
	}
	if (g_hash_table_size(review.rules) == 0 && policy->written == NULL &&
	    policy->accepted == NULL)
		return g_object_ref(report);
	return atscheck_report_review(report, keep, &review);
}

/* --- the end --- */

static void
tell_unused(const AtsCliConfig *config, gboolean many)
{
	for (guint i = 0; config != NULL && i < config->rules->len; i++) {
		const AtsCliConfigRule *rule = config->rules->pdata[i];
		if (rule->reason == NULL || rule->n_used > 0 || rule->n_asked == 0 ||
		    (rule->glob == NULL && !many))
			continue;
		fprintf(stderr,
			"atscheck: %s:%u: nothing to ignore: no %s in the %u document%s\n",
			config->name,
			rule->line,
			rule->check,
			rule->n_asked,
			rule->n_asked == 1 ? "" : "s");
	}
}

static gint
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp((*(const AtsCliConfig *const *)a)->name,
		      (*(const AtsCliConfig *const *)b)->name);
}

static void
tell_all_unused(AtsCliPolicy *self, gboolean many)
{
	g_autoptr(GPtrArray) configs = g_ptr_array_new();
	GHashTableIter iter;
	gpointer config;

	g_hash_table_iter_init(&iter, self->found);
	while (g_hash_table_iter_next(&iter, NULL, &config)) {
		if (config != NULL)
			g_ptr_array_add(configs, config);
	}
	g_ptr_array_sort(configs, compare_names);
	tell_unused(self->only, many);
	for (guint i = 0; i < configs->len; i++)
		tell_unused(configs->pdata[i], many);
}

AtsCliStatus
ats_cli_policy_finish(AtsCliPolicy *policy, gboolean tell, gboolean many)
{
	AtsCliStatus status = policy->broken ? ATS_CLI_USAGE : ATS_CLI_CLEAN;

	if (tell)
		tell_all_unused(policy, many);
	if (tell && policy->accepted != NULL)
		ats_cli_baseline_tell_gone(policy->accepted);
	if (policy->written != NULL)
		status = ats_cli_worse(status, ats_cli_baseline_write(policy->written));
	return status;
}

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
	GPtrArray *paths;    /* that are checked, canonical */
	AtsCliBaseline *accepted;
	AtsCliBaseline *written;
	char *settings; /* of all documents */
	AtscheckSeverity fail_on;
	gboolean fail_on_decided;
	gboolean broken; /* settings were met that cannot be understood */
};

/* hexadecimal digits of a fingerprint, as many as the library's has */
#define SETTINGS_DIGITS 16

/* one document, and what holds for it */
typedef struct {
	AtsCliPolicy *policy;
	char *path;	      /* canonical; "" for standard input */
	AtsCliConfig *config; /* (nullable): the settings nearest to it */
	GHashTable *rules;    /* of the check to the strongest AtsCliConfigRule */
	char *accepted; /* what the document is called in each baseline; NULL: there is none */
	char *written;
} Review;

static void
review_clear(Review *review)
{
	g_free(review->path);
	g_hash_table_unref(review->rules);
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
	g_autoptr(AtsCliPolicy) self = NULL;

	if (wish->no_config && wish->config != NULL) {
		ats_cli_usage("--config and --no-config exclude each other");
		return NULL;
	}
	self = g_new0(AtsCliPolicy, 1);
	g_mutex_init(&self->lock);
	self->looks = !wish->no_config && wish->config == NULL;
	self->found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, config_free);
	self->folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	self->decided = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	self->settings = g_strdup(wish->settings);
	self->fail_on = wish->fail_on;
	self->fail_on_decided = wish->fail_on_decided;
	self->paths = g_ptr_array_new_with_free_func(g_free);
	for (char **path = wish->paths; path != NULL && *path != NULL; path++)
		g_ptr_array_add(self->paths, g_canonicalize_filename(*path, NULL));
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
	g_ptr_array_unref(policy->paths);
	g_clear_pointer(&policy->accepted, ats_cli_baseline_free);
	g_clear_pointer(&policy->written, ats_cli_baseline_free);
	g_free(policy->settings);
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

/* the command line has the last word on some checks */
static gboolean
holds(const Review *review, const AtsCliConfigRule *rule)
{
	return !g_hash_table_contains(review->policy->decided, rule->check) &&
	       ats_cli_config_holds(review->config, rule->glob, review->path);
}

/* a later rule on a check takes the place of one before it */
static void
choose_rules(Review *review)
{
	review->rules = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; review->config != NULL && i < review->config->rules->len; i++) {
		AtsCliConfigRule *rule = review->config->rules->pdata[i];
		if (holds(review, rule))
			g_hash_table_replace(review->rules, rule->check, rule);
	}
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

/* to be called with the lock */
static Review
begin(AtsCliPolicy *self, const char *path)
{
	g_autofree char *whole = path != NULL ? g_canonicalize_filename(path, NULL) : NULL;
	g_autofree char *folder = whole != NULL ? g_path_get_dirname(whole) : g_get_current_dir();
	Review review = {.policy = self, .config = config_in(self, folder)};

	if (self->written != NULL)
		review.written = ats_cli_baseline_key(self->written, whole);
	if (self->accepted != NULL)
		review.accepted = ats_cli_baseline_key(self->accepted, whole);
	review.path = whole != NULL ? g_steal_pointer(&whole) : g_strdup("");
	choose_rules(&review);
	return review;
}

/* whatever becomes of it */
static void
count_asked(const Review *review, gboolean passed)
{
	for (guint i = 0; review->config != NULL && i < review->config->rules->len; i++) {
		AtsCliConfigRule *rule = review->config->rules->pdata[i];
		if (holds(review, rule) && passed)
			rule->n_passed++;
		else if (holds(review, rule))
			rule->n_asked++;
	}
}

AtscheckReport *
ats_cli_policy_review(AtsCliPolicy *policy, const char *path, AtscheckReport *report)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&policy->lock);
	g_auto(Review) review = begin(policy, path);

	count_asked(&review, FALSE);
	if (policy->accepted != NULL)
		ats_cli_baseline_begin(policy->accepted, review.accepted);
	if (g_hash_table_size(review.rules) == 0 && policy->written == NULL &&
	    policy->accepted == NULL)
		return g_object_ref(report);
	return atscheck_report_review(report, keep, &review);
}

void
ats_cli_policy_pass(AtsCliPolicy *policy, const char *path)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&policy->lock);
	g_auto(Review) review = begin(policy, path);

	count_asked(&review, TRUE);
}

static gint
compare_ids(gconstpointer a, gconstpointer b)
{
	return strcmp(a, b);
}

/* in the order of the checks, whatever order they are written in; why they are ignored is for
 * people */
static void
append_rules(const Review *review, GString *text)
{
	g_autoptr(GList) ids = g_list_sort(g_hash_table_get_keys(review->rules), compare_ids);

	for (const GList *id = ids; id != NULL; id = id->next) {
		const AtsCliConfigRule *rule = g_hash_table_lookup(review->rules, id->data);
		g_string_append_printf(
		    text,
		    "%s=%s\n",
		    rule->check,
		    rule->reason != NULL ? "ignored" : atscheck_severity_get_name(rule->severity));
	}
}

char *
ats_cli_policy_dup_settings(AtsCliPolicy *policy, const char *path)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&policy->lock);
	g_auto(Review) review = begin(policy, path);
	g_autoptr(GString) text = g_string_new(NULL);
	const char *accepted = policy->accepted != NULL
				   ? ats_cli_baseline_accepted(policy->accepted, review.accepted)
				   : NULL;
	char *sum;

	append_rules(&review, text);
	if (accepted != NULL)
		g_string_append_printf(text, "\n%s", accepted);
	if (text->len == 0)
		return g_strdup(policy->settings);
	g_string_prepend_c(text, '\n');
	g_string_prepend(text, policy->settings != NULL ? policy->settings : "");
	sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
	sum[SETTINGS_DIGITS] = '\0';
	return sum;
}

AtscheckSeverity
ats_cli_policy_get_fail_on(AtsCliPolicy *policy, const char *path)
{
	g_autoptr(GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new(&policy->lock);
	g_auto(Review) review = begin(policy, path);
	AtscheckSeverity fail_on = policy->fail_on;

	if (policy->fail_on_decided || review.config == NULL)
		return fail_on;
	for (guint i = 0; i < review.config->bars->len; i++) {
		const AtsCliConfigBar *bar = review.config->bars->pdata[i];
		if (ats_cli_config_holds(review.config, bar->glob, review.path))
			fail_on = bar->fail_on;
	}
	return fail_on;
}

/* --- the end --- */

static void
tell_unused(const AtsCliConfig *config)
{
	for (guint i = 0; i < config->rules->len; i++) {
		const AtsCliConfigRule *rule = config->rules->pdata[i];
		if (rule->reason == NULL || rule->n_used > 0 || rule->n_asked == 0 ||
		    rule->n_passed > 0)
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

/* whether all that the settings hold for is checked: their folder, by its name or that of one above
 */
static gboolean
is_covered(const AtsCliPolicy *self, const AtsCliConfig *config)
{
	for (guint i = 0; i < self->paths->len; i++) {
		const char *path = self->paths->pdata[i];
		gsize length = strlen(path);
		if (g_str_has_prefix(config->folder, path) &&
		    (config->folder[length] == '\0' || config->folder[length] == '/' ||
		     g_str_equal(path, "/")))
			return TRUE;
	}
	return FALSE;
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
		if (config != NULL && is_covered(self, config))
			g_ptr_array_add(configs, config);
	}
	if (self->only != NULL && many)
		g_ptr_array_add(configs, self->only);
	g_ptr_array_sort(configs, compare_names);
	for (guint i = 0; i < configs->len; i++)
		tell_unused(configs->pdata[i]);
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

/*
 * What a report says of a document, as far as two of them are compared. The one file of this room
 * that knows a JSON parser.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "cli/snapshot.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* a report has about ten */
#define DEPTH 32

/* of a report; it has under a dozen */
#define READINGS_MOST 64

/* the best that a score can be */
#define SCORE_MOST 100

static const struct {
	const char *key;
	const char *label;
} contacts[ATS_CLI_CONTACT_LAST] = {
    {"name", "name"},
    {"email", "e-mail address"},
    {"phone", "phone number"},
    {"location", "place"},
};

static const char *const verdicts[] = {"pass", "risk", "fail", NULL};
static const char *const severities[] = {"note", "warning", "error", NULL};

const char *
ats_cli_snapshot_verdict_name(guint verdict)
{
	return verdicts[verdict];
}

const char *
ats_cli_snapshot_severity_name(guint severity)
{
	return severities[severity];
}

const char *
ats_cli_contact_key(AtsCliContact contact)
{
	return contacts[contact].key;
}

const char *
ats_cli_contact_label(const char *key)
{
	guint i = 0;

	while (!g_str_equal(contacts[i].key, key))
		i++;
	return contacts[i].label;
}

static void
reading_free(gpointer data)
{
	AtsCliSnapshotReading *reading = data;

	g_free(reading->parser);
	g_free(reading);
}

static void
finding_free(gpointer data)
{
	AtsCliSnapshotFinding *finding = data;

	g_free(finding->fingerprint);
	g_free(finding->check);
	g_free(finding->message);
	g_free(finding);
}

static AtsCliSnapshot *
snapshot_new(const char *name)
{
	AtsCliSnapshot *self = g_new0(AtsCliSnapshot, 1);

	self->name = g_strdup(name != NULL ? name : "");
	self->readings = g_ptr_array_new_with_free_func(reading_free);
	self->findings = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, finding_free);
	self->order = g_ptr_array_new();
	self->links = g_ptr_array_new_with_free_func(g_free);
	self->headings = g_ptr_array_new_with_free_func(g_free);
	return self;
}

void
ats_cli_snapshot_free(AtsCliSnapshot *snapshot)
{
	g_free(snapshot->name);
	g_free(snapshot->error);
	g_ptr_array_unref(snapshot->readings);
	g_ptr_array_unref(snapshot->order);
	g_hash_table_unref(snapshot->findings);
	for (guint i = 0; i < ATS_CLI_CONTACT_LAST; i++)
		g_free(snapshot->contact[i]);
	g_ptr_array_unref(snapshot->links);
	g_ptr_array_unref(snapshot->headings);
	g_free(snapshot);
}

AtsCliSnapshot *
ats_cli_snapshot_new_failure(const char *name, const char *error)
{
	AtsCliSnapshot *self = snapshot_new(name);

	self->error = g_strdup(error);
	return self;
}

/* --- JSON in which anything may be missing, or be something else --- */

static JsonObject *
object_of(JsonNode *node)
{
	return node != NULL && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

static JsonNode *
member(JsonObject *object, const char *key)
{
	return object != NULL ? json_object_get_member(object, key) : NULL;
}

/* the parser makes half a surrogate pair that is written as an escape into bytes that are no UTF-8
 */
static const char *
text_of(JsonNode *node)
{
	if (node == NULL || json_node_get_value_type(node) != G_TYPE_STRING ||
	    !g_utf8_validate(json_node_get_string(node), -1, NULL))
		return NULL;
	return json_node_get_string(node);
}

static const char *
get_text(JsonObject *object, const char *key)
{
	return text_of(member(object, key));
}

/* FALSE: there is none */
static gboolean
get_score(JsonObject *object, double *score)
{
	JsonNode *node = member(object, "score");
	double value;

	if (node == NULL || !JSON_NODE_HOLDS_VALUE(node) ||
	    json_node_get_value_type(node) == G_TYPE_STRING)
		return FALSE;
	value = json_node_get_double(node);
	/* nor is it any if it is not a number */
	if (!(value >= 0 && value <= SCORE_MOST))
		return FALSE;
	*score = value;
	return TRUE;
}

static guint
count_items(JsonObject *object, const char *key, JsonArray **items)
{
	JsonNode *node = member(object, key);

	if (node == NULL || !JSON_NODE_HOLDS_ARRAY(node))
		return 0;
	*items = json_node_get_array(node);
	return json_array_get_length(*items);
}

/* the number of a name in a list; 0 for one that is not there */
static guint
number_of(const char *name, const char *const *names)
{
	for (guint i = 0; name != NULL && names[i] != NULL; i++) {
		if (g_str_equal(name, names[i]))
			return i;
	}
	return 0;
}

/* --- a report --- */

static void
take_finding(AtsCliSnapshot *self, JsonObject *object)
{
	const char *check = get_text(object, "id");
	const char *message = get_text(object, "message");
	const char *fingerprint = get_text(object, "fingerprint");
	AtsCliSnapshotFinding *finding;

	if (check == NULL || message == NULL || fingerprint == NULL ||
	    g_hash_table_contains(self->findings, fingerprint))
		return;
	finding = g_new0(AtsCliSnapshotFinding, 1);
	finding->check = g_strdup(check);
	finding->message = g_strdup(message);
	finding->fingerprint = g_strdup(fingerprint);
	finding->severity = number_of(get_text(object, "severity"), severities);
	g_hash_table_insert(self->findings, finding->fingerprint, finding);
	g_ptr_array_add(self->order, finding);
}

static gboolean
has_reading(const AtsCliSnapshot *self, const char *parser)
{
	for (guint i = 0; i < self->readings->len; i++) {
		if (g_str_equal(((AtsCliSnapshotReading *)self->readings->pdata[i])->parser,
				parser))
			return TRUE;
	}
	return FALSE;
}

static void
take_reading(AtsCliSnapshot *self, JsonObject *object)
{
	const char *parser = get_text(object, "parser");
	double score;
	AtsCliSnapshotReading *reading;

	if (parser == NULL || self->readings->len >= READINGS_MOST || has_reading(self, parser) ||
	    !get_score(object, &score))
		return;
	reading = g_new0(AtsCliSnapshotReading, 1);
	reading->parser = g_strdup(parser);
	reading->score = score;
	g_ptr_array_add(self->readings, reading);
}

static void
take_contact(AtsCliSnapshot *self, JsonObject *contact)
{
	JsonArray *links = NULL;
	guint n = count_items(contact, "links", &links);

	for (guint i = 0; i < ATS_CLI_CONTACT_LAST; i++)
		self->contact[i] = g_strdup(get_text(contact, contacts[i].key));
	for (guint i = 0; i < n; i++) {
		const char *link = text_of(json_array_get_element(links, i));
		if (link != NULL)
			g_ptr_array_add(self->links, g_strdup(link));
	}
}

static void
take_report(AtsCliSnapshot *self, JsonObject *report)
{
	JsonArray *items = NULL;
	guint n;

	self->verdict = number_of(get_text(report, "verdict"), verdicts);
	get_score(report, &self->score);
	n = count_items(report, "findings", &items);
	for (guint i = 0; i < n; i++)
		take_finding(self, object_of(json_array_get_element(items, i)));
	n = count_items(report, "readings", &items);
	for (guint i = 0; i < n; i++)
		take_reading(self, object_of(json_array_get_element(items, i)));
	n = count_items(report, "sections", &items);
	for (guint i = 0; i < n; i++) {
		const char *heading =
		    get_text(object_of(json_array_get_element(items, i)), "heading");
		if (heading != NULL)
			g_ptr_array_add(self->headings, g_strdup(heading));
	}
	take_contact(self, object_of(member(report, "contact")));
}

static AtsCliSnapshot *
snapshot_from(JsonObject *report)
{
	JsonObject *error = object_of(member(report, "error"));
	const char *name = get_text(object_of(member(report, "document")), "name");
	const char *message = get_text(error, "message");
	AtsCliSnapshot *self;

	if (error != NULL)
		return ats_cli_snapshot_new_failure(name, message != NULL ? message : "");
	if (get_text(report, "verdict") == NULL)
		return NULL;
	self = snapshot_new(name);
	take_report(self, report);
	return self;
}

static void
free_snapshot(gpointer snapshot)
{
	ats_cli_snapshot_free(snapshot);
}

/* what JSON has outside of strings, brackets apart */
static gboolean
is_plain(char c)
{
	return g_ascii_isalnum(c) || (c != '\0' && strchr(" \t\r\n,:+-.", c) != NULL);
}

/* a look before the parser's, which calls itself for each bracket in another, and knows comments
 * and other quotes in which brackets could hide from us */
static gboolean
is_shallow(const char *json, gsize length)
{
	guint depth = 0;
	gboolean in_string = FALSE;

	for (gsize i = 0; i < length && depth <= DEPTH; i++) {
		if (json[i] == '"')
			in_string = !in_string;
		else if (in_string)
			i += json[i] == '\\' ? 1 : 0;
		else if (json[i] == '{' || json[i] == '[')
			depth++;
		else if ((json[i] == '}' || json[i] == ']') && depth > 0)
			depth--;
		else if (!is_plain(json[i]))
			return FALSE;
	}
	return depth <= DEPTH;
}

GPtrArray *
ats_cli_snapshots_from_json(const char *json, gsize length)
{
	g_autoptr(JsonParser) parser = json_parser_new_immutable();
	g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(free_snapshot);
	JsonArray *items = NULL;
	JsonObject *root;
	guint n;

	if (!is_shallow(json, length) ||
	    !json_parser_load_from_data(parser, json, (gssize)length, NULL))
		return NULL;
	root = object_of(json_parser_get_root(parser));
	n = count_items(root, "documents", &items);
	for (guint i = 0; i < MAX(n, 1); i++) {
		JsonObject *report = n > 0 ? object_of(json_array_get_element(items, i)) : root;
		AtsCliSnapshot *snapshot = report != NULL ? snapshot_from(report) : NULL;
		if (snapshot != NULL)
			g_ptr_array_add(all, snapshot);
	}
	return all->len > 0 || items != NULL ? g_steal_pointer(&all) : NULL;
}

/*
 * Reads a JSON Resume: which keys there are, what kind of text each holds, and the JSON pointer of
 * every field. The one file that knows a JSON parser.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "expect/fields.h"
#include "expect/shape.h"

/* how the parser calls a text without a file before its line and column */
#define NAMELESS "<data>:"

typedef struct Key Key;

struct Key {
	const char *name;
	AtsFieldKind kind; /* of the text, or of the texts in the list */
	const Key *keys;   /* of the object, or of the objects in the list; NULL: it is text */
	enum { ONE, LIST, ORDERED_LIST } many;
};

#define TEXT(name)                                                                                 \
	{                                                                                          \
		name, ATS_FIELD_TEXT, NULL, ONE                                                    \
	}
#define TEXTS(name)                                                                                \
	{                                                                                          \
		name, ATS_FIELD_TEXT, NULL, LIST                                                   \
	}
#define DATE(name)                                                                                 \
	{                                                                                          \
		name, ATS_FIELD_DATE, NULL, ONE                                                    \
	}
#define URL()                                                                                      \
	{                                                                                          \
		"url", ATS_FIELD_URL, NULL, ONE                                                    \
	}
#define END()                                                                                      \
	{                                                                                          \
		NULL                                                                               \
	}

/* left out: what is no text to read (image, $schema, meta) and countryCode, which is for programs
 * and whose two letters are a word of some language */
static const Key location[] = {TEXT("address"),
			       TEXT("postalCode"),
			       TEXT("city"),
			       TEXT("region"),
			       END()};
static const Key profile[] = {TEXT("network"), TEXT("username"), URL(), END()};
static const Key basics[] = {
    TEXT("name"),
    TEXT("label"),
    {"email", ATS_FIELD_EMAIL, NULL, ONE},
    {"phone", ATS_FIELD_PHONE, NULL, ONE},
    URL(),
    TEXT("summary"),
    {"location", ATS_FIELD_TEXT, location, ONE},
    {"profiles", ATS_FIELD_TEXT, profile, LIST},
    END(),
};
static const Key work[] = {
    TEXT("name"),
    TEXT("location"),
    TEXT("description"),
    TEXT("position"),
    URL(),
    DATE("startDate"),
    DATE("endDate"),
    TEXT("summary"),
    TEXTS("highlights"),
    END(),
};
static const Key volunteer[] = {
    TEXT("organization"),
    TEXT("position"),
    URL(),
    DATE("startDate"),
    DATE("endDate"),
    TEXT("summary"),
    TEXTS("highlights"),
    END(),
};
static const Key education[] = {
    TEXT("institution"),
    URL(),
    TEXT("area"),
    TEXT("studyType"),
    DATE("startDate"),
    DATE("endDate"),
    TEXT("score"),
    TEXTS("courses"),
    END(),
};
static const Key award[] = {TEXT("title"), DATE("date"), TEXT("awarder"), TEXT("summary"), END()};
static const Key certificate[] = {TEXT("name"), DATE("date"), URL(), TEXT("issuer"), END()};
static const Key publication[] =
    {TEXT("name"), TEXT("publisher"), DATE("releaseDate"), URL(), TEXT("summary"), END()};
static const Key skill[] = {TEXT("name"), TEXT("level"), TEXTS("keywords"), END()};
static const Key language[] = {TEXT("language"), TEXT("fluency"), END()};
static const Key interest[] = {TEXT("name"), TEXTS("keywords"), END()};
static const Key reference[] = {TEXT("name"), TEXT("reference"), END()};
static const Key project[] = {
    TEXT("name"),
    TEXT("description"),
    TEXTS("highlights"),
    TEXTS("keywords"),
    DATE("startDate"),
    DATE("endDate"),
    URL(),
    TEXTS("roles"),
    TEXT("entity"),
    TEXT("type"),
    END(),
};
static const Key resume[] = {
    {"basics", ATS_FIELD_TEXT, basics, ONE},
    {"work", ATS_FIELD_TEXT, work, ORDERED_LIST},
    {"volunteer", ATS_FIELD_TEXT, volunteer, ORDERED_LIST},
    {"education", ATS_FIELD_TEXT, education, ORDERED_LIST},
    {"awards", ATS_FIELD_TEXT, award, LIST},
    {"certificates", ATS_FIELD_TEXT, certificate, LIST},
    {"publications", ATS_FIELD_TEXT, publication, LIST},
    {"skills", ATS_FIELD_TEXT, skill, LIST},
    {"languages", ATS_FIELD_TEXT, language, LIST},
    {"interests", ATS_FIELD_TEXT, interest, LIST},
    {"references", ATS_FIELD_TEXT, reference, LIST},
    {"projects", ATS_FIELD_TEXT, project, ORDERED_LIST},
    END(),
};

typedef struct {
	AtsExpected *expected;
	guint object, list;	  /* of the fields that are being read */
	guint n_objects, n_lists; /* given out so far */
} Reader;

static gboolean
refuse(const char *pointer, const char *what, GError **error)
{
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_UNSUPPORTED,
		    "it is no JSON Resume: %s is not %s",
		    *pointer != '\0' ? pointer : "the whole",
		    what);
	return FALSE;
}

static gboolean
add_text(Reader *reader, const Key *key, JsonNode *node, const char *pointer, GError **error)
{
	GArray *fields = reader->expected->fields;
	AtsField field = {.kind = key->kind, .object = reader->object, .list = reader->list};
	const char *text;

	if (json_node_get_value_type(node) != G_TYPE_STRING)
		return refuse(pointer, "a string", error);
	text = json_node_get_string(node);
	/* the parser lets half a surrogate pair through, written as an escape */
	if (!g_utf8_validate(text, -1, NULL))
		return refuse(pointer, "Unicode text", error);
	if (*text == '\0')
		return TRUE;
	if (fields->len >= ATS_LIMIT_EXPECTED_FIELDS) {
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_TOO_LARGE,
			    "it has more than %d fields",
			    ATS_LIMIT_EXPECTED_FIELDS);
		return FALSE;
	}
	field.pointer = g_string_chunk_insert(reader->expected->strings, pointer);
	field.text = g_string_chunk_insert(reader->expected->strings, text);
	g_array_append_val(fields, field);
	return TRUE;
}

static gboolean
add_object(Reader *reader, const Key *keys, JsonNode *node, const char *pointer, GError **error);

static gboolean
add_one(Reader *reader, const Key *key, JsonNode *node, const char *pointer, GError **error)
{
	guint object = reader->object;
	gboolean done;

	if (key->keys == NULL)
		return add_text(reader, key, node, pointer, error);
	/* who writes to a person looks for the pieces of basics one by one */
	reader->object = key->keys == basics ? 0 : ++reader->n_objects;
	done = add_object(reader, key->keys, node, pointer, error);
	reader->object = object;
	return done;
}

static gboolean
add_list(Reader *reader, const Key *key, JsonNode *node, const char *pointer, GError **error)
{
	JsonArray *array;
	guint list = reader->list;

	if (!JSON_NODE_HOLDS_ARRAY(node))
		return refuse(pointer, "a list", error);
	array = json_node_get_array(node);
	if (key->many == ORDERED_LIST)
		reader->list = ++reader->n_lists;
	for (guint i = 0; i < json_array_get_length(array); i++) {
		g_autofree char *inner = g_strdup_printf("%s/%u", pointer, i);
		if (!add_one(reader, key, json_array_get_element(array, i), inner, error))
			return FALSE;
	}
	reader->list = list;
	return TRUE;
}

/* calls itself no deeper than the tables above are nested */
static gboolean
add_object(Reader *reader, const Key *keys, JsonNode *node, const char *pointer, GError **error)
{
	JsonObject *object;

	if (!JSON_NODE_HOLDS_OBJECT(node))
		return refuse(pointer, "an object", error);
	object = json_node_get_object(node);
	for (const Key *key = keys; key->name != NULL; key++) {
		JsonNode *member = json_object_get_member(object, key->name);
		g_autofree char *inner = g_strdup_printf("%s/%s", pointer, key->name);
		if (member == NULL || JSON_NODE_HOLDS_NULL(member))
			continue;
		if (key->many == ONE ? !add_one(reader, key, member, inner, error)
				     : !add_list(reader, key, member, inner, error))
			return FALSE;
	}
	return TRUE;
}

/* called while the parser still stands at the place; says it as the shape's check does */
static void
take_error(JsonParser *parser, const GError *reason, gpointer data)
{
	GError **error = data;
	const char *what = reason->message;

	if (g_str_has_prefix(what, NAMELESS))
		what += strlen(NAMELESS) + strspn(what + strlen(NAMELESS), "0123456789: ");
	g_clear_error(error);
	g_set_error(error,
		    ATS_ERROR,
		    ATS_ERROR_DAMAGED,
		    "line %u, column %u: %s",
		    json_parser_get_current_line(parser),
		    json_parser_get_current_pos(parser),
		    what);
}

static JsonNode *
parse(const char *text, gsize length, GError **error)
{
	g_autoptr(JsonParser) parser = json_parser_new_immutable();
	g_autoptr(GError) reason = NULL;

	if (!ats_shape_check(text, length, error))
		return NULL;
	g_signal_connect(parser, "error", G_CALLBACK(take_error), &reason);
	if (!json_parser_load_from_data(parser, text, (gssize)length, NULL)) {
		g_propagate_error(error, g_steal_pointer(&reason));
		return NULL;
	}
	if (json_parser_get_root(parser) == NULL) {
		g_set_error_literal(error, ATS_ERROR, ATS_ERROR_DAMAGED, "it is empty");
		return NULL;
	}
	return json_parser_steal_root(parser);
}

static AtsExpected *
expected_new(void)
{
	AtsExpected *self = g_new0(AtsExpected, 1);

	self->strings = g_string_chunk_new(4096);
	self->fields = g_array_new(FALSE, FALSE, sizeof(AtsField));
	return self;
}

AtsExpected *
ats_expected_read(GBytes *json, GError **error)
{
	gsize length;
	const char *data = g_bytes_get_data(json, &length);
	g_autofree char *text = NULL;
	g_autoptr(JsonNode) root = NULL;
	g_autoptr(AtsExpected) expected = NULL;
	Reader reader = {0};

	if (length > ATS_LIMIT_EXPECTED_BYTES) {
		g_set_error(error,
			    ATS_ERROR,
			    ATS_ERROR_TOO_LARGE,
			    "too large: over the limit of %lu KiB",
			    ATS_LIMIT_EXPECTED_BYTES / ATS_KIB);
		return NULL;
	}
	text = g_strndup(data != NULL ? data : "", length);
	root = parse(text, length, error);
	if (root == NULL)
		return NULL;
	reader.expected = expected = expected_new();
	if (!add_object(&reader, resume, root, "", error))
		return NULL;
	if (expected->fields->len > 0)
		return g_steal_pointer(&expected);
	/* else a file of something else would be survived by every document */
	g_set_error_literal(error,
			    ATS_ERROR,
			    ATS_ERROR_UNSUPPORTED,
			    "it has no field of a JSON Resume");
	return NULL;
}

void
ats_expected_free(AtsExpected *expected)
{
	g_array_unref(expected->fields);
	g_string_chunk_free(expected->strings);
	g_free(expected);
}

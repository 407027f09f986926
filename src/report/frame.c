/*
 * The frame around a worker's answer: magic, length, and one GVariant that holds a report or a
 * picture or says why there is none.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "report/frame.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "report/wire.h"

/* changes with the wire form, so that a library never takes the answer of another version's worker
 * for its own */
static const char FRAME_MAGIC[8] = {'A', 'T', 'S', 'C', 'H', 'K', '0', '4'};

typedef struct {
	char magic[8];
	guint32 length; /* bytes after the header; of the machine's own byte order: both sides are
			   on it */
	guint32 last;	/* 1: the worker takes no more jobs; 0: it does */
	AtsTimings timings; /* of a report's making; nothing hangs on them */
} FrameHeader;

G_STATIC_ASSERT(sizeof(FrameHeader) == ATS_FRAME_HEADER_BYTES);

/* "v" as a payload: a report in its wire form, or code and message of an error */
#define FAILURE_TYPE "(is)"

/* bytes of an error's message that are believed; one line for a person */
#define MESSAGE_BYTES 1000

/* the length of what can stand on a terminal's line as it is */
static gsize
plain_length(const char *message)
{
	const char *p = message;

	while (*p != '\0' && !g_unichar_iscntrl(g_utf8_get_char(p)))
		p = g_utf8_next_char(p);
	return (gsize)(p - message);
}

static GVariant *
encode_failure(const GError *failure)
{
	gint code = failure->domain == ATS_ERROR ? failure->code : ATS_ERROR_INTERNAL;
	g_autofree char *message = g_utf8_make_valid(failure->message, -1);

	message[plain_length(message)] = '\0';
	return g_variant_ref_sink(g_variant_new(FAILURE_TYPE, code, message));
}

static GBytes *
encode(GVariant *body, const AtsTimings *timings)
{
	g_autoptr(GVariant) payload = g_variant_ref_sink(g_variant_new_variant(body));
	gsize length = g_variant_get_size(payload);
	guint8 *data = g_malloc(sizeof(FrameHeader) + length);
	FrameHeader header = {.length = (guint32)length, .timings = *timings};

	memcpy(header.magic, FRAME_MAGIC, sizeof(FRAME_MAGIC));
	memcpy(data, &header, sizeof(header));
	g_variant_store(payload, data + sizeof(header));
	return g_bytes_new_take(data, sizeof(header) + length);
}

GBytes *
ats_frame_encode(const AtsReport *report, const GError *failure)
{
	AtsTimings timings = report != NULL ? report->timings : (AtsTimings){0};
	AtsStopwatch watch;
	g_autoptr(GVariant) body = NULL;

	ats_stopwatch_start(&watch);
	body = report != NULL ? ats_report_to_wire(report) : encode_failure(failure);
	ats_stopwatch_lap(&watch, &timings, ATS_STAGE_ANSWER);
	return encode(body, &timings);
}

GBytes *
ats_frame_encode_picture(GBytes *picture)
{
	g_autoptr(GVariant) body =
	    g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE_BYTESTRING, picture, TRUE));

	return encode(body, &(AtsTimings){0});
}

GBytes *
ats_frame_encode_words(const char *words)
{
	g_autoptr(GVariant) body = g_variant_ref_sink(g_variant_new_string(words));

	return encode(body, &(AtsTimings){0});
}

GBytes *
ats_frame_mark_last(GBytes *frame)
{
	gsize size = g_bytes_get_size(frame);
	guint8 *data = g_memdup2(g_bytes_get_data(frame, NULL), size);
	FrameHeader header;

	memcpy(&header, data, sizeof(header));
	header.last = 1;
	memcpy(data, &header, sizeof(header));
	return g_bytes_new_take(data, size);
}

gboolean
ats_frame_measure(const guint8 *header, gsize *length, gboolean *last)
{
	FrameHeader copy;

	memcpy(&copy, header, sizeof(copy));
	if (memcmp(copy.magic, FRAME_MAGIC, sizeof(FRAME_MAGIC)) != 0 ||
	    copy.length > ATS_LIMIT_ANSWER_BYTES || copy.last > 1)
		return FALSE;
	*length = copy.length;
	*last = copy.last != 0;
	return TRUE;
}

static gboolean
header_is_right(GBytes *frame)
{
	gsize size;
	gsize length;
	gboolean last;
	const guint8 *data = g_bytes_get_data(frame, &size);

	return size >= sizeof(FrameHeader) && ats_frame_measure(data, &length, &last) &&
	       length == size - sizeof(FrameHeader);
}

static void
set_nonsense(GError **error)
{
	g_set_error_literal(error,
			    ATS_ERROR,
			    ATS_ERROR_CRASHED,
			    "the program that reads it answered nonsense");
}

static void
decode_failure(GVariant *body, GError **error)
{
	gint code;
	const char *message;

	g_variant_get(body, "(i&s)", &code, &message);
	if (code < 0 || code >= ATS_ERROR_LAST || strlen(message) > MESSAGE_BYTES ||
	    message[plain_length(message)] != '\0')
		set_nonsense(error);
	else
		g_set_error_literal(error, ATS_ERROR, code, message);
}

/* what the frame holds, unless that is a failure */
static GVariant *
decode(GBytes *frame, GError **error)
{
	g_autoptr(GBytes) inner = NULL;
	g_autoptr(GVariant) payload = NULL;
	g_autoptr(GVariant) body = NULL;

	if (!header_is_right(frame)) {
		g_set_error_literal(error,
				    ATS_ERROR,
				    ATS_ERROR_CRASHED,
				    "the program that reads it stopped before it had answered");
		return NULL;
	}
	inner = g_bytes_new_from_bytes(frame,
				       sizeof(FrameHeader),
				       g_bytes_get_size(frame) - sizeof(FrameHeader));
	payload =
	    g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE_VARIANT, inner, FALSE));
	if (!g_variant_is_normal_form(payload)) {
		set_nonsense(error);
		return NULL;
	}
	body = g_variant_get_variant(payload);
	if (!g_variant_is_of_type(body, G_VARIANT_TYPE(FAILURE_TYPE)))
		return g_steal_pointer(&body);
	decode_failure(body, error);
	return NULL;
}

AtsReport *
ats_frame_decode(GBytes *frame, GError **error)
{
	g_autoptr(GVariant) body = decode(frame, error);
	AtsReport *report = body != NULL ? ats_report_from_wire(body, error) : NULL;
	FrameHeader header;

	if (report == NULL)
		return NULL;
	memcpy(&header, g_bytes_get_data(frame, NULL), sizeof(header));
	report->timings = header.timings;
	return report;
}

GBytes *
ats_frame_decode_picture(GBytes *frame, AtsPictureFormat format, GError **error)
{
	g_autoptr(GVariant) body = decode(frame, error);
	g_autoptr(GBytes) picture = NULL;

	if (body == NULL)
		return NULL;
	if (g_variant_is_of_type(body, G_VARIANT_TYPE_BYTESTRING))
		picture = g_variant_get_data_as_bytes(body);
	if (picture != NULL && ats_picture_looks_right(format, picture))
		return g_steal_pointer(&picture);
	set_nonsense(error);
	return NULL;
}

char *
ats_frame_decode_words(GBytes *frame, GError **error)
{
	g_autoptr(GVariant) body = decode(frame, error);

	if (body == NULL)
		return NULL;
	/* a string of normal form is valid UTF-8 */
	if (g_variant_is_of_type(body, G_VARIANT_TYPE_STRING) &&
	    g_variant_get_size(body) <= ATS_LIMIT_OCR_TEXT_BYTES + 1)
		return g_variant_dup_string(body, NULL);
	set_nonsense(error);
	return NULL;
}

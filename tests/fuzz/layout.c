/*
 * Pages of made-up words and drawings, as no program would place them: the layout analyser, and the
 * readings, sections and checks that build on what it says.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <math.h>
#include <string.h>

#include "layout-page.h"
#include "target.h"
#include "worker/pipeline.h"

/* records of one input: more make an input slow, not new */
#define MOST_RECORDS 2000

/* one thing on the page, as bytes of the input */
typedef struct __attribute__((packed)) {
	guint8 what;
	guint8 text;
	guint8 size;  /* half points */
	guint8 style; /* bits: bold, white, turned */
	gint16 x, y;  /* half points, so that most of the range is beyond the page */
	gint16 width, height;
} Record;

static const char *const texts[] = {
    "harbour",
    "Experience",
    "SKILLS",
    "E D U C A T I O N",
    "ann.lee@example.com",
    "+1 (312) 555-0187",
    "Ann Lee",
    "January 2019 – Present",
    "2015",
    "•",
    "-",
    "well-",
    "known",
    "Company, Springfield, IL",
    "\xEE\x80\x80",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
    "工作经历",
    "built a quiet service that measures the harbour and its tides",
    "|",
    "https://example.com/ann",
};

/* the high bit of @style makes a distance as large as a float can hold without being infinite */
static float
length(gint16 value, const Record *record)
{
	return (record->style & 0x80) != 0 ? ldexpf((float)value, record->size % 100)
					   : (float)value / 2;
}

static void
add_text(AtsDocument *document, const Record *record)
{
	TestPen pen = test_pen(document, (float)record->size / 2);

	pen.bold = (record->style & 1) != 0;
	pen.colour = (record->style & 2) != 0 ? 0xFFFFFF : 0;
	pen.rotation = (record->style & 4) != 0 ? 90 : 0;
	test_text(&pen,
		  length(record->x, record),
		  length(record->y, record),
		  texts[record->text % G_N_ELEMENTS(texts)]);
}

static void
add_drawing(AtsDocument *document, const Record *record)
{
	float x = length(record->x, record);
	float y = length(record->y, record);
	AtsBox box = {x,
		      y,
		      x + fabsf((float)record->width) / 2,
		      y + fabsf((float)record->height) / 2};
	AtsDrawing *drawing =
	    test_drawing(document, (AtsDrawingKind)(record->text % (ATS_DRAWING_SHAPE + 1)), box);

	drawing->filled = (record->style & 1) != 0;
	drawing->colour = (record->style & 2) != 0 ? 0xFFFFFF : 0x204060;
}

static void
add_record(AtsDocument *document, const Record *record)
{
	if (record->what % 16 == 0)
		test_add_page(document);
	else if (record->what % 2 == 0)
		add_drawing(document, record);
	else
		add_text(document, record);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(AtsDocument) document = test_document_new();
	size_t n = MIN(size / sizeof(Record), MOST_RECORDS);

	for (size_t i = 0; i < n; i++) {
		Record record;
		memcpy(&record, data + i * sizeof(Record), sizeof(Record));
		add_record(document, &record);
	}
	ats_report_free(ats_pipeline_run(document));
	return 0;
}

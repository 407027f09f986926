/*
 * Every limit on what a stranger's file may cost, with its unit and the reason for its size. For all rooms.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#define ATS_KIB (1024UL)
#define ATS_MIB (1024UL * ATS_KIB)

/* --- the file --- */
/* bytes; the largest sizes that applicant systems take on upload are 2.5 to 100 MB, and few parse over 10 */
#define ATS_LIMIT_FILE_BYTES (32 * ATS_MIB)

/* bytes; what a caller may raise that to: more does not fit into a worker's memory anyway */
#define ATS_LIMIT_FILE_BYTES_MOST (512 * ATS_MIB)

/* --- the worker process --- */
/* bytes of address space: the shared libraries map about 100 MiB before any document; the largest of 957 odd and hostile
   files takes 230 MiB beside them, and honest resumes up to 80, a rendered page included */
#define ATS_LIMIT_MEMORY_BYTES (512 * ATS_MIB)
/* bytes; what a caller may set that to: less does not even hold the libraries, more than a machine has is no limit */
#define ATS_LIMIT_MEMORY_LEAST (160 * ATS_MIB)
#define ATS_LIMIT_MEMORY_MOST  (16384 * ATS_MIB)
/* seconds of CPU; the slowest honest document seen took 3.9 */
#define ATS_LIMIT_CPU_SECONDS 10
/* seconds; what a caller may raise that to: a day. A pooled worker's whole life is that times its jobs, in 32 bits */
#define ATS_LIMIT_CPU_SECONDS_MOST 86400
/* milliseconds of wall clock, the CPU limit with room for a busy machine */
#define ATS_LIMIT_WALL_MS 20000
/* milliseconds in which a program has forked a worker: it needs some tens for its own start, and one that was stopped from
   outside would never answer */
#define ATS_LIMIT_FORK_MS 10000
/* documents that one worker of a pool serves; a new one is forked in a millisecond, so that nothing is gained beyond, and
   what a document might have left behind does not stay */
#define ATS_LIMIT_WORKER_JOBS 1000
/* bytes of memory that a worker of a pool may once have filled and still be kept: three times what it has after hundreds
   of honest resumes; what one large document took is seldom given back */
#define ATS_LIMIT_WORKER_KEPT_BYTES (128 * ATS_MIB)
/* bytes of a worker's answer; a 50-page document's report with all its readings is under 4 MiB */
#define ATS_LIMIT_ANSWER_BYTES (64 * ATS_MIB)

/* --- PDF --- */
/* pages that are analysed; a resume has 1 to 3, an academic CV up to about 40 */
#define ATS_LIMIT_PAGES 50
/* glyphs on one page; a page printed solid with 4 pt text holds about 20,000 */
#define ATS_LIMIT_PAGE_GLYPHS 200000
/* drawings kept on one page; a page of outlined text has about 10,000 */
#define ATS_LIMIT_PAGE_DRAWINGS 100000

/* --- DOCX --- */
/* entries of the package; the largest of 390 real files has 180 */
#define ATS_LIMIT_ZIP_ENTRIES 4096
/* bytes read from one part, inflated; the largest real document.xml seen has 12.6 MB */
#define ATS_LIMIT_PART_BYTES (32 * ATS_MIB)
/* bytes read from all parts together, inflated */
#define ATS_LIMIT_PACKAGE_BYTES (128 * ATS_MIB)
/* inflated over packed size once a part is over 1 MiB; the highest ratio of a real part is 130 */
#define ATS_LIMIT_INFLATE_RATIO 200
/* element depth; libxml2's own limit, and twice nine times what real files have (28) */
#define ATS_LIMIT_XML_DEPTH 256
/* bytes of one XML tag: libxml2's check for duplicate attributes is quadratic, and this many cost it 0.3 s */
#define ATS_LIMIT_XML_TAG_BYTES (64 * ATS_KIB)
/* paragraphs, words and parts (tables, cells, boxes, links ...) that are kept of a DOCX */
#define ATS_LIMIT_PARAGRAPHS 200000
#define ATS_LIMIT_WORDS 1000000
#define ATS_LIMIT_PARTS 200000

/* --- what the maker of a resume expects to be in it --- */
/* bytes of JSON; a resume of 50 pages holds about 200,000 characters */
#define ATS_LIMIT_EXPECTED_BYTES (512 * ATS_KIB)
/* levels of lists and objects; JSON Resume has 5, extensions some more */
#define ATS_LIMIT_EXPECTED_DEPTH 32
/* fields; a resume of 50 pages has about 800 */
#define ATS_LIMIT_EXPECTED_FIELDS 2000
/* bytes of a reading in which fields are looked for: twice the text of 50 pages */
#define ATS_LIMIT_EXPECTED_TEXT (512 * ATS_KIB)

/* --- images --- */
/* pixels of an image whose contents are looked at; a 600 dpi A4 scan has 35 million */
#define ATS_LIMIT_IMAGE_PIXELS (40UL * 1000 * 1000)

/* --- words in pictures (only with the option ocr, and only when asked) --- */
/* pictures of one document that are read; a resume whose headings are pictures has about 6 */
#define ATS_LIMIT_OCR_PICTURES 12
/* seconds of CPU for one picture; a full page takes 1 to 4 (and 140 MiB: the limit on memory is the same) */
#define ATS_LIMIT_OCR_CPU_SECONDS 30
/* milliseconds for drawing and reading all of them together, beside the time for the report: 12 full pages */
#define ATS_LIMIT_OCR_WALL_MS 60000
/* bytes of the words in one picture; a page printed solid with 6 pt text holds about 15,000 */
#define ATS_LIMIT_OCR_TEXT_BYTES (64 * ATS_KIB)

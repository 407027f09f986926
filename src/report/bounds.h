/*
 * How much a report may hold, so that a worker cannot make its reader spend more. For the wire form
 * alone.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

/* families of parsers that read one document; the catalogue has under a dozen */
#define ATS_BOUND_READINGS 16
/* regions, sections, links, findings; a 50-page document that is nothing but headings stays below
 */
#define ATS_BOUND_REGIONS  20000
#define ATS_BOUND_SECTIONS 5000
#define ATS_BOUND_ENTRIES  5000
#define ATS_BOUND_LINKS	   5000
#define ATS_BOUND_FINDINGS 5000
/* name, contact data, headings, entries and their dates: two or three for each section and entry */
#define ATS_BOUND_PIECES 20000
/* sections of all readings, and those whose text one heading has taken */
#define ATS_BOUND_FILED	  (ATS_BOUND_READINGS * (ATS_BOUND_SECTIONS + 1))
#define ATS_BOUND_FOREIGN 8
/* checks; the catalogue has under a hundred */
#define ATS_BOUND_OUTCOMES 256
/* bytes of an id: a check's, a parser's, a kind's */
#define ATS_BOUND_ID 40
/* bytes of a message, a heading, a link; longer ones are cut */
#define ATS_BOUND_STRING 4096
/* bytes of one reading's text, or of the human one: 200,000 glyphs on 50 pages, at most 4 bytes
   each, would be 40 MiB, which no honest document comes near */
#define ATS_BOUND_TEXT (16 * 1024 * 1024)
/* points from the page's corner, either way; PDF allows pages of 14,400, and drawings far outside
 */
#define ATS_BOUND_POINTS 1e6
/* pages and words that a document may be said to have */
#define ATS_BOUND_COUNT 100000000

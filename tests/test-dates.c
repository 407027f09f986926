/*
 * Tests of the date grammar: a table of forms with what is read from each, and what is refused.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "resume/date-words.h"
#include "resume/dates.h"

typedef struct {
	const char *text;
	const char *dates; /* "2019-03..2021-04; 2022": ranges with dots, "2019.." open */
} DateCase;

static const DateCase taken[] = {
    {"2019", "2019"},
    {"March 2019", "2019-03"},
    {"Mar 2019", "2019-03"},
    {"Mar. 2019", "2019-03"},
    {"MARCH 2019", "2019-03"},
    {"march 2019", "2019-03"},
    {"Sept 2019", "2019-09"},
    {"Sept. 2019", "2019-09"},
    {"May 2019", "2019-05"},
    {"March, 2019", "2019-03"},
    {"Mar, 2019", "2019-03"},
    {"Mar-2019", "2019-03"},
    {"Mar/2019", "2019-03"},
    {"Mar2019", "2019-03"},
    {"March of 2019", "2019-03"},
    {"Mar '19", "2019-03"},
    {"Mar ’19", "2019-03"},
    {"Mar'19", "2019-03"},
    {"Mar. ‘19", "2019-03"},
    {"Sept.’19", "2019-09"},
    {"2019 March", "2019-03"},
    {"2019, March", "2019-03"},
    {"2019 Mar.", "2019-03"},
    {"03/2019", "2019-03"},
    {"3/2019", "2019-03"},
    {"03 / 2019", "2019-03"},
    {"03-2019", "2019-03"},
    {"03.2019", "2019-03"},
    {"3.2019", "2019-03"},
    {"2019-03", "2019-03"},
    {"2019/03", "2019-03"},
    {"2019.03", "2019-03"},
    {"2019.3", "2019-03"},
    {"2019-03-12", "2019-03-12"},
    {"2019/03/12", "2019-03-12"},
    {"2019.03.12", "2019-03-12"},
    {"12.03.2019", "2019-03-12"},
    {"12.3.2019", "2019-03-12"},
    {"1.2.2019", "2019-02-01"},
    {"12. 3. 2019", "2019-03-12"},
    {"12/03/2019", "2019-12-03"},
    {"03/25/2019", "2019-03-25"},
    {"25/03/2019", "2019-03-25"},
    {"3/4/2019", "2019-03-04"},
    {"12-03-2019", "2019-03-12"},
    {"12 March 2019", "2019-03-12"},
    {"12. März 2019", "2019-03-12"},
    {"12 Mar 2019", "2019-03-12"},
    {"12-Mar-2019", "2019-03-12"},
    {"12/Mar/2019", "2019-03-12"},
    {"12th March 2019", "2019-03-12"},
    {"1st of May 2019", "2019-05-01"},
    {"1er mars 2019", "2019-03-01"},
    {"March 12, 2019", "2019-03-12"},
    {"March 12th, 2019", "2019-03-12"},
    {"Mar 12 2019", "2019-03-12"},
    {"Spring 2019", "2019-03"},
    {"Summer 2019", "2019-06"},
    {"Fall 2019", "2019-09"},
    {"Autumn 2019", "2019-09"},
    {"Winter 2019", "2019-12"},
    {"Winter 2019/20", "2019-12"},
    {"Fall, 2019", "2019-09"},
    {"Fall '19", "2019-09"},
    {"Spring of 2019", "2019-03"},
    {"WiSe 2019/20", "2019-12"},
    {"SoSe 2020", "2020-06"},
    {"Q3 2019", "2019-07"},
    {"Q3/2019", "2019-07"},
    {"Q3, 2019", "2019-07"},
    {"Q3 '19", "2019-07"},
    {"3Q 2019", "2019-07"},
    {"2019 Q3", "2019-07"},
    {"2019-Q3", "2019-07"},
    {"3. Quartal 2019", "2019-07"},
    {"2019 - 2021", "2019..2021"},
    {"2019-2021", "2019..2021"},
    {"2019 – 2021", "2019..2021"},
    {"2019–2021", "2019..2021"},
    {"2019 — 2021", "2019..2021"},
    {"2019—2021", "2019..2021"},
    {"2019 -- 2021", "2019..2021"},
    {"2019--2021", "2019..2021"},
    {"2019---2021", "2019..2021"},
    {"2019 ‐ 2021", "2019..2021"},
    {"2019 ‑ 2021", "2019..2021"},
    {"2019 − 2021", "2019..2021"},
    {"2019 to 2021", "2019..2021"},
    {"2019 TO 2021", "2019..2021"},
    {"2019 till 2021", "2019..2021"},
    {"2019 until 2021", "2019..2021"},
    {"2019 through 2021", "2019..2021"},
    {"2019 thru 2021", "2019..2021"},
    {"2019 bis 2021", "2019..2021"},
    {"2019 à 2021", "2019..2021"},
    {"2019 a 2021", "2019..2021"},
    {"2019 al 2021", "2019..2021"},
    {"2019 hasta 2021", "2019..2021"},
    {"2019 até 2021", "2019..2021"},
    {"2019 tot 2021", "2019..2021"},
    {"2019 do 2021", "2019..2021"},
    {"2019 till och med 2021", "2019..2021"},
    {"2019 έως 2021", "2019..2021"},
    {"2019 ~ 2021", "2019..2021"},
    {"2019～2021", "2019..2021"},
    {"2019 → 2021", "2019..2021"},
    {"2019 -> 2021", "2019..2021"},
    {"2019 › 2021", "2019..2021"},
    {"2019-21", "2019..2021"},
    {"2019–21", "2019..2021"},
    {"2019—21", "2019..2021"},
    {"2019/20", "2019..2020"},
    {"2009/10", "2009..2010"},
    {"2019/2020", "2019..2020"},
    {"1999–01", "1999..2001"},
    {"1999/00", "1999..2000"},
    {"2009–12", "2009..2012"},
    {"2009-12", "2009-12"},
    {"from 2019 to 2021", "2019..2021"},
    {"von 2019 bis 2021", "2019..2021"},
    {"de 2019 à 2021", "2019..2021"},
    {"du 03/2019 au 04/2021", "2019-03..2021-04"},
    {"dal 2019 al 2021", "2019..2021"},
    {"van 2019 tot 2021", "2019..2021"},
    {"od 2019 do 2021", "2019..2021"},
    {"från 2019 till 2021", "2019..2021"},
    {"since 2019", "2019..present"},
    {"Since March 2019", "2019-03..present"},
    {"seit 2019", "2019..present"},
    {"seit 03/2019", "2019-03..present"},
    {"depuis 2019", "2019..present"},
    {"desde 2019", "2019..present"},
    {"desde marzo de 2019", "2019-03..present"},
    {"dal 2019", "2019..present"},
    {"sinds 2019", "2019..present"},
    {"od 2019", "2019..present"},
    {"sedan 2019", "2019..present"},
    {"ab 2019", "2019..present"},
    {"2019 -", "2019.."},
    {"2019 –", "2019.."},
    {"2019–", "2019.."},
    {"March 2019 –", "2019-03.."},
    {"(2019 – )", "2019.."},
    {"2019 - Present", "2019..present"},
    {"2019-Present", "2019..present"},
    {"2019–Present", "2019..present"},
    {"2019 – PRESENT", "2019..present"},
    {"2019 – present", "2019..present"},
    {"2019 to Present", "2019..present"},
    {"2019 – Current", "2019..present"},
    {"2019 – Currently", "2019..present"},
    {"2019 – Now", "2019..present"},
    {"2019 – Today", "2019..present"},
    {"2019 – Ongoing", "2019..present"},
    {"2019 – In progress", "2019..present"},
    {"2019 to date", "2019..present"},
    {"2019 till date", "2019..present"},
    {"2019 till now", "2019..present"},
    {"2019 – To date", "2019..present"},
    {"2019 – the present", "2019..present"},
    {"2019 to the present day", "2019..present"},
    {"2019 – heute", "2019..present"},
    {"2019 – dato", "2019..present"},
    {"seit 2019 – heute", "2019..present"},
    {"2019 bis heute", "2019..present"},
    {"2019 – jetzt", "2019..present"},
    {"2019 – aktuell", "2019..present"},
    {"2019 – présent", "2019..present"},
    {"2019 – aujourd'hui", "2019..present"},
    {"2019 – aujourd’hui", "2019..present"},
    {"2019 à ce jour", "2019..present"},
    {"2019 jusqu'à aujourd'hui", "2019..present"},
    {"2019 – en cours", "2019..present"},
    {"2019 – actualidad", "2019..present"},
    {"2019 – la actualidad", "2019..present"},
    {"2019 – Actual", "2019..present"},
    {"2019 – Presente", "2019..present"},
    {"2019 hasta la fecha", "2019..present"},
    {"2019 – hoy", "2019..present"},
    {"2019 – oggi", "2019..present"},
    {"2019 – in corso", "2019..present"},
    {"2019 ad oggi", "2019..present"},
    {"2019 – attuale", "2019..present"},
    {"2019 – atual", "2019..present"},
    {"2019 até o momento", "2019..present"},
    {"2019 – hoje", "2019..present"},
    {"2019 – heden", "2019..present"},
    {"2019 tot heden", "2019..present"},
    {"2019 – nu", "2019..present"},
    {"2019 – obecnie", "2019..present"},
    {"2019 – teraz", "2019..present"},
    {"2019 do chwili obecnej", "2019..present"},
    {"2019 – nuvarande", "2019..present"},
    {"2019 – pågående", "2019..present"},
    {"2019 – tills vidare", "2019..present"},
    {"2019 – σήμερα", "2019..present"},
    {"2019 – παρόν", "2019..present"},
    {"2019 - 至今", "2019..present"},
    {"2019 至今", "2019..present"},
    {"March 2019 - April 2021", "2019-03..2021-04"},
    {"March 2019 – April 2021", "2019-03..2021-04"},
    {"March 2019–April 2021", "2019-03..2021-04"},
    {"Mar 2019 – Apr 2021", "2019-03..2021-04"},
    {"Mar. 2019 — Apr. 2021", "2019-03..2021-04"},
    {"Mar 2019 to Apr 2021", "2019-03..2021-04"},
    {"March 2019 – Present", "2019-03..present"},
    {"MAR 2019 – PRESENT", "2019-03..present"},
    {"March – June 2019", "2019-03..2019-06"},
    {"Mar - Jun 2019", "2019-03..2019-06"},
    {"Mar–Jun 2019", "2019-03..2019-06"},
    {"June/July 2019", "2019-06..2019-07"},
    {"Nov – Feb 2020", "2019-11..2020-02"},
    {"Summer/Fall 2019", "2019-06..2019-09"},
    {"Fall 2018 – Spring 2019", "2018-09..2019-03"},
    {"Summer 2019 – Present", "2019-06..present"},
    {"Jan '19 – Mar '21", "2019-01..2021-03"},
    {"Jan '19 – Present", "2019-01..present"},
    {"Jan ’19 - Mar ’21", "2019-01..2021-03"},
    {"Jan 19 – Mar 21", "2019-01..2021-03"},
    {"Jan-19 - Mar-21", "2019-01..2021-03"},
    {"'19 – '21", "2019..2021"},
    {"’19–’21", "2019..2021"},
    {"'19 – Present", "2019..present"},
    {"03/2019 - 04/2021", "2019-03..2021-04"},
    {"03/2019-04/2021", "2019-03..2021-04"},
    {"03/2019 – 04/2021", "2019-03..2021-04"},
    {"03.2019 – 04.2021", "2019-03..2021-04"},
    {"03.2019–04.2021", "2019-03..2021-04"},
    {"03-2019 - 04-2021", "2019-03..2021-04"},
    {"3/2019 – 4/2021", "2019-03..2021-04"},
    {"03/2019 to 04/2021", "2019-03..2021-04"},
    {"03/2019 bis 04/2021", "2019-03..2021-04"},
    {"03/2019 – Present", "2019-03..present"},
    {"03/2019 – heute", "2019-03..present"},
    {"05/19 – 06/21", "2019-05..2021-06"},
    {"05/19 - Present", "2019-05..present"},
    {"03 – 06/2019", "2019-03..2019-06"},
    {"2019-03 – 2021-04", "2019-03..2021-04"},
    {"2019-03 - 2021-04", "2019-03..2021-04"},
    {"2019/03 – 2021/04", "2019-03..2021-04"},
    {"2019.03 – 2021.04", "2019-03..2021-04"},
    {"2019.03-2021.04", "2019-03..2021-04"},
    {"2019-03-01 – 2021-04-30", "2019-03-01..2021-04-30"},
    {"2019-03-01 to present", "2019-03-01..present"},
    {"01.03.2019 – 30.04.2021", "2019-03-01..2021-04-30"},
    {"01.03.2019 - 30.04.2021", "2019-03-01..2021-04-30"},
    {"01.03.2019-30.04.2021", "2019-03-01..2021-04-30"},
    {"01.03.2019 bis heute", "2019-03-01..present"},
    {"01/03/2019 – 30/04/2021", "2019-03-01..2021-04-30"},
    {"1 March 2019 – 30 April 2021", "2019-03-01..2021-04-30"},
    {"March 1, 2019 – April 30, 2021", "2019-03-01..2021-04-30"},
    {"01.03.19 – 30.04.21", "2019-03-01..2021-04-30"},
    {"Q1 2019 – Q3 2020", "2019-01..2020-07"},
    {"2019年3月", "2019-03"},
    {"2019年3月 - 2021年4月", "2019-03..2021-04"},
    {"2019年3月至2021年4月", "2019-03..2021-04"},
    {"2019年3月-至今", "2019-03..present"},
    {"2019年3月至今", "2019-03..present"},
    {"2019年3月—现在", "2019-03..present"},
    {"2019年", "2019"},
    {"2019年3月12日", "2019-03-12"},
    {"2019.03 - 至今", "2019-03..present"},
    {"Januar 2019", "2019-01"},
    {"Jänner 2019", "2019-01"},
    {"Jan. 2019", "2019-01"},
    {"Feber 2019", "2019-02"},
    {"März 2019 – Mai 2021", "2019-03..2021-05"},
    {"Mai 2019", "2019-05"},
    {"Okt. 2019 – Dez. 2020", "2019-10..2020-12"},
    {"janvier 2019", "2019-01"},
    {"févr. 2019", "2019-02"},
    {"Février 2019 – août 2021", "2019-02..2021-08"},
    {"août 2019", "2019-08"},
    {"déc. 2019", "2019-12"},
    {"juil. 2019", "2019-07"},
    {"enero 2019", "2019-01"},
    {"enero de 2019 – marzo de 2021", "2019-01..2021-03"},
    {"ene. 2019", "2019-01"},
    {"sept. 2019 – dic. 2020", "2019-09..2020-12"},
    {"gennaio 2019", "2019-01"},
    {"gen 2019 – mag 2020", "2019-01..2020-05"},
    {"giugno 2019 – luglio 2020", "2019-06..2020-07"},
    {"janeiro de 2019", "2019-01"},
    {"fev 2019 – mar 2020", "2019-02..2020-03"},
    {"set. 2019 – out. 2020", "2019-09..2020-10"},
    {"maart 2019", "2019-03"},
    {"mrt 2019 – mei 2020", "2019-03..2020-05"},
    {"januari 2019 – augustus 2020", "2019-01..2020-08"},
    {"styczeń 2019", "2019-01"},
    {"stycznia 2019", "2019-01"},
    {"marzec 2019 – październik 2020", "2019-03..2020-10"},
    {"paź 2019 – gru 2020", "2019-10..2020-12"},
    {"januari 2019 – maj 2020", "2019-01..2020-05"},
    {"okt 2019 – nov 2020", "2019-10..2020-11"},
    {"Ιανουάριος 2019", "2019-01"},
    {"Μάρτιος 2019 – Μάιος 2021", "2019-03..2021-05"},
    {"Σεπ 2019", "2019-09"},
    {"Sommer 2019", "2019-06"},
    {"été 2019", "2019-06"},
    {"verano 2019", "2019-06"},
    {"estate 2019", "2019-06"},
    {"outono 2019", "2019-09"},
    {"zomer 2019", "2019-06"},
    {"lato 2019", "2019-06"},
    {"sommaren 2019", "2019-06"},
    {"Άνοιξη 2019", "2019-03"},
    {"Acme Corp, May 2018 – Present", "2018-05..present"},
    {"Corvale Medical Devices, Atlanta, GA | May 2018 – Present", "2018-05..present"},
    {"Acme (2019 – 2021)", "2019..2021"},
    {"Acme [2019–2021], Berlin", "2019..2021"},
    {"2019 – 2021 Acme", "2019..2021"},
    {"2019: Acme", "2019"},
    {"B.Sc. Mathematics, 2011", "2011"},
    {"Class of 2019", "2019"},
    {"Graduated 2019", "2019"},
    {"Graduated May 2019", "2019-05"},
    {"Expected May 2026", "2026-05"},
    {"Expected: 2026", "2026"},
    {"Coach the robotics club, state finalists in 2019 and 2022.", "2019; 2022"},
    {"President’s Club, 2016, 2019, 2021 and 2022", "2016; 2019; 2021; 2022"},
    {"2019, 2020", "2019; 2020"},
    {"Jan 2019 – Mar 2020, May 2021 – Present", "2019-01..2020-03; 2021-05..present"},
    {"Acme\t2019 – 2021", "2019..2021"},
    {"2019\t2021", "2019; 2021"},
    {"Posters for the riverside clean-up, 2018 to today", "2018..present"},
    {"circa 2019", "2019"},
    {"Mar 2019 (3 months)", "2019-03"},
    {"Mar 2019 – Jun 2019 (4 mos)", "2019-03..2019-06"},
    {"Jan 2019 - Present · 5 yrs 2 mos", "2019-01..present"},
    {"２０１９年３月", "2019-03"},
    {"2019 MA in History", "2019"},
    {"Mar 2021 – Feb 2019", "2021-03..2019-02"},
    {"2011 AB Haarlem", "2011"},
    {"Restaurant Server 2019 – 2021", "2019..2021"},
    {"Home Office, 2016", "2016"},
    {"Level 4 Diploma, 2013", "2013"},
    {"in 2019 set up a team", "2019"},
    {"Mar 2019 → Apr 2021", "2019-03..2021-04"},
    {"1984–85", "1984..1985"},
    {"Aug 2019 – Dec 2019, Remote", "2019-08..2019-12"},
    {"Remote, Aug 2019 – Dec 2019", "2019-08..2019-12"},
    {"May 2020 – Aug. 2020", "2020-05..2020-08"},
    {"Summers 2018", "2018"},
    {"2001 A Space Odyssey", "2001"},
    {"Berlin, 03/2019 – 04/2021", "2019-03..2021-04"},
    {"Student exchange 2014", "2014"},
    {"01.2019 – 12.2019", "2019-01..2019-12"},
    {"1/2019–12/2019", "2019-01..2019-12"},
    {"Jan. 2018–Dec. 2020", "2018-01..2020-12"},
    {"Since 05/2020", "2020-05..present"},
    {"Dec 1, 2018 - Jan 15, 2020", "2018-12-01..2020-01-15"},
    {"Q1 2019 - Present", "2019-01..present"},
    {"2018 – Spring 2020", "2018..2020-03"},
    {"10/2018 – Mar 2020", "2018-10..2020-03"},
    {"Oct 2018 – 03/2020", "2018-10..2020-03"},
};

/* no date stands here: numbers of other things, or too little to tell */
static const char *const refused[] = {
    "3 months",
    "2 yrs 4 mos",
    "(555) 123-2019",
    "+1 202 555 2019",
    "+1 (202) 555-2019",
    "202-555-2019",
    "555.123.2019",
    "+44 20 7946 2019",
    "+49 30 2019 2020",
    "0161 496 2019",
    "1-800-555-1999",
    "12345",
    "90210-2019",
    "Sydney NSW 2000",
    "v2019",
    "v2019.1.3",
    "2019.1.3.4",
    "Version 2019",
    "3.10.2",
    "1.2.3",
    "PostgreSQL 12.3",
    "ISO 27001:2013",
    "ISO 9001:2015",
    "ISO-2019",
    "$2019",
    "$ 2019",
    "€2019",
    "2019€",
    "2019 €",
    "£2,019",
    "2,019",
    "2019%",
    "2019k",
    "2019+",
    "12019",
    "20190",
    "1899",
    "2150",
    "0000",
    "pp. 2001-2010",
    "p. 2019",
    "pages 1990–1999",
    "Vol. 2019",
    "No. 2019",
    "#2019",
    "Room 2019",
    "Suite 2000",
    "Excel 2016",
    "served 2000 customers",
    "managed 1950 accounts",
    "trained 2010 users",
    "example.com/2019",
    "https://example.com/2019/03/12",
    "ann2019@example.com",
    "www.example.com/2019-2021",
    "report_2019",
    "report-2019.pdf",
    "2019.pdf",
    "A2019",
    "ES2015",
    "FY2019",
    "COVID-19",
    "9-12",
    "Grades 9–12",
    "7–12",
    "10:30 - 12:30",
    "24/7",
    "50/50",
    "3/4",
    "13/2019",
    "00/2019",
    "2019-13",
    "2019-00",
    "32.01.2019",
    "01.13.19",
    "March",
    "Present",
    "May 3",
    "May 3 – 5",
    "in March",
    "Q3",
    "Summer",
    "'19",
    "05/19",
    "Jan 19",
    "01.03.19",
    "20XX – Present",
    "MM/YYYY",
    "Month Year",
    "10.1000/2019",
    "2019-based",
    "2019's",
    "310,000 patients",
    "BSc Accounting and Finance, 2:1",
    "1984 5550143",
    "192.168.20.19",
    "2019-2021-2023",
    "1920",
    "1910 – 1920",
    "1 – 2",
    "2011 XK Haarlem",
};

/* --- how dates are written --- */

typedef struct {
	const char *text;
	AtsDateForm from, to;
	gunichar separator;
	const char *marks; /* of the first date: s short month, 2 two digits, c comma, u unsure
			      order, b borrowed year */
} FormCase;

static const FormCase forms[] = {
    {"2019", ATS_DATE_YEAR, ATS_DATE_NONE, 0, ""},
    {"March 2019", ATS_DATE_MONTH_YEAR, ATS_DATE_NONE, 0, ""},
    {"Mar 2019", ATS_DATE_MONTH_YEAR, ATS_DATE_NONE, 0, "s"},
    {"May 2019", ATS_DATE_MONTH_YEAR, ATS_DATE_NONE, 0, ""},
    {"March, 2019", ATS_DATE_MONTH_YEAR, ATS_DATE_NONE, 0, "c"},
    {"Mar '19", ATS_DATE_MONTH_YEAR, ATS_DATE_NONE, 0, "s2"},
    {"12 March 2019", ATS_DATE_DAY_MONTH_YEAR, ATS_DATE_NONE, 0, ""},
    {"March 12, 2019", ATS_DATE_DAY_MONTH_YEAR, ATS_DATE_NONE, 0, "c"},
    {"03/2019", ATS_DATE_NUMERIC_MONTH, ATS_DATE_NONE, 0, ""},
    {"2019-03", ATS_DATE_ISO_MONTH, ATS_DATE_NONE, 0, ""},
    {"12.03.2019", ATS_DATE_NUMERIC_DAY, ATS_DATE_NONE, 0, ""},
    {"3/4/2019", ATS_DATE_NUMERIC_DAY, ATS_DATE_NONE, 0, "u"},
    {"3/25/2019", ATS_DATE_NUMERIC_DAY, ATS_DATE_NONE, 0, ""},
    {"2019-03-12", ATS_DATE_ISO_DAY, ATS_DATE_NONE, 0, ""},
    {"Summer 2019", ATS_DATE_SEASON, ATS_DATE_NONE, 0, ""},
    {"Q3 2019", ATS_DATE_QUARTER, ATS_DATE_NONE, 0, ""},
    {"2019年3月", ATS_DATE_IDEOGRAPHS, ATS_DATE_NONE, 0, ""},
    {"2019 - 2021", ATS_DATE_YEAR, ATS_DATE_YEAR, '-', ""},
    {"2019 – 2021", ATS_DATE_YEAR, ATS_DATE_YEAR, 0x2013, ""},
    {"2019 -- 2021", ATS_DATE_YEAR, ATS_DATE_YEAR, 0x2013, ""},
    {"2019 — 2021", ATS_DATE_YEAR, ATS_DATE_YEAR, 0x2014, ""},
    {"2019 ~ 2021", ATS_DATE_YEAR, ATS_DATE_YEAR, '~', ""},
    {"2019 to 2021", ATS_DATE_YEAR, ATS_DATE_YEAR, 'w', ""},
    {"2019/20", ATS_DATE_YEAR, ATS_DATE_YEAR, '/', ""},
    {"2019 –", ATS_DATE_YEAR, ATS_DATE_NONE, 0x2013, ""},
    {"since 2019", ATS_DATE_YEAR, ATS_DATE_PRESENT, 'w', ""},
    {"Mar – Jun 2019", ATS_DATE_MONTH_YEAR, ATS_DATE_MONTH_YEAR, 0x2013, "sb"},
};

static char *
describe(const GArray *ranges)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < ranges->len; i++) {
		const AtsDateRange *range = &g_array_index(ranges, AtsDateRange, i);
		g_autofree char *from = ats_date_text(&range->from);
		g_autofree char *to = ats_date_text(&range->to);

		g_string_append_printf(out, "%s%s", i > 0 ? "; " : "", from);
		if (!range->single)
			g_string_append_printf(out, "..%s", to != NULL ? to : "");
	}
	return g_string_free(out, FALSE);
}

START_TEST(dates_are_read)
{
	const DateCase *row = &taken[_i];
	g_autoptr(GArray) ranges = ats_dates_find(row->text);
	g_autofree char *dates = describe(ranges);

	ck_assert_msg(g_str_equal(dates, row->dates),
		      "%s: %s, not %s",
		      row->text,
		      dates,
		      row->dates);
}
END_TEST

/* a date is the same between other text of its line */
START_TEST(dates_are_read_beside_other_text)
{
	const DateCase *row = &taken[_i];
	g_autofree char *line = g_strdup_printf("Acme, Berlin | %s", row->text);
	g_autoptr(GArray) ranges = ats_dates_find(line);
	g_autofree char *dates = describe(ranges);

	ck_assert_msg(g_str_equal(dates, row->dates), "%s: %s, not %s", line, dates, row->dates);
	for (guint i = 0; i < ranges->len; i++) {
		const AtsDateRange *range = &g_array_index(ranges, AtsDateRange, i);
		ck_assert_uint_lt(range->start, range->end);
		ck_assert_uint_le(range->end, strlen(line));
		ck_assert(i == 0 || range->start >= g_array_index(ranges, AtsDateRange, i - 1).end);
	}
}
END_TEST

START_TEST(other_numbers_are_refused)
{
	g_autoptr(GArray) ranges = ats_dates_find(refused[_i]);
	g_autofree char *dates = describe(ranges);

	ck_assert_msg(ranges->len == 0, "%s: %s", refused[_i], dates);
}
END_TEST

START_TEST(forms_are_told_apart)
{
	const FormCase *row = &forms[_i];
	g_autoptr(GArray) ranges = ats_dates_find(row->text);
	g_autoptr(GString) marks = g_string_new(NULL);
	const AtsDateRange *range;

	ck_assert_uint_eq(ranges->len, 1);
	range = &g_array_index(ranges, AtsDateRange, 0);
	ck_assert_int_eq(range->from.form, row->from);
	ck_assert_int_eq(range->to.form, row->to);
	ck_assert_uint_eq(range->separator, row->separator);
	ck_assert_int_eq(range->single, row->separator == 0);
	g_string_append(marks, range->from.short_month ? "s" : "");
	g_string_append(marks, range->from.two_digits ? "2" : "");
	g_string_append(marks, range->from.comma ? "c" : "");
	g_string_append(marks, range->from.unsure_order ? "u" : "");
	g_string_append(marks, range->from.borrowed_year ? "b" : "");
	ck_assert_str_eq(marks->str, row->marks);
}
END_TEST

START_TEST(reversed_ranges_are_known)
{
	static const struct {
		const char *text;
		gboolean reversed;
	} rows[] = {
	    {"2021 – 2019", TRUE},
	    {"Mar 2021 – Feb 2021", TRUE},
	    {"Mar 2021 – Feb 2022", FALSE},
	    {"30.04.2021 – 01.04.2021", TRUE},
	    {"03/04/2021 – 02/04/2021", FALSE}, /* the order of day and month is not sure */
	    {"Winter 2019 – Spring 2019", FALSE},
	    {"May 2021 – 2021", FALSE},
	    {"2021 – Present", FALSE},
	    {"2021 –", FALSE},
	    {"2021", FALSE},
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GArray) ranges = ats_dates_find(rows[i].text);
		ck_assert_uint_eq(ranges->len, 1);
		ck_assert_msg(ats_date_range_is_reversed(&g_array_index(ranges, AtsDateRange, 0)) ==
				  rows[i].reversed,
			      "%s",
			      rows[i].text);
	}
}
END_TEST

/* every month of every list, with a year behind it, is that month */
START_TEST(every_listed_month_is_read)
{
	guint n_months = 0;

	for (guint i = 0; i < ats_date_word_table_length; i++) {
		const AtsDateWord *word = &ats_date_word_table[i];
		g_autofree char *text = g_strdup_printf("%s 2019", word->key);
		g_autoptr(GArray) ranges = NULL;

		ck_assert(i == 0 || strcmp(ats_date_word_table[i - 1].key, word->key) < 0);
		if ((word->kinds & ATS_DATE_WORD_MONTH) == 0)
			continue;
		n_months++;
		ranges = ats_dates_find(text);
		ck_assert_msg(ranges->len == 1, "%s", text);
		ck_assert_uint_eq(g_array_index(ranges, AtsDateRange, 0).from.month, word->value);
	}
	/* twelve of each of ten languages, less those that languages share */
	ck_assert_uint_ge(n_months, 100);
}
END_TEST

/* long lines of what looks like dates take no longer than their length asks for, and end */
START_TEST(scanner_is_linear)
{
	static const char *const pieces[] = {"2019-",
					     "2019 – ",
					     "03/",
					     "'19 ",
					     "Mar ",
					     "to ",
					     "- ",
					     "1",
					     "\t",
					     "2019.03.",
					     "至",
					     "(+2"};
	static const guint times = 100000;

	for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) line = g_string_new(NULL);
		g_autoptr(GArray) ranges = NULL;

		for (guint n = 0; n < times; n++)
			g_string_append(line, pieces[i]);
		ranges = ats_dates_find(line->str);
		ck_assert_uint_le(ranges->len, times);
	}
}
END_TEST

static Suite *
dates_suite(void)
{
	Suite *suite = suite_create("dates");
	TCase *grammar = tcase_create("grammar");

	tcase_add_loop_test(grammar, dates_are_read, 0, G_N_ELEMENTS(taken));
	tcase_add_loop_test(grammar, dates_are_read_beside_other_text, 0, G_N_ELEMENTS(taken));
	tcase_add_loop_test(grammar, other_numbers_are_refused, 0, G_N_ELEMENTS(refused));
	tcase_add_loop_test(grammar, forms_are_told_apart, 0, G_N_ELEMENTS(forms));
	tcase_add_test(grammar, reversed_ranges_are_known);
	tcase_add_test(grammar, every_listed_month_is_read);
	tcase_add_test(grammar, scanner_is_linear);
	suite_add_tcase(suite, grammar);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(dates_suite());

	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}

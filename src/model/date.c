/*
 * Dates and entries of a resume: names of how they are written, and what follows from two dates
 * alone. For all rooms that read AtsResume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model/resume.h"

const char *
ats_date_form_name(AtsDateForm form)
{
	static const char *const names[] = {
	    [ATS_DATE_NONE] = "none",
	    [ATS_DATE_PRESENT] = "present",
	    [ATS_DATE_YEAR] = "year",
	    [ATS_DATE_MONTH_YEAR] = "month-year",
	    [ATS_DATE_DAY_MONTH_YEAR] = "day-month-year",
	    [ATS_DATE_NUMERIC_MONTH] = "numeric-month",
	    [ATS_DATE_ISO_MONTH] = "iso-month",
	    [ATS_DATE_NUMERIC_DAY] = "numeric-day",
	    [ATS_DATE_ISO_DAY] = "iso-day",
	    [ATS_DATE_SEASON] = "season",
	    [ATS_DATE_QUARTER] = "quarter",
	    [ATS_DATE_IDEOGRAPHS] = "ideographs",
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(names) == ATS_DATE_FORM_LAST);

	return names[form];
}

const char *
ats_entry_date_place_name(AtsEntryDatePlace place)
{
	static const char *const names[] = {
	    [ATS_ENTRY_DATE_IN_LINE] = "in-line",
	    [ATS_ENTRY_DATE_RIGHT] = "right",
	    [ATS_ENTRY_DATE_OWN_LINE] = "own-line",
	    [ATS_ENTRY_DATE_MARGIN] = "margin",
	    [ATS_ENTRY_DATE_VERTICAL] = "vertical",
	};

	return names[place];
}

/* the months of a season or of dates whose order is not sure cannot be compared */
static gboolean
has_sure_month(const AtsDate *date)
{
	return date->month > 0 && date->form != ATS_DATE_SEASON && !date->unsure_order;
}

gboolean
ats_date_range_is_reversed(const AtsDateRange *range)
{
	const AtsDate *from = &range->from;
	const AtsDate *to = &range->to;

	if (range->single || from->year == 0 || to->year == 0)
		return FALSE;
	if (from->year != to->year)
		return from->year > to->year;
	if (!has_sure_month(from) || !has_sure_month(to))
		return FALSE;
	if (from->month != to->month)
		return from->month > to->month;
	return from->day > 0 && to->day > 0 && from->day > to->day;
}

char *
ats_date_text(const AtsDate *date)
{
	if (date->form == ATS_DATE_PRESENT)
		return g_strdup("present");
	if (date->form == ATS_DATE_NONE)
		return NULL;
	if (date->month == 0)
		return g_strdup_printf("%04u", date->year);
	if (date->day == 0)
		return g_strdup_printf("%04u-%02u", date->year, date->month);
	return g_strdup_printf("%04u-%02u-%02u", date->year, date->month, date->day);
}

#include "readings/readings.h"

GPtrArray *
ats_readings_make(const AtsDocument *document, const AtsLayout *layout)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)ats_reading_free);
}

double
ats_readings_judge(GPtrArray *readings, const AtsDocument *document, const AtsLayout *layout, const AtsResume *resume)
{
	return 0;
}

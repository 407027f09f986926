#include "layout/analyse.h"

AtsLayout *
ats_layout_analyse(const AtsDocument *document)
{
	return ats_layout_new();
}

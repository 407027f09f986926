#include "resume/read.h"

AtsResume *
ats_resume_read(const AtsDocument *document, const AtsLayout *layout)
{
	return ats_resume_new();
}

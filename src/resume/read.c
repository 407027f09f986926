/*
 * The door of the room: sections first, since they tell where the contact data may stand. For the
 * worker and tests.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "resume/read.h"

#include "resume/contact.h"
#include "resume/entries.h"
#include "resume/headings.h"

AtsResume *
ats_resume_read(const AtsDocument *document, const AtsLayout *layout)
{
	AtsResume *resume = ats_resume_new();

	ats_sections_read(document, layout, resume);
	ats_contact_read(document, layout, resume);
	ats_entries_read(document, layout, resume);
	return resume;
}

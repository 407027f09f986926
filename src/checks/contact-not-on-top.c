/*
 * The check contact-not-on-top: e-mail address and phone number below the first sections.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "checks/evidence.h"

/* share of the first page's height, and of a DOCX's lines, that counts as its top: a letter head
   and a summary fit in it, and so does what stands beside them in a sidebar */
#define TOP_SHARE 0.4f

static gboolean
is_running(const AtsSubject *subject, const AtsLine *line)
{
	AtsRegionKind kind = ats_at(subject->layout->regions, AtsRegion, line->region)->kind;

	return kind == ATS_REGION_HEADER || kind == ATS_REGION_FOOTER;
}

static gboolean
is_near_top(const AtsSubject *subject, const AtsLine *line, guint32 index)
{
	if (subject->document->format == ATS_FORMAT_DOCX)
		return index < subject->layout->lines->len * TOP_SHARE;
	return line->page == 0 &&
	       line->box.y0 < ats_at(subject->document->pages, AtsPage, 0)->height * TOP_SHARE;
}

/* the line of the field's word if that is not on top, or else G_MAXUINT32 */
static guint32
line_below(const AtsSubject *subject, AtsFindings *findings, const AtsField *field)
{
	guint32 index = ats_subject_line_of_word(subject, findings, field->word);
	const GArray *sections = subject->resume->sections;
	const AtsLine *line;

	if (index == G_MAXUINT32)
		return G_MAXUINT32;
	line = ats_at(subject->layout->lines, AtsLine, index);
	/* running headers and footers are contact-in-header's */
	if (is_running(subject, line) || is_near_top(subject, line, index))
		return G_MAXUINT32;
	if (sections->len == 0 || index < ats_at(sections, AtsResumeSection, 0)->line)
		return G_MAXUINT32;
	return index;
}

static gboolean
is_in_text(const AtsField *field)
{
	return field->text != NULL && field->word != ATS_NO_WORD;
}

static void
say(const AtsSubject *subject, AtsFindings *findings, const char *what, guint32 index)
{
	const AtsLine *line = ats_at(subject->layout->lines, AtsLine, index);
	const AtsResumeSection *section = ats_resume_section_of_line(subject->resume, index);
	g_autofree char *text = ats_line_text(subject->layout, line);
	AtsFinding *finding;

	if (section != NULL && section->kind == ATS_SECTION_CONTACT)
		finding = ats_findings_add(findings,
					   "%s under “%s” and not on top.",
					   what,
					   section->heading);
	else
		finding = ats_findings_add(findings, "%s far below the top.", what);
	ats_findings_evidence(findings, finding, text);
	ats_findings_place(findings, finding, line->page, line->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const AtsResume *resume = subject->resume;
	gboolean has_email = is_in_text(&resume->email);
	gboolean has_phone = is_in_text(&resume->phone);
	guint32 email = G_MAXUINT32;
	guint32 phone = G_MAXUINT32;

	if (!has_email && !has_phone) {
		ats_findings_not_applicable(findings);
		return;
	}
	if (has_email)
		email = line_below(subject, findings, &resume->email);
	if (has_phone)
		phone = line_below(subject, findings, &resume->phone);
	/* one of the two on top is enough to be found by */
	if ((has_email && email == G_MAXUINT32) || (has_phone && phone == G_MAXUINT32))
		return;
	say(subject,
	    findings,
	    !has_phone	 ? "The e-mail address stands"
	    : !has_email ? "The phone number stands"
			 : "E-mail address and phone number stand",
	    has_email ? email : phone);
}

const AtsCheck ats_check_contact_not_on_top = {
    .id = "contact-not-on-top",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

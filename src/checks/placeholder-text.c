/*
 * The check placeholder-text: words of a template that its owner never replaced.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/check.h"
#include "checks/phrases.h"

#include <string.h>

/* pieces that a finding quotes */
#define QUOTED_PIECES 5
/* letters of a piece in brackets; longer ones are sentences */
#define BRACKET_BYTES 60
/* bytes of a line to look at: a template's words do not hide in the middle of a page of text */
#define LINE_BYTES 2000

typedef struct {
	const char *text; /* folded */
	gboolean whole;	  /* says something only as all of a line or of a part of it */
} Phrase;

static const Phrase phrases[] = {
    {"lorem ipsum", FALSE},
    {"dolor sit amet", FALSE},
    {"click or tap", FALSE},
    {"click here to enter", FALSE},
    {"choose an item", TRUE},
    {"klicken oder tippen sie", FALSE},
    {"klicken sie hier, um", FALSE},
    {"wählen sie ein element aus", TRUE},
    {"cliquez ou appuyez ici", FALSE},
    {"cliquez ici pour", FALSE},
    {"choisissez un élément", TRUE},
    {"haga clic o pulse aquí", FALSE},
    {"haga clic aquí para", FALSE},
    {"elija un elemento", TRUE},
    {"fare clic o toccare qui", FALSE},
    {"clique ou toque aqui", FALSE},
    {"klik of tik om", FALSE},
    {"kliknij lub naciśnij tutaj", FALSE},
    {"klicka eller tryck här", FALSE},
    {"20xx", FALSE},
    {"19xx", FALSE},
    {"mm/yyyy", FALSE},
    {"xxx-xxx-xxxx", FALSE},
    {"123-456-7890", FALSE},
    {"your name", TRUE},
    {"your full name", TRUE},
    {"your title", TRUE},
    {"your job title", TRUE},
    {"your address", TRUE},
    {"your city", TRUE},
    {"your email", TRUE},
    {"your phone", TRUE},
    {"your website", TRUE},
    {"your linkedin", TRUE},
    {"your university", TRUE},
    {"your company", TRUE},
    {"first last", TRUE},
    {"firstname lastname", TRUE},
    {"first name last name", TRUE},
    {"firstname surname", TRUE},
    {"company name", TRUE},
    {"company 1", TRUE},
    {"job title", TRUE},
    {"job title 1", TRUE},
    {"university name", TRUE},
    {"school name", TRUE},
    {"degree name", TRUE},
    {"project name", TRUE},
    {"city, state", TRUE},
    {"vorname nachname", TRUE},
    {"ihr name", TRUE},
    {"max mustermann", TRUE},
    {"erika mustermann", TRUE},
    {"prénom nom", TRUE},
    {"votre nom", TRUE},
    {"nombre apellido", TRUE},
    {"nombre apellidos", TRUE},
    {"tu nombre", TRUE},
    {"nome cognome", TRUE},
    {"il tuo nome", TRUE},
    {"nome sobrenome", TRUE},
    {"seu nome", TRUE},
    {"voornaam achternaam", TRUE},
    {"imię nazwisko", TRUE},
    {"förnamn efternamn", TRUE},
    {"你的名字", TRUE},
    {"您的姓名", TRUE},
};

/* names before the @ of an address that nobody has */
static const char *const nobodies[] = {
    "you@",
    "your@",
    "yourname@",
    "your.name@",
    "your_name@",
    "youremail@",
    "your.email@",
    "your_email@",
    "firstname.lastname@",
    "first.last@",
    "vorname.nachname@",
    "prenom.nom@",
};

/* what a template writes in brackets */
static const char *const bracket_words[] = {
    "name",    "your",	  "city",	"state", "company",    "employer", "job",      "title",
    "date",    "month",	  "year",	"email", "e-mail",     "phone",	   "address",  "degree",
    "school",  "insert",  "university", "link",	 "url",	       "street",   "position", "surname",
    "country", "vorname", "nachname",	"firma", "entreprise", "ville",	   "empresa",  "ciudad",
};

static gboolean
ends_part(const char *rest)
{
	while (*rest == ' ')
		rest++;
	return *rest == '\0' || strchr("|,(\t-", *rest) != NULL || g_str_has_prefix(rest, "•") ||
	       g_str_has_prefix(rest, "·");
}

static gboolean
holds_phrase(const char *folded)
{
	for (gsize i = 0; i < G_N_ELEMENTS(phrases); i++) {
		const char *rest = phrases[i].whole ? NULL
						    : ats_phrase_find(folded, phrases[i].text);

		if (phrases[i].whole && g_str_has_prefix(folded, phrases[i].text) &&
		    ends_part(folded + strlen(phrases[i].text)))
			return TRUE;
		if (rest != NULL)
			return TRUE;
	}
	return FALSE;
}

static gboolean
holds_nobody(const char *folded)
{
	for (gsize i = 0; strchr(folded, '@') != NULL && i < G_N_ELEMENTS(nobodies); i++) {
		if (ats_phrase_find(folded, nobodies[i]) != NULL)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_bracket_text(const char *start, gsize length)
{
	g_autofree char *inner = g_strndup(start, length);

	for (gsize i = 0; i < G_N_ELEMENTS(bracket_words); i++) {
		if (ats_phrase_find(inner, bracket_words[i]) != NULL)
			return TRUE;
	}
	return FALSE;
}

/* "[City]", "<Your LinkedIn link>", "{Name}" */
static gboolean
holds_brackets(const char *folded)
{
	static const char opening[] = "[<{";
	static const char closing[] = "]>}";

	for (const char *at = strpbrk(folded, opening); at != NULL; at = strpbrk(at + 1, opening)) {
		char close = closing[strchr(opening, *at) - opening];
		const char *end = memchr(at, close, strnlen(at, BRACKET_BYTES));

		if (end != NULL && is_bracket_text(at + 1, (gsize)(end - at - 1)))
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_placeholder(const char *text)
{
	g_autofree char *folded = NULL;

	if (strlen(text) > LINE_BYTES)
		return FALSE;
	folded = ats_utf8_fold(text);
	return holds_phrase(folded) || holds_nobody(folded) || holds_brackets(folded);
}

static void
say(AtsFindings *findings, const AtsLine *first, guint n, const char *quoted)
{
	AtsFinding *finding =
	    n == 1 ? ats_findings_add(findings, "A line holds text of a template.")
		   : ats_findings_add(findings, "%u lines hold text of a template.", n);

	ats_findings_evidence(findings, finding, quoted);
	ats_findings_place(findings, finding, first->page, first->box);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GArray *lines = subject->layout->lines;
	g_autoptr(GString) quoted = g_string_new(NULL);
	const AtsLine *first = NULL;
	guint n = 0;

	for (guint i = 0; i < lines->len; i++) {
		const AtsLine *line = ats_at(lines, AtsLine, i);
		g_autofree char *text = ats_line_text(subject->layout, line);

		if (!is_placeholder(text))
			continue;
		first = first == NULL ? line : first;
		if (n++ < QUOTED_PIECES)
			g_string_append_printf(quoted, "%s%s", quoted->len > 0 ? " / " : "", text);
	}
	if (n > 0)
		say(findings, first, n, quoted->str);
}

const AtsCheck ats_check_placeholder_text = {
    .id = "placeholder-text",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

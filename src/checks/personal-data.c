/*
 * The check personal-data: what a person need not say to apply: birth date, marital status and the
 * like, by their labels in several languages. It never repeats the data, only says what is there.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "base/utf8.h"
#include "checks/check.h"

#include <string.h>

/* bytes of a part of a line after its label; longer ones are sentences that begin like a label */
#define VALUE_BYTES 60

/* words of the longest label */
#define LABEL_WORDS 4

typedef enum {
	DATA_BIRTH,
	DATA_AGE,
	DATA_MARITAL,
	DATA_NATIONALITY,
	DATA_RELIGION,
	DATA_GENDER,
	DATA_PASSPORT,
	DATA_IDENTITY,
	DATA_LAST
} Data;

static const char *const data_names[DATA_LAST] = {
    "birth date or birthplace",
    "age",
    "marital status",
    "nationality",
    "religion",
    "gender",
    "passport number",
    "identity number",
};

typedef enum {
	LABEL,	      /* a value follows, after a colon or directly */
	LABEL_COLON,  /* ... after a colon: the word has other uses */
	LABEL_NUMBER, /* ... and holds a digit */
	VALUE,	      /* says it alone, as all of a part of a line on top of the resume */
	AFTER_NUMBER, /* "37 years old": stands after a number, on top of the resume */
} How;

typedef struct {
	Data data;
	How how;
	const char *text; /* folded */
} Label;

static const Label labels[] = {
    {DATA_BIRTH, LABEL, "date of birth"},
    {DATA_BIRTH, LABEL, "birth date"},
    {DATA_BIRTH, LABEL, "birthdate"},
    {DATA_BIRTH, LABEL_COLON, "birthday"},
    {DATA_BIRTH, LABEL_NUMBER, "d.o.b"},
    {DATA_BIRTH, LABEL_NUMBER, "dob"},
    {DATA_BIRTH, LABEL_NUMBER, "born"},
    {DATA_BIRTH, LABEL, "place of birth"},
    {DATA_BIRTH, LABEL, "geburtsdatum"},
    {DATA_BIRTH, LABEL, "geburtsort"},
    {DATA_BIRTH, LABEL_NUMBER, "geboren"},
    {DATA_BIRTH, LABEL_NUMBER, "geb."},
    {DATA_BIRTH, LABEL, "date de naissance"},
    {DATA_BIRTH, LABEL, "lieu de naissance"},
    {DATA_BIRTH, LABEL_NUMBER, "né le"},
    {DATA_BIRTH, LABEL_NUMBER, "née le"},
    {DATA_BIRTH, LABEL, "fecha de nacimiento"},
    {DATA_BIRTH, LABEL, "lugar de nacimiento"},
    {DATA_BIRTH, LABEL, "data di nascita"},
    {DATA_BIRTH, LABEL, "luogo di nascita"},
    {DATA_BIRTH, LABEL_NUMBER, "nato il"},
    {DATA_BIRTH, LABEL_NUMBER, "nata il"},
    {DATA_BIRTH, LABEL, "data de nascimento"},
    {DATA_BIRTH, LABEL, "geboortedatum"},
    {DATA_BIRTH, LABEL, "geboorteplaats"},
    {DATA_BIRTH, LABEL, "data urodzenia"},
    {DATA_BIRTH, LABEL, "födelsedatum"},
    {DATA_BIRTH, LABEL_NUMBER, "född"},
    {DATA_BIRTH, LABEL, "ημερομηνία γέννησης"},
    {DATA_BIRTH, LABEL, "出生日期"},
    {DATA_BIRTH, LABEL, "出生年月"},
    {DATA_BIRTH, LABEL, "生年月日"},
    {DATA_AGE, LABEL_NUMBER, "age"},
    {DATA_AGE, LABEL_NUMBER, "alter"},
    {DATA_AGE, LABEL_NUMBER, "âge"},
    {DATA_AGE, LABEL_NUMBER, "edad"},
    {DATA_AGE, LABEL_NUMBER, "età"},
    {DATA_AGE, LABEL_NUMBER, "idade"},
    {DATA_AGE, LABEL_NUMBER, "leeftijd"},
    {DATA_AGE, LABEL_NUMBER, "wiek"},
    {DATA_AGE, LABEL_NUMBER, "ålder"},
    {DATA_AGE, LABEL_NUMBER, "年龄"},
    {DATA_AGE, AFTER_NUMBER, "years old"},
    {DATA_AGE, AFTER_NUMBER, "jahre alt"},
    {DATA_AGE, AFTER_NUMBER, "ans"},
    {DATA_AGE, AFTER_NUMBER, "años"},
    {DATA_AGE, AFTER_NUMBER, "anni"},
    {DATA_AGE, AFTER_NUMBER, "anos"},
    {DATA_AGE, AFTER_NUMBER, "lat"},
    {DATA_MARITAL, LABEL, "marital status"},
    {DATA_MARITAL, LABEL, "civil status"},
    {DATA_MARITAL, LABEL, "familienstand"},
    {DATA_MARITAL, LABEL, "état civil"},
    {DATA_MARITAL, LABEL, "situation familiale"},
    {DATA_MARITAL, LABEL, "situation de famille"},
    {DATA_MARITAL, LABEL, "estado civil"},
    {DATA_MARITAL, LABEL, "stato civile"},
    {DATA_MARITAL, LABEL, "burgerlijke staat"},
    {DATA_MARITAL, LABEL, "stan cywilny"},
    {DATA_MARITAL, LABEL, "civilstånd"},
    {DATA_MARITAL, LABEL, "οικογενειακή κατάσταση"},
    {DATA_MARITAL, LABEL, "婚姻状况"},
    {DATA_MARITAL, VALUE, "married"},
    {DATA_MARITAL, VALUE, "single"},
    {DATA_MARITAL, VALUE, "divorced"},
    {DATA_MARITAL, VALUE, "unmarried"},
    {DATA_MARITAL, VALUE, "verheiratet"},
    {DATA_MARITAL, VALUE, "ledig"},
    {DATA_MARITAL, VALUE, "geschieden"},
    {DATA_MARITAL, VALUE, "célibataire"},
    {DATA_MARITAL, VALUE, "marié"},
    {DATA_MARITAL, VALUE, "mariée"},
    {DATA_MARITAL, VALUE, "divorcé"},
    {DATA_MARITAL, VALUE, "pacsé"},
    {DATA_MARITAL, VALUE, "soltero"},
    {DATA_MARITAL, VALUE, "soltera"},
    {DATA_MARITAL, VALUE, "casado"},
    {DATA_MARITAL, VALUE, "casada"},
    {DATA_MARITAL, VALUE, "celibe"},
    {DATA_MARITAL, VALUE, "nubile"},
    {DATA_MARITAL, VALUE, "coniugato"},
    {DATA_MARITAL, VALUE, "coniugata"},
    {DATA_MARITAL, VALUE, "solteiro"},
    {DATA_MARITAL, VALUE, "solteira"},
    {DATA_MARITAL, VALUE, "gehuwd"},
    {DATA_MARITAL, VALUE, "ongehuwd"},
    {DATA_MARITAL, VALUE, "żonaty"},
    {DATA_MARITAL, VALUE, "zamężna"},
    {DATA_MARITAL, VALUE, "ogift"},
    {DATA_MARITAL, VALUE, "已婚"},
    {DATA_MARITAL, VALUE, "未婚"},
    {DATA_NATIONALITY, LABEL, "nationality"},
    {DATA_NATIONALITY, LABEL_COLON, "citizenship"},
    {DATA_NATIONALITY, LABEL, "staatsangehörigkeit"},
    {DATA_NATIONALITY, LABEL, "staatsbürgerschaft"},
    {DATA_NATIONALITY, LABEL, "nationalität"},
    {DATA_NATIONALITY, LABEL, "nationalité"},
    {DATA_NATIONALITY, LABEL, "nacionalidad"},
    {DATA_NATIONALITY, LABEL, "nazionalità"},
    {DATA_NATIONALITY, LABEL, "cittadinanza"},
    {DATA_NATIONALITY, LABEL, "nacionalidade"},
    {DATA_NATIONALITY, LABEL, "nationaliteit"},
    {DATA_NATIONALITY, LABEL, "narodowość"},
    {DATA_NATIONALITY, LABEL, "obywatelstwo"},
    {DATA_NATIONALITY, LABEL, "nationalitet"},
    {DATA_NATIONALITY, LABEL, "medborgarskap"},
    {DATA_NATIONALITY, LABEL, "εθνικότητα"},
    {DATA_NATIONALITY, LABEL_COLON, "国籍"},
    {DATA_NATIONALITY, LABEL_COLON, "民族"},
    {DATA_RELIGION, LABEL_COLON, "religion"},
    {DATA_RELIGION, LABEL_COLON, "konfession"},
    {DATA_RELIGION, LABEL_COLON, "religionszugehörigkeit"},
    {DATA_RELIGION, LABEL_COLON, "religión"},
    {DATA_RELIGION, LABEL_COLON, "religione"},
    {DATA_GENDER, LABEL_COLON, "gender"},
    {DATA_GENDER, LABEL_COLON, "sex"},
    {DATA_GENDER, LABEL_COLON, "geschlecht"},
    {DATA_GENDER, LABEL_COLON, "sexe"},
    {DATA_GENDER, LABEL_COLON, "sexo"},
    {DATA_GENDER, LABEL_COLON, "sesso"},
    {DATA_GENDER, LABEL_COLON, "geslacht"},
    {DATA_GENDER, LABEL_COLON, "płeć"},
    {DATA_GENDER, LABEL_COLON, "kön"},
    {DATA_GENDER, LABEL_COLON, "性别"},
    {DATA_PASSPORT, LABEL_NUMBER, "passport"},
    {DATA_PASSPORT, LABEL_NUMBER, "reisepass"},
    {DATA_PASSPORT, LABEL_NUMBER, "passeport"},
    {DATA_PASSPORT, LABEL_NUMBER, "pasaporte"},
    {DATA_PASSPORT, LABEL_NUMBER, "passaporto"},
    {DATA_PASSPORT, LABEL_NUMBER, "passaporte"},
    {DATA_PASSPORT, LABEL_NUMBER, "paspoort"},
    {DATA_PASSPORT, LABEL_NUMBER, "paszport"},
    {DATA_PASSPORT, LABEL_NUMBER, "护照"},
    {DATA_IDENTITY, LABEL_NUMBER, "social security"},
    {DATA_IDENTITY, LABEL_NUMBER, "ssn"},
    {DATA_IDENTITY, LABEL_NUMBER, "national insurance"},
    {DATA_IDENTITY, LABEL_NUMBER, "national id"},
    {DATA_IDENTITY, LABEL_NUMBER, "identity card"},
    {DATA_IDENTITY, LABEL_NUMBER, "id number"},
    {DATA_IDENTITY, LABEL_NUMBER, "aadhaar"},
    {DATA_IDENTITY, LABEL_NUMBER, "personalausweis"},
    {DATA_IDENTITY, LABEL_NUMBER, "dni"},
    {DATA_IDENTITY, LABEL_NUMBER, "nie"},
    {DATA_IDENTITY, LABEL_NUMBER, "codice fiscale"},
    {DATA_IDENTITY, LABEL_NUMBER, "cpf"},
    {DATA_IDENTITY, LABEL_NUMBER, "bsn"},
    {DATA_IDENTITY, LABEL_NUMBER, "pesel"},
    {DATA_IDENTITY, LABEL_NUMBER, "personnummer"},
    {DATA_IDENTITY, LABEL_NUMBER, "身份证"},
};

static const char *
skip_spaces(const char *text)
{
	while (*text == ' ')
		text++;
	return text;
}

static gboolean
is_colon(const char *text)
{
	return *text == ':' || g_str_has_prefix(text, "：");
}

/* what stands after the label at the part's start, or NULL */
static const char *
after_label(const char *part, const char *label)
{
	const char *rest;

	/* most labels begin with another letter */
	if (*part != *label || !g_str_has_prefix(part, label))
		return NULL;
	rest = part + strlen(label);
	return g_unichar_isalpha(g_utf8_get_char(rest)) ? NULL : skip_spaces(rest);
}

static gboolean
is_label(const char *part, const Label *label)
{
	const char *rest = after_label(part, label->text);

	if (rest == NULL || strlen(rest) > VALUE_BYTES)
		return FALSE;
	switch (label->how) {
	case LABEL_COLON:
		return is_colon(rest);
	case LABEL_NUMBER:
		return strpbrk(rest, "0123456789") != NULL;
	case LABEL:
		return *rest != '\0';
	default:
		return *rest == '\0';
	}
}

/* "37 ans" */
static gboolean
is_age(const char *part, const char *unit)
{
	return g_ascii_isdigit(part[0]) && g_ascii_isdigit(part[1]) && part[2] == ' ' &&
	       g_str_equal(part + 3, unit);
}

static gboolean
says(const char *part, const Label *label, gboolean top)
{
	if (label->how == AFTER_NUMBER)
		return top && is_age(part, label->text);
	return (label->how != VALUE || top) && is_label(part, label);
}

/* marks what a part of a line, folded and stripped, says of the person */
static void
look_at_part(const char *part, gboolean top, gboolean *has)
{
	for (gsize i = 0; *part != '\0' && i < G_N_ELEMENTS(labels); i++) {
		if (!has[labels[i].data] && says(part, &labels[i], top))
			has[labels[i].data] = TRUE;
	}
}

/* the line's parts, by commas, bars and dots */
static gboolean
look_at_line(const char *text, gboolean top, gboolean *has)
{
	g_autofree char *folded = ats_utf8_fold(text);
	g_autoptr(GString) plain = g_string_new(folded);
	g_auto(GStrv) parts = NULL;
	gboolean before[DATA_LAST];

	memcpy(before, has, sizeof(before));
	g_string_replace(plain, "•", "|", 0);
	g_string_replace(plain, "·", "|", 0);
	parts = g_strsplit_set(plain->str, "|,;\t", -1);
	for (guint i = 0; parts[i] != NULL; i++)
		look_at_part(g_strstrip(parts[i]), top, has);
	return memcmp(before, has, sizeof(before)) != 0;
}

static void
say(AtsFindings *findings, const gboolean *has, const AtsLine *first)
{
	g_autoptr(GString) names = g_string_new(NULL);
	AtsFinding *finding;

	for (guint i = 0; i < DATA_LAST; i++) {
		if (has[i])
			g_string_append_printf(names,
					       "%s%s",
					       names->len > 0 ? ", " : "",
					       data_names[i]);
	}
	finding = ats_findings_add(findings, "The resume gives personal data: %s.", names->str);
	ats_findings_place(findings, finding, first->page, first->box);
}

/* a label in a table's cell has its value in the next one */
static char *
text_with_value(const AtsSubject *subject, guint i)
{
	const GArray *lines = subject->layout->lines;
	const AtsLine *line = ats_at(lines, AtsLine, i);
	const AtsLine *next = i + 1 < lines->len ? ats_at(lines, AtsLine, i + 1) : NULL;
	g_autofree char *text = ats_line_text(subject->layout, line);
	g_autofree char *value = NULL;

	if (line->n > LABEL_WORDS || next == NULL || next->region != line->region ||
	    !(line->margin || (line->shares_row && next->shares_row)))
		return g_steal_pointer(&text);
	value = ats_line_text(subject->layout, next);
	return g_strdup_printf("%s%s %s", text, g_str_has_suffix(text, ":") ? "" : ":", value);
}

static void
run(const AtsSubject *subject, AtsFindings *findings)
{
	const GArray *lines = subject->layout->lines;
	gboolean has[DATA_LAST] = {FALSE};
	const AtsLine *first = NULL;

	for (guint i = 0; i < lines->len; i++) {
		const AtsLine *line = ats_at(lines, AtsLine, i);
		const AtsResumeSection *section = ats_resume_section_of_line(subject->resume, i);
		g_autofree char *text = text_with_value(subject, i);
		gboolean top = section == NULL || section->kind == ATS_SECTION_CONTACT;

		if (look_at_line(text, top, has) && first == NULL)
			first = line;
	}
	if (first != NULL)
		say(findings, has, first);
}

const AtsCheck ats_check_personal_data = {
    .id = "personal-data",
    .needs = ATS_NEEDS_TEXT,
    .run = run,
};

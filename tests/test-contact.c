/*
 * Tests of src/resume with contact data of many countries: telephone numbers as people write them,
 * numbers that are none, and names. For src/resume.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "resume/patterns.h"
#include "resume/read.h"

/* --- telephone numbers: invented, from ranges kept for fiction where a country has one --- */

typedef struct {
	const char *country;
	const char *number;
} PhoneCase;

static const PhoneCase phones[] = {
    {"United States", "+1 (212) 555-0142"},
    {"United States", "+1-212-555-0142"},
    {"United States", "+1.212.555.0142"},
    {"United States", "(212) 555-0142"},
    {"United States", "212-555-0142"},
    {"United States", "212.555.0142"},
    {"United States", "212 555 0142"},
    {"United States", "2125550142"},
    {"United States", "+12125550142"},
    {"United States", "1 (212) 555-0142"},
    {"United States", "(212)555-0142"},
    {"United States", "+1 212 555 0142"},
    {"Canada", "+1 416-555-0123"},
    {"Canada", "(604) 555-0188"},
    {"Canada", "+1 (514) 555-0167"},
    {"Mexico", "+52 55 5555 0123"},
    {"Mexico", "+52 1 55 5555 0123"},
    {"Mexico", "55 5555 0123"},
    {"Mexico", "(33) 5555 0123"},
    {"Brazil", "+55 11 95555-0123"},
    {"Brazil", "(11) 95555-0123"},
    {"Brazil", "+55 (21) 5555-0123"},
    {"Brazil", "(21) 5555-0123"},
    {"Brazil", "+5511955550123"},
    {"Argentina", "+54 9 11 5555-0123"},
    {"Argentina", "+54 11 5555-0123"},
    {"Argentina", "011 5555-0123"},
    {"Argentina", "(011) 5555-0123"},
    {"Chile", "+56 9 5555 0123"},
    {"Chile", "+56 2 2555 0123"},
    {"Chile", "9 5555 0123"},
    {"Colombia", "+57 300 555 0123"},
    {"Colombia", "+57 1 555 0123"},
    {"Colombia", "300 555 0123"},
    {"Peru", "+51 955 550 123"},
    {"Peru", "955 550 123"},
    {"Peru", "+51 1 555 0123"},
    {"Venezuela", "+58 212-555-0123"},
    {"Venezuela", "0212-555-0123"},
    {"United Kingdom", "+44 20 7946 0958"},
    {"United Kingdom", "+44 (0)20 7946 0958"},
    {"United Kingdom", "+44(0)20 7946 0958"},
    {"United Kingdom", "020 7946 0958"},
    {"United Kingdom", "(020) 7946 0958"},
    {"United Kingdom", "07700 900123"},
    {"United Kingdom", "07700900123"},
    {"United Kingdom", "+44 7700 900123"},
    {"United Kingdom", "+447700900123"},
    {"United Kingdom", "0161 496 0455"},
    {"United Kingdom", "(0161) 496 0455"},
    {"United Kingdom", "0114 496 0999"},
    {"United Kingdom", "01632 960123"},
    {"United Kingdom", "+44 1632 960 123"},
    {"Ireland", "+353 1 555 0123"},
    {"Ireland", "+353 85 555 0123"},
    {"Ireland", "085 555 0123"},
    {"Ireland", "(01) 555 0123"},
    {"Ireland", "01 555 0123"},
    {"Germany", "+49 30 23125 012"},
    {"Germany", "+49 (0)30 23125012"},
    {"Germany", "+49 (0) 30 / 23125-012"},
    {"Germany", "030 23125012"},
    {"Germany", "030/23125012"},
    {"Germany", "030-23125012"},
    {"Germany", "(030) 23125012"},
    {"Germany", "0171 3920012"},
    {"Germany", "0171/3920012"},
    {"Germany", "+49 171 3920012"},
    {"Germany", "+49171 3920012"},
    {"Germany", "+49-171-3920012"},
    {"Germany", "0049 30 23125012"},
    {"Germany", "0 30 / 231 25 012"},
    {"Austria", "+43 1 5550123"},
    {"Austria", "+43 (0)1 555 0123"},
    {"Austria", "+43 660 5550123"},
    {"Austria", "0660 5550123"},
    {"Austria", "0660/555 01 23"},
    {"Austria", "01/555 01 23"},
    {"Switzerland", "+41 44 555 01 23"},
    {"Switzerland", "+41 (0)44 555 01 23"},
    {"Switzerland", "044 555 01 23"},
    {"Switzerland", "079 555 01 23"},
    {"Switzerland", "+41 79 555 01 23"},
    {"Switzerland", "0041 79 555 01 23"},
    {"France", "+33 1 99 00 12 34"},
    {"France", "+33 (0)1 99 00 12 34"},
    {"France", "01 99 00 12 34"},
    {"France", "01.99.00.12.34"},
    {"France", "01-99-00-12-34"},
    {"France", "0199001234"},
    {"France", "06 39 98 12 34"},
    {"France", "+33639981234"},
    {"France", "0033 1 99 00 12 34"},
    {"France", "+33 6.39.98.12.34"},
    {"Belgium", "+32 2 555 01 23"},
    {"Belgium", "+32 (0)2 555 01 23"},
    {"Belgium", "02 555 01 23"},
    {"Belgium", "0470 55 01 23"},
    {"Belgium", "0470/55.01.23"},
    {"Belgium", "+32 470 55 01 23"},
    {"Luxembourg", "+352 621 555 012"},
    {"Luxembourg", "+352 26 55 01 23"},
    {"Luxembourg", "621 555 012"},
    {"Netherlands", "+31 20 555 0123"},
    {"Netherlands", "+31 (0)20 555 0123"},
    {"Netherlands", "020 555 0123"},
    {"Netherlands", "020-5550123"},
    {"Netherlands", "06 12345678"},
    {"Netherlands", "06-12345678"},
    {"Netherlands", "+31 6 12345678"},
    {"Netherlands", "+31612345678"},
    {"Spain", "+34 912 345 678"},
    {"Spain", "912 345 678"},
    {"Spain", "91 234 56 78"},
    {"Spain", "+34 91 234 56 78"},
    {"Spain", "+34 612 34 56 78"},
    {"Spain", "612 34 56 78"},
    {"Spain", "612345678"},
    {"Spain", "(+34) 612 345 678"},
    {"Portugal", "+351 21 555 0123"},
    {"Portugal", "+351 912 345 678"},
    {"Portugal", "912 345 678"},
    {"Portugal", "21 555 01 23"},
    {"Italy", "+39 06 5550 1234"},
    {"Italy", "+39 02 5550123"},
    {"Italy", "06 5550 1234"},
    {"Italy", "02/5550123"},
    {"Italy", "+39 345 555 0123"},
    {"Italy", "345 555 0123"},
    {"Italy", "345 5550123"},
    {"Italy", "345/5550123"},
    {"Italy", "+39 3455550123"},
    {"Greece", "+30 210 5550123"},
    {"Greece", "+30 21 0555 0123"},
    {"Greece", "210 5550123"},
    {"Greece", "+30 694 555 0123"},
    {"Greece", "694 555 0123"},
    {"Greece", "6945550123"},
    {"Cyprus", "+357 22 555012"},
    {"Cyprus", "+357 99 555012"},
    {"Poland", "+48 22 555 01 23"},
    {"Poland", "22 555 01 23"},
    {"Poland", "+48 512 345 678"},
    {"Poland", "512 345 678"},
    {"Poland", "512-345-678"},
    {"Poland", "+48 512345678"},
    {"Poland", "(22) 555 01 23"},
    {"Czechia", "+420 601 555 012"},
    {"Czechia", "601 555 012"},
    {"Czechia", "+420 222 555 012"},
    {"Czechia", "+420601555012"},
    {"Slovakia", "+421 901 555 012"},
    {"Slovakia", "0901 555 012"},
    {"Hungary", "+36 30 555 0123"},
    {"Hungary", "+36 1 555 0123"},
    {"Hungary", "06 30 555 0123"},
    {"Hungary", "06-30-555-0123"},
    {"Romania", "+40 721 555 012"},
    {"Romania", "0721 555 012"},
    {"Romania", "0721.555.012"},
    {"Romania", "+40 21 555 0123"},
    {"Bulgaria", "+359 88 855 5012"},
    {"Bulgaria", "088 855 5012"},
    {"Bulgaria", "+359 2 955 5012"},
    {"Croatia", "+385 91 555 0123"},
    {"Croatia", "091 555 0123"},
    {"Croatia", "+385 1 555 0123"},
    {"Serbia", "+381 64 555 0123"},
    {"Serbia", "064 555 0123"},
    {"Serbia", "064/555-0123"},
    {"Slovenia", "+386 41 555 012"},
    {"Slovenia", "041 555 012"},
    {"Ukraine", "+380 50 555 01 23"},
    {"Ukraine", "+38 (050) 555-01-23"},
    {"Ukraine", "050 555 01 23"},
    {"Ukraine", "(050) 555-01-23"},
    {"Russia", "+7 495 555-01-23"},
    {"Russia", "+7 (495) 555-01-23"},
    {"Russia", "8 (495) 555-01-23"},
    {"Russia", "8-916-555-01-23"},
    {"Russia", "+79165550123"},
    {"Kazakhstan", "+7 701 555 0123"},
    {"Sweden", "+46 8 555 012 34"},
    {"Sweden", "08-555 012 34"},
    {"Sweden", "+46 70 555 01 23"},
    {"Sweden", "070-555 01 23"},
    {"Sweden", "0705550123"},
    {"Sweden", "+46 (0)70 555 01 23"},
    {"Norway", "+47 22 55 01 23"},
    {"Norway", "22 55 01 23"},
    {"Norway", "+47 955 50 123"},
    {"Norway", "955 50 123"},
    {"Denmark", "+45 32 55 01 23"},
    {"Denmark", "32 55 01 23"},
    {"Denmark", "+45 3255 0123"},
    {"Finland", "+358 40 555 0123"},
    {"Finland", "040 555 0123"},
    {"Finland", "+358 9 555 0123"},
    {"Finland", "(09) 555 0123"},
    {"Iceland", "+354 555 0123"},
    {"Estonia", "+372 5555 0123"},
    {"Latvia", "+371 2955 5012"},
    {"Lithuania", "+370 612 55012"},
    {"Lithuania", "8 612 55012"},
    {"Turkey", "+90 532 555 01 23"},
    {"Turkey", "0532 555 01 23"},
    {"Turkey", "0 (532) 555 01 23"},
    {"Turkey", "+90 (212) 555 01 23"},
    {"Israel", "+972 54-555-0123"},
    {"Israel", "054-555-0123"},
    {"Israel", "+972-3-555-0123"},
    {"Israel", "03-555-0123"},
    {"Lebanon", "+961 3 555 012"},
    {"Lebanon", "+961 70 555 012"},
    {"Jordan", "+962 7 9555 0123"},
    {"United Arab Emirates", "+971 50 555 0123"},
    {"United Arab Emirates", "050 555 0123"},
    {"United Arab Emirates", "+971 4 555 0123"},
    {"Saudi Arabia", "+966 50 555 0123"},
    {"Saudi Arabia", "050 555 0123"},
    {"Egypt", "+20 100 555 0123"},
    {"Egypt", "0100 555 0123"},
    {"Egypt", "+20 2 2555 0123"},
    {"Morocco", "+212 6 12 34 56 78"},
    {"Morocco", "06 12 34 56 78"},
    {"Morocco", "+212 612-345678"},
    {"Nigeria", "+234 803 555 0123"},
    {"Nigeria", "0803 555 0123"},
    {"Nigeria", "08035550123"},
    {"Kenya", "+254 712 555 012"},
    {"Kenya", "0712 555 012"},
    {"Ghana", "+233 24 555 0123"},
    {"Ghana", "024 555 0123"},
    {"South Africa", "+27 82 555 0123"},
    {"South Africa", "082 555 0123"},
    {"South Africa", "+27 (0)82 555 0123"},
    {"South Africa", "(011) 555-0123"},
    {"India", "+91 98765 43210"},
    {"India", "+91-98765-43210"},
    {"India", "+91 9876543210"},
    {"India", "98765 43210"},
    {"India", "09876543210"},
    {"India", "+91 (22) 5555 0123"},
    {"India", "022-5555 0123"},
    {"Pakistan", "+92 300 5550123"},
    {"Pakistan", "0300 5550123"},
    {"Pakistan", "0300-5550123"},
    {"Bangladesh", "+880 1711-555012"},
    {"Bangladesh", "01711-555012"},
    {"Sri Lanka", "+94 77 555 0123"},
    {"Sri Lanka", "077 555 0123"},
    {"China", "+86 138 0013 8000"},
    {"China", "138 0013 8000"},
    {"China", "13800138000"},
    {"China", "138-0013-8000"},
    {"China", "+86-10-5555-0123"},
    {"China", "010-5555 0123"},
    {"China", "(86) 138 0013 8000"},
    {"Hong Kong", "+852 5555 0123"},
    {"Hong Kong", "+852 2555 0123"},
    {"Taiwan", "+886 912 555 012"},
    {"Taiwan", "0912 555 012"},
    {"Taiwan", "0912-555-012"},
    {"Taiwan", "(02) 5555-0123"},
    {"Japan", "+81 90-5555-0123"},
    {"Japan", "090-5555-0123"},
    {"Japan", "03-5555-0123"},
    {"Japan", "+81 3 5555 0123"},
    {"Korea", "+82 10-5555-0123"},
    {"Korea", "010-5555-0123"},
    {"Korea", "02-555-0123"},
    {"Korea", "+82-2-555-0123"},
    {"Singapore", "+65 8555 0123"},
    {"Singapore", "+65 6555 0123"},
    {"Malaysia", "+60 12-555 0123"},
    {"Malaysia", "012-555 0123"},
    {"Malaysia", "+60 3-5555 0123"},
    {"Thailand", "+66 81 555 0123"},
    {"Thailand", "081-555-0123"},
    {"Vietnam", "+84 91 555 01 23"},
    {"Vietnam", "091 555 01 23"},
    {"Indonesia", "+62 812-5555-0123"},
    {"Indonesia", "0812-5555-0123"},
    {"Philippines", "+63 917 555 0123"},
    {"Philippines", "0917 555 0123"},
    {"Australia", "+61 491 570 156"},
    {"Australia", "0491 570 156"},
    {"Australia", "+61 (0)491 570 156"},
    {"Australia", "(02) 5550 1234"},
    {"Australia", "02 5550 1234"},
    {"Australia", "+61 2 5550 1234"},
    {"New Zealand", "+64 21 555 0123"},
    {"New Zealand", "021 555 0123"},
    {"New Zealand", "+64 9 555 0123"},
    {"New Zealand", "(09) 555 0123"},
};

/* numbers of other things, and what stands in their place */
static const char *const no_phones[] = {
    "2015 - 2019",
    "2015–2019",
    "01/2015 - 12/2019",
    "1.1.2015 - 31.12.2019",
    "2015/2016",
    "12/05/1990",
    "12-05-1990",
    "1990-05-12",
    "05.2015 – 12.2019",
    "2015-05 - 2019-12",
    "90210",
    "90210-1234",
    "10115 Berlin",
    "75008 Paris",
    "00-950 Warszawa",
    "SW1A 1AA",
    "123 456",
    "$1,250,000",
    "€ 1.250.000",
    "1,250,000 users",
    "99.95%",
    "10,000,000 rows",
    "192.0.2.146",
    "10.0.0.255",
    "v1.2.3.4",
    "0000-0001-2345-6789",
    "4000 0566 5566 5556",
    "10.1000/1234567",
    "ISO 9001:2015",
    "RFC 2119",
    "3.92/4.00",
    "17/20",
    "100000",
    "12 345",
    "user/1234567890",
    "id=1234567890",
    "1234567890@example.com",
    "#4815162342",
    "_1234567890",
    "20150512",
    "1999 2000 2001",
    "12345678901234567890",
    "a1234567b",
    "7 + 5",
    "24/7",
    "50-60",
    "C++17",
    "2019, 2020, 2021",
};

/* --- names: invented, or of so many people that they are nobody's --- */
static const char *const names[] = {
    "Ann Lee",
    "John Smith",
    "Mary-Jane Watson",
    "Jean-Luc Martin",
    "Anne-Sophie Pic",
    "Seán O'Connor",
    "Siobhán Ní Bhriain",
    "Conor McGregor",
    "Fiona MacDonald",
    "Rhys ap Gruffydd",
    "D'Arcy Brown",
    "William St. John",
    "John F. Doe",
    "J. R. Hartley",
    "John Paul Jones",
    "Mary Ann Evans",
    "Alexander Graham Bell",
    "James Smith Jr.",
    "Robert Downey III",
    "Ngaire Te Whare",
    "Jürgen Müller",
    "Käthe Schäfer",
    "Günther Groß",
    "Hans-Peter Weiß",
    "Ursula von der Heide",
    "Karl Freiherr von Stein",
    "Annemarie Schwarz-Braun",
    "Björn Strauß",
    "Ludwig van Beethoven",
    "Otto zu Hohenfels",
    "François Lefèvre",
    "Élodie Dupont",
    "Hélène Côté",
    "Jean de la Fontaine",
    "Aurélie Saint-Pierre",
    "Noël Bélanger",
    "Chloé d'Arcangelo",
    "Benoît Le Goff",
    "Thérèse Desmarais",
    "Maël Kervella",
    "José García López",
    "María del Carmen Ruiz",
    "Íñigo Núñez",
    "Ángela Peña",
    "Juan Carlos de la Vega",
    "Lucía Fernández y Gómez",
    "Begoña Echevarría",
    "Iñaki Urdangarin",
    "Jordi Puig i Ferrer",
    "Xoán Castro",
    "João da Silva",
    "Conceição Araújo",
    "Inês Gonçalves",
    "Luís Magalhães dos Santos",
    "Thaís Corrêa",
    "Antônio Carlos Brandão",
    "Giuseppe Verdi",
    "Niccolò D'Angelo",
    "Maria Della Rovere",
    "Chiara De Luca",
    "Gianluca Lo Presti",
    "Nicolò Bianchi",
    "Jan van der Berg",
    "Pieter de Vries",
    "Anneke van 't Hof",
    "Joris ten Brink",
    "Sanne Jansen",
    "Daan Op den Kamp",
    "Łukasz Żółkowski",
    "Małgorzata Nowak-Kowalska",
    "Grzegorz Brzęczyszczykiewicz",
    "Zofia Wiśniewska",
    "Paweł Ćwik",
    "Świętosława Dąbrowska",
    "Jiří Dvořák",
    "Kateřina Nováková",
    "Šárka Veselá",
    "Ľubomír Hlaváč",
    "Árpád Szűcs",
    "Erzsébet Kovács",
    "Ștefan Popescu",
    "Ioana Țurcanu",
    "Đorđe Petrović",
    "Žarko Šimić",
    "Göran Åkesson",
    "Åsa Lindström",
    "Bjørn Sørensen",
    "Ærø Kjær",
    "Øystein Håkonsen",
    "Þórdís Jónsdóttir",
    "Sigurður Einarsson",
    "Mäkinen Väinö",
    "Eeva-Liisa Hämäläinen",
    "Märt Põld",
    "Γιώργος Παπαδόπουλος",
    "Ελένη Κωνσταντίνου",
    "Νίκος Ανδρέου",
    "Иван Петров",
    "Анна Сергеевна Иванова",
    "Олександр Шевченко",
    "Наталія Коваль",
    "Стефан Димитров",
    "Mustafa Yılmaz",
    "Gülşen Çelik",
    "İbrahim Öztürk",
    "Ahmed bin Rashid",
    "Fatima al-Zahra",
    "Omar El Sayed",
    "Abdul-Rahman Khan",
    "Khalid ibn Walid",
    "Yosef Ben-David",
    "Noa Bar Lev",
    "Shira Levi",
    "Rajesh Kumar",
    "Priya Venkataraman",
    "A. P. J. Rao",
    "S. Krishnamurthy",
    "Gurpreet Kaur Gill",
    "Muhammad Ali Jinnah",
    "Nguyễn Văn An",
    "Trần Thị Mỹ Hạnh",
    "Lê Quốc Bảo",
    "Somchai Jaidee",
    "Siti binti Rahmat",
    "Putri Ayu Lestari",
    "José Rizal Mercado",
    "李小龙",
    "王伟",
    "赵伟玲",
    "欧阳娜娜",
    "陈大文",
    "山田太郎",
    "佐藤花子",
    "김민준",
    "박서연",
    "Wei Ling Zhao",
    "Li Na",
    "Xiao-Ming Wang",
    "Kim Min-jun",
    "Park Seo-yeon",
    "Yamada Taro",
    "Haruki Ōe",
    "Chinwe Okonkwo",
    "Oluwaseun Adébáyò",
    "Kwame Nkansah",
    "Thandiwe Dlamini",
    "Wanjirũ Kamau",
    "Aïssatou Diallo",
    "N'Golo Touré",
    "Zola van Wyk",
    "Tendai Moyo",
    "ANN LEE",
    "JÜRGEN MÜLLER",
    "JOSÉ GARCÍA LÓPEZ",
    "JEAN-LUC MARTIN",
    "SEÁN O'CONNOR",
    "ŁUKASZ ŻÓŁKOWSKI",
    "URSULA VON DER HEIDE",
};

/* what stands on top of a resume that begins without a name */
static const char *const no_names[] = {
    "Curriculum Vitae",
    "Résumé",
    "Lebenslauf",
    "Currículum",
    "Senior Software Engineer",
    "Project Manager",
    "Registered Nurse",
    "Chef de projet",
    "Ingeniero de sistemas",
    "ann.lee@example.com",
    "+1 555 555 0199",
    "12 Example Street, Springfield",
    "https://example.com",
    "Springfield, IL 62701",
    "Page 1 of 2",
    "Updated in May 2024",
    "linkedin.com/in/annlee",
};

/* the first number in the text, or NULL; (transfer full) */
static char *
find_phone(const char *text)
{
	g_auto(AtsMatch) match = {0};
	gsize from = 0;

	return ats_match_phone(text, &from, &match) ? g_strdup(match.text) : NULL;
}

/* @form: where the number stands, with %s in its place */
static void
assert_phone(const char *country, const char *number, const char *form)
{
	g_auto(GStrv) around = g_strsplit(form, "%s", 2);
	g_autofree char *text = g_strconcat(around[0], number, around[1], NULL);
	g_autofree char *found = find_phone(text);

	ck_assert_msg(g_strcmp0(found, number) == 0,
		      "%s: %s in \"%s\" is read as %s",
		      country,
		      number,
		      text,
		      found == NULL ? "nothing" : found);
}

START_TEST(phones_of_many_countries)
{
	for (gsize i = 0; i < G_N_ELEMENTS(phones); i++) {
		assert_phone(phones[i].country, phones[i].number, "%s");
		assert_phone(phones[i].country, phones[i].number, "Tel.: %s");
		assert_phone(phones[i].country,
			     phones[i].number,
			     "ann@example.com | %s | Springfield");
		assert_phone(phones[i].country, phones[i].number, "Phone %s, 12 Example Street");
		assert_phone(phones[i].country, phones[i].number, "%s ext. 12");
		assert_phone(phones[i].country,
			     phones[i].number,
			     "Springfield\n%s\nann@example.com");
	}
}
END_TEST

/* what follows a whole number in a line of contact data is no part of it */
START_TEST(phones_end_where_the_next_field_begins)
{
	static const struct {
		const char *text, *number;
	} lines[] = {
	    {"06 39 98 12 34 · 44000 Nantes", "06 39 98 12 34"},
	    {"+34 612 345 678 • 20003 San Sebastián", "+34 612 345 678"},
	    {"06 39 98 12 34 - 44000 Nantes", "06 39 98 12 34"},
	    {"+49 170 5550123 – 28195 Bremen", "+49 170 5550123"},
	    {"06 39 98 12 34   44000 Nantes", "06 39 98 12 34"},
	    {"06 12345678   3511 AB Utrecht", "06 12345678"},
	    {"0049 30 5550 12345", "0049 30 5550 12345"},
	    {"612 345 678 20003 San Sebastián", "612 345 678"},
	    {"+49 170 5550123 / 030 5550123", "+49 170 5550123"},
	    /* the same marks within a number */
	    {"0211 / 555 01 23", "0211 / 555 01 23"},
	    {"212 · 555 · 0148", "212 · 555 · 0148"},
	    {"+49 30 5550 - 123", "+49 30 5550 - 123"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		g_autofree char *found = find_phone(lines[i].text);

		ck_assert_msg(g_strcmp0(found, lines[i].number) == 0,
			      "\"%s\" is read as %s",
			      lines[i].text,
			      found == NULL ? "nothing" : found);
	}
}
END_TEST

START_TEST(other_numbers_are_no_phones)
{
	for (gsize i = 0; i < G_N_ELEMENTS(no_phones); i++) {
		g_autofree char *found = find_phone(no_phones[i]);

		ck_assert_msg(found == NULL, "%s: %s", no_phones[i], found);
	}
}
END_TEST

/**
 * Page: lines of a page, one under the other.
 */
typedef struct {
	AtsDocument *document;
	AtsLayout *layout;
	AtsResume *resume;
} Page;

static void
add_line(Page *page, const char *text, float size, gboolean heading)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	guint index = page->layout->lines->len;
	AtsBox box = {50, (float)index * 2 * size, 300, (float)index * 2 * size + size};
	AtsLine line = {
	    .box = box,
	    .first = page->layout->human->tokens->len,
	    .n = g_strv_length(words),
	    .block = index,
	    .paragraph = G_MAXUINT32,
	    .size = size,
	    .bold = heading,
	    .capitals = ats_utf8_is_capitals(text),
	    .heading = heading,
	    .heading_strength = heading ? 0.8f : 0.f,
	    .space_above = heading ? size : 2,
	};

	for (guint i = 0; words[i] != NULL; i++) {
		AtsWord word = {.text = ats_document_intern(page->document, words[i]),
				.size = size,
				.bold = heading,
				.box = box,
				.before = i == 0 ? ATS_BREAK_LINE : ATS_BREAK_SPACE};

		g_array_append_val(page->document->words, word);
		ats_reading_add(page->layout->human,
				word.text,
				page->document->words->len - 1,
				(AtsBreak)word.before);
	}
	g_array_append_val(page->layout->lines, line);
}

/* a resume whose first line is @top, @size points large */
static void
page_read(Page *page, const char *top, float size)
{
	AtsRegion region = {.kind = ATS_REGION_MAIN};

	page->document = ats_document_new(ATS_FORMAT_PDF);
	page->layout = ats_layout_new();
	page->layout->body_size = 10;
	g_array_append_val(page->layout->regions, region);
	add_line(page, top, size, FALSE);
	add_line(page, "someone@example.com | +1 212 555 0142", 10, FALSE);
	add_line(page, "Experience", 13, TRUE);
	add_line(page, "Built bridges over rivers of every kind.", 10, FALSE);
	add_line(page, "Education", 13, TRUE);
	add_line(page, "Learned how bridges stand and fall.", 10, FALSE);
	page->resume = ats_resume_read(page->document, page->layout);
}

static void
page_clear(Page *page)
{
	ats_resume_free(page->resume);
	ats_layout_free(page->layout);
	ats_document_free(page->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Page, page_clear)

START_TEST(names_of_many_countries)
{
	static const float sizes[] = {20, 12};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		for (gsize k = 0; k < G_N_ELEMENTS(sizes); k++) {
			g_auto(Page) page = {0};

			page_read(&page, names[i], sizes[k]);
			ck_assert_msg(g_strcmp0(page.resume->name.text, names[i]) == 0,
				      "%s, %.0f points, is read as %s",
				      names[i],
				      (double)sizes[k],
				      page.resume->name.text == NULL ? "nothing"
								     : page.resume->name.text);
		}
	}
}
END_TEST

START_TEST(other_lines_are_no_names)
{
	for (gsize i = 0; i < G_N_ELEMENTS(no_names); i++) {
		g_auto(Page) page = {0};

		page_read(&page, no_names[i], 12);
		ck_assert_msg(page.resume->name.text == NULL,
			      "%s is read as the name %s",
			      no_names[i],
			      page.resume->name.text);
	}
}
END_TEST

static Suite *
contact_suite(void)
{
	Suite *suite = suite_create("contact");
	TCase *tcase = tcase_create("contact");

	tcase_add_test(tcase, phones_of_many_countries);
	tcase_add_test(tcase, phones_end_where_the_next_field_begins);
	tcase_add_test(tcase, other_numbers_are_no_phones);
	tcase_add_test(tcase, names_of_many_countries);
	tcase_add_test(tcase, other_lines_are_no_names);
	suite_add_tcase(suite, tcase);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(contact_suite());

	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}

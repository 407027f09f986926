/*
 * Tests of the command line as a user meets it: exit status, what is said where, and a bad file of
 * each kind.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <check.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "fixture.h"
#include "ole.h"

/* a resume with a name and nothing else, as somebody would write it by hand: no table of references
 * is needed */
#define PDF_OF_A_NAME(more)                                                                        \
	"%PDF-1.4\n"                                                                               \
	"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"                                           \
	"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"                                     \
	"3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"                   \
	"/Resources<</Font<</F 5 0 R>>>>>> endobj\n"                                               \
	"4 0 obj <</Length 38>> stream\n"                                                          \
	"BT /F 12 Tf 72 700 Td (Ann Lee) Tj ET \n"                                                 \
	"endstream endobj\n"                                                                       \
	"5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"                         \
	"trailer <</Root 1 0 R/Size 6" more ">>\n"                                                 \
	"%%EOF\n"

/* a cipher whose password is not the empty one: neither string holds to it */
#define CIPHER                                                                                     \
	"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4"                                     \
	"/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>>"

typedef struct {
	int status;
	char *out;
	char *err;
} Result;

static void
result_clear(Result *result)
{
	g_free(result->out);
	g_free(result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Result, result_clear)

static char *folder;

static void
enter_folder(void)
{
	folder = g_dir_make_tmp("atscheck-test-XXXXXX", NULL);
	ck_assert_int_eq(g_chdir(folder), 0);
}

static void
remove_all(const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *inner = g_build_filename(path, name, NULL);
		if (g_file_test(inner, G_FILE_TEST_IS_DIR) &&
		    !g_file_test(inner, G_FILE_TEST_IS_SYMLINK))
			remove_all(inner);
		else
			g_unlink(inner);
	}
	g_rmdir(path);
}

static void
leave_folder(void)
{
	ck_assert_int_eq(g_chdir("/"), 0);
	remove_all(folder);
	g_clear_pointer(&folder, g_free);
}

static void
put(const char *name, const void *data, gsize length)
{
	ck_assert(g_file_set_contents(name, data, (gssize)length, NULL));
}

static void
put_text(const char *name, const char *text)
{
	put(name, text, strlen(text));
}

static void
put_bytes(const char *name, GBytes *bytes)
{
	put(name, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* runs the program; @setup may be NULL; the arguments after it end with NULL */
static Result
run_with(GSubprocessLauncher *launcher, const char *const *arguments)
{
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	g_autoptr(GSubprocess) process = NULL;
	g_autoptr(GError) error = NULL;
	Result result = {0};

	g_ptr_array_add(argv, (gpointer)g_getenv("ATSCHECK_PROGRAM"));
	for (; *arguments != NULL; arguments++)
		g_ptr_array_add(argv, (gpointer)*arguments);
	g_ptr_array_add(argv, NULL);
	process = g_subprocess_launcher_spawnv(launcher, (const char *const *)argv->pdata, &error);
	ck_assert_msg(process != NULL, "%s", error != NULL ? error->message : "");
	ck_assert(
	    g_subprocess_communicate_utf8(process, NULL, NULL, &result.out, &result.err, &error));
	ck_assert_msg(g_subprocess_get_if_exited(process), "ended by a signal");
	result.status = g_subprocess_get_exit_status(process);
	return result;
}

static GSubprocessLauncher *
new_launcher(void)
{
	GSubprocessLauncher *launcher = g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE |
								  G_SUBPROCESS_FLAGS_STDERR_PIPE);

	g_subprocess_launcher_unsetenv(launcher, "NO_COLOR");
	return launcher;
}

static Result
run_arguments(const char *const *arguments)
{
	g_autoptr(GSubprocessLauncher) launcher = new_launcher();

	return run_with(launcher, arguments);
}

#define run(...) run_arguments((const char *const[]){__VA_ARGS__, NULL})

static guint
count_lines(const char *text)
{
	guint n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

static void
assert_contains(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) != NULL, "no \"%s\" in: %s", part, text);
}

static void
assert_before(const char *text, const char *first, const char *second)
{
	assert_contains(text, first);
	assert_contains(text, second);
	ck_assert_msg(strstr(text, first) < strstr(text, second),
		      "\"%s\" after \"%s\"",
		      first,
		      second);
}

static void
assert_lacks(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) == NULL, "\"%s\" in: %s", part, text);
}

/* one line on standard error that names the program and says @part, and nothing else anywhere */
static void
assert_one_line(const Result *result, int status, const char *part)
{
	ck_assert_msg(result->status == status,
		      "status %d, not %d, for \"%s\": %s",
		      result->status,
		      status,
		      part,
		      result->err);
	ck_assert_str_eq(result->out, "");
	ck_assert_msg(count_lines(result->err) == 1, "not one line: %s", result->err);
	ck_assert(g_str_has_prefix(result->err, "atscheck: "));
	assert_contains(result->err, part);
}

static void
assert_usage(Result take_result, const char *part)
{
	g_auto(Result) result = take_result;

	assert_one_line(&result, 2, part);
}

/* the file cannot be checked: as text one line, as JSON an error of that code; the next file is
 * none the worse */
static void
assert_refused(const char *path, const char *code, const char *part)
{
	g_auto(Result) text = run(path);
	g_auto(Result) json = run("--format", "json", path);
	g_auto(Result) both = run("--format=jsonl", path, "good.pdf");
	g_autofree char *said = g_strdup_printf("\"code\": \"%s\"", code);

	assert_one_line(&text, 3, part);
	ck_assert_int_eq(json.status, 3);
	assert_contains(json.out, said);
	ck_assert_int_eq(both.status, 3);
	ck_assert_uint_eq(count_lines(both.out), 2);
	assert_contains(both.out, "\"verdict\"");
}

/* --- files that are no resume --- */

START_TEST(empty_and_tiny_files)
{
	put_text("good.pdf", PDF_OF_A_NAME(""));
	put("empty.pdf", "", 0);
	put("one.pdf", "%", 1);
	put("zero.docx", "\0", 1);
	assert_refused("empty.pdf", "unsupported", "empty");
	assert_refused("one.pdf", "unsupported", "only a few bytes");
	assert_refused("zero.docx", "unsupported", "only a few bytes");
}
END_TEST

START_TEST(other_kinds_of_files)
{
	put_text("good.pdf", PDF_OF_A_NAME(""));
	put_text("text.pdf", "Ann Lee\nann.lee@example.com\n");
	put_text("page.docx", "<!DOCTYPE html><title>Ann Lee</title>");
	put_text("rich.docx", "{\\rtf1\\ansi Ann Lee}");
	put("image.pdf", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
	put("photo.pdf", "\xFF\xD8\xFF\xE0\0\x10JFIF\0\1", 12);
	assert_refused("text.pdf", "unsupported", "plain text");
	assert_refused("page.docx", "unsupported", "HTML");
	assert_refused("rich.docx", "unsupported", "RTF");
	assert_refused("image.pdf", "unsupported", "PNG");
	assert_refused("photo.pdf", "unsupported", "JPEG");
}
END_TEST

START_TEST(cut_files)
{
	g_autofree char *path = fixture_path("clean/latex.pdf");
	g_autofree char *docx = fixture_path("clean/word.docx");
	g_autoptr(GBytes) whole = fixture_load(path);
	g_autoptr(GBytes) package = fixture_load(docx);

	put_text("good.pdf", PDF_OF_A_NAME(""));
	put("cut.pdf", g_bytes_get_data(whole, NULL), 2000);
	put("cut.docx", g_bytes_get_data(package, NULL), g_bytes_get_size(package) / 2);
	assert_refused("cut.pdf", "damaged", "damaged");
	assert_refused("cut.docx", "damaged", "cut.docx");
}
END_TEST

START_TEST(files_under_a_password)
{
	g_autoptr(GBytes) package = ole_make("EncryptedPackage");

	put_text("good.pdf", PDF_OF_A_NAME(""));
	put_text("locked.pdf", PDF_OF_A_NAME(CIPHER));
	put_bytes("locked.docx", package);
	assert_refused("locked.pdf", "encrypted", "password");
	assert_refused("locked.docx", "encrypted", "password");
}
END_TEST

START_TEST(documents_of_other_programs)
{
	g_autoptr(GBytes) word = ole_make("WordDocument");
	g_autoptr(GBytes) package = NULL;

	put_text("good.pdf", PDF_OF_A_NAME(""));
	put_bytes("old.doc", word);
	ck_assert_int_eq(g_mkdir("odt", 0755), 0);
	put_text("odt/mimetype", "application/vnd.oasis.opendocument.text");
	put_text("odt/content.xml", "<office:document-content/>");
	package = fixture_load("odt");
	put_bytes("open.odt", package);
	assert_refused("old.doc", "unsupported", ".doc");
	assert_refused("open.odt", "unsupported", "ODT");
}
END_TEST

/* --- files that cannot be read --- */

START_TEST(files_that_are_not_there)
{
	put_text("good.pdf", PDF_OF_A_NAME(""));
	assert_refused("none.pdf", "unreadable", "no such file");
	assert_refused("good.pdf/none.pdf", "unreadable", "no such file");
}
END_TEST

START_TEST(files_that_cannot_be_read)
{
	put_text("good.pdf", PDF_OF_A_NAME(""));
	/* a regular file that opens and cannot be read from its start, for root either */
	assert_refused("/proc/self/mem", "unreadable", "cannot be read");
	ck_assert_int_eq(symlink("loop.pdf", "loop.pdf"), 0);
	assert_refused("loop.pdf", "unreadable", "link");
	put_text("mine.pdf", PDF_OF_A_NAME(""));
	ck_assert_int_eq(g_chmod("mine.pdf", 0), 0);
	if (geteuid() != 0)
		assert_refused("mine.pdf", "unreadable", "permission");
}
END_TEST

START_TEST(files_that_are_none)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket.pdf"};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	put_text("good.pdf", PDF_OF_A_NAME(""));
	/* nobody writes to it: a program that waits for that never ends */
	ck_assert_int_eq(mkfifo("pipe.pdf", 0600), 0);
	assert_refused("pipe.pdf", "unreadable", "pipe");
	ck_assert_int_eq(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_refused("socket.pdf", "unreadable", "socket");
	assert_refused("/dev/zero", "unreadable", "device");
	close(fd);
}
END_TEST

START_TEST(files_over_a_limit)
{
	put_text("good.pdf", PDF_OF_A_NAME(""));
	{
		g_auto(Result) large = run("--max-bytes=100", "good.pdf");
		g_auto(Result) long_time = run("--timeout=0.001", "good.pdf");
		assert_one_line(&large, 3, "too large");
		assert_one_line(&long_time, 3, "too long");
	}
}
END_TEST

/* --- folders --- */

START_TEST(folders)
{
	g_auto(Result) flat = {0};
	g_auto(Result) deep = {0};

	ck_assert_int_eq(g_mkdir_with_parents("all/in/deeper", 0755), 0);
	put_text("all/b.pdf", PDF_OF_A_NAME(""));
	put_text("all/A.PDF", PDF_OF_A_NAME(""));
	put_text("all/notes.txt", "not asked for");
	put_text("all/~$b.docx", "a lock of Word");
	put_text("all/.hidden.pdf", "hidden");
	put_text("all/in/c.pdf", PDF_OF_A_NAME(""));
	put_text("all/in/deeper/d.pdf", PDF_OF_A_NAME(""));
	ck_assert_int_eq(symlink("..", "all/in/up"), 0);
	flat = run("--format=jsonl", "--fail-on=never", "all");
	ck_assert_int_eq(flat.status, 0);
	ck_assert_uint_eq(count_lines(flat.out), 2);
	assert_before(flat.out, "all/A.PDF", "all/b.pdf");
	deep = run("--format=jsonl", "--fail-on=never", "--recursive", "all");
	ck_assert_int_eq(deep.status, 0);
	ck_assert_uint_eq(count_lines(deep.out), 4);
	assert_contains(deep.out, "all/in/deeper/d.pdf");
}
END_TEST

START_TEST(folders_without_documents)
{
	g_auto(Result) bare = {0};
	g_auto(Result) deeper = {0};
	g_auto(Result) mixed = {0};

	ck_assert_int_eq(g_mkdir_with_parents("none/in", 0755), 0);
	put_text("none/in/a.pdf", PDF_OF_A_NAME(""));
	ck_assert_int_eq(g_mkdir("bare", 0755), 0);
	bare = run("bare");
	assert_one_line(&bare, 3, "no PDF or DOCX");
	deeper = run("none");
	assert_one_line(&deeper, 3, "--recursive");
	mixed = run("--format=jsonl", "bare", "none/in/a.pdf");
	ck_assert_int_eq(mixed.status, 3);
	ck_assert_uint_eq(count_lines(mixed.out), 1);
}
END_TEST

/* --- names --- */

START_TEST(names_of_any_bytes)
{
	static const char odd[] = "r\xE9sum\xE9.pdf";
	g_auto(Result) json = {0};
	g_auto(Result) escape = {0};

	put_text(odd, PDF_OF_A_NAME(""));
	json = run("--format=json", "--fail-on=never", odd);
	ck_assert_int_eq(json.status, 0);
	ck_assert(g_utf8_validate(json.out, -1, NULL));
	/* a name must not steer the terminal, nor break the line */
	escape = run("a\033[31m\nb.pdf");
	ck_assert_int_eq(escape.status, 3);
	assert_lacks(escape.err, "\033");
	ck_assert_uint_eq(count_lines(escape.err), 1);
}
END_TEST

/* --- output --- */

START_TEST(full_disks_are_told)
{
	g_autoptr(GSubprocessLauncher) launcher =
	    g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDERR_PIPE);
	g_auto(Result) standard = {0};
	g_auto(Result) named = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	g_subprocess_launcher_set_stdout_file_path(launcher, "/dev/full");
	standard = run_with(launcher, (const char *const[]){"good.pdf", NULL});
	ck_assert_int_eq(standard.status, 3);
	ck_assert_uint_eq(count_lines(standard.err), 1);
	assert_contains(standard.err, "standard output");
	named = run("-o", "/dev/full", "good.pdf");
	assert_one_line(&named, 3, "/dev/full");
}
END_TEST

START_TEST(readers_that_have_gone_are_told)
{
	static const char *const commands[][4] = {{"good.pdf"},
						  {"explain"},
						  {"text", "--as=stream", "good.pdf"}};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
		g_autoptr(GSubprocessLauncher) launcher =
		    g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDERR_PIPE);
		g_auto(Result) result = {0};
		int ends[2];
		ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
		close(ends[0]);
		g_subprocess_launcher_take_stdout_fd(launcher, ends[1]);
		result = run_with(launcher, commands[i]);
		ck_assert_int_eq(result.status, 3);
		ck_assert_uint_eq(count_lines(result.err), 1);
	}
}
END_TEST

static guint
count_names(const char *path)
{
	g_autoptr(GPtrArray) names = fixture_list(path, "");

	return names->len;
}

START_TEST(output_files_are_whole_or_not_there)
{
	g_autofree char *text = NULL;
	g_auto(Result) good = {0};
	g_auto(Result) bad = {0};
	g_auto(Result) nowhere = {0};
	struct stat st;

	put_text("good.pdf", PDF_OF_A_NAME(""));
	ck_assert_int_eq(g_mkdir("out", 0755), 0);
	put_text("out/r.json", "old");
	ck_assert_int_eq(symlink("out/r.json", "link.json"), 0);
	umask(027);
	good = run("--format=json", "-o", "link.json", "--fail-on=never", "good.pdf");
	ck_assert_int_eq(good.status, 0);
	ck_assert_str_eq(good.out, "");
	ck_assert(g_file_get_contents("out/r.json", &text, NULL, NULL));
	assert_contains(text, "\"verdict\"");
	ck_assert(g_file_test("link.json", G_FILE_TEST_IS_SYMLINK));
	ck_assert_int_eq(stat("out/r.json", &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0640);
	bad = run("--format=json", "-o", "out/bad.json", "none.pdf");
	ck_assert_int_eq(bad.status, 3);
	ck_assert_uint_eq(count_names("out"), 2);
	assert_usage(run("-o", "good.pdf", "./good.pdf"), "document to check");
	nowhere = run("-o", "nowhere/r.txt", "good.pdf");
	assert_one_line(&nowhere, 3, "nowhere/r.txt");
}
END_TEST

START_TEST(colour_is_asked_for)
{
	g_auto(Result) plain = {0};
	g_auto(Result) always = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	plain = run("good.pdf");
	always = run("--color=always", "good.pdf");
	assert_lacks(plain.out, "\033");
	assert_contains(always.out, "\033");
}
END_TEST

/* --- wrong usage --- */

START_TEST(timings_stand_beside_the_report)
{
	g_auto(Result) plain = {0};
	g_auto(Result) timed = {0};

	put_text("a.pdf", PDF_OF_A_NAME(""));
	put_text("b.pdf", PDF_OF_A_NAME(""));
	plain = run("--format=jsonl", "a.pdf", "b.pdf");
	timed = run("--format=jsonl", "--timings", "a.pdf", "b.pdf");
	ck_assert_str_eq(timed.out, plain.out);
	ck_assert_str_eq(plain.err, "");
	ck_assert_ptr_nonnull(strstr(timed.err, "timings of 2 documents"));
	ck_assert_ptr_nonnull(strstr(timed.err, "\n  extract "));
	ck_assert_ptr_nonnull(strstr(timed.err, "\n  in all "));
	ck_assert_ptr_nonnull(strstr(timed.err, "ms  b.pdf\n"));
}
END_TEST

START_TEST(wrong_usage_is_told)
{
	assert_usage(run("--no-such-option"), "--help");
	assert_usage(run("--quiet"), "name a file");
	assert_usage(run("--format=xml", "a.pdf"), "text, json, jsonl");
	assert_usage(run("--fail-on=often", "a.pdf"), "never");
	assert_usage(run("--color=blue", "a.pdf"), "auto");
	assert_usage(run("--max-bytes=many", "a.pdf"), "10M");
	assert_usage(run("--max-bytes=99999999999G", "a.pdf"), "10M");
	assert_usage(run("--max-bytes=2G", "a.pdf"), "more than is possible: the most is 512.0");
	assert_usage(run("--timeout=-1", "a.pdf"), "seconds");
	assert_usage(run("--timeout=0", "a.pdf"), "seconds");
	assert_usage(run("--timeout=100000", "a.pdf"), "86400");
	assert_usage(run("--max-cpu=-1", "a.pdf"), "seconds");
	assert_usage(run("--max-cpu=0", "a.pdf"), "seconds");
	assert_usage(run("--max-cpu=1e3", "a.pdf"), "seconds");
	assert_usage(run("--max-memory=much", "a.pdf"), "size");
	assert_usage(run("--max-memory=1K", "a.pdf"), "the least is 160.0");
	assert_usage(run("--max-memory=9999G", "a.pdf"), "more");
	assert_usage(run("--severity=missing-phone", "a.pdf"), "CHECK=LEVEL");
#ifndef ATS_WITH_OCR
	assert_usage(run("--ocr", "a.pdf"), "built without OCR");
#endif
	assert_usage(run("--severity=missing-phone=awful", "a.pdf"), "CHECK=LEVEL");
	assert_usage(run("text"), "one file");
	assert_usage(run("text", "--no-such-option"), "(see atscheck text --help)");
	assert_usage(run("text", "a.pdf", "b.pdf"), "one file");
	assert_usage(run("text", "--diff", "human", "line"), "two readings and one file");
	assert_usage(run("text", "--diff", "human", "a.pdf", "b.pdf"), "no such reading");
	assert_usage(run("text", "--diff", "human", "line", "--as=line", "a.pdf"), "exclude");
	assert_usage(run("text", "--side-by-side", "a.pdf"), "--diff");
	assert_usage(run("text", "--diff", "human", "line", "--color=blue", "a.pdf"), "auto");
	assert_usage(run("explain", "a", "b"), "one check");
	assert_usage(run("readings", "stream"), "no name");
}
END_TEST

START_TEST(near_names_are_offered)
{
	assert_usage(run("--ignore=missing-fone", "a.pdf"), "did you mean missing-phone?");
	assert_usage(run("--severity=mising-phone=note", "a.pdf"), "did you mean missing-phone?");
	assert_usage(run("explain", "phone"), "missing-phone");
	assert_usage(run("explain", "zzzzzzzzzzzz"), "atscheck explain");
	assert_usage(run("text", "--as=steam", "a.pdf"), "did you mean stream?");
	assert_usage(run("text", "--diff", "human", "steam", "a.pdf"), "did you mean stream?");
	assert_usage(run("explian", "photo"),
		     "neither a file nor a command: did you mean explain?");
}
END_TEST

/* --- what is asked for --- */

START_TEST(status_tells_of_findings)
{
	g_auto(Result) error = {0};
	g_auto(Result) never = {0};
	g_auto(Result) note = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	error = run("--severity=missing-phone=error", "good.pdf");
	ck_assert_int_eq(error.status, 1);
	ck_assert_str_eq(error.err, "");
	never = run("--severity=missing-phone=error", "--fail-on=never", "good.pdf");
	ck_assert_int_eq(never.status, 0);
	note = run("--fail-on=note", "good.pdf");
	ck_assert_int_eq(note.status, 1);
}
END_TEST

START_TEST(checks_are_left_out)
{
	g_auto(Result) with = {0};
	g_auto(Result) without = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	with = run("--format=json", "good.pdf");
	without = run("--format=json", "--ignore=missing-phone", "good.pdf");
	assert_contains(with.out, "missing-phone");
	assert_lacks(without.out, "missing-phone");
	assert_contains(without.out, "missing-email");
}
END_TEST

START_TEST(standard_input_is_checked)
{
	g_autoptr(GSubprocessLauncher) launcher = new_launcher();
	g_auto(Result) result = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	g_subprocess_launcher_set_stdin_file_path(launcher, "good.pdf");
	result = run_with(launcher,
			  (const char *const[]){"--format=json", "--fail-on=never", "-", NULL});
	ck_assert_int_eq(result.status, 0);
	assert_contains(result.out, "standard input");
	assert_contains(result.out, "\"verdict\"");
}
END_TEST

START_TEST(many_files_give_one_report)
{
	g_auto(Result) result = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	put_text("bad.pdf", "Ann Lee, plain text");
	result = run("--format=json", "bad.pdf", "good.pdf");
	ck_assert_int_eq(result.status, 3);
	ck_assert_uint_eq(count_lines(result.err), 1);
	assert_contains(result.out, "\"documents\"");
	assert_contains(result.out, "\"summary\"");
	assert_before(result.out, "bad.pdf", "good.pdf");
}
END_TEST

START_TEST(text_as_a_parser_reads_it)
{
	g_auto(Result) stream = {0};
	g_auto(Result) all = {0};
	g_auto(Result) other = {0};
	g_auto(Result) bad = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	stream = run("text", "--as=stream", "good.pdf");
	ck_assert_int_eq(stream.status, 0);
	ck_assert_str_eq(stream.out, "Ann Lee\n");
	all = run("text", "--as=all", "good.pdf");
	ck_assert_int_eq(all.status, 0);
	assert_contains(all.out, "=== human");
	assert_contains(all.out, "=== line");
	assert_lacks(all.out, "=== body");
	other = run("text", "--as=body", "good.pdf");
	assert_one_line(&other, 3, "body");
	bad = run("text", "none.pdf");
	assert_one_line(&bad, 3, "no such file");
}
END_TEST

START_TEST(readings_are_held_against_each_other)
{
	g_autofree char *path = fixture_path("checks/multi-column/bad.pdf");
	g_auto(Result) unified = run("text", "--diff", "human", "line", path);
	g_auto(Result) coloured = run("text", "--color=always", "--diff", "human", "line", path);
	g_auto(Result) beside = run("text", "--side-by-side", "--diff", "human", "line", path);
	g_auto(Result) same = run("text", "--diff", "line", "line", path);
	g_auto(Result) other = run("text", "--diff", "human", "body", path);

	ck_assert_int_eq(unified.status, 0);
	assert_contains(unified.out, "--- human\n+++ line\n");
	assert_contains(unified.out, "\n- Experience\n");
	assert_contains(unified.out, "\n+ Experience {+Education+}\n");
	assert_lacks(unified.out, "\033");
	assert_contains(coloured.out, "Experience \033[1;32mEducation\033[0m\n");
	assert_contains(beside.out, " │ Experience {+Education+}\n");
	assert_contains(same.out, "no line differs");
	assert_one_line(&other, 3, "body");
}
END_TEST

/* the nearest that a resume comes to having nothing to say of */
START_TEST(clean_resumes_pass)
{
	static const char *const names[] = {"clean/latex.pdf",
					    "clean/browser.pdf",
					    "clean/word.docx"};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path = fixture_path(names[i]);
		g_autofree char *copy = g_path_get_basename(names[i]);
		g_autoptr(GBytes) bytes = fixture_load(path);
		g_auto(Result) result = {0};
		put_bytes(copy, bytes);
		result = run("--fail-on=warning", copy);
		ck_assert_msg(result.status == 0, "%s: %s", names[i], result.out);
		ck_assert(g_str_has_prefix(result.out, "PASS"));
	}
}
END_TEST

START_TEST(a_resume_in_columns_fails)
{
	g_autofree char *path = fixture_path("showcase/sidebar.pdf");
	g_auto(Result) result = run(path);

	ck_assert_int_eq(result.status, 1);
	ck_assert(!g_str_has_prefix(result.out, "PASS"));
	assert_contains(result.out, "multi-column");
	assert_contains(result.out, "sidebar");
}
END_TEST

/* with no worker to be found: these commands start none */
/* what looks like a command that is misspelt may be a file all the same */
START_TEST(files_come_before_near_commands)
{
	g_auto(Result) there = {0};
	g_auto(Result) help = run("help");
	g_auto(Result) option = run("--help");

	put_text("test", PDF_OF_A_NAME(""));
	there = run("--quiet", "--fail-on=never", "test");
	ck_assert_int_eq(there.status, 0);
	ck_assert_int_eq(help.status, 0);
	ck_assert_str_eq(help.out, option.out);
}
END_TEST

START_TEST(help_needs_no_worker)
{
	static const char *const commands[][3] = {{"--help"},
						  {"--version"},
						  {"explain"},
						  {"explain", "missing-phone"},
						  {"readings"},
						  {"text", "--help"}};

	for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
		g_autoptr(GSubprocessLauncher) launcher = new_launcher();
		g_auto(Result) result = {0};
		g_subprocess_launcher_setenv(launcher, "ATSCHECK_WORKERS", "/nonexistent", TRUE);
		result = run_with(launcher, commands[i]);
		ck_assert_int_eq(result.status, 0);
		ck_assert_str_ne(result.out, "");
		ck_assert_str_eq(result.err, "");
	}
}
END_TEST

START_TEST(a_missing_worker_is_told)
{
	g_autoptr(GSubprocessLauncher) launcher = new_launcher();
	g_auto(Result) result = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	g_subprocess_launcher_setenv(launcher, "ATSCHECK_WORKERS", "/nonexistent", TRUE);
	result = run_with(launcher, (const char *const[]){"good.pdf", NULL});
	assert_one_line(&result, 3, "/nonexistent/atscheck-worker-pdf");
}
END_TEST

START_TEST(the_sandbox_is_said)
{
	g_auto(Result) version = run("--version");
	g_auto(Result) off = run("--sandbox=off", "--version");
	g_auto(Result) report = {0};
	g_auto(Result) wrong = run("--sandbox=on", "--version");
	g_autofree char *level = NULL;
	g_autofree char *member = NULL;

	ck_assert_int_eq(version.status, 0);
	ck_assert(g_regex_match_simple("^atscheck [0-9.]+\n"
				       "sandbox: (landlock [0-9]+, )?(seccomp, )?rlimits\n$",
				       version.out,
				       G_REGEX_DEFAULT,
				       G_REGEX_MATCH_DEFAULT));
	assert_contains(off.out, "sandbox: rlimits\n");
	put_text("good.pdf", PDF_OF_A_NAME(""));
	report = run("--format=json", "good.pdf");
	level = g_strndup(strstr(version.out, "sandbox: ") + strlen("sandbox: "),
			  strcspn(strstr(version.out, "sandbox: ") + strlen("sandbox: "), "\n"));
	member = g_strdup_printf("\"sandbox\": \"%s\"", level);
	assert_contains(report.out, member);
	assert_one_line(&wrong, 2, "--sandbox=on");
}
END_TEST

/* the head of a batch too */
START_TEST(the_sandbox_of_a_batch_is_said)
{
	g_auto(Result) batch = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	batch = run("--sandbox=off", "--format=json", "--fail-on=never", "good.pdf", "good.pdf");
	assert_contains(batch.out, "\"sandbox\": \"rlimits\"");
	ck_assert_ptr_null(strstr(batch.out, "\"sandbox\": null"));
}
END_TEST

START_TEST(a_sandbox_that_is_required_is_had_or_nothing_is_read)
{
	g_auto(Result) version = run("--version");
	g_auto(Result) report = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	report = run("--sandbox=require", "--format=json", "--fail-on=never", "good.pdf");
	if (strstr(version.out, "landlock") != NULL && strstr(version.out, "seccomp") != NULL)
		ck_assert_int_eq(report.status, 0);
	else
		assert_one_line(&report, 3, "sandbox");
}
END_TEST

START_TEST(the_help_starts_with_examples)
{
	g_auto(Result) result = run("--help");

	assert_before(result.out, "Examples:", "--output");
	assert_contains(result.out, "Exit status");
}
END_TEST

/* every long option of the help stands in the manual, and the other way round */
static void
assert_options_in(const char *from, const char *pattern, const char *to, const char *as)
{
	g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;
	guint n = 0;

	for (g_regex_match(regex, from, 0, &match); g_match_info_matches(match);
	     g_match_info_next(match, NULL)) {
		g_autofree char *name = g_match_info_fetch(match, 1);
		g_autofree char *wanted = g_strdup_printf(as, name);
		assert_contains(to, wanted);
		n++;
	}
	ck_assert_uint_ge(n, 10);
}

START_TEST(the_manual_holds_all_options)
{
	g_auto(Result) check = run("--help");
	g_auto(Result) text = run("text", "--help");
	g_auto(Result) debug = run("debug", "--help");
	g_autofree char *help = g_strconcat(debug.out, check.out, text.out, NULL);
	g_autofree char *manual = NULL;

	ck_assert(g_file_get_contents(g_getenv("ATSCHECK_MANUAL"), &manual, NULL, NULL));
	assert_options_in(help, "--([a-z-]+)", manual, "Fl -%s");
	assert_options_in(manual, "Fl -([a-z-]+)", help, "--%s");
}
END_TEST

static Result
run_in_locale(const char *locale)
{
	g_autoptr(GSubprocessLauncher) launcher = new_launcher();

	g_subprocess_launcher_setenv(launcher, "LC_ALL", locale, TRUE);
	return run_with(
	    launcher,
	    (const char *const[]){"--format=json", "--fail-on=never", "good.pdf", NULL});
}

START_TEST(reports_are_the_same_everywhere)
{
	g_auto(Result) plain = {0};
	g_auto(Result) utf8 = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	plain = run_in_locale("C");
	utf8 = run_in_locale("C.UTF-8");
	ck_assert_int_eq(plain.status, 0);
	ck_assert_str_eq(plain.out, utf8.out);
}
END_TEST

/* --- atscheck debug --- */

/* a number of four bytes, the highest first, as PNG has them */
static guint32
big_endian(const char *at)
{
	guint32 n;

	memcpy(&n, at, sizeof(n));
	return GUINT32_FROM_BE(n);
}

START_TEST(a_page_is_drawn_as_pixels)
{
	static const char magic[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
	g_auto(Result) result = {0};
	g_autofree char *png = NULL;
	gsize length;

	put_text("good.pdf", PDF_OF_A_NAME(""));
	result = run("debug", "layout", "good.pdf", "-o", "page.png");
	ck_assert_int_eq(result.status, 0);
	ck_assert_str_eq(result.err, "");
	ck_assert(g_file_get_contents("page.png", &png, &length, NULL));
	ck_assert_mem_eq(png, magic, sizeof(magic) - 1);
	/* two pixels a point, and the caption below */
	ck_assert_uint_eq(big_endian(png + 16), 2 * 612);
	ck_assert_uint_eq(big_endian(png + 20), 2 * (792 + 16));
}
END_TEST

START_TEST(large_pages_are_drawn_small)
{
	g_autoptr(GString) pdf = g_string_new(PDF_OF_A_NAME(""));
	g_auto(Result) result = {0};
	g_autofree char *png = NULL;

	g_string_replace(pdf, "[0 0 612 792]", "[0 0 14400 72]", 1);
	put_text("wide.pdf", pdf->str);
	result = run("debug", "layout", "wide.pdf", "-o", "page.png");
	ck_assert_int_eq(result.status, 0);
	ck_assert(g_file_get_contents("page.png", &png, NULL, NULL));
	ck_assert_uint_eq(big_endian(png + 16), 2000);
}
END_TEST

START_TEST(a_page_is_drawn_as_lines)
{
	g_autofree char *path = fixture_path("checks/hidden-text/bad.pdf");
	g_auto(Result) result = run("debug", "layout", "--page=1", path, "-o", "page.SVG");
	g_autofree char *svg = NULL;

	ck_assert_int_eq(result.status, 0);
	ck_assert(g_file_get_contents("page.SVG", &svg, NULL, NULL));
	ck_assert(g_str_has_prefix(svg, "<?xml "));
	/* the colour of hidden words, which the page itself does not use; not all versions of cairo
	 * put a space after a comma */
	ck_assert(strstr(svg, "rgb(90.196078%,0%,49.411765%)") != NULL ||
		  strstr(svg, "rgb(90.196078%, 0%, 49.411765%)") != NULL);
}
END_TEST

START_TEST(what_cannot_be_drawn_is_told)
{
	g_autofree char *path = fixture_path("clean/word.docx");
	g_autoptr(GBytes) docx = fixture_load(path);
	g_auto(Result) far = {0};
	g_auto(Result) unpaged = {0};
	g_auto(Result) none = {0};

	put_text("good.pdf", PDF_OF_A_NAME(""));
	far = run("debug", "layout", "--page=2", "good.pdf", "-o", "page.png");
	ck_assert_int_eq(far.status, 3);
	ck_assert_str_eq(far.err, "atscheck: good.pdf: there is no page 2: it has 1\n");
	put_bytes("word.docx", docx);
	unpaged = run("debug", "layout", "word.docx", "-o", "page.png");
	ck_assert_int_eq(unpaged.status, 3);
	assert_contains(unpaged.err, "only pages of a PDF can be drawn");
	none = run("debug", "layout", "none.pdf", "-o", "page.png");
	ck_assert_int_eq(none.status, 3);
	ck_assert(!g_file_test("page.png", G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(wrong_usage_of_debug_is_told)
{
	assert_usage(run("debug"), "say what to show");
	assert_usage(run("debug", "words", "a.pdf"), "say what to show");
	assert_usage(run("debug", "layout", "-o", "a.png"), "one file");
	assert_usage(run("debug", "layout", "a.pdf", "b.pdf", "-o", "a.png"), "one file");
	assert_usage(run("debug", "layout", "a.pdf"), "-o page.png");
	assert_usage(run("debug", "layout", "a.pdf", "-o", "a.jpg"), ".png or .svg");
	assert_usage(run("debug", "layout", "a.pdf", "-o", "a.png", "--page=0"), "from 1");
}
END_TEST

/* a fixture and what is expected of it, in the folder of the test: doc and doc.json */
static void
put_expected_fixture(const char *name, const char *expected)
{
	g_autofree char *path = fixture_path(name);
	g_autofree char *json_path = fixture_path(expected);
	g_autoptr(GBytes) bytes = fixture_load(path);
	g_autoptr(GBytes) json = fixture_load(json_path);

	put_bytes("doc", bytes);
	put_bytes("doc.json", json);
}

START_TEST(clean_resumes_hold_what_is_expected)
{
	static const char *const names[][2] = {
	    {"clean/browser.pdf", "expect/browser.json"},
	    {"clean/word.docx", "expect/word.json"},
	    {"clean/latex.pdf", "expect/latex.json"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_auto(Result) result = {0};

		put_expected_fixture(names[i][0], names[i][1]);
		result = run("--expect=doc.json", "--format=json", "doc");
		ck_assert_msg(result.status == 0, "%s: %s", names[i][0], result.out);
		assert_lacks(result.out, "\"severity\": \"error\"");
		assert_lacks(result.out, "\"expected-field\": \"not-");
	}
}
END_TEST

START_TEST(a_resume_in_columns_loses_what_is_expected)
{
	g_auto(Result) json = {0};
	g_auto(Result) text = {0};
	g_auto(Result) without = {0};

	put_expected_fixture("showcase/sidebar.pdf", "expect/sidebar.json");
	json = run("--expect=doc.json", "--format=json", "doc");
	ck_assert_int_eq(json.status, 1);
	assert_contains(json.out, "\"pointer\": \"/work/0/highlights/0\"");
	assert_contains(json.out, "Other text stands inside “Reduced finished stock by $6.2M");
	assert_contains(json.out, "The document does not show “https://imani.example.com/”.");
	assert_contains(json.out, "\"expected-field\": \"findings\"");
	text = run("--expect=doc.json", "--quiet", "doc");
	assert_contains(text.out, "(expected-field, /basics/url)");
	without = run("--format=json", "doc");
	assert_contains(without.out, "\"expected-field\": \"not-applicable\"");
	assert_lacks(without.out, "\"pointer\": \"");
}
END_TEST

START_TEST(expectations_that_are_none_are_wrong_usage)
{
	put_text("good.pdf", PDF_OF_A_NAME(""));
	put_text("bad.json", "{\"basics\":\n {\"name\": \"Ann\",}}");
	put_text("other.json", "{\"work\": 3}");
	put_text("small.json", "{\"basics\": {\"name\": \"Ann Lee\"}}");
	assert_usage(run("--expect=bad.json", "good.pdf"), "--expect=bad.json: line 2, column ");
	assert_usage(run("--expect=other.json", "good.pdf"), "/work is not a list");
	assert_usage(run("--expect=none.json", "good.pdf"), "there is no such file");
	assert_usage(run("--expect=.", "good.pdf"), "it is a folder");
	{
		/* the limit is meant for documents */
		g_auto(Result) limited =
		    run("--max-bytes=2K", "--expect=small.json", "--fail-on=never", "good.pdf");
		ck_assert_int_eq(limited.status, 0);
	}
}
END_TEST

/* --- crowded pages --- */

/* poppler compares each word with those beside it, which are all of them here: no two are the same,
 * since it drops copies at once */
#define WORDS_ON_A_SPOT 100000

static char *
pdf_of_words_on_a_spot(guint n_words)
{
	g_autoptr(GString) content = g_string_new("BT /F 10 Tf ");
	g_autoptr(GString) pdf = g_string_new(PDF_OF_A_NAME(""));
	g_autofree char *length = NULL;

	for (guint i = 0; i < n_words; i++)
		g_string_append_printf(content, "1 0 0 1 72 700 Tm (%u) Tj ", i);
	g_string_append(content, "ET ");
	length = g_strdup_printf("/Length %zu", content->len);
	g_string_replace(pdf, "/Length 38", length, 1);
	g_string_replace(pdf, "BT /F 12 Tf 72 700 Td (Ann Lee) Tj ET ", content->str, 1);
	return g_string_free(g_steal_pointer(&pdf), FALSE);
}

START_TEST(a_page_of_words_on_one_spot_ends)
{
	g_autofree char *pdf = pdf_of_words_on_a_spot(WORDS_ON_A_SPOT);
	g_autoptr(GTimer) timer = NULL;
	g_auto(Result) result = {0};

	put_text("spot.pdf", pdf);
	timer = g_timer_new();
	result = run("--max-cpu=1", "spot.pdf");
	/* the limit on the wall clock, and a second to get there */
	ck_assert_double_lt(g_timer_elapsed(timer, NULL), 21);
	if (result.status != 3) {
		ck_assert_str_eq(result.err, "");
		return;
	}
	assert_contains(result.err, "atscheck: spot.pdf: it takes too ");
	ck_assert_uint_eq(count_lines(result.err), 1);
}
END_TEST

#ifndef ATS_WITH_SANITIZER /* whose shadow takes more memory than any limit allows */
/* each "q" keeps a state of about half a kilobyte */
#define STATES 300000

START_TEST(memory_is_limited_as_asked)
{
	g_autoptr(GString) content = g_string_new(NULL);
	g_autoptr(GString) pdf = g_string_new(PDF_OF_A_NAME(""));
	g_autofree char *length = NULL;

	for (guint i = 0; i < STATES; i++)
		g_string_append(content, "q ");
	length = g_strdup_printf("/Length %zu", content->len);
	g_string_replace(pdf, "/Length 38", length, 1);
	g_string_replace(pdf, "BT /F 12 Tf 72 700 Td (Ann Lee) Tj ET ", content->str, 1);
	put_text("deep.pdf", pdf->str);
	{
		g_auto(Result) little = run("--max-memory=200M", "deep.pdf");
		g_auto(Result) enough = run("--max-memory=2G", "--fail-on=never", "deep.pdf");
		assert_one_line(&little, 3, "more than 200 MiB");
		ck_assert_int_eq(enough.status, 0);
	}
}
END_TEST
#endif

START_TEST(some_words_on_one_spot_are_read)
{
	g_autofree char *pdf = pdf_of_words_on_a_spot(1000);
	g_auto(Result) result = {0};

	put_text("spot.pdf", pdf);
	result = run("--fail-on=never", "spot.pdf");
	ck_assert_int_eq(result.status, 0);
}
END_TEST

/* whether the process holds a file of the folder open */
static gboolean
has_opened(const char *pid)
{
	g_autofree char *path = g_build_filename("/proc", pid, "fd", NULL);
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *link = g_build_filename(path, name, NULL);
		g_autofree char *target = g_file_read_link(link, NULL);
		if (target != NULL && g_str_has_prefix(target, folder))
			return TRUE;
	}
	return FALSE;
}

START_TEST(killed_runs_leave_no_file)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGKILL};
	int nameless = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);

	/* not all filesystems can have a file without a name */
	if (nameless < 0)
		return;
	close(nameless);
	for (gsize i = 0; i < G_N_ELEMENTS(signals); i++) {
		/* its standard input stays open: it waits for a document */
		g_autoptr(GSubprocess) process = g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE,
								  NULL,
								  g_getenv("ATSCHECK_PROGRAM"),
								  "--output=out.txt",
								  "-",
								  NULL);
		g_autoptr(GDir) dir = NULL;
		gint64 deadline = g_get_monotonic_time() + 10 * G_USEC_PER_SEC;

		ck_assert_ptr_nonnull(process);
		while (!has_opened(g_subprocess_get_identifier(process))) {
			ck_assert_int_lt(g_get_monotonic_time(), deadline);
			g_usleep(1000);
		}
		g_subprocess_send_signal(process, signals[i]);
		ck_assert(g_subprocess_wait(process, NULL, NULL));
		dir = g_dir_open(folder, 0, NULL);
		ck_assert_ptr_null(g_dir_read_name(dir));
	}
}
END_TEST

/* the longest line that the program writes on a terminal of that width */
static glong
longest_line_of(gushort columns)
{
	g_autoptr(GSubprocessLauncher) launcher =
	    g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_NONE);
	g_autoptr(GSubprocess) process = NULL;
	g_auto(GStrv) lines = NULL;
	struct winsize size = {.ws_col = columns, .ws_row = 24};
	char text[65536] = "";
	gsize length = 0;
	glong longest = 0;
	int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	int other;
	ssize_t n;

	ck_assert(grantpt(terminal) == 0 && unlockpt(terminal) == 0);
	ck_assert_int_eq(ioctl(terminal, TIOCSWINSZ, &size), 0);
	other = open(ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
	g_subprocess_launcher_take_stdout_fd(launcher, other);
	process = g_subprocess_launcher_spawn(launcher,
					      NULL,
					      g_getenv("ATSCHECK_PROGRAM"),
					      "--color=never",
					      "--fail-on=never",
					      "doc.pdf",
					      NULL);
	ck_assert_ptr_nonnull(process);
	g_clear_object(&launcher);
	/* a terminal that nobody writes to any more is an error to read from */
	while ((n = read(terminal, text + length, sizeof(text) - 1 - length)) > 0)
		length += (gsize)n;
	close(terminal);
	ck_assert(g_subprocess_wait_check(process, NULL, NULL));
	lines = g_strsplit(text, "\r\n", -1);
	for (char **line = lines; *line != NULL; line++)
		longest = MAX(longest, g_utf8_strlen(*line, -1));
	return longest;
}

START_TEST(text_fills_the_terminal)
{
	g_autofree char *path = fixture_path("showcase/sidebar.pdf");
	g_autoptr(GBytes) bytes = fixture_load(path);
	glong wide, narrow;

	put_bytes("doc.pdf", bytes);
	wide = longest_line_of(300);
	ck_assert_msg(wide > 90 && wide <= 100, "%ld", wide);
	narrow = longest_line_of(70);
	ck_assert_msg(narrow > 60 && narrow <= 70, "%ld", narrow);
	narrow = longest_line_of(40);
	ck_assert_msg(narrow > 30 && narrow <= 40, "%ld", narrow);
	ck_assert_int_le(longest_line_of(20), 40);
}
END_TEST

/* a bare chroot has none: its /dev/pts is empty */
static gboolean
has_terminals(void)
{
	int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	gboolean has = terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0;

	if (terminal >= 0)
		close(terminal);
	return has;
}

static Suite *
make_suite(void)
{
	Suite *suite = suite_create("cli");
	TCase *tcase = tcase_create("cli");

	tcase_add_checked_fixture(tcase, enter_folder, leave_folder);
	tcase_add_test(tcase, empty_and_tiny_files);
	tcase_add_test(tcase, other_kinds_of_files);
	tcase_add_test(tcase, cut_files);
	tcase_add_test(tcase, files_under_a_password);
	tcase_add_test(tcase, documents_of_other_programs);
	tcase_add_test(tcase, files_that_are_not_there);
	tcase_add_test(tcase, files_that_cannot_be_read);
	tcase_add_test(tcase, files_that_are_none);
	tcase_add_test(tcase, files_over_a_limit);
	tcase_add_test(tcase, folders);
	tcase_add_test(tcase, folders_without_documents);
	tcase_add_test(tcase, names_of_any_bytes);
	tcase_add_test(tcase, full_disks_are_told);
	tcase_add_test(tcase, readers_that_have_gone_are_told);
	tcase_add_test(tcase, output_files_are_whole_or_not_there);
	tcase_add_test(tcase, killed_runs_leave_no_file);
	if (has_terminals())
		tcase_add_test(tcase, text_fills_the_terminal);
	tcase_add_test(tcase, colour_is_asked_for);
	tcase_add_test(tcase, timings_stand_beside_the_report);
	tcase_add_test(tcase, wrong_usage_is_told);
	tcase_add_test(tcase, near_names_are_offered);
	tcase_add_test(tcase, status_tells_of_findings);
	tcase_add_test(tcase, checks_are_left_out);
	tcase_add_test(tcase, standard_input_is_checked);
	tcase_add_test(tcase, many_files_give_one_report);
	tcase_add_test(tcase, text_as_a_parser_reads_it);
	tcase_add_test(tcase, readings_are_held_against_each_other);
	tcase_add_test(tcase, clean_resumes_pass);
	tcase_add_test(tcase, a_resume_in_columns_fails);
	tcase_add_test(tcase, files_come_before_near_commands);
	tcase_add_test(tcase, help_needs_no_worker);
	tcase_add_test(tcase, a_missing_worker_is_told);
	tcase_add_test(tcase, the_sandbox_is_said);
	tcase_add_test(tcase, the_sandbox_of_a_batch_is_said);
	tcase_add_test(tcase, a_sandbox_that_is_required_is_had_or_nothing_is_read);
	tcase_add_test(tcase, the_help_starts_with_examples);
	tcase_add_test(tcase, the_manual_holds_all_options);
	tcase_add_test(tcase, reports_are_the_same_everywhere);
	tcase_add_test(tcase, a_page_is_drawn_as_pixels);
	tcase_add_test(tcase, large_pages_are_drawn_small);
	tcase_add_test(tcase, a_page_is_drawn_as_lines);
	tcase_add_test(tcase, what_cannot_be_drawn_is_told);
	tcase_add_test(tcase, wrong_usage_of_debug_is_told);
	tcase_add_test(tcase, clean_resumes_hold_what_is_expected);
	tcase_add_test(tcase, a_resume_in_columns_loses_what_is_expected);
	tcase_add_test(tcase, expectations_that_are_none_are_wrong_usage);
	tcase_add_test(tcase, a_page_of_words_on_one_spot_ends);
	tcase_add_test(tcase, some_words_on_one_spot_are_read);
#ifndef ATS_WITH_SANITIZER
	tcase_add_test(tcase, memory_is_limited_as_asked);
#endif
	suite_add_tcase(suite, tcase);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(make_suite());

	srunner_run_all(runner, CK_ENV);
	srunner_free(runner);
	return EXIT_SUCCESS;
}

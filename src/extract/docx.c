/*
 * A DOCX into a document: finds the main part through the package's relationships, then reads
 * styles, sections, headers, body, footers, notes and comments. The door ats_extract_docx of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "extract/extract.h"

#include <string.h>

#include "base/error.h"
#include "extract/docx_body.h"
#include "extract/docx_meta.h"
#include "extract/docx_other.h"
#include "extract/docx_sections.h"

/* one extraction */
typedef struct {
	AtsDocument *document;
	AtsDocxPackage *package;
	AtsDocxRels *package_rels, *rels;
	char *main_part;
	AtsDocxSettings settings;
	AtsDocxStyles *styles;
	AtsDocxNumbering *numbering;
	AtsDocxImages *images;
	GPtrArray *running; /* of AtsDocxRunning */
	GHashTable *walked; /* names of the headers and footers that are done; lent */
	AtsDocxWalk *walk;
} Job;

static void
job_clear(Job *job)
{
	g_clear_pointer(&job->walk, ats_docx_walk_free);
	g_clear_pointer(&job->walked, g_hash_table_unref);
	g_clear_pointer(&job->images, ats_docx_images_free);
	g_clear_pointer(&job->running, g_ptr_array_unref);
	g_clear_pointer(&job->numbering, ats_docx_numbering_free);
	g_clear_pointer(&job->styles, ats_docx_styles_free);
	g_clear_pointer(&job->rels, ats_docx_rels_free);
	g_clear_pointer(&job->package_rels, ats_docx_rels_free);
	g_clear_pointer(&job->package, ats_docx_package_free);
	g_clear_pointer(&job->document, ats_document_free);
	g_free(job->main_part);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Job, job_clear)

/* a damaged part beside the main one is counted and done without; a limit, a cipher or another
 * failure ends the job */
static gboolean
forgive(Job *job, GError **local, GError **error)
{
	if (*local == NULL)
		return TRUE;
	if (g_error_matches(*local, ATS_ERROR, ATS_ERROR_DAMAGED)) {
		job->document->n_syntax_errors++;
		g_clear_error(local);
		return TRUE;
	}
	g_propagate_error(error, g_steal_pointer(local));
	return FALSE;
}

/* --- the main part --- */

static const char *
target_of(const Job *job, const AtsDocxRels *rels, const char *type)
{
	const AtsDocxRel *rel = ats_docx_rels_by_type(rels, type);

	return rel != NULL && !rel->external && ats_docx_package_has(job->package, rel->target)
		   ? rel->target
		   : NULL;
}

static gboolean
find_main_part(Job *job, GError **error)
{
	g_autofree char *type = NULL;
	g_autoptr(GError) local = NULL;
	const char *target;

	job->package_rels = ats_docx_rels_load(job->package, "", error);
	if (job->package_rels == NULL)
		return FALSE;
	target = target_of(job, job->package_rels, "officeDocument");
	if (target == NULL) {
		ats_docx_set_other_package(job->package, error);
		return FALSE;
	}
	job->main_part = g_strdup(target);
	type = ats_docx_content_type(job->package, target, &local);
	if (!forgive(job, &local, error) || !ats_docx_check_content_type(type, error))
		return FALSE;
	job->document->has_macros = ats_docx_package_has_suffix(job->package, "vbaproject.bin");
	return TRUE;
}

/* --- what the text refers to --- */

static gboolean
load_styles(Job *job, GError **error)
{
	g_autoptr(GError) local = NULL;
	const char *name = target_of(job, job->rels, "styles");

	job->styles = ats_docx_styles_load(job->package, name, job->document, &local);
	if (!forgive(job, &local, error))
		return FALSE;
	if (job->styles == NULL)
		job->styles = ats_docx_styles_load(job->package, NULL, job->document, NULL);
	name = target_of(job, job->rels, "numbering");
	job->numbering = ats_docx_numbering_load(job->package, name, job->document, &local);
	if (!forgive(job, &local, error))
		return FALSE;
	if (job->numbering == NULL)
		job->numbering = ats_docx_numbering_load(job->package, NULL, job->document, NULL);
	name = target_of(job, job->rels, "theme");
	if (name != NULL)
		ats_docx_theme_read(job->package, name, job->document, job->styles, &local);
	return forgive(job, &local, error);
}

static gboolean
load_settings(Job *job, GError **error)
{
	g_autoptr(GError) local = NULL;
	const char *name = target_of(job, job->rels, "settings");

	if (name != NULL)
		ats_docx_settings_read(job->package, name, job->document, &job->settings, &local);
	if (!forgive(job, &local, error))
		return FALSE;
	ats_docx_properties_read(job->package, job->package_rels, job->document, &local);
	return forgive(job, &local, error);
}

static AtsXml *
open_part(Job *job, const char *name, GError **error)
{
	g_autoptr(GBytes) bytes = ats_docx_package_read(job->package, name, error);

	return bytes != NULL ? ats_xml_new(bytes, name, error) : NULL;
}

static gboolean
load_sections(Job *job, GError **error)
{
	g_autoptr(AtsXml) xml = open_part(job, job->main_part, error);

	if (xml == NULL)
		return FALSE;
	job->running = ats_docx_sections_read(xml, job->settings.even_and_odd, job->document);
	return ats_xml_finish(xml, error);
}

/* --- text --- */

static guint32
add_root(Job *job, AtsPartKind kind, const char *name)
{
	AtsPart part = {.kind = kind,
			.parent = -1,
			.name = ats_document_intern(job->document, name)};

	g_array_append_val(job->document->parts, part);
	return job->document->parts->len - 1;
}

static gboolean
walk_part(Job *job, const char *name, guint32 root, const AtsDocxRels *rels, GError **error)
{
	g_autoptr(AtsXml) xml = open_part(job, name, error);

	return xml != NULL && ats_docx_walk_part(job->walk, xml, rels, root, error);
}

/* a header, footer, notes or comments part, with relationships of its own */
static gboolean
walk_other(Job *job, const char *name, guint32 root, GError **error)
{
	g_autoptr(GError) local = NULL;
	g_autoptr(AtsDocxRels) rels = ats_docx_rels_load(job->package, name, &local);

	if (rels != NULL)
		walk_part(job, name, root, rels, &local);
	return forgive(job, &local, error);
}

static gboolean
walk_running(Job *job, const AtsDocxRel *rel, const AtsDocxRunning *running, GError **error)
{
	gboolean footer = g_str_equal(rel->type, "footer");
	guint32 root;

	/* several relationships may name one part: it is walked once */
	if (rel->external || !ats_docx_package_has(job->package, rel->target) ||
	    !g_hash_table_add(job->walked,
			      (gpointer)ats_document_intern(job->document, rel->target)))
		return TRUE;
	root = add_root(job, footer ? ATS_PART_FOOTER : ATS_PART_HEADER, rel->target);
	ats_at(job->document->parts, AtsPart, root)->visible = running != NULL && running->visible;
	ats_at(job->document->parts, AtsPart, root)->running = running == NULL || running->running;
	return walk_other(job, rel->target, root, error);
}

/* first those that sections show, first pages' first; then those that lie in the package unused,
 * which some parsers read */
static gboolean
walk_all_running(Job *job, const char *type, GError **error)
{
	for (guint i = 0; i < job->running->len; i++) {
		const AtsDocxRunning *running = g_ptr_array_index(job->running, i);
		const AtsDocxRel *rel = ats_docx_rels_by_id(job->rels, running->id);
		if (rel != NULL && g_str_equal(rel->type, type) &&
		    !walk_running(job, rel, running, error))
			return FALSE;
	}
	for (guint i = 0; i < job->rels->list->len; i++) {
		const AtsDocxRel *rel = g_ptr_array_index(job->rels->list, i);
		if (g_str_equal(rel->type, type) && !walk_running(job, rel, NULL, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
walk_related(Job *job, const char *type, AtsPartKind kind, GError **error)
{
	const char *name = target_of(job, job->rels, type);

	return name == NULL || walk_other(job, name, add_root(job, kind, name), error);
}

static gboolean
walk_text(Job *job, GError **error)
{
	guint32 body = add_root(job, ATS_PART_BODY, job->main_part);

	job->walked = g_hash_table_new(g_str_hash, g_str_equal);
	job->images = ats_docx_images_new(job->package);
	job->walk = ats_docx_walk_new(job->document, job->styles, job->numbering, job->images);
	if (!walk_all_running(job, "header", error) ||
	    !walk_part(job, job->main_part, body, job->rels, error) ||
	    !walk_all_running(job, "footer", error) ||
	    !walk_related(job, "footnotes", ATS_PART_NOTE, error) ||
	    !walk_related(job, "endnotes", ATS_PART_NOTE, error) ||
	    !walk_related(job, "comments", ATS_PART_COMMENT, error))
		return FALSE;
	ats_docx_walk_finish(job->walk);
	return TRUE;
}

AtsDocument *
ats_extract_docx(GBytes *bytes, GError **error)
{
	g_auto(Job) job = {0};

	if (!ats_docx_check_magic(bytes, error))
		return NULL;
	job.document = ats_document_new(ATS_FORMAT_DOCX);
	job.package = ats_docx_package_open(bytes, error);
	if (job.package == NULL || !find_main_part(&job, error))
		return NULL;
	job.rels = ats_docx_rels_load(job.package, job.main_part, error);
	if (job.rels == NULL || !load_settings(&job, error) || !load_styles(&job, error) ||
	    !load_sections(&job, error) || !walk_text(&job, error))
		return NULL;
	job.document->n_syntax_errors += ats_docx_package_n_oddities(job.package);
	return g_steal_pointer(&job.document);
}

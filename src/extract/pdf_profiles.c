/*
 * Colour profiles in the plainest way: the calls of Little CMS that poppler makes are defined by
 * this program itself, as those of cairo are (pdf_hooks.c), and take a profile for its kind alone:
 * grey, RGB or CMYK. No report needs shades that a measuring device would tell apart; the true
 * transform of one photo costs more than all text of a resume, and a parser of a stranger's bytes
 * less is one less to fear. Nothing calls this file.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <glib.h>

#define HOOK __attribute__((visibility("default")))

/* bytes of a profile's header, and what stands in it where */
#define HEADER_BYTES 128
#define AT_KIND	     16
#define AT_MAGIC     36

#define MAGIC 0x61637370 /* "acsp" */

/* of lcms2.h, whose types are plain ones by other names */
typedef enum {
	KIND_GREY = 0x47524159, /* "GRAY" */
	KIND_RGB = 0x52474220,	/* "RGB " */
	KIND_CMYK = 0x434D594B, /* "CMYK" */
} Kind;

/* of a format's number: bytes of a channel (three bits), and how many channels (four bits) */
#define FORMAT_BYTES(format)	((format)&7)
#define FORMAT_CHANNELS(format) (((format) >> 3) & 15)

#define RGB_CHANNELS 3

typedef struct {
	guint32 kind;
} Profile;

typedef struct {
	guint channels;
} Transform;

void *
cmsOpenProfileFromMem(const void *data, guint32 size);
void *
cmsCreate_sRGBProfile(void);
void *
cmsCreateXYZProfile(void);
guint32
cmsGetColorSpace(void *profile);
int
cmsCloseProfile(void *profile);
void *
cmsCreateTransform(void *from,
		   guint32 from_format,
		   void *to,
		   guint32 to_format,
		   guint32 intent,
		   guint32 flags);
void
cmsDeleteTransform(void *transform);
void
cmsDoTransform(void *transform, const void *from, void *to, guint32 n);

static Profile *
profile_new(guint32 kind)
{
	Profile *profile = g_new(Profile, 1);

	profile->kind = kind;
	return profile;
}

static guint32
read_number(const guint8 *at)
{
	return (guint32)at[0] << 24 | (guint32)at[1] << 16 | (guint32)at[2] << 8 | at[3];
}

HOOK void *
cmsOpenProfileFromMem(const void *data, guint32 size)
{
	const guint8 *header = data;

	if (size < HEADER_BYTES || read_number(header + AT_MAGIC) != MAGIC)
		return NULL;
	return profile_new(read_number(header + AT_KIND));
}

/* the display's */
HOOK void *
cmsCreate_sRGBProfile(void)
{
	return profile_new(KIND_RGB);
}

/* of spaces that say how light their colours are: poppler can do without */
HOOK void *
cmsCreateXYZProfile(void)
{
	return NULL;
}

HOOK guint32
cmsGetColorSpace(void *profile)
{
	return ((const Profile *)profile)->kind;
}

HOOK int
cmsCloseProfile(void *profile)
{
	g_free(profile);
	return TRUE;
}

static guint
channels_of(guint32 kind)
{
	switch (kind) {
	case KIND_GREY:
		return 1;
	case KIND_RGB:
		return RGB_CHANNELS;
	case KIND_CMYK:
		return 4;
	default:
		return 0;
	}
}

/* NULL: poppler takes the plain space that the file must name beside the profile */
HOOK void *
cmsCreateTransform(void *from,
		   guint32 from_format,
		   void *to,
		   guint32 to_format,
		   guint32 intent,
		   guint32 flags)
{
	guint channels = from != NULL ? channels_of(((const Profile *)from)->kind) : 0;
	Transform *transform;

	if (channels == 0 || FORMAT_CHANNELS(from_format) != channels ||
	    FORMAT_BYTES(from_format) != 1 || FORMAT_CHANNELS(to_format) != RGB_CHANNELS ||
	    FORMAT_BYTES(to_format) != 1)
		return NULL;
	transform = g_new(Transform, 1);
	transform->channels = channels;
	return transform;
}

HOOK void
cmsDeleteTransform(void *transform)
{
	g_free(transform);
}

static guint8
without_ink(guint8 colour, guint8 black)
{
	return (guint8)((255 - colour) * (255 - black) / 255);
}

HOOK void
cmsDoTransform(void *transform, const void *from, void *to, guint32 n)
{
	guint channels = ((const Transform *)transform)->channels;
	const guint8 *in = from;
	guint8 *out = to;

	for (guint32 i = 0; i < n; i++, in += channels, out += RGB_CHANNELS) {
		for (guint k = 0; k < RGB_CHANNELS; k++) {
			if (channels == 1)
				out[k] = in[0];
			else
				out[k] = channels == 4 ? without_ink(in[k], in[3]) : in[k];
		}
	}
}

# SPDX-License-Identifier: LGPL-2.1-or-later
"""Hostile PDFs, one function a class, named after what it does. Objects are written by hand; see Pdf for what a file gets by itself."""
import hashlib
import struct

from case import IMPATIENT, REPORT, Cases, deflate, deflate_many

CASES = Cases()
add, slow = CASES.add, CASES.slow

GIB = 1 << 30
MIB = 1 << 20
HELLO = b"BT /F 12 Tf 72 700 Td (Ann Lee) Tj ET"


class Pdf:
    """A file of one page with a font /F, whose content, resources and other parts the classes replace.

    1 is the catalogue, 2 the root of the pages, 3 the page, 4 its content, 5 the font.
    """

    def __init__(self, content=HELLO, resources=b"", page=b"", catalogue=b"", box=b"[0 0 612 792]"):
        self.objects = {}
        self.size = 0
        self.trailer = b""
        self.put(1, b"<</Type/Catalog/Pages 2 0 R " + catalogue + b">>")
        self.put(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
        self.put(3, b"<</Type/Page/Parent 2 0 R/MediaBox" + box + b"/Contents 4 0 R/Resources<</Font<</F 5 0 R>>" + resources +
                 b">>" + page + b">>")
        self.stream(4, content)
        self.put(5, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")

    def put(self, number, body):
        self.objects[number] = body
        self.size = max(self.size, number + 1)
        return self

    def add(self, body):
        number = self.size
        self.put(number, body)
        return number

    def stream(self, number, data, entries=b"", length=None):
        length = len(data) if length is None else length
        head = b"<</Length %d " % length if isinstance(length, int) else b"<</Length " + length
        return self.put(number, head + entries + b">>stream\n" + data + b"\nendstream")

    def bytes(self, table=True, head=b"%PDF-1.7\n"):
        out = bytearray(head)
        places = {}
        for number, body in self.objects.items():
            places[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        size = self.size
        if table:
            free = b"0000000000 65535 f \n"
            out += b"xref\n0 %d\n" % size
            out += b"".join(b"%010d 00000 n \n" % places[i] if i in places else free for i in range(size))
        out += b"trailer\n<</Root 1 0 R/Size %d" % size + self.trailer + b">>\nstartxref\n%d\n%%%%EOF\n" % start
        return bytes(out)


def page(content=HELLO, **more):
    return Pdf(content, **more).bytes()


def with_stream(data, entries):
    """The page's content is a stream of that kind."""
    return Pdf().stream(4, data, entries).bytes()


def with_object(resources, body):
    """Object 6, which the resources name."""
    return Pdf(resources=resources).put(6, body)


# --- streams and their filters ---


@slow()
def flate_bomb_2gb_content():
    return with_stream(deflate_many(b" " * MIB, 2048), b"/Filter/FlateDecode")


@slow()
def flate_bomb_2gb_operators():
    return with_stream(deflate_many(b"0 0 m 9 9 l S\n" * 75000, 2048), b"/Filter/FlateDecode")


@slow()
def double_flate_2gb():
    return with_stream(deflate(deflate_many(b" " * MIB, 2048)), b"/Filter[/FlateDecode/FlateDecode]")


@add()
def filter_chain_5000():
    return with_stream(HELLO, b"/Filter[" + b"/ASCIIHexDecode" * 5000 + b"]")


@slow(REPORT, "timeout", "memory-limit")
def filter_chain_of_run_lengths():
    data = b"\x81 " * 4000
    return with_stream(data, b"/Filter[" + b"/RunLengthDecode" * 4 + b"]")


@add()
def flate_junk():
    return with_stream(bytes(range(256)) * 40, b"/Filter/FlateDecode")


@add()
def flate_cut_short():
    return with_stream(deflate(HELLO * 1000)[:-20], b"/Filter/FlateDecode")


@add()
def lzw_junk():
    return with_stream(b"\x80\x0b\xff\xff\xff\xfe" * 5000, b"/Filter/LZWDecode/DecodeParms<</EarlyChange 99>>")


@add()
def ascii85_junk():
    return with_stream(b"z" * 100000 + b"~x~~>", b"/Filter/ASCII85Decode")


@add()
def predictor_lies():
    parameters = b"/DecodeParms<</Predictor 15/Columns 2147483647/Colors 2147483647/BitsPerComponent 2147483647>>"
    return with_stream(deflate(HELLO), b"/Filter/FlateDecode" + parameters)


def image_page(data, entries, width=60, height=60):
    pdf = Pdf(HELLO + b" q 100 0 0 100 0 0 cm /I Do Q", resources=b"/XObject<</I 6 0 R>>")
    size = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB" % (width, height)
    return pdf.stream(6, data, size + entries).bytes()


@add()
def jbig2_junk():
    return image_page(b"\0\0\0\1\x30\0\1\0\0\0\x13\xff\xff\xff\xff\xff\xff\xff\xff" * 50, b"/Filter/JBIG2Decode")


@add()
def jpx_junk():
    return image_page(b"\0\0\0\x0cjP  \r\n\x87\n\xff\x4f\xff\x51\0\x2f" + b"\x7f\xff" * 500, b"/Filter/JPXDecode")


@add()
def dct_junk():
    return image_page(b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\1\x22\0\2\x11\1\3\x11\1" + b"\xff\xda" * 500, b"/Filter/DCTDecode")


@add()
def ccitt_lies():
    return image_page(b"\0\x10" * 500, b"/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 2147483647/Rows 2147483647>>")


@add()
def image_60000_square():
    return image_page(b"\0" * 100, b"", 60000, 60000)


@slow(REPORT, "timeout")
def image_60000_square_of_flate():
    return image_page(deflate_many(b"\0" * MIB, 3000), b"/Filter/FlateDecode", 60000, 17000)


@add()
def images_10000_of_one_pixel():
    pdf = Pdf(HELLO + b" /I Do" * 10000, resources=b"/XObject<</I 6 0 R>>")
    return pdf.stream(6, b"\0\0\0", b"/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB").bytes()


@add()
def image_without_sense():
    return image_page(b"", b"/ColorSpace[/Indexed 6 0 R 2147483647 6 0 R]/Decode[" + b"1e38 " * 1000 + b"]/SMask 6 0 R/Mask 6 0 R")


@add()
def length_of_2gb():
    return Pdf().stream(4, HELLO, length=2 * GIB).bytes()


@add()
def length_below_zero():
    return Pdf().stream(4, HELLO, length=-1).bytes()


@add()
def length_is_the_stream_itself():
    return Pdf().stream(4, HELLO, length=b"4 0 R").bytes()


@add()
def stream_without_end():
    return Pdf().put(4, b"<</Length 9999>>stream\n" + HELLO).bytes(table=False)


@add()
def stream_in_another_file():
    return Pdf().stream(4, b"", b"/F(/etc/passwd)/FFilter/FlateDecode").bytes()


@add()
def filters_nobody_knows():
    return with_stream(HELLO, b"/Filter[/Crypt/NoSuchDecode 4 0 R null]/DecodeParms[[[]]]")


# --- the tree of pages ---


@add("damaged", REPORT)
def page_tree_loop():
    return Pdf().put(2, b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 9>>").put(6, b"<</Type/Pages/Kids[2 0 R]/Count 5/Parent 2 0 R>>").bytes()


@add("damaged", REPORT)
def page_tree_of_itself():
    return Pdf().put(2, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>").bytes()


@add("damaged", REPORT)
def page_tree_20000_deep():
    pdf = Pdf().put(2, b"<</Type/Pages/Kids[6 0 R]/Count 1>>")
    for number in range(6, 20006):
        pdf.put(number, b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (number + 1, number - 1))
    return pdf.put(20006, b"<</Type/Page/Parent 20005 0 R/Contents 4 0 R>>").bytes()


@add(REPORT, "damaged")
def page_count_of_2_billion():
    return Pdf().put(2, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>").bytes()


@add(REPORT, "damaged")
def page_count_below_zero():
    return Pdf().put(2, b"<</Type/Pages/Kids[3 0 R]/Count -5>>").bytes()


@add("damaged", REPORT)
def one_page_200000_times():
    return Pdf().put(2, b"<</Type/Pages/Kids[" + b"3 0 R " * 200000 + b"]/Count 200000>>").bytes()


@add(says="Only the first 50 of 10000 pages")
def pages_10000():
    pdf = Pdf()
    kids = [pdf.add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
            for _ in range(10000)]
    return pdf.put(2, b"<</Type/Pages/Count 10000/Kids[" + b" ".join(b"%d 0 R" % kid for kid in kids) + b"]>>").bytes()


@add("damaged", REPORT)
def pages_are_null():
    return Pdf().put(2, b"<</Type/Pages/Kids[null 99 0 R (x) 7]/Count 4>>").bytes()


@add("damaged")
def no_pages():
    return Pdf().put(2, b"<</Type/Pages/Kids[]/Count 0>>").bytes()


@add("damaged", REPORT)
def no_catalogue():
    return Pdf().put(1, b"null").bytes()


@add(REPORT, "damaged")
def parents_in_a_ring():
    pdf = Pdf(box=b"99 0 R").put(2, b"<</Type/Pages/Kids[3 0 R]/Count 1/Parent 6 0 R>>")
    return pdf.put(6, b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>").bytes()


for _name, _box in {
        "huge": b"[-1e12 -1e12 1e12 1e12]", "nan": b"[nan inf -inf 1e999]", "empty": b"[0 0 0 0]", "inside-out": b"[612 792 0 0]",
        "tiny": b"[0 0 .0000001 .0000001]", "of-integers-too-large": b"[0 0 99999999999999999999 4294967296]",
        "of-other-things": b"[(a) /b <<>> [0]]", "million-points": b"[0 0 1000000 1000000]"}.items():
    add(REPORT, "damaged", name=f"page-box-{_name}", make=lambda box=_box: page(box=box))

add(name="user-unit-of-a-billion", make=lambda: page(page=b"/UserUnit 1e9"))
add(name="rotation-of-nonsense", make=lambda: page(page=b"/Rotate 2147483647"))
add(name="crop-box-elsewhere", make=lambda: page(page=b"/CropBox[5000 5000 6000 6000]"))
add(name="contents-of-itself-1000-times", make=lambda: Pdf().put(6, b"[" + b"4 0 R 6 0 R " * 1000 + b"]").put(
    3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 6 0 R/Resources<</Font<</F 5 0 R>>>>>>").bytes())


# --- forms, patterns, masks and functions that draw themselves ---

FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]"


@add()
def form_recursion():
    return Pdf(b"/X Do " + HELLO, resources=b"/XObject<</X 6 0 R>>").stream(
        6, b"/X Do " * 20, FORM + b"/Resources<</XObject<</X 6 0 R>>>>").bytes()


@slow()
def form_fanout_10pow29():
    pdf = Pdf(b"/X Do", resources=b"/XObject<</X 6 0 R>>")
    for number in range(6, 35):
        pdf.stream(number, b"/X Do " * 10, FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1))
    return pdf.stream(35, HELLO, FORM + b"/Resources<</Font<</F 5 0 R>>>>").bytes()


@add()
def type3_recursion():
    pdf = Pdf(b"BT /T 12 Tf 72 700 Td (aaaa) Tj ET " + HELLO, resources=b"/Font<</T 6 0 R/F 5 0 R>>")
    pdf.put(6, b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
               b"/Encoding<</Differences[97/a]>>/CharProcs<</a 7 0 R>>/Resources<</Font<</T 6 0 R>>>>>>")
    return pdf.stream(7, b"9 0 d0 BT /T 1 Tf (aaaa) Tj ET").bytes()


@slow(REPORT, "timeout")
def type3_fanout():
    pdf = Pdf(b"BT /T 12 Tf 72 700 Td (aaaaaaaaaa) Tj ET", resources=b"/Font<</T 6 0 R>>")
    for number in range(6, 60, 2):
        pdf.put(number, b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
                        b"/Encoding<</Differences[97/a]>>/CharProcs<</a %d 0 R>>/Resources<</Font<</T %d 0 R>>>>>>"
                % (number + 1, number + 2))
        pdf.stream(number + 1, b"9 0 d0 BT /T 1 Tf (aaaaaaaaaa) Tj ET")
    return pdf.bytes()


@add()
def pattern_recursion():
    pdf = Pdf(HELLO + b" /Pattern cs /P scn 0 0 612 792 re f", resources=b"/Pattern<</P 6 0 R>>")
    return pdf.stream(6, b"/Pattern cs /P scn 0 0 9 9 re f", b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]"
                      b"/XStep 9/YStep 9/Resources<</Pattern<</P 6 0 R>>>>").bytes()


def tiling(step, box=b"[0 0 9 9]"):
    pdf = Pdf(HELLO + b" /Pattern cs /P scn 0 0 612 792 re f", resources=b"/Pattern<</P 6 0 R>>")
    return pdf.stream(6, b"0 0 1 1 re f", b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox" + box +
                      b"/XStep " + step + b"/YStep " + step + b"/Resources<<>>").bytes()


slow(REPORT, "timeout", name="pattern-of-a-billion-tiles", make=lambda: tiling(b".00001"))
add(name="pattern-steps-of-zero", make=lambda: tiling(b"0"))
add(name="pattern-tile-huge", make=lambda: tiling(b"1e9", b"[0 0 1e9 1e9]"))


@add()
def soft_mask_recursion():
    pdf = Pdf(b"/G gs " + HELLO, resources=b"/ExtGState<</G 6 0 R>>")
    pdf.put(6, b"<</SMask<</S/Luminosity/G 7 0 R>>>>")
    return pdf.stream(7, b"/G gs 0 0 9 9 re f", FORM + b"/Group<</S/Transparency>>/Resources<</ExtGState<</G 6 0 R>>>>").bytes()


@add()
def soft_masks_1000():
    pdf = Pdf(b"/G gs 0 0 9 9 re f " * 1000 + HELLO, resources=b"/ExtGState<</G 6 0 R>>")
    pdf.put(6, b"<</SMask<</S/Luminosity/G 7 0 R>>>>")
    return pdf.stream(7, b"0 0 9 9 re f", FORM + b"/Group<</S/Transparency>>").bytes()


@add()
def groups_500_deep():
    pdf = Pdf(b"/X Do", resources=b"/XObject<</X 6 0 R>>")
    for number in range(6, 506):
        pdf.stream(number, b"/X Do", FORM + b"/Group<</S/Transparency/I true>>/Resources<</XObject<</X %d 0 R>>>>" % (number + 1))
    return pdf.stream(506, HELLO, FORM + b"/Resources<</Font<</F 5 0 R>>>>").bytes()


def shading(body, more=None):
    pdf = Pdf(HELLO + b" q 612 0 0 792 0 0 cm /S sh Q", resources=b"/Shading<</S 6 0 R>>").put(6, body)
    return (more(pdf) if more else pdf).bytes()


add(name="function-recursion", make=lambda: shading(
    b"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 1 1]/Function 7 0 R>>",
    lambda pdf: pdf.put(7, b"<</FunctionType 3/Domain[0 1]/Functions[7 0 R 7 0 R]/Bounds[.5]/Encode[0 1 0 1]>>")))
add(name="function-table-of-2-billion", make=lambda: shading(
    b"<</ShadingType 1/ColorSpace/DeviceGray/Function 7 0 R>>",
    lambda pdf: pdf.stream(7, b"x", b"/FunctionType 0/Domain[0 1 0 1]/Range[0 1]/Size[46340 46340]/BitsPerSample 32")))
add(REPORT, "crashed", name="function-of-nested-braces", make=lambda: shading(
    b"<</ShadingType 1/ColorSpace/DeviceGray/Function 7 0 R>>",
    lambda pdf: pdf.stream(7, b"{" * 100000, b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1]")))
add(name="function-that-copies-its-stack", make=lambda: shading(
    b"<</ShadingType 1/ColorSpace/DeviceGray/Function 7 0 R>>",
    lambda pdf: pdf.stream(7, b"{" + b"2147483647 copy -2147483648 2147483647 roll 99 index " * 99 + b"}",
                           b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1]")))
add(name="shading-by-a-function-of-place", make=lambda: shading(
    b"<</ShadingType 1/ColorSpace/DeviceRGB/Function 7 0 R>>",
    lambda pdf: pdf.stream(7, b"{" + b"exch sin 360 mul exch cos 360 mul " * 50 + b"dup}",
                           b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]")))
add(name="shading-mesh-lies", make=lambda: Pdf(HELLO + b" /S sh", resources=b"/Shading<</S 6 0 R>>").stream(
    6, b"\0\1\2\3" * 5000, b"/ShadingType 5/ColorSpace/DeviceRGB/BitsPerCoordinate 32/BitsPerComponent 16/VerticesPerRow 2147483647"
    b"/Decode[0 1e38 0 1e38 0 1 0 1 0 1]").bytes())
add(REPORT, "timeout", options=IMPATIENT, name="shading-patches-5000", make=lambda: Pdf(HELLO + b" /S sh", resources=b"/Shading<</S 6 0 R>>").stream(
    6, (b"\0" + bytes(range(0, 240, 10)) + b"\xff\0\0\0\xff\0\0\0\xff\xff\xff\0") * 5000,
    b"/ShadingType 6/ColorSpace/DeviceRGB/BitsPerFlag 8/BitsPerCoordinate 8/BitsPerComponent 8/Decode[0 600 0 600 0 1 0 1 0 1]").bytes())


# --- what a page draws ---


add(REPORT, "memory-limit", "crashed", name="saves-1000000-deep", make=lambda: with_stream(deflate(b"q " * 1000000 + HELLO), b"/Filter/FlateDecode"))
add(name="texts-1000000-deep", make=lambda: with_stream(deflate(b"BT " * 1000000 + HELLO), b"/Filter/FlateDecode"))
slow(REPORT, "timeout", name="marks-200000-deep", make=lambda: with_stream(deflate(b"/P <</MCID 0>> BDC " * 200000 + HELLO), b"/Filter/FlateDecode"))
add(name="array-1000000-deep", make=lambda: with_stream(deflate(b"[" * 1000000 + HELLO), b"/Filter/FlateDecode"))
add(name="dictionary-200000-deep", make=lambda: with_stream(deflate(b"<</a " * 200000 + HELLO), b"/Filter/FlateDecode"))


@slow()
def text_100k_same_spot():
    words = b"".join(b"1 0 0 1 72 700 Tm (%d) Tj " % i for i in range(100000))
    return with_stream(deflate(b"BT /F 10 Tf " + words + b"ET"), b"/Filter/FlateDecode")


@slow(REPORT, "timeout")
def text_200k_scattered():
    words = b"".join(b"1 0 0 1 %d %d Tm (w) Tj " % (i * 7919 % 612, i * 104729 % 792) for i in range(200000))
    return with_stream(deflate(b"BT /F 1 Tf " + words + b"ET"), b"/Filter/FlateDecode")


@slow(REPORT, "timeout", says="Only the first 200000 characters of page 1")
def million_glyphs_in_one_array():
    return with_stream(deflate(b"BT /F 10 Tf 72 700 Td [" + b"(a)-500" * 1000000 + b"] TJ ET"), b"/Filter/FlateDecode")


@slow(REPORT, "timeout")
def million_letters_in_one_string():
    return with_stream(deflate(b"BT /F 10 Tf 72 700 Td (" + b"a" * 1000000 + b") Tj ET"), b"/Filter/FlateDecode")


@slow(REPORT, "timeout", says="Only the first 200000 characters of page 1")
def million_shows():
    return with_stream(deflate(b"BT /F 10 Tf 72 700 Td " + b"(a) Tj " * 1000000 + b"ET"), b"/Filter/FlateDecode")


add(name="gaps-beyond-numbers", make=lambda: page(b"BT /F 12 Tf 72 700 Td [(Ann) -1e38 (Lee) 1e38 (x) 99999999999999999999 (y)] TJ ET"))
add(name="size-beyond-numbers", make=lambda: page(b"BT /F 1e30 Tf 72 700 Td (Ann Lee) Tj /F -1e30 Tf (a) Tj /F 0 Tf (b) Tj ET"))
add(name="matrix-beyond-numbers", make=lambda: page(b"1e38 1e38 1e38 1e38 1e38 1e38 cm 1e38 0 0 1e38 0 0 cm " + HELLO))
add(name="matrix-of-zeros", make=lambda: page(b"0 0 0 0 0 0 cm " + HELLO + b" BT 0 0 0 0 0 0 Tm /F 12 Tf (a) Tj ET"))
add(name="spacing-beyond-numbers", make=lambda: page(b"BT /F 12 Tf 1e30 Tc -1e30 Tw 1e30 Tz 1e30 TL 1e30 Ts 72 700 Td (a b c) Tj T* (d) ' ET"))
add(name="rendering-modes-of-nonsense", make=lambda: page(b"BT /F 12 Tf 99 Tr -1 Tr 72 700 Td (a) Tj 7 Tr (b) Tj ET 0 0 9 9 re W n " * 500))
add(name="text-turned-every-degree", make=lambda: page(b"".join(
    b"BT /F 9 Tf %.4f %.4f %.4f %.4f 300 400 Tm (turned %d) Tj ET\n" % (*turn(i), i) for i in range(3600))))


def turn(i):
    import math
    a = math.radians(i / 10)
    return math.cos(a), math.sin(a), -math.sin(a), math.cos(a)


slow(REPORT, "timeout", name="path-of-a-million-lines", make=lambda: with_stream(
    deflate(HELLO + b" 0 0 m " + b"9 9 l 0 9 l " * 500000 + b"B*"), b"/Filter/FlateDecode"))
slow(REPORT, "timeout", says="Only the first 100000 shapes on page 1", name="rectangles-1000000", make=lambda: with_stream(
    deflate(HELLO + b" " + b"0 0 9 9 re f " * 1000000), b"/Filter/FlateDecode"))
add(name="rectangles-100000-apart", make=lambda: with_stream(
    deflate(HELLO + b"".join(b" %d %d 2 1 re f" % (i * 7919 % 612, i * 104729 % 792) for i in range(100000))), b"/Filter/FlateDecode"))
add(name="rules-30000-crossed", make=lambda: with_stream(
    deflate(HELLO + b"".join(b" %d 0 m %d 792 l S 0 %d m 612 %d l S" % (i % 612, i % 612, i % 792, i % 792) for i in range(15000))),
    b"/Filter/FlateDecode"))
slow(REPORT, "timeout", name="clips-100000-deep", make=lambda: with_stream(
    deflate(b"q 0 0 612 792 re 5 5 600 700 re W* n " * 100000 + HELLO), b"/Filter/FlateDecode"))
add(name="dashes-100000", make=lambda: page(HELLO + b" [" + b".001 " * 100000 + b"] 0 d 0 0 m 612 792 l S"))
add(name="dashes-too-fine-to-count", make=lambda: page(HELLO + b" [1e-9 1e-9] 0 d 1e9 w 0 0 m 1e9 1e9 l S"))
add(name="curves-beyond-numbers", make=lambda: page(HELLO + b" 0 0 m 1e38 -1e38 1e38 1e38 -1e38 0 c h B 1e38 w S" * 1000))
add(name="inline-image-without-end", make=lambda: page(HELLO + b" BI /W 9 /H 9 /BPC 8 /CS /G ID " + b"x" * 100000))
add(name="inline-images-50000", make=lambda: with_stream(
    deflate(HELLO + b" BI /W 1 /H 1 /BPC 8 /CS /G ID x EI" * 50000), b"/Filter/FlateDecode"))
add(name="inline-image-60000-square", make=lambda: page(b"BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID x EI " + HELLO))
add(name="operators-nobody-knows", make=lambda: with_stream(deflate(b"1 2 3 foo " * 100000 + HELLO), b"/Filter/FlateDecode"))
add(name="operands-100000-for-one-operator", make=lambda: page(b"1 " * 100000 + b"re f " + HELLO))
add(name="junk-for-content", make=lambda: page(bytes(i * 7919 % 251 for i in range(200000))))
add(name="string-without-end", make=lambda: page(b"BT /F 12 Tf (" + b"((" * 100000))
add(name="resources-of-themselves", make=lambda: Pdf(b"/X Do " + HELLO, resources=b"/XObject<</X 3 0 R>>/ExtGState 3 0 R/Font 3 0 R").bytes())
add(name="words-on-one-line-20000", make=lambda: page(
    b"BT /F 1 Tf 0 700 Td (" + b"word " * 20000 + b") Tj ET", box=b"[0 0 100000 792]"))
add(name="words-glued-letter-by-letter-20000", make=lambda: with_stream(
    deflate(b"BT /F 4 Tf " + b"".join(b"1 0 0 1 %d %d Tm (a) Tj " % (i % 150 * 4, i // 150 * 5) for i in range(20000)) + b"ET"),
    b"/Filter/FlateDecode"))


# --- fonts ---


def font(body, more=None, text=b"(Ann Lee)"):
    pdf = Pdf(b"BT /F 12 Tf 72 700 Td " + text + b" Tj ET").put(5, body)
    return (more(pdf) if more else pdf).bytes()


def composite(more, to_unicode=b"/ToUnicode 8 0 R", descendant=b"", encoding=b"/Identity-H"):
    return font(b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding" + encoding + b"/DescendantFonts[7 0 R]" + to_unicode + b">>",
                lambda pdf: more(pdf.put(7, b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)"
                                            b"/Ordering(Identity)/Supplement 0>>" + descendant + b">>")), b"<004100420043>")


CMAP = b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"

slow(REPORT, "timeout", "memory-limit", name="tounicode-of-2-billion", make=lambda: composite(lambda pdf: pdf.stream(
    8, CMAP + b"1000 beginbfrange\n" + b"<00000000><7fffffff><0041>\n" * 1000 + b"endbfrange endcmap")))
add(name="tounicode-of-long-strings", make=lambda: composite(lambda pdf: pdf.stream(
    8, CMAP + b"1 beginbfchar\n<0041><" + b"0041" * 100000 + b">\nendbfchar endcmap")))
add(name="tounicode-uses-itself", make=lambda: composite(lambda pdf: pdf.stream(8, CMAP + b"/A usecmap endcmap", b"/UseCMap 8 0 R")))
add(name="tounicode-junk", make=lambda: composite(lambda pdf: pdf.stream(8, b"beginbfrange <00> <ff> [[[[<41>" * 1000)))
add(REPORT, "crashed", name="cmap-uses-itself", make=lambda: composite(lambda pdf: pdf.stream(
    8, CMAP + b"endcmap", b"/Type/CMap/CMapName/A/UseCMap 8 0 R"), encoding=b" 8 0 R"))
slow(REPORT, "timeout", "memory-limit", name="cid-ranges-of-2-billion", make=lambda: composite(lambda pdf: pdf.stream(
    8, CMAP + b"100 begincidrange\n" + b"<00000000><7fffffff>0\n" * 100 + b"endcidrange endcmap", b"/Type/CMap/CMapName/A"),
    encoding=b" 8 0 R", to_unicode=b""))
slow(REPORT, "timeout", "memory-limit", name="cid-widths-of-2-billion", make=lambda: composite(
    lambda pdf: pdf, b"", b"/W[0 2147483647 500 " + b"0 2147483647 500 " * 100 + b"]/W2[0 2147483647 1 2 3]/DW 1e38"))
add(name="descendant-of-itself", make=lambda: font(b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[5 0 R]>>"))
add(name="widths-lie", make=lambda: font(
    b"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar -2147483648/LastChar 2147483647/Widths[1e38 (x) -1e38]>>"))
add(name="differences-of-a-million", make=lambda: font(
    b"<</Type/Font/Subtype/Type1/BaseFont/A/Encoding<</Differences[0" + b"/a" * 1000000 + b" 2147483647/b]>>>>"))
add(name="glyph-names-of-nonsense", make=lambda: font(
    b"<</Type/Font/Subtype/Type1/BaseFont/A/Encoding<</Differences[32/uniFFFFFFFF/u110000/g99999999999/uni/" + b"a_" * 10000 + b"b]>>>>"))
for _kind, _key in {"Type1": b"FontFile", "TrueType": b"FontFile2", "Type1C": b"FontFile3/x"}.items():
    add(name=f"font-file-junk-{_kind.lower()}", make=lambda key=_key.partition(b"/")[0], kind=_kind: font(
        b"<</Type/Font/Subtype/" + kind.replace("1C", "1").encode() + b"/BaseFont/A/FirstChar 65/LastChar 65/Widths[500]"
        b"/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/" + key + b" 6 0 R>>>>",
        lambda pdf: pdf.stream(6, b"\0\1\0\0\xff\xff\xff\xff\xff\xffglyf\0\0\0\0\xff\xff\xff\xff" * 2000, b"/Subtype/Type1C")))
slow(REPORT, "timeout", "memory-limit", name="font-file-bomb-2gb", make=lambda: font(
    b"<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 6 0 R>>>>",
    lambda pdf: pdf.stream(6, deflate_many(b"\0\1\0\0" * (MIB // 4), 2048), b"/Filter/FlateDecode")))


def fonts(number, uses):
    names = b"".join(b"/F%d 5 0 R" % i for i in range(number))
    content = b"BT 72 700 Td " + b"".join(b"/F%d 9 Tf (a) Tj " % i for i in range(uses)) + b"ET"
    return Pdf(content, resources=b"/Font<<" + names + b">>").bytes()


@slow(REPORT, "timeout")
def fonts_100000():
    pdf = Pdf(resources=b"/Font 6 0 R")
    first = 7
    pdf.put(6, b"<<" + b"".join(b"/F%d %d 0 R" % (i, first + i) for i in range(100000)) + b">>")
    for i in range(100000):
        pdf.put(first + i, b"<</Type/Font/Subtype/Type1/BaseFont/A%d>>" % i)
    content = b"BT 72 700 Td " + b"".join(b"/F%d 9 Tf (a) Tj " % i for i in range(2000)) + b"ET"
    pdf.put(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font 6 0 R>>>>")
    return pdf.stream(4, content).bytes()


slow(REPORT, "timeout", name="one-font-under-100000-names", make=lambda: fonts(100000, 1000))


# --- objects, and where they are said to be ---

add(name="object-that-is-itself", make=lambda: Pdf().put(5, b"5 0 R").bytes())
add(name="object-chain-100000-long", make=lambda: chain(100000))
add(REPORT, "damaged", name="object-500000-deep", make=lambda: Pdf(page=b"/A 6 0 R").put(6, b"[" * 500000).bytes())
add(name="object-50000-deep-in-the-catalogue", make=lambda: Pdf(catalogue=b"/Names<</Dests" + b"<</Kids[" * 50000).bytes(table=False))
add(name="string-of-16mb", make=lambda: Pdf(page=b"/A(" + b"x" * (16 * MIB) + b")").bytes())
add(name="name-of-16mb", make=lambda: Pdf(page=b"/A/" + b"x" * (16 * MIB)).bytes())
add(name="comments-of-10mb", make=lambda: page().replace(b"endobj", b"endobj %" + b"x" * (10 * MIB), 1))
add(name="keys-100000-of-one-dictionary", make=lambda: Pdf(page=b"".join(b"/K%d 0 " % i for i in range(100000))).bytes())
add(name="one-key-100000-times", make=lambda: Pdf(page=b"/Contents 4 0 R " * 100000).bytes())
add("damaged", name="header-alone", make=lambda: b"%PDF-1.7\n")
add("damaged", name="header-and-10mb-of-zeros", make=lambda: b"%PDF-1.7\n" + b"\0" * (10 * MIB))
add("damaged", name="header-and-2mb-of-objects-cut", make=lambda: b"%PDF-1.7\n" + b"1 0 obj <<" * (MIB // 5))
slow("damaged", "timeout", name="header-and-trailers-100000", make=lambda: b"%PDF-1.7\n" + b"trailer <</Root 1 0 R/Prev 9>> xref 0 1\n" * 100000)
add(name="garbage-of-20mb-before-the-objects", make=lambda: Pdf().bytes(False, b"%PDF-1.7\n" + b"\r" * (20 * MIB)))


def chain(length):
    pdf = Pdf().put(5, b"6 0 R")
    for number in range(6, 6 + length):
        pdf.put(number, b"%d 0 R" % (number + 1))
    return pdf.put(6 + length, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>").bytes()


def object_stream(data, entries):
    """The font is in a compressed object stream, found by a cross-reference stream."""
    pdf = Pdf()
    del pdf.objects[5]
    pdf.stream(6, data, b"/Type/ObjStm " + entries)
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in pdf.objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows = [struct.pack(">BIH", 1, places[i], 0) if i in places else struct.pack(">BIH", 2, 6, 0) for i in range(7)]
    rows[0] = struct.pack(">BIH", 0, 0, 65535)
    start = len(out)
    out += b"7 0 obj <</Type/XRef/Root 1 0 R/Size 7/W[1 4 2]/Length 49>>stream\n" + b"".join(rows) + b"\nendstream endobj\n"
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
slow(REPORT, "timeout", "memory-limit", name="object-stream-bomb-2gb", make=lambda: object_stream(
    deflate_many(b"5 0 " + b" " * MIB, 2048), b"/N 1/First 4/Filter/FlateDecode"))
add(name="object-stream-lies-in-numbers", make=lambda: object_stream(b"5 0 " + FONT, b"/N 2000000000/First 2147483647"))
add(name="object-stream-of-a-million", make=lambda: object_stream(deflate(b"5 0 " * 1000000 + FONT), b"/N 1000000/First 4000000/Filter/FlateDecode"))
add(name="object-stream-extends-itself", make=lambda: object_stream(b"5 0 " + FONT, b"/N 1/First 4/Extends 6 0 R"))
add(name="object-stream-is-its-own-length", make=lambda: Pdf().stream(4, HELLO).stream(6, b"4 0 7", b"/Type/ObjStm/N 1/First 4", b"6 0 R").bytes())


def reference_stream(entries, data):
    out = Pdf().bytes(False).partition(b"trailer")[0]
    head = b"9 0 obj <</Type/XRef/Root 1 0 R " + entries + b"/Length %d>>stream\n" % len(data)
    return out + head + data + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF\n" % len(out)


for _name, _entries in {
        "widths": b"/Size 9/W[2147483647 2147483647 2147483647]", "negative": b"/Size 9/W[-1 -1 -1]/Index[-5 10]",
        "size": b"/Size 2147483647/W[1 2 1]", "index": b"/Size 9/W[1 2 1]/Index[0 2147483647 2147483646 9]",
        "of-itself": b"/Size 9/W[1 2 1]/Prev 9 0 R/XRefStm 9", "nothing": b"/Size 0/W[]"}.items():
    add(REPORT, "damaged", name=f"reference-stream-lies-{_name}", make=lambda entries=_entries: reference_stream(entries, b"\1\0\x09\0" * 20))

add(REPORT, "damaged", name="reference-table-of-2-billion", make=lambda: page().replace(b"xref\n0 6", b"xref\n0 2000000000", 1))
add(REPORT, "damaged", name="reference-table-off-by-one", make=lambda: page().replace(b"%PDF-1.7\n", b"%PDF-1.7\n\n", 1))
add(REPORT, "damaged", name="reference-tables-in-a-ring", make=lambda: previous(b"/Prev %d"))
add(REPORT, "damaged", name="reference-table-is-its-own-stream", make=lambda: previous(b"/XRefStm %d"))
add(REPORT, "damaged", name="reference-table-beyond-the-end", make=lambda: page()[:-8] + b"99999999999999999999\n%%EOF")


def previous(entry):
    pdf = Pdf()
    start = pdf.bytes().rindex(b"xref\n0 6")
    pdf.trailer = entry % start
    return pdf.bytes()


def share(whole, tenths):
    return whole[:len(whole) * tenths // 10]


for _tenth in range(1, 10):
    add("damaged", REPORT, name=f"cut-at-{_tenth}-tenths", make=lambda tenth=_tenth: share(page(), tenth))
add("unsupported", "damaged", REPORT, name="every-tenth-byte-lost", make=lambda: bytes(c for i, c in enumerate(page()) if i % 10))
add("damaged", REPORT, name="line-ends-turned", make=lambda: page().replace(b"\n", b"\r\n"))
add(name="written-twice", make=lambda: page() * 2)
add(name="page-of-html-before", make=lambda: b"<html>\n" + page())
add(name="archive-behind", make=lambda: page() + b"PK\3\4" + b"\0" * 1000 + b"PK\5\6" + b"\0" * 18)


# --- what hangs on pages and catalogue ---


def annotations(number, entries):
    pdf = Pdf(page=b"/Annots 6 0 R").put(6, b"")
    kids = [pdf.add(b"<</Type/Annot/Rect[%d %d %d %d]" % (i % 600, i % 700, i % 600 + 9, i % 700 + 9) + entries + b">>") for i in range(number)]
    return pdf.put(6, b"[" + b" ".join(b"%d 0 R" % kid for kid in kids) + b"]").bytes()


slow(REPORT, "timeout", name="annotations-100000", make=lambda: annotations(100000, b"/Subtype/Text/Contents(note)"))
add(name="links-30000", make=lambda: annotations(30000, b"/Subtype/Link/A<</S/URI/URI(https://example.com)>>"))
add(name="links-5000-over-5000-words", make=lambda: Pdf(
    b"BT /F 5 Tf " + b"".join(b"1 0 0 1 %d %d Tm (word) Tj " % (i % 40 * 15, i // 40 * 6) for i in range(5000)) + b"ET",
    page=b"/Annots[" + b"<</Type/Annot/Subtype/Link/Rect[0 0 612 792]/A<</S/URI/URI(https://example.com)>>>>" * 5000 + b"]").bytes())
add(name="annotation-10000-times", make=lambda: Pdf(page=b"/Annots[" + b"6 0 R " * 10000 + b"]").put(
    6, b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Parent 6 0 R/Popup 6 0 R/A<</S/URI/URI(a)/Next 6 0 R>>>>").bytes())
add(name="annotation-that-draws-itself", make=lambda: Pdf(page=b"/Annots[6 0 R]").put(
    6, b"<</Type/Annot/Subtype/Stamp/Rect[0 0 99 99]/AP<</N 7 0 R>>>>").stream(7, b"/X Do", FORM + b"/Resources<</XObject<</X 7 0 R>>>>").bytes())
add(name="annotations-of-nonsense", make=lambda: Pdf(
    page=b"/Annots[null 3 (x) <<>> [<<>>] <</Subtype/Link/Rect[nan 1e38 -1e38 (x)]/QuadPoints[1e38]/A 3 0 R>> 99 0 R]").bytes())
add(name="annotations-are-a-ring", make=lambda: Pdf(page=b"/Annots 6 0 R").put(6, b"[6 0 R 6 0 R]").bytes())
add(name="fields-in-a-ring", make=lambda: Pdf(catalogue=b"/AcroForm<</Fields[6 0 R]>>", page=b"/Annots[6 0 R 7 0 R]").put(
    6, b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/Kids[7 0 R]/Parent 7 0 R>>").put(
    7, b"<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/Rect[0 0 9 9]/Kids[6 0 R]/Parent 6 0 R>>").bytes())
add(name="fields-below-each-other", make=lambda: Pdf(page=b"/Annots[6 0 R 7 0 R]").put(
    6, b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/Parent 7 0 R>>").put(
    7, b"<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/Rect[0 0 9 9]/Parent 6 0 R>>").bytes())
slow(REPORT, "timeout", name="field-of-itself", make=lambda: Pdf(catalogue=b"/AcroForm<</Fields[6 0 R]>>", page=b"/Annots[6 0 R]").put(
    6, b"<</Type/Annot/Subtype/Widget/FT/Tx/Rect[0 0 9 9]/Kids[6 0 R 6 0 R]>>").bytes())


@slow(REPORT, "timeout")
def fields_20000():
    pdf = Pdf(catalogue=b"/AcroForm<</Fields 6 0 R>>", page=b"/Annots 6 0 R").put(6, b"")
    kids = [pdf.add(b"<</Type/Annot/Subtype/Widget/FT/Tx/T(field %d)/V(value)/Rect[0 0 9 9]>>" % i) for i in range(20000)]
    return pdf.put(6, b"[" + b" ".join(b"%d 0 R" % kid for kid in kids) + b"]").bytes()


@slow(REPORT, "timeout", "memory-limit")
def fields_5000_deep():
    pdf = Pdf(catalogue=b"/AcroForm<</Fields[6 0 R]>>")
    for number in range(6, 5006):
        pdf.put(number, b"<</FT/Tx/T(a)/Kids[%d 0 R]/Parent %d 0 R>>" % (number + 1, number - 1))
    return pdf.put(5006, b"<</Type/Annot/Subtype/Widget/FT/Tx/T(b)/Rect[0 0 9 9]/Parent 5005 0 R>>").bytes()


slow(REPORT, "timeout", "memory-limit", name="field-texts-bomb", make=lambda: Pdf(catalogue=b"/AcroForm<</XFA 6 0 R/Fields[]>>").stream(
    6, deflate_many(b"<field>" * 150000, 2048), b"/Filter/FlateDecode").bytes())
add(name="name-tree-ring", make=lambda: Pdf(catalogue=b"/Names<</Dests 6 0 R/EmbeddedFiles 6 0 R/JavaScript 6 0 R>>").put(
    6, b"<</Kids[6 0 R 6 0 R]/Names[(a) 6 0 R]/Limits[(a)(z)]>>").bytes())
slow(REPORT, "timeout", name="name-tree-fanout", make=lambda: fanout(b"/Names<</EmbeddedFiles 6 0 R>>", b"/Kids"))
slow(REPORT, "timeout", name="outline-fanout", make=lambda: Pdf(catalogue=b"/Outlines 6 0 R").put(
    6, b"<</First 7 0 R/Last 7 0 R/Count 99>>").put(7, b"<</Title(a)/First 7 0 R/Next 7 0 R/Prev 7 0 R/Parent 7 0 R>>").bytes())
add(name="structure-ring", make=lambda: Pdf(catalogue=b"/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R").put(
    6, b"<</Type/StructTreeRoot/K 7 0 R/ParentTree 6 0 R/RoleMap<</A/B/B/A>>>>").put(
    7, b"<</Type/StructElem/S/A/P 7 0 R/K[7 0 R 7 0 R 0]/Pg 3 0 R>>").bytes())
slow(REPORT, "timeout", name="page-labels-fanout", make=lambda: fanout(b"/PageLabels 6 0 R", b"/Kids"))
add(name="embedded-files-50000", make=lambda: Pdf(catalogue=b"/Names<</EmbeddedFiles 6 0 R>>").put(
    6, b"<</Names[" + b"(a)<</F(a)/EF<</F 4 0 R>>>>" * 50000 + b"]>>").bytes())
add(name="actions-of-all-kinds", make=lambda: Pdf(
    catalogue=b"/OpenAction<</S/JavaScript/JS(while(true);)/Next<</S/Launch/F(/bin/sh)>>>>/AA<</WC<</S/URI/URI(http://example.com)>>>>",
    page=b"/AA<</O<</S/SubmitForm/F(http://example.com)>>>>").bytes())
slow(REPORT, "timeout", "memory-limit", name="metadata-bomb-2gb", make=lambda: Pdf(catalogue=b"/Metadata 6 0 R").stream(
    6, deflate_many(b"<x>" * 300000, 2048), b"/Type/Metadata/Subtype/XML/Filter/FlateDecode").bytes())


def fanout(catalogue, key):
    pdf = Pdf(catalogue=catalogue)
    for number in range(6, 35):
        pdf.put(number, b"<<" + key + b"[" + b"%d 0 R " % (number + 1) * 10 + b"]/Limits[(a)(z)]>>")
    return pdf.put(35, b"<</Names[(a)()]/Nums[0<<>>]>>").bytes()


@add()
def information_of_nonsense():
    pdf = Pdf().put(6, b"<</Title(" + b"\xfe\xff\xd8\x00" * 500000 + b")/Author 6 0 R/Producer[1 2]/CreationDate(D:99999999999999)/ModDate<</a 1>>>>")
    pdf.trailer = b"/Info 6 0 R"
    return pdf.bytes()


# --- layers ---


@slow(REPORT, "timeout")
def layers_100000():
    pdf = Pdf(b"".join(b"/OC /L%d BDC EMC " % i for i in range(10)) + HELLO).put(6, b"<</Type/OCG/Name(layer)>>")
    groups = b" ".join(b"%d 0 R" % pdf.add(b"<</Type/OCG/Name(layer)>>") for _ in range(100000))
    return pdf.put(1, b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[" + groups + b"]/D<</Order[" + groups + b"]/OFF[" + groups +
                   b"]>>>>>>").bytes()


@add(REPORT, "damaged", "crashed")
def layers_in_a_ring():
    pdf = Pdf(b"/OC /L BDC " + HELLO + b" EMC", resources=b"/Properties<</L 7 0 R>>")
    pdf.put(1, b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</Order 8 0 R/OFF[6 0 R]>>>>>>")
    pdf.put(6, b"<</Type/OCG/Name(layer)>>").put(7, b"<</Type/OCMD/OCGs[7 0 R 6 0 R]/VE[/And 9 0 R 9 0 R]>>")
    return pdf.put(8, b"[6 0 R 8 0 R 8 0 R]").put(9, b"[/Not 9 0 R]").bytes()


@add()
def layers_hidden_1000_over_words():
    pdf = Pdf()
    groups = [pdf.add(b"<</Type/OCG/Name(layer %d)>>" % i) for i in range(1000)]
    listed = b" ".join(b"%d 0 R" % group for group in groups)
    pdf.put(1, b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[" + listed + b"]/D<</Order[" + listed + b"]/OFF[" + listed + b"]>>>>>>")
    content = b" ".join(b"/OC /L%d BDC BT /F 9 Tf 72 %d Td (hidden) Tj ET EMC" % (i, i % 700) for i in range(1000)) + HELLO
    properties = b"/Properties<<" + b"".join(b"/L%d %d 0 R" % pair for pair in enumerate(groups)) + b">>"
    pdf.put(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>" + properties + b">>>>")
    return pdf.stream(4, content).bytes()


# --- encryption ---

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def encrypted(user, owner=b"owner"):
    """By the standard handler's first revision, as any reader knows it."""
    identity = b"0123456789abcdef"
    padded = (user + PADDING)[:32]
    sealed = rc4(hashlib.md5((owner + PADDING)[:32]).digest()[:5], padded)
    key = hashlib.md5(padded + sealed + struct.pack("<i", -4) + identity).digest()[:5]
    pdf = Pdf().stream(4, rc4(hashlib.md5(key + b"\4\0\0\0\0").digest()[:10], HELLO))
    pdf.trailer = b"/ID[<%s><%s>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        identity.hex().encode(), identity.hex().encode(), sealed.hex().encode(), rc4(key, PADDING).hex().encode())
    return pdf.bytes()


add("encrypted", name="encrypted-with-user-password", make=lambda: encrypted(b"secret"))
add(name="encrypted-without-user-password", make=lambda: encrypted(b""))
for _name, _encrypt in {
        "by-a-handler-nobody-knows": b"<</Filter/NoSuch/V 99/R 99>>", "by-itself": b"1 0 R", "by-nothing": b"null",
        "with-keys-that-lie": b"<</Filter/Standard/V 5/R 6/Length 2147483647/P 1e38/O(x)/U(x)/OE(x)/UE(x)/Perms(x)/CF<</StdCF<</CFM/AESV3"
                              b"/Length -1>>>>/StmF/StdCF/StrF/StdCF>>"}.items():
    def _make(entry=_encrypt):
        pdf = Pdf()
        pdf.trailer = b"/Encrypt " + entry
        return pdf.bytes()
    add(REPORT, "encrypted", "damaged", name=f"encrypted-{_name}", make=_make)

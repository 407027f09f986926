# SPDX-License-Identifier: LGPL-2.1-or-later
"""Hostile DOCX packages, one function or line a class, named after what it does. The archive is written by hand, so that it can lie."""
import struct
import zlib

from case import REPORT, Cases, raw_deflate_many

CASES = Cases()
add = CASES.add

MIB = 1 << 20
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = (f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
          f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main" xmlns:pic="{DRAWING}/picture" '
          'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
          'xmlns:o="urn:schemas-microsoft-com:office:office"')
HELLO = "<w:p><w:r><w:t>Ann Lee</w:t></w:r></w:p>"
STORED, DEFLATED = 0, 8


# --- the archive ---


class Entry:
    """One entry; what is said of it in its own head and in the directory may differ from what it is."""

    def __init__(self, name, data=b"", packed=None, method=DEFLATED, flags=0, size=None, crc=None, version=20, attributes=0, local_name=None,
                 extra=b"", descriptor=False, claims=None):
        data = data.encode() if isinstance(data, str) else data
        self.name = name if isinstance(name, bytes) else name.encode()
        self.local_name = self.name if local_name is None else local_name
        self.packed = packed if packed is not None else zlib.compress(data, 6)[2:-4] if method == DEFLATED else data
        self.method, self.flags, self.version, self.attributes, self.extra = method, flags | (8 if descriptor else 0), version, attributes, extra
        self.size = len(data) if size is None else size
        self.crc = zlib.crc32(data) if crc is None else crc
        self.claims = len(self.packed) if claims is None else claims  # bytes of packed data, as it says
        self.descriptor = descriptor

    def facts(self):
        return struct.pack("<HHHHIII", self.flags, self.method, 0, 33, self.crc, self.claims & 0xffffffff, self.size & 0xffffffff)

    def local(self):
        facts = self.facts()[:8] + b"\0" * 12 if self.descriptor else self.facts()
        head = b"PK\3\4" + struct.pack("<H", self.version) + facts + struct.pack("<HH", len(self.local_name), len(self.extra))
        tail = b"PK\7\x08" + self.facts()[8:] if self.descriptor else b""
        return head + self.local_name + self.extra + self.packed + tail

    def central(self, offset):
        return (b"PK\1\2" + struct.pack("<HH", 0x314, self.version) + self.facts() + struct.pack(
            "<HHHHHII", len(self.name), len(self.extra), 0, 0, 0, self.attributes, offset) + self.name + self.extra)


def archive(entries, comment=b"", count=None, before=b"", start=None, zip64=b""):
    out = bytearray(before)
    parts = []
    for entry in entries:
        parts.append(entry.central(len(out)))
        out += entry.local()
    directory = b"".join(parts)
    count = len(entries) if count is None else count
    start = len(out) if start is None else start
    return bytes(out) + directory + zip64 + b"PK\5\6" + struct.pack(
        "<HHHHIIH", 0, 0, count & 0xffff, count & 0xffff, len(directory), start & 0xffffffff, len(comment)) + comment


TYPES = (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
         'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.'
         'main+xml"/></Types>')


def relationships(*targets, more=""):
    items = "".join(f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}{more}</Relationships>'


KINDS = {"styles": "styles", "numbering": "numbering", "header1": "header", "footnotes": "footnotes", "comments": "comments",
         "settings": "settings", "fontTable": "fontTable", "theme": "theme", "glossary": "glossaryDocument"}


def document(body=HELLO, head="", tail=""):
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {SPACES}><w:body>{body}</w:body></w:document>{tail}'


def entries(main=None, parts=None, more=(), types=TYPES, root=None, related=""):
    """A package with that main part and those parts (name without folder and suffix, to XML or an Entry)."""
    parts = parts or {}
    made = [Entry("[Content_Types].xml", types), Entry("_rels/.rels", root or relationships(("officeDocument", "word/document.xml"))),
            main if isinstance(main, Entry) else Entry("word/document.xml", main if main is not None else document())]
    made.append(Entry("word/_rels/document.xml.rels", relationships(*((KINDS[name], f"{name}.xml") for name in parts), more=related)))
    made += [part if isinstance(part, Entry) else Entry(f"word/{name}.xml", part) for name, part in parts.items()]
    return made + list(more)


def package(*args, **named):
    return archive(entries(*args, **named))


def body(xml):
    """A large one is stored as it is, so that its ratio is not what is wrong with it."""
    text = document(xml)
    return package(Entry("word/document.xml", text, method=STORED if len(text) > MIB // 2 else DEFLATED))


def bomb(name, unit, times):
    """An entry that inflates to so many units."""
    packed = raw_deflate_many(unit, times)
    return Entry(name, packed=packed, size=len(unit) * times, crc=0)


# --- parts that inflate without end ---

SPACE = b" " * MIB
for _name, _entry in {"body": "word/document.xml", "content-types": "[Content_Types].xml", "relationships": "_rels/.rels"}.items():
    def _make(name=_entry):
        made = [entry for entry in entries() if entry.name != name.encode()]
        return archive([*made, bomb(name, SPACE, 2048)])
    add("too-large", "damaged", name=f"{_name}-bomb-2gb", make=_make)
for _part in ("styles", "numbering", "header1", "footnotes", "comments", "settings", "fontTable", "theme"):
    add(REPORT, "too-large", name=f"{_part.lower().rstrip('1')}-bomb-2gb", make=lambda part=_part: package(
        document(HELLO + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'), {part: bomb(f"word/{part}.xml", SPACE, 2048)}))
add("too-large", name="text-of-500mb", make=lambda: package(
    Entry("word/document.xml", packed=raw_deflate_many(b"word " * (MIB // 5), 500), size=500 * MIB, crc=0)))
add("too-large", name="bomb-of-many-parts", make=lambda: package(
    document(), more=[bomb(f"word/header{i}.xml", SPACE, 30) for i in range(200)],
    related="".join(f'<Relationship Id="h{i}" Type="{OFFICE}/header" Target="header{i}.xml"/>' for i in range(200))))
add(name="bomb-that-nothing-names", make=lambda: package(more=[bomb("word/other.xml", SPACE, 2048)]))
add("too-large", "damaged", REPORT, name="bomb-below-the-ratio", make=lambda: package(
    document("<w:p/>" + "".join(f"<w:p w:rsidR='{zlib.crc32(b'%d' % i):08x}'/>" for i in range(400000)))))

# --- XML that expands, includes or never ends ---

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)) + "]>"
add("damaged", name="billion-laughs", make=lambda: package(document("<w:p><w:r><w:t>&m;</w:t></w:r></w:p>", LAUGHS)))
add(REPORT, "damaged", name="billion-laughs-in-content-types", make=lambda: package(types=LAUGHS + TYPES))
add("damaged", name="billion-laughs-in-relationships", make=lambda: package(root=LAUGHS + relationships(("officeDocument", "word/document.xml"))))
add("damaged", name="entity-of-a-file", make=lambda: package(document(
    "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')))
add("damaged", name="entity-of-a-server", make=lambda: package(document(
    "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY % y SYSTEM "http://127.0.0.1:9/">%y;]>')))
add("damaged", name="entity-quadratic", make=lambda: package(document(
    "<w:p><w:r><w:t>" + "&x;" * 20000 + "</w:t></w:r></w:p>", f'<!DOCTYPE x [<!ENTITY x "{"x" * 20000}">]>')))
add(REPORT, "damaged", name="inclusions", make=lambda: body(
    '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>' + HELLO))
add(REPORT, "damaged", name="instructions-to-processors", make=lambda: package(document(
    head='<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>' + "<?php echo 1 ?>" * 10000)))
add(REPORT, "too-large", "damaged", name="comments-of-10mb", make=lambda: body("<!--" + "x-" * (5 * MIB) + "-->" + HELLO))
add("too-large", name="attributes-200000", make=lambda: body("<w:p " + " ".join(f'a{i}="1"' for i in range(200000)) + "/>"))
add("too-large", name="namespaces-100000", make=lambda: body("<w:p " + " ".join(f'xmlns:a{i}="b{i}"' for i in range(100000)) + "/>"))
add(REPORT, name="attributes-1000-of-200-tags", make=lambda: body(("<w:p " + " ".join(f'a{i}="1"' for i in range(1000)) + "/>") * 200 + HELLO))
add(REPORT, "too-large", name="namespaces-nested-200", make=lambda: body(
    "".join(f'<w:sdt xmlns:a{i}="b{i}">' for i in range(200)) + "</w:sdt>" * 200 + HELLO))
add(REPORT, "damaged", name="names-of-elements-100000", make=lambda: body("".join(f"<w:e{i}/>" for i in range(100000)) + HELLO))
add("too-large", name="name-of-an-element-10mb", make=lambda: body(f"<w:{'x' * 10 * MIB}/>"))
add(REPORT, "too-large", name="value-of-an-attribute-10mb", make=lambda: body(f'<w:p w:a="{"x" * 10 * MIB}"/>'))
add(REPORT, "too-large", "damaged", name="text-node-of-11mb", make=lambda: body(f"<w:p><w:r><w:t>{'word ' * 2200000}</w:t></w:r></w:p>"))
add(REPORT, name="word-of-2mb", make=lambda: body(f"<w:p><w:r><w:t>{''.join(chr(97 + i * i % 26) for i in range(2 * MIB))}</w:t></w:r></w:p>"))
add(REPORT, "damaged", name="section-of-cdata-2mb", make=lambda: body(
    f"<w:p><w:r><w:t><![CDATA[{''.join(chr(97 + i * i % 26) for i in range(2 * MIB))}]]></w:t></w:r></w:p>"))
add("damaged", REPORT, name="tags-that-never-close", make=lambda: package(document()[:-40] + "<w:p>" * 200))
add("damaged", name="not-xml", make=lambda: package("word document\0\1\2" * 1000))
add("damaged", name="body-of-nothing", make=lambda: package(""))
add("damaged", REPORT, "unsupported", name="root-of-another-kind", make=lambda: package("<html><body>Ann Lee</body></html>"))
add(REPORT, "damaged", name="control-characters", make=lambda: body("<w:p><w:r><w:t>Ann&#8203;Lee&#0;&#xFFFE;&#xD800;&#x110000;</w:t></w:r></w:p>"))

# --- encodings ---

_TEXT = document(HELLO).partition("?>")[2]
for _name, _data, _expects in (
        ("utf-16", b"\xff\xfe" + _TEXT.encode("utf-16-le"), (REPORT,)),
        ("utf-16-big-end-first", b"\xfe\xff" + _TEXT.encode("utf-16-be"), (REPORT,)),
        ("utf-16-of-half-a-letter", b"\xff\xfe" + _TEXT.encode("utf-16-le")[:-1], ("damaged",)),
        ("utf-16-of-half-a-pair", b"\xff\xfe" + _TEXT.replace("Ann", "\ud800").encode("utf-16-le", "surrogatepass"), ("damaged",)),
        ("utf-16-that-says-utf-8", ('<?xml version="1.0" encoding="UTF-8"?>' + _TEXT).encode("utf-16"), (REPORT, "damaged")),
        ("utf-32", _TEXT.encode("utf-32"), (REPORT, "damaged")),
        ("ebcdic", ('<?xml version="1.0" encoding="IBM037"?>' + _TEXT).encode("cp037"), ("damaged", REPORT)),
        ("utf-7", ('<?xml version="1.0" encoding="UTF-7"?>' + _TEXT.replace("<", "+ADw-")).encode(), ("damaged",)),
        ("nobody-knows", ('<?xml version="1.0" encoding="x-none"?>' + _TEXT).encode(), ("damaged", REPORT)),
        ("broken-utf-8", document(HELLO).encode().replace(b"Ann", b"A\xff\xc0\x80n"), ("damaged", REPORT)),
        ("doctype-in-utf-16", ("<!DOCTYPE x [<!ENTITY a 'ha'>]>" + _TEXT).encode("utf-16"), ("damaged",))):
    add(*_expects, name=f"encoding-{_name}", make=lambda data=_data: package(data))

# --- nesting ---


def nested(opening, closing, depth, inner=HELLO):
    return body(opening * depth + inner + closing * depth)


_NESTS = {
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", HELLO), "controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", HELLO),
    "choices": ('<mc:AlternateContent><mc:Choice Requires="wps">', "</mc:Choice></mc:AlternateContent>", HELLO),
    "insertions": ("<w:ins>", "</w:ins>", HELLO), "smart-tags": ("<w:smartTag>", "</w:smartTag>", HELLO),
    "text-boxes": ("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", HELLO),
    "fields": ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>', "</w:p>", HELLO)}
for _name, (_open, _close, _inner) in _NESTS.items():
    add("too-large", name=f"{_name}-10000-deep", make=lambda o=_open, c=_close, i=_inner: nested(o, c, 10000, i))
    add(REPORT, "too-large", name=f"{_name}-30-deep", make=lambda o=_open, c=_close, i=_inner: nested(o, c, 30, i))
add(name="choices-20000", make=lambda: body(
    ('<mc:AlternateContent><mc:Choice Requires="wps">' + HELLO + "</mc:Choice><mc:Fallback>" + HELLO + "</mc:Fallback></mc:AlternateContent>") * 20000))
add(name="fields-50000-never-ended", make=lambda: body(
    "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r>' * 50000 + "</w:p>" + HELLO))
add(name="fields-50000-ended-twice", make=lambda: body("<w:p>" + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 50000 + "</w:p>" + HELLO))

# --- rings ---


def styles(number, based):
    return f"<w:styles {SPACES}>" + "".join(
        f'<w:style w:type="paragraph" w:styleId="s{i}"><w:name w:val="s{i}"/><w:basedOn w:val="s{based(i)}"/><w:next w:val="s{based(i)}"/>'
        f'<w:link w:val="s{based(i)}"/></w:style>' for i in range(number)) + "</w:styles>"


def styled(number):
    return document("".join(f'<w:p><w:pPr><w:pStyle w:val="s{i}"/></w:pPr><w:r><w:t>word</w:t></w:r></w:p>' for i in range(number)))


add(name="style-based-on-itself", make=lambda: package(styled(1), {"styles": styles(1, lambda i: i)}))
add(name="styles-in-a-ring", make=lambda: package(styled(3), {"styles": styles(3, lambda i: (i + 1) % 3)}))
add(name="styles-in-a-ring-of-20000", make=lambda: package(styled(2000), {"styles": styles(20000, lambda i: (i + 1) % 20000)}))
add(name="styles-based-20000-deep", make=lambda: package(styled(20000), {"styles": styles(20000, lambda i: i - 1)}))
add(name="styles-of-one-name-50000", make=lambda: package(styled(10), {"styles": styles(50000, lambda i: 0).replace(
    'w:styleId="s', 'w:styleId="s1" w:a="')}))


def numbering(number, link, levels=9):
    return f"<w:numbering {SPACES}>" + "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:numStyleLink w:val="s{link(i)}"/><w:styleLink w:val="s{link(i)}"/>' + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="2147483647"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%9"/></w:lvl>'
            for level in range(levels)) + "</w:abstractNum>" for i in range(number)) + "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(number)) + "</w:numbering>"


def numbered(number):
    return document("".join(f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{i % 12}"/><w:numId w:val="{i}"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>'
                            for i in range(number)))


add(name="numbering-in-a-ring", make=lambda: package(numbered(20), {
    "numbering": numbering(3, lambda i: (i + 1) % 3), "styles": f"<w:styles {SPACES}>" + "".join(
        f'<w:style w:type="numbering" w:styleId="s{i}"><w:pPr><w:numPr><w:numId w:val="{(i + 1) % 3}"/></w:numPr></w:pPr></w:style>'
        for i in range(3)) + "</w:styles>"}))
add(name="numberings-10000", make=lambda: package(numbered(10000), {"numbering": numbering(10000, lambda i: i, 1)}))
add(name="numbers-beyond-numbers", make=lambda: body(
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999999999999"/><w:numId w:val="-1"/></w:numPr><w:ind w:left="-2147483648" w:firstLine="1e308"/>'
    '<w:spacing w:line="99999999999" w:before="nan"/></w:pPr><w:r><w:rPr><w:sz w:val="4294967297"/><w:color w:val="zzzzzzzzz"/></w:rPr>'
    '<w:t>Ann Lee</w:t></w:r></w:p><w:sectPr><w:pgSz w:w="-1" w:h="99999999999999"/><w:pgMar w:left="1e99"/><w:cols w:num="2147483647"/></w:sectPr>'))
add(name="relationship-of-a-part-to-itself", make=lambda: package(root=relationships(
    ("officeDocument", "word/document.xml"), ("officeDocument", "_rels/.rels")),
    related=f'<Relationship Id="x" Type="{OFFICE}/header" Target="document.xml"/><Relationship Id="y" Type="{OFFICE}/styles" Target="document.xml"/>'))

# --- what points elsewhere ---

_OUTSIDE = "".join(f'<Relationship Id="o{i}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/>' for i, (kind, target) in enumerate((
    ("image", "http://127.0.0.1:9/x.png"), ("attachedTemplate", "file:///etc/passwd"), ("header", "\\\\127.0.0.1\\share\\x"),
    ("aFChunk", "http://127.0.0.1:9/x.html"), ("hyperlink", "javascript:alert(1)"), ("oleObject", "file:///dev/zero"), ("styles", "/etc/passwd"))))
add(name="targets-outside", make=lambda: package(document(
    HELLO + "".join(f'<w:p><w:hyperlink r:id="o{i}"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:altChunk r:id="o{i}"/></w:p>' for i in range(7))),
    related=_OUTSIDE))
add("damaged", "unsupported", name="main-part-outside", make=lambda: package(root=relationships(
    more=f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="file:///etc/passwd" TargetMode="External"/>')))
add("damaged", "unsupported", name="main-part-above-the-root", make=lambda: package(root=relationships(("officeDocument", "../../../../etc/passwd"))))
add(REPORT, "too-large", name="relationships-100000", make=lambda: package(document(HELLO + "".join(
    f'<w:p><w:hyperlink r:id="x{i}"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>' for i in range(0, 100000, 50))), related="".join(
        f'<Relationship Id="x{i}" Type="{OFFICE}/hyperlink" Target="https://example.com/{i}" TargetMode="External"/>' for i in range(100000))))
add(REPORT, "too-large", name="relationships-of-one-name-100000", make=lambda: package(related=(
    f'<Relationship Id="x" Type="{OFFICE}/header" Target="document.xml"/>' * 100000)))
add(name="chunk-of-html", make=lambda: package(document(HELLO + '<w:altChunk r:id="c"/>'), more=[Entry("word/c.html", "<p>" * 100000)],
                                               related=f'<Relationship Id="c" Type="{OFFICE}/aFChunk" Target="c.html"/>'))
add(REPORT, "too-large", name="content-types-100000", make=lambda: package(types=TYPES.replace(
    "</Types>", "".join(f'<Override PartName="/word/p{i}.xml" ContentType="a/b"/>' for i in range(100000)) + "</Types>")))

# --- very many of one thing ---

BOX = ("<w:r><w:drawing><wp:anchor><wp:extent cx='99' cy='99'/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent>"
       "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>")


def noise(i):
    """Letters that hardly pack, so that the number alone is what is too large."""
    return f"{zlib.crc32(b'%d' % i):08x}"


add(REPORT, "too-large", name="paragraphs-1000000", make=lambda: body("".join(f"<w:p w:a='{noise(i)}'/>" for i in range(1000000))))
add(REPORT, "too-large", name="paragraphs-50000-of-text", make=lambda: body(
    "".join(f"<w:p><w:r><w:t>{noise(i)} word</w:t></w:r></w:p>" for i in range(50000))))
add(name="addresses-50000", make=lambda: body("".join(
    "<w:p><w:r><w:t>" + ("ann{0}@example.com", "555 010 {0:05}", "www.example.com/a{0}")[i % 3].format(i) + "</w:t></w:r></w:p>" for i in range(50000))))
add(REPORT, "too-large", name="words-100000-in-a-paragraph", make=lambda: body(
    f"<w:p><w:r><w:t>{' '.join(map(noise, range(100000)))}</w:t></w:r></w:p>"))
add(REPORT, name="runs-100000-of-a-letter", make=lambda: body("<w:p>" + "".join(f"<w:r><w:rPr><w:sz w:val='{i % 99}'/></w:rPr><w:t>{noise(i)[0]}</w:t></w:r>" for i in range(100000)) + "</w:p>"))
add(REPORT, "too-large", name="text-boxes-10000-in-a-paragraph", make=lambda: body(
    "<w:p>" + "".join(BOX.format(f"<w:p><w:r><w:t>{noise(i)}</w:t></w:r></w:p>") for i in range(10000)) + "</w:p>"))
add(REPORT, "too-large", name="text-boxes-100000", make=lambda: body(
    "".join("<w:p>" + BOX.format(f"<w:p><w:r><w:t>{noise(i)}</w:t></w:r></w:p>") + "</w:p>" for i in range(100000))))
add(REPORT, "too-large", name="cells-100000-in-a-row", make=lambda: body(
    "<w:tbl><w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{noise(i)}</w:t></w:r></w:p></w:tc>" for i in range(50000)) + "</w:tr></w:tbl>"))
add(REPORT, "too-large", name="rows-50000", make=lambda: body(
    "<w:tbl>" + "".join(f"<w:tr><w:tc><w:p><w:r><w:t>{noise(i)}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>" for i in range(30000)) + "</w:tbl>"))
add(REPORT, "too-large", name="cells-that-span-2-billion", make=lambda: body(
    "<w:tbl><w:tblGrid>" + "<w:gridCol w:w='2147483647'/>" * 5000 + "</w:tblGrid>" + (
        "<w:tr><w:trPr><w:gridBefore w:val='2147483647'/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val='2147483647'/><w:vMerge/></w:tcPr>" + HELLO +
        "</w:tc></w:tr>") * 2000 + "</w:tbl>"))
add(REPORT, "too-large", name="tables-30000", make=lambda: body("".join(
    f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{noise(i)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" for i in range(30000))))
add(name="sections-20000", make=lambda: body(
    "<w:p><w:pPr><w:sectPr><w:cols w:num='3'/><w:headerReference w:type='default' r:id='rId1'/></w:sectPr></w:pPr></w:p>" * 20000 + HELLO))
add(name="headers-4000-of-one-part", make=lambda: package(document(HELLO + "<w:sectPr>" + "".join(
    f"<w:headerReference w:type='default' r:id='h{i}'/>" for i in range(4000)) + "</w:sectPr>"), more=[
        Entry("word/header1.xml", f"<w:hdr {SPACES}>" + HELLO * 200 + "</w:hdr>")], related="".join(
            f'<Relationship Id="h{i}" Type="{OFFICE}/header" Target="header1.xml"/>' for i in range(4000))))
add(name="headers-1000-parts", make=lambda: package(document(HELLO + "<w:sectPr>" + "".join(
    f"<w:headerReference w:type='default' r:id='h{i}'/>" for i in range(1000)) + "</w:sectPr>"), more=[
        Entry(f"word/header{i}.xml", f"<w:hdr {SPACES}>" + HELLO * 20 + "</w:hdr>") for i in range(1000)], related="".join(
            f'<Relationship Id="h{i}" Type="{OFFICE}/header" Target="header{i}.xml"/>' for i in range(1000))))
add(name="footnotes-20000", make=lambda: package(document("<w:p>" + "".join(
    f"<w:r><w:footnoteReference w:id='{i}'/></w:r>" for i in range(20000)) + "</w:p>"), {"footnotes": f"<w:footnotes {SPACES}>" + "".join(
        f"<w:footnote w:id='{i}'><w:p><w:r><w:t>{noise(i)}</w:t></w:r></w:p></w:footnote>" for i in range(20000)) + "</w:footnotes>"}))
add(name="footnote-that-notes-itself", make=lambda: package(document("<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"), {
    "footnotes": f"<w:footnotes {SPACES}><w:footnote w:id='1'><w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p></w:footnote></w:footnotes>"}))
add(name="comments-20000", make=lambda: package(document("".join(
    f"<w:p><w:commentRangeStart w:id='{i}'/><w:r><w:t>a</w:t></w:r></w:p>" for i in range(20000))), {"comments": f"<w:comments {SPACES}>" + "".join(
        f"<w:comment w:id='{i}'><w:p><w:r><w:t>{noise(i)}</w:t></w:r></w:p></w:comment>" for i in range(20000)) + "</w:comments>"}))
add(name="changes-50000", make=lambda: body("<w:p>" + "".join(
    f"<w:ins w:id='{i}'><w:r><w:t>{noise(i)} </w:t></w:r></w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>" for i in range(25000)) + "</w:p>"))
add(name="tabs-100000", make=lambda: body("<w:p><w:pPr><w:tabs>" + "".join(
    f"<w:tab w:val='left' w:pos='{i}'/>" for i in range(20000)) + "</w:tabs></w:pPr>" + "<w:r><w:tab/><w:br/><w:t>a</w:t></w:r>" * 30000 + "</w:p>"))
add(name="bookmarks-100000", make=lambda: body("<w:p>" + "".join(
    f"<w:bookmarkStart w:id='{i}' w:name='b{i}'/><w:bookmarkEnd w:id='{i}'/>" for i in range(100000)) + "</w:p>" + HELLO))

# --- pictures ---


def pictured(data, name="image1.png", times=1):
    drawing = ("<w:p><w:r><w:drawing><wp:inline><wp:extent cx='2147483647' cy='-5'/><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
               "<a:blip r:embed='i'/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>")
    return package(Entry("word/document.xml", document(HELLO + drawing * times), method=STORED), more=[data if isinstance(data, Entry) else Entry(f"word/media/{name}", data)],
                   related=f'<Relationship Id="i" Type="{OFFICE}/image" Target="media/{name}"/>')


def png(width, height, packed, colour=2):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)) + chunk(b"IDAT", packed) +
            chunk(b"IEND", b""))


add(name="picture-png-60000-square", make=lambda: pictured(png(60000, 60000, zlib.compress(b"\0" * MIB))))
add(name="picture-png-6000-square-of-nothing", make=lambda: pictured(png(6000, 6000, zlib.compress(bytes(6000 * 18001), 9))))
add(name="picture-png-of-2-billion", make=lambda: pictured(png(2147483647, 2147483647, b"x")))
add(name="picture-png-junk", make=lambda: pictured(png(100, 100, b"\xff" * 5000)))
add(name="picture-png-5000-times", make=lambda: pictured(png(100, 100, zlib.compress(b"\0" * 30100)), times=5000))
add(name="picture-jpeg-65535-square", make=lambda: pictured(
    b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03\1\x22\0\2\x11\1\3\x11\1" + b"\xff\xda" * 999, "image1.jpeg"))
add(name="picture-emf-of-2-billion-records", make=lambda: pictured(
    struct.pack("<IIiiiiiiii", 1, 88, 0, 0, 2147483647, 2147483647, 0, 0, -1, -1) + b" EMF\0\0\1\0" + b"\xff" * 500, "image1.emf"))
add(name="picture-svg-bomb", make=lambda: pictured(LAUGHS + '<svg xmlns="http://www.w3.org/2000/svg"><text>&m;</text></svg>', "image1.svg"))
add(REPORT, "too-large", name="picture-bomb-2gb", make=lambda: pictured(bomb("word/media/image1.png", b"\x89PNG\r\n\x1a\n" * 100000, 2500)))

# --- archives that lie ---


def changed(change, which=b"word/document.xml"):
    """The package with one entry replaced by what `change` makes of its name and data."""
    return archive([change(entry) if entry.name == which else entry for entry in entries()])


_MAIN = document()
for _name, _entry, _expects in (
        ("size-of-4gb", lambda e: Entry(e.name, _MAIN, size=0xfffffffe), (REPORT, "damaged", "too-large")),
        ("size-of-nothing", lambda e: Entry(e.name, _MAIN, size=0), (REPORT, "damaged")),
        ("packed-size-beyond-the-end", lambda e: Entry(e.name, _MAIN, claims=0x7fffffff), (REPORT, "damaged")),
        ("checksum", lambda e: Entry(e.name, _MAIN, crc=1), (REPORT, "damaged")),
        ("method-of-nonsense", lambda e: Entry(e.name, _MAIN, method=99), ("damaged", "unsupported")),
        ("method-stored-but-packed", lambda e: Entry(e.name, packed=zlib.compress(_MAIN.encode()), method=STORED, size=len(_MAIN)), ("damaged",)),
        ("encrypted", lambda e: Entry(e.name, b"x" * 12 + _MAIN.encode(), flags=1), ("encrypted", "damaged")),
        ("other-name-inside", lambda e: Entry(e.name, _MAIN, local_name=b"word/other.xml"), (REPORT, "damaged")),
        ("version-of-nonsense", lambda e: Entry(e.name, _MAIN, version=0xffff), (REPORT, "damaged")),
        ("data-descriptor", lambda e: Entry(e.name, _MAIN, descriptor=True), (REPORT,)),
        ("symbolic-link", lambda e: Entry(e.name, b"/etc/passwd", attributes=0o120777 << 16), ("damaged",)),
        ("folder", lambda e: Entry(e.name + b"/", b""), ("damaged", "unsupported")),
        ("zero-bytes", lambda e: Entry(e.name, b""), ("damaged",)),
        ("extra-fields", lambda e: Entry(e.name, _MAIN, extra=struct.pack("<HH", 1, 65000) + b"x" * 60000), (REPORT, "damaged")),
        ("zip64", lambda e: Entry(e.name, _MAIN, size=0xffffffff, extra=struct.pack("<HHQ", 1, 8, 1 << 60)), (REPORT, "damaged", "too-large"))):
    add(*_expects, name=f"entry-{_name}", make=lambda entry=_entry: changed(entry))
for _part in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
    add(REPORT, "damaged", "unsupported", name=f"entry-zero-bytes-{_part.rpartition('/')[2].strip('[].').lower()}",
        make=lambda part=_part: changed(lambda e: Entry(e.name, b""), part.encode()))
for _name, _names in {
        "above-the-root": [b"../../../../tmp/evil.xml"], "from-the-root": [b"/etc/passwd"], "with-backslashes": [b"word\\..\\..\\evil.xml"],
        "with-nul": [b"word/document.xml\0.txt"], "empty": [b""], "60000-long": [b"x" * 60000], "not-utf-8": [b"\xff\xfe\xc0\x80"],
        "with-colon": [b"C:evil.xml", b"word/a.xml:stream"], "in-capitals": [b"WORD/DOCUMENT.XML"],
        "of-the-main-part-twice": [b"word/document.xml"]}.items():
    add(REPORT, "damaged", name=f"name-{_name}", make=lambda names=_names: package(more=[Entry(name, document()) for name in names]))
add("too-large", "damaged", name="entries-100000", make=lambda: archive([*entries(), *(Entry(f"a{i}", b"", method=STORED) for i in range(60000))]))
add(REPORT, "too-large", name="entries-4000", make=lambda: package(more=[Entry(f"word/a{i}.xml", b"<a/>") for i in range(4000)]))
add("damaged", "unsupported", name="no-entries", make=lambda: archive([]))
add("damaged", REPORT, name="count-of-entries-lies", make=lambda: archive(entries(), count=65535))
add("damaged", REPORT, name="directory-elsewhere", make=lambda: archive(entries(), start=0xfffffff0))
add("damaged", REPORT, name="directory-of-zip64-lies", make=lambda: archive(
    entries(), count=0xffff, start=0xffffffff, zip64=b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 60, 1 << 60) +
    b"PK\6\7" + struct.pack("<IQI", 0, 1 << 60, 1)))
add(REPORT, name="comment-of-the-archive", make=lambda: archive(entries(), comment=b"PK\5\6" * 16000))
add("damaged", REPORT, name="program-before-the-archive", make=lambda: archive(entries(), before=b"PK\3\4" + b"\x90" * 50000))
add("damaged", REPORT, name="two-archives", make=lambda: archive(entries()) * 2)
add("damaged", name="magic-alone", make=lambda: b"PK\3\4" + b"\0" * 100)
add("damaged", name="magic-and-10mb-of-directories", make=lambda: b"PK\3\4" + b"PK\5\6" * (10 * MIB // 4))
add("unsupported", "damaged", name="package-of-packages", make=lambda: archive([Entry(f"{i}.docx", archive(entries())) for i in range(100)]))
add(REPORT, name="macros", make=lambda: package(more=[Entry("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5000)],
                                                related='<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'))
add(REPORT, name="embedded-objects-1000", make=lambda: package(document(HELLO + "<w:p><w:r><w:object><o:OLEObject r:id='e'/></w:object></w:r></w:p>" * 1000), more=[
    Entry("word/embeddings/o.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000)],
    related=f'<Relationship Id="e" Type="{OFFICE}/oleObject" Target="embeddings/o.bin"/>'))


def share(whole, tenths):
    return whole[:len(whole) * tenths // 10]


for _tenth in range(1, 10):
    add("damaged", REPORT, name=f"cut-at-{_tenth}-tenths", make=lambda tenth=_tenth: share(package(), tenth))


# --- the other container: what Word makes of a document under a password, and .doc ---

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(entries_of_chain, first=0, name="EncryptedPackage"):
    """A compound file of 512-byte sectors: its allocation table is sector 0, its directory sector 1."""
    head = OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3e, 3, 0xfffe, 9, 6) + b"\0" * 6 + struct.pack(
        "<IIIIIIIIII", 0, 1, first, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0, 0) + b"\xff" * 432
    table = b"".join(struct.pack("<I", entry) for entry in entries_of_chain).ljust(512, b"\xff")
    title = name.encode("utf-16-le")
    item = title.ljust(64, b"\0") + struct.pack("<HBBIII", len(title) + 2, 2, 1, 1, 1, 1) + b"\0" * 36 + struct.pack("<IQ", 0, 1 << 62)
    return (head[:512] + table + item * 4 + b"\0" * 512)[:4096]


add("encrypted", "damaged", "unsupported", name="compound-file-encrypted", make=lambda: ole([0xfffffffd, 0xfffffffe], 1))
add("encrypted", "damaged", "unsupported", name="compound-file-in-a-ring", make=lambda: ole([0xfffffffd, 1, 2, 3], 1))
add("encrypted", "damaged", "unsupported", name="compound-file-of-itself", make=lambda: ole([0, 0, 0, 0], 0))
add("encrypted", "damaged", "unsupported", name="compound-file-beyond-the-end", make=lambda: ole([0x7fffffff] * 128, 0x7ffffff0))
add("unsupported", "damaged", name="compound-file-of-word-97", make=lambda: ole([0xfffffffd, 0xfffffffe], 1, "WordDocument"))
add("unsupported", "damaged", name="compound-file-head-alone", make=lambda: OLE + b"\xff" * 504)

/*
 * The elements and name spaces of WordprocessingML that the DOCX reader asks for, each by one
 * number whatever URI (transitional or strict) and prefix the file uses. For the DOCX files of this
 * room.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

typedef enum {
	ATS_NS_NONE, /* no name space, or one that nobody here asks for */
	ATS_NS_W,    /* WordprocessingML */
	ATS_NS_R,    /* relationship ids in a part */
	ATS_NS_WP,   /* a drawing's place in the text */
	ATS_NS_A,    /* DrawingML */
	ATS_NS_PIC,
	ATS_NS_C,   /* charts */
	ATS_NS_CX,  /* charts of 2014 */
	ATS_NS_DGM, /* diagrams: SmartArt */
	ATS_NS_MC,  /* markup compatibility */
	ATS_NS_WPS, /* shapes */
	ATS_NS_WPG, /* groups of shapes */
	ATS_NS_V,   /* VML */
	ATS_NS_O,   /* VML, Office's part */
	ATS_NS_M,   /* formulas */
	ATS_NS_REL, /* a .rels part */
	ATS_NS_CT,  /* [Content_Types].xml */
	ATS_NS_EP,  /* docProps/app.xml */
	ATS_NS_DC,  /* Dublin Core, in docProps/core.xml */
	ATS_NS_XML,
} AtsNamespace;

/* X(name space, local name) for each element; in the code it is called SPACE_name: W_tbl, WP_anchor
 */
#define ATS_ELEMENTS(X)                                                                            \
	X(W, abstractNum)                                                                          \
	X(W, abstractNumId)                                                                        \
	X(W, alias)                                                                                \
	X(W, altChunk)                                                                             \
	X(W, b)                                                                                    \
	X(W, bCs)                                                                                  \
	X(W, background)                                                                           \
	X(W, basedOn)                                                                              \
	X(W, body)                                                                                 \
	X(W, bottom)                                                                               \
	X(W, br)                                                                                   \
	X(W, caps)                                                                                 \
	X(W, col)                                                                                  \
	X(W, color)                                                                                \
	X(W, cols)                                                                                 \
	X(W, comment)                                                                              \
	X(W, control)                                                                              \
	X(W, cr)                                                                                   \
	X(W, customXml)                                                                            \
	X(W, customXmlPr)                                                                          \
	X(W, cs)                                                                                   \
	X(W, del)                                                                                  \
	X(W, delInstrText)                                                                         \
	X(W, delText)                                                                              \
	X(W, displayBackgroundShape)                                                               \
	X(W, docDefaults)                                                                          \
	X(W, document)                                                                             \
	X(W, drawing)                                                                              \
	X(W, endnote)                                                                              \
	X(W, evenAndOddHeaders)                                                                    \
	X(W, fldChar)                                                                              \
	X(W, fldSimple)                                                                            \
	X(W, footerReference)                                                                      \
	X(W, footnote)                                                                             \
	X(W, framePr)                                                                              \
	X(W, gridAfter)                                                                            \
	X(W, gridBefore)                                                                           \
	X(W, gridCol)                                                                              \
	X(W, gridSpan)                                                                             \
	X(W, headerReference)                                                                      \
	X(W, highlight)                                                                            \
	X(W, hyperlink)                                                                            \
	X(W, i)                                                                                    \
	X(W, ilvl)                                                                                 \
	X(W, ind)                                                                                  \
	X(W, ins)                                                                                  \
	X(W, insideH)                                                                              \
	X(W, insideV)                                                                              \
	X(W, instrText)                                                                            \
	X(W, isLgl)                                                                                \
	X(W, jc)                                                                                   \
	X(W, keepNext)                                                                             \
	X(W, lang)                                                                                 \
	X(W, left)                                                                                 \
	X(W, lvl)                                                                                  \
	X(W, lvlOverride)                                                                          \
	X(W, lvlText)                                                                              \
	X(W, moveFrom)                                                                             \
	X(W, moveTo)                                                                               \
	X(W, name)                                                                                 \
	X(W, noBreakHyphen)                                                                        \
	X(W, num)                                                                                  \
	X(W, numFmt)                                                                               \
	X(W, numId)                                                                                \
	X(W, numPr)                                                                                \
	X(W, numStyleLink)                                                                         \
	X(W, object)                                                                               \
	X(W, outlineLvl)                                                                           \
	X(W, p)                                                                                    \
	X(W, pBdr)                                                                                 \
	X(W, pPr)                                                                                  \
	X(W, pPrChange)                                                                            \
	X(W, pPrDefault)                                                                           \
	X(W, pStyle)                                                                               \
	X(W, pageBreakBefore)                                                                      \
	X(W, pgMar)                                                                                \
	X(W, pgSz)                                                                                 \
	X(W, pict)                                                                                 \
	X(W, ptab)                                                                                 \
	X(W, r)                                                                                    \
	X(W, rFonts)                                                                               \
	X(W, rPr)                                                                                  \
	X(W, rPrChange)                                                                            \
	X(W, rPrDefault)                                                                           \
	X(W, rStyle)                                                                               \
	X(W, rtl)                                                                                  \
	X(W, right)                                                                                \
	X(W, rt)                                                                                   \
	X(W, ruby)                                                                                 \
	X(W, sdt)                                                                                  \
	X(W, sdtEndPr)                                                                             \
	X(W, sdtPr)                                                                                \
	X(W, sectPr)                                                                               \
	X(W, sectPrChange)                                                                         \
	X(W, shd)                                                                                  \
	X(W, smallCaps)                                                                            \
	X(W, smartTag)                                                                             \
	X(W, smartTagPr)                                                                           \
	X(W, softHyphen)                                                                           \
	X(W, spacing)                                                                              \
	X(W, style)                                                                                \
	X(W, styleLink)                                                                            \
	X(W, sym)                                                                                  \
	X(W, sz)                                                                                   \
	X(W, szCs)                                                                                 \
	X(W, t)                                                                                    \
	X(W, tab)                                                                                  \
	X(W, tabs)                                                                                 \
	X(W, tag)                                                                                  \
	X(W, tbl)                                                                                  \
	X(W, tblBorders)                                                                           \
	X(W, tblGrid)                                                                              \
	X(W, tblGridChange)                                                                        \
	X(W, tblInd)                                                                               \
	X(W, tblPr)                                                                                \
	X(W, tblPrChange)                                                                          \
	X(W, tblPrEx)                                                                              \
	X(W, tblStyle)                                                                             \
	X(W, tblStylePr)                                                                           \
	X(W, tblpPr)                                                                               \
	X(W, tc)                                                                                   \
	X(W, tcBorders)                                                                            \
	X(W, tcPr)                                                                                 \
	X(W, tcPrChange)                                                                           \
	X(W, tcW)                                                                                  \
	X(W, themeFontLang)                                                                        \
	X(W, titlePg)                                                                              \
	X(W, top)                                                                                  \
	X(W, tr)                                                                                   \
	X(W, trPr)                                                                                 \
	X(W, txbxContent)                                                                          \
	X(W, type)                                                                                 \
	X(W, u)                                                                                    \
	X(W, vMerge)                                                                               \
	X(W, vanish)                                                                               \
	X(WP, align)                                                                               \
	X(WP, anchor)                                                                              \
	X(WP, docPr)                                                                               \
	X(WP, extent)                                                                              \
	X(WP, inline)                                                                              \
	X(WP, posOffset)                                                                           \
	X(WP, positionH)                                                                           \
	X(WP, positionV)                                                                           \
	X(A, blip)                                                                                 \
	X(A, blipFill)                                                                             \
	X(A, ext)                                                                                  \
	X(A, gradFill)                                                                             \
	X(A, latin)                                                                                \
	X(A, ln)                                                                                   \
	X(A, majorFont)                                                                            \
	X(A, minorFont)                                                                            \
	X(A, noFill)                                                                               \
	X(A, off)                                                                                  \
	X(A, pattFill)                                                                             \
	X(A, prstGeom)                                                                             \
	X(A, schemeClr)                                                                            \
	X(A, solidFill)                                                                            \
	X(A, srgbClr)                                                                              \
	X(A, xfrm)                                                                                 \
	X(PIC, pic)                                                                                \
	X(PIC, spPr)                                                                               \
	X(C, chart)                                                                                \
	X(CX, chart)                                                                               \
	X(DGM, relIds)                                                                             \
	X(MC, AlternateContent)                                                                    \
	X(MC, Choice)                                                                              \
	X(MC, Fallback)                                                                            \
	X(WPS, cxnSp)                                                                              \
	X(WPS, spPr)                                                                               \
	X(WPS, style)                                                                              \
	X(WPS, txbx)                                                                               \
	X(WPS, wsp)                                                                                \
	X(WPG, wgp)                                                                                \
	X(V, group)                                                                                \
	X(V, imagedata)                                                                            \
	X(V, line)                                                                                 \
	X(V, oval)                                                                                 \
	X(V, polyline)                                                                             \
	X(V, rect)                                                                                 \
	X(V, roundrect)                                                                            \
	X(V, shape)                                                                                \
	X(V, shapetype)                                                                            \
	X(V, textbox)                                                                              \
	X(V, textpath)                                                                             \
	X(O, OLEObject)                                                                            \
	X(M, oMath)                                                                                \
	X(M, t)                                                                                    \
	X(REL, Relationship)                                                                       \
	X(CT, Default)                                                                             \
	X(CT, Override)                                                                            \
	X(EP, Application)                                                                         \
	X(EP, Pages)                                                                               \
	X(DC, language)                                                                            \
	X(DC, title)

#define ATS_ELEMENT_NUMBER(space, name) space##_##name,
typedef enum { ATS_EL_NONE, ATS_ELEMENTS(ATS_ELEMENT_NUMBER) ATS_EL_LAST } AtsElement;
#undef ATS_ELEMENT_NUMBER

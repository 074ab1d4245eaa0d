"""The order in which Word's rules want what stands in an element, and the few words that they do not know.

LibreOffice writes some of it in another order, and whoever adds to a file need not mind when this comes after it.
Nothing that is seen changes.
"""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

BORDERS = "top left start bottom right end between bar insideH insideV tl2br tr2bl"
RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish"
    " webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath"
)
PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
ORDERS = {
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "docDefaults": "rPrDefault pPrDefault",
    "styles": "docDefaults latentStyles style",
    "pPr": PARAGRAPH,
    "rPr": RUN,
    "numPr": "ilvl numId",
    "pBdr": BORDERS,
    "tblBorders": BORDERS,
    "tcBorders": BORDERS,
    "tblCellMar": "top left start bottom right end",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    " sectPrChange",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries"
    " displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts"
    " embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
    " bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState"
    " formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge"
    " revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
    " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
    " doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
    " bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing"
    " drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
    " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData"
    " noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter"
    " noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent"
    " alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt"
    " showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids"
    " mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures"
    " forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags"
    " decimalSymbol listSeparator",
    "compat": "",
}
PLACES = {
    f"{W}{parent}": {f"{W}{name}": place for place, name in enumerate(names.split())}
    for parent, names in ORDERS.items()
    if names
}
PLACES[f"{W}settings"]["{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"] = PLACES[f"{W}settings"][
    f"{W}mathPr"
]
LAST = 10_000

# Words of the newer edition of the standard, which Word itself writes otherwise.
SIDES = {"start": "left", "end": "right"}


def put_in_order(root: Any) -> int:
    """Put the children of every element below a root in the order of the rules; return how many elements changed.

    What the rules say nothing of comes last, in the order in which it stood. Alignments get their usual names, and an
    encoding that fonts tell of goes.
    """
    changed = 0
    for element in root.iter():
        if places := PLACES.get(element.tag):
            children = list(element)
            ranks = [places.get(child.tag, LAST) for child in children]
            if ranks != sorted(ranks):
                element[:] = [child for _rank, child in sorted(zip(ranks, children, strict=True), key=_rank_of)]
                changed += 1
        elif element.tag in (f"{W}jc", f"{W}lvlJc") and element.get(f"{W}val") in SIDES:
            element.set(f"{W}val", SIDES[element.get(f"{W}val")])
            changed += 1
        elif element.tag == f"{W}charset" and f"{W}characterSet" in element.attrib:
            del element.attrib[f"{W}characterSet"]
            changed += 1
    return changed


def _rank_of(pair: tuple[int, Any]) -> int:
    return pair[0]

/** The parts of a Word document around its text. */
import { toLine } from "../../i18n/line.ts";
import type { TranscriptSource } from "./format.ts";
import { escapeXml } from "./markup.ts";

const xmlDeclaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const wordprocessingNamespace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const mainContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const schemasAddress = "http://schemas.openxmlformats.org";

const override = (part: string, type: string) =>
  `<Override PartName="/${part}" ContentType="${type}"/>`;

/** @param media the files beside the text, whose types are given by their extensions */
export const contentTypes = (
  hasNumbering: boolean,
  media: readonly { readonly path: string; readonly type: string }[],
) =>
  `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${mediaTypes(media)}${override("word/document.xml", `${mainContentType}.document.main+xml`)}${override("word/styles.xml", `${mainContentType}.styles+xml`)}${override("word/settings.xml", `${mainContentType}.settings+xml`)}${override("word/footer1.xml", `${mainContentType}.footer+xml`)}${hasNumbering ? override("word/numbering.xml", `${mainContentType}.numbering+xml`) : ""}${override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}</Types>`;

function mediaTypes(media: Parameters<typeof contentTypes>[1]): string {
  const types = new Map(media.map(({ path, type }) => [path.replace(/^.*\./, ""), type]));
  return [...types]
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
    .join("");
}

export const packageRelationships = `${xmlDeclaration}<Relationships xmlns="${schemasAddress}/package/2006/relationships"><Relationship Id="document" Type="${schemasAddress}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${schemasAddress}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

/** Title, author, language and date, for file managers and screen readers. */
export function coreProperties(
  source: Pick<TranscriptSource, "citation" | "datePublished" | "language" | "name" | "publisher">,
): string {
  const { name, publisher, language, citation, datePublished } = source;
  const day = /^\d{4}-\d\d-\d\d/.exec(datePublished ?? "")?.[0];
  const created =
    day === undefined
      ? ""
      : `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created>`;
  return `${xmlDeclaration}<cp:coreProperties xmlns:cp="${schemasAddress}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(toLine(name))}</dc:title><dc:creator>${escapeXml(toLine(publisher))}</dc:creator><dc:description>${escapeXml(toLine(citation))}</dc:description>${created}<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`;
}

/** Word's layout of 2013 and later, not the compatibility mode for older versions. */
export const settings = `${xmlDeclaration}<w:settings ${wordprocessingNamespace}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** The page number and the number of pages. */
export const footer = `${xmlDeclaration}<w:ftr ${wordprocessingNamespace}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}</w:p></w:ftr>`;

/** Word's built-in style names, so that its outline, its table of contents and screen readers find headings. */
export function styles({ language }: Pick<TranscriptSource, "language">): string {
  const tag = escapeXml(officeLanguage(language));
  const style = (id: string, name: string, paragraph: string, run: string, more = "") =>
    `<w:style w:type="paragraph" ${id === "Normal" ? 'w:default="1" ' : ""}w:styleId="${id}"><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}${more}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const size = (halfPoints: number) =>
    `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
  const bold = "<w:b/><w:bCs/>";
  const next = '<w:next w:val="Normal"/>';
  return `${xmlDeclaration}<w:styles ${wordprocessingNamespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>${size(22)}<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    style("Normal", "Normal", "<w:widowControl/>", ""),
    style(
      "Title",
      "Title",
      '<w:keepNext/><w:spacing w:after="80" w:line="240" w:lineRule="auto"/>',
      bold + size(40),
      next,
    ),
    style("Subtitle", "Subtitle", '<w:spacing w:after="40"/>', size(22), next),
    style(
      "Heading1",
      "heading 1",
      '<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
      bold + size(28),
      next,
    ),
    style(
      "Heading2",
      "heading 2",
      '<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="1"/>',
      bold + size(25),
      next,
    ),
    style(
      "Heading3",
      "heading 3",
      '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="2"/>',
      bold + size(22),
      next,
    ),
    style("Quote", "Quote", '<w:ind w:start="567" w:end="567"/>', ""),
    style("Code", "Code", "", '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'),
    style("Footer", "footer", '<w:jc w:val="center"/>', size(18)),
  ].join(
    "",
  )}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join("")}</w:tblBorders></w:tblPr></w:style></w:styles>`;
}

/**
 * A language as Word's proofing tools know it, with a region: `es` → `es-ES`. A bare language has no
 * dictionary in Word.
 */
export function officeLanguage(tag: string): string {
  try {
    const locale = new Intl.Locale(tag);
    const region = locale.region ?? locale.maximize().region;
    return region === undefined ? locale.language : `${locale.language}-${region}`;
  } catch {
    return tag;
  }
}

/** Small PDFs as bytes, made without a library (ISO 32000-1). */

interface PdfOptions {
  /** Characters that bytes stand for, by hexadecimal codes: what a font's table says (§9.10.3). */
  readonly characters?: Readonly<Record<string, string>>;
  /** More members of the trailer. */
  readonly trailer?: string;
}

/** A PDF whose pages have these lines of Latin text. */
export function makePdf(
  pages: readonly (readonly string[])[],
  { characters, trailer = "" }: PdfOptions = {},
): Uint8Array<ArrayBuffer> {
  const table = Object.entries(characters ?? {}).map(([code, text]) => {
    const hexadecimal = [...text].map((letter) =>
      letter.charCodeAt(0).toString(16).padStart(4, "0"),
    );
    return `<${code}> <${hexadecimal.join("")}>`;
  });
  const font =
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 4 0 R>>";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(" ")}]>>`,
    characters === undefined ? font.replace("/ToUnicode 4 0 R", "") : font,
    stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n${table.length} beginbfchar\n${table.join("\n")}\nendbfchar\nendcmap end end`,
    ),
    ...pages.flatMap((lines, index) => {
      const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${6 + 2 * index} 0 R>>`,
        stream(`BT /F 12 Tf 14 TL 50 780 Td\n${shown}\nET`),
      ];
    }),
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

const stream = (content: string) => `<</Length ${content.length}>>stream\n${content}\nendstream`;

/** A PDF that asks for a password (§7.6.3). */
export function makeEncryptedPdf(): Uint8Array<ArrayBuffer> {
  const key = "<".concat("5a".repeat(32), ">");
  const id = `<${"00".repeat(16)}>`;
  return makePdf([["Secret"]], {
    trailer: `/Encrypt<</Filter/Standard/V 1/R 2/O ${key}/U ${key}/P -4>>/ID[${id}${id}]`,
  });
}

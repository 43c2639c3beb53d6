/** The numbers of a Word document's lists: `word/numbering.xml`. */

/** The lists of a document, in their order: each has numbers of its own. */
export interface ListNumbers {
  readonly lists: { readonly ordered: boolean; readonly start: number }[];
}

export const listNumbers = (): ListNumbers => ({ lists: [] });

/** Adds a list. @returns its number in the document's numbering, from 1 */
export function addList(numbers: ListNumbers, ordered: boolean, start: number): number {
  return numbers.lists.push({ ordered, start });
}

/** Word has nine levels; deeper lists stay on the last. */
export const maxListLevel = 8;

export function numberingPart({ lists }: ListNumbers): string {
  const levels = (ordered: boolean) =>
    Array.from({ length: maxListLevel + 1 }, (_, level) => {
      const format = ordered ? "decimal" : "bullet";
      const text = ordered ? `%${level + 1}.` : "•";
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:start="${567 * (level + 1)}" w:hanging="425"/></w:pPr></w:lvl>`;
    }).join("");
  const definitions = [false, true].map(
    (ordered, id) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels(ordered)}</w:abstractNum>`,
  );
  const numbers = lists.map(({ ordered, start }, index) => {
    // Each numbered list starts again, on whatever level it is.
    const overrides = ordered
      ? Array.from(
          { length: maxListLevel + 1 },
          (_, level) =>
            `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
        ).join("")
      : "";
    return `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${ordered ? 1 : 0}"/>${overrides}</w:num>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[...definitions, ...numbers].join("")}</w:numbering>`;
}

import { decodeCaptions } from "../captions/encoding/decode.ts";
import { readCaptions } from "../captions/read.ts";
import type { Problem } from "../manifest/errors/problem.ts";
import type { FileReference } from "../manifest/files.ts";
import type { LocatedFiles } from "../manifest/located-manifest.ts";
import { explainAllowedMention, explainMention } from "../manifest/mentions/check-mentions.ts";
import type { NameIndex } from "../records/mentions/find-names.ts";
import { hasPrivateNames, privateNamesOf } from "../records/mentions/private-credits.ts";
import { extensionOf } from "../records/schema/media-types.ts";
import {
  findNamesInCaptions,
  findNamesInMarkdown,
  findNamesInPages,
  type NameInFile,
} from "../search/names-in-files.ts";
import { type FileTree, readWhole } from "./file-tree.ts";
import { locateFile } from "./locate-file.ts";
import { readUtf8 } from "./read-utf8.ts";

/** As for captions; a larger text is reported by other checks. In bytes. */
const maxTextSize = 5_000_000;

/**
 * Finds names of credits with `public: false` in a work's captions, audio descriptions, Markdown and the text of
 * PDFs. The fields of the manifest itself are checked when it is read. Other files, such as video, can't be searched.
 * @param pdfTexts what PDFs say, by their names in the manifest
 */
export async function checkMentions(
  tree: FileTree,
  { file, value, references }: LocatedFiles,
  pdfTexts: ReadonlyMap<string, string>,
): Promise<Problem[]> {
  const names = privateNamesOf(value);
  if (!hasPrivateNames(names)) return [];
  const unique = new Map(references.map((one) => [one.name, one]));
  const problems = [...unique.values()].map(async (reference): Promise<Problem[]> => {
    const folder = tree.folderOf(file);
    const pdfText = pdfTexts.get(reference.name);
    const text =
      pdfText === undefined
        ? await readSearchableText(tree, folder, reference)
        : pagesToSearch(tree.join(folder, reference.name), pdfText);
    if (text === undefined) return [];
    const { path, search } = text;
    const found = (
      index: NameIndex,
      severity: Problem["severity"],
      explain: typeof explainMention,
    ) =>
      search(index).map(({ name, line, column }): Problem => {
        return { file: path, line, column, severity, message: explain(name) };
      });
    return [
      ...found(names.forbidden, "error", explainMention),
      ...found(names.allowed, "note", explainAllowedMention),
    ];
  });
  return (await Promise.all(problems)).flat();
}

interface SearchableText {
  readonly path: string;
  search(names: NameIndex): NameInFile[];
}

/** The pages of a PDF, in which a problem's line is the number of the page. */
function pagesToSearch(path: string, text: string): SearchableText {
  return { path, search: (names) => findNamesInPages(text, names) };
}

/** Reads a text file. Undefined if the file isn't text, or can't be read, which is reported by other checks. */
async function readSearchableText(
  tree: FileTree,
  folder: string,
  { name, content, language = "und" }: FileReference,
): Promise<SearchableText | undefined> {
  const extension = extensionOf(name);
  const isCaptions = content === "captions" || extension === "vtt";
  if (!isCaptions && extension !== "md") return undefined;
  const located = await locateFile(tree, folder, name);
  if (located.path === undefined || located.size > maxTextSize) return undefined;
  const { path, realPath } = located;
  if (!isCaptions) {
    const markdown = await readUtf8(tree, realPath);
    if (markdown === undefined) return undefined;
    return { path, search: (names) => findNamesInMarkdown(markdown, names) };
  }
  const { text } = decodeCaptions(await readWhole(tree, realPath), language);
  if (text === undefined) return undefined;
  const { cues } = readCaptions(name, text);
  return { path, search: (names) => findNamesInCaptions(text, cues, names) };
}

import { checkPictures } from "../../manifest/document-pictures.ts";
import type { Problem } from "../../manifest/errors/problem.ts";
import type { LocatedFiles } from "../../manifest/located-manifest.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import { findUnshown } from "../../markdown/unshown.ts";
import { extensionOf } from "../../records/schema/media-types.ts";
import type { FileTree } from "../file-tree.ts";
import { inspectFile } from "../inspect-file.ts";
import { locateFile } from "../locate-file.ts";
import { readUtf8 } from "../read-utf8.ts";

/** A picture that a text names, with what was measured of it. */
export interface FoundPicture {
  /** As the texts name it. */
  readonly name: string;
  readonly file: MeasuredFiles;
  readonly source: {
    readonly path: string;
    readonly realPath?: string | undefined;
    readonly madeText: undefined;
  };
}

/** A larger text is reported by other checks. In bytes. */
const maxTextSize = 5_000_000;

/** Inspects the pictures in a document's Markdown; problems are reported where the text names them. */
export async function inspectDocumentPictures(
  tree: FileTree,
  { file, references }: LocatedFiles,
): Promise<{ found: FoundPicture[]; problems: Problem[] }> {
  const folder = tree.folderOf(file);
  const found = new Map<string, FoundPicture>();
  const failed = new Set<string>();
  const problems: Problem[] = [];
  const texts = references.filter(
    ({ name, path: [field] }) => field === "texts" && extensionOf(name) === "md",
  );
  for (const { name: textName } of new Map(texts.map((one) => [one.name, one])).values()) {
    const located = await locateFile(tree, folder, textName);
    if (located.path === undefined || located.size > maxTextSize) continue;
    const markdown = await readUtf8(tree, located.realPath);
    if (markdown === undefined) continue;
    const { named, refused } = checkPictures(markdown);
    const place = (at: { line: number; column: number }) => {
      return { file: located.path, line: at.line, column: at.column };
    };
    problems.push(
      ...refused.map(({ message, ...at }): Problem => {
        return { ...place(at), severity: "error", message };
      }),
    );
    problems.push(
      ...findUnshown(markdown).map(({ message, ...at }): Problem => {
        return { ...place(at), severity: "warning", message };
      }),
    );
    for (const picture of named) {
      const { name } = picture;
      if (found.has(name) || failed.has(name)) continue;
      const inspected = await inspectFile(tree, { name, content: "picture", path: [] }, folder);
      problems.push(...inspected.problems.map((problem) => ({ ...place(picture), ...problem })));
      if (inspected.details === undefined) {
        failed.add(name);
        continue;
      }
      const same = [...found.values()].find(
        ({ file: other }) => other.sha256 === inspected.details?.sha256,
      );
      if (same !== undefined) {
        const message = `${name} is the same picture as ${same.name}: name that`;
        problems.push({ ...place(picture), severity: "error", message });
        continue;
      }
      const { path = tree.join(folder, name), realPath } = inspected;
      found.set(name, {
        name,
        file: inspected.details,
        source: { path, realPath, madeText: undefined },
      });
    }
  }
  return { found: [...found.values()], problems };
}

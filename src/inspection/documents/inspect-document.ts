import { hasWebVttSignature } from "../../captions/webvtt/webvtt.ts";
import { checkPdf } from "../../files/documents/pdf.ts";
import { describeUnreadableText } from "../../files/documents/text.ts";
import { inspectZip } from "../../files/documents/zip.ts";
import type { FileFormat } from "../../files/identify.ts";
import type { MeasuredFiles } from "../../manifest/to-record.ts";
import { explainSize, maxStoredTextSize } from "../../records/schema/limits.ts";
import { type FileTree, readWhole } from "../file-tree.ts";
import { faultMessage, type InspectedFile, rejectedFile } from "../inspected-file.ts";

/** What a document of each extension is. */
const documentNames: Readonly<Record<string, string>> = {
  pdf: "a PDF",
  docx: "a Word document",
  odt: "an OpenDocument text",
  md: "a text in UTF-8",
  vtt: "WebVTT in UTF-8",
};

/**
 * Inspects a document: whether it is what its name says, and complete.
 * @param file what is known of it already
 * @param format by its first bytes
 */
export async function inspectDocument(
  tree: FileTree,
  name: string,
  path: string,
  file: MeasuredFiles,
  format: FileFormat | undefined,
): Promise<InspectedFile> {
  const { extension } = file;
  const expected = documentNames[extension];
  const accepted: InspectedFile = { details: file, problems: [] };
  if (expected === undefined) return accepted;
  if (extension === "md" || extension === "vtt") {
    const tooLarge = explainSize(name, file.size, maxStoredTextSize);
    if (tooLarge !== undefined) return rejectedFile(tooLarge);
    const bytes = await readWhole(tree, path);
    const found = describeUnreadableText(bytes);
    if (found !== undefined) {
      return rejectedFile(
        found.startsWith("a text")
          ? `${name} isn't UTF-8, but ${found}: save it as UTF-8`
          : `${name} is ${found}, not ${expected}: name another file`,
      );
    }
    const isWebVtt = extension !== "vtt" || hasWebVttSignature(new TextDecoder().decode(bytes));
    return isWebVtt ? accepted : rejectedFile(`${name} isn't ${expected}: save it as WebVTT`);
  }
  const mismatch = (label: string | undefined) => {
    const found =
      label === undefined ? `${name} isn't ${expected}` : `${name} is ${label}, not ${expected}`;
    return rejectedFile(`${found}: save it as ${expected}, or name another file`);
  };
  const isZip = extension !== "pdf";
  if (format?.id !== (isZip ? "zip" : "pdf")) return mismatch(format?.label);
  const { label, fault, ...content } = await tree.read(path, async (reader) =>
    isZip ? inspectZip(reader) : { label: format.label, extension, fault: await checkPdf(reader) },
  );
  if (fault !== undefined) return rejectedFile(faultMessage(name, fault));
  return content.extension === extension ? accepted : mismatch(label);
}

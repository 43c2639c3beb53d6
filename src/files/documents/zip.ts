import { type ByteReader, textAt, viewOf } from "../byte-reader.ts";
import { broken, type FileFault, truncated } from "../file-fault.ts";

/** What a ZIP archive holds, by its inner files, and what is wrong with it. */
export interface ZipContent {
  /** The extension of such a file: docx, odt, xlsx, epub …; zip if its inner files are of no known kind. */
  readonly extension: string;
  /** With its article: `a Word document`. */
  readonly label: string;
  readonly fault: FileFault | undefined;
}

/** The end record without its comment, and with the longest one (APPNOTE 4.3.16), in bytes. */
const endRecordLength = 22;
const maxEndLength = endRecordLength + 65_535;

/** A list of more inner files belongs to something else than a document. In bytes. */
const maxDirectoryLength = 16_000_000;

/** OpenDocument (1.3, part 2, §3.3) and EPUB (OCF §4.3) name their type in a first file, not compressed. */
const namedTypes: Readonly<Record<string, readonly [extension: string, label: string]>> = {
  "application/vnd.oasis.opendocument.text": ["odt", "an OpenDocument text"],
  "application/vnd.oasis.opendocument.spreadsheet": ["ods", "an OpenDocument spreadsheet"],
  "application/vnd.oasis.opendocument.presentation": ["odp", "an OpenDocument presentation"],
  "application/epub+zip": ["epub", "an EPUB book"],
};

/** Office Open XML, by where its main part is by convention (ECMA-376 part 1, §11.3.10). */
const officeParts: readonly (readonly [part: RegExp, extension: string, label: string])[] = [
  [/^word\/document\d*\.xml$/, "docx", "a Word document"],
  [/^xl\/workbook\.(xml|bin)$/, "xlsx", "an Excel workbook"],
  [/^ppt\/presentation\.xml$/, "pptx", "a PowerPoint presentation"],
];

/** Reads which files a ZIP archive holds, from the list at its end (APPNOTE 4.3.12 and 4.3.16). */
export async function inspectZip(reader: ByteReader): Promise<ZipContent> {
  const archive = (fault: FileFault | undefined): ZipContent => {
    return { extension: "zip", label: "a ZIP archive", fault };
  };
  const directory = await findDirectory(reader);
  if ("problem" in directory) return archive(directory);
  const names = listNames(await reader.read(directory.start, directory.end));
  if (names === undefined) return archive(broken("its list of files is damaged"));
  const named = await readTypeName(reader);
  const type = named === undefined ? undefined : namedTypes[named];
  if (type !== undefined) {
    const [extension, label] = type;
    const main = extension === "epub" ? "META-INF/container.xml" : "content.xml";
    return {
      extension,
      label,
      fault: names.includes(main) ? undefined : broken(`${main} is missing in it`),
    };
  }
  const office = officeParts.find(([part]) => names.some((name) => part.test(name)));
  if (office === undefined) return archive(undefined);
  const [, extension, label] = office;
  const types = "[Content_Types].xml";
  return {
    extension,
    label,
    fault: names.includes(types) ? undefined : broken(`${types} is missing in it`),
  };
}

/** Where the list of files is. */
async function findDirectory(
  reader: ByteReader,
): Promise<{ start: number; end: number } | FileFault> {
  const { size } = reader;
  const base = Math.max(0, size - maxEndLength);
  const bytes = await reader.read(base, size);
  const view = viewOf(bytes);
  for (let offset = bytes.length - endRecordLength; offset >= 0; offset--) {
    if (textAt(bytes, offset) !== "PK\x05\x06") continue;
    const start = view.getUint32(offset + 16, true);
    const end = start + view.getUint32(offset + 12, true);
    if (end > base + offset) return broken("its list of files is damaged");
    if (end - start > maxDirectoryLength) return broken("it holds too many files");
    return { start, end };
  }
  return truncated();
}

/** The names in a list of files (APPNOTE 4.3.12). @returns undefined if the list is damaged */
function listNames(bytes: Uint8Array): string[] | undefined {
  const view = viewOf(bytes);
  const names: string[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    if (offset + 46 > bytes.length || textAt(bytes, offset) !== "PK\x01\x02") return undefined;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      view.getUint16(offset + field, true),
    ) as [number, number, number];
    names.push(new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength)));
    offset += 46 + nameLength + extraLength + commentLength;
  }
  return names;
}

/** The text of a first file named `mimetype` that isn't compressed. */
async function readTypeName(reader: ByteReader): Promise<string | undefined> {
  const bytes = await reader.read(0, Math.min(reader.size, 256));
  if (bytes.length < 38 || textAt(bytes, 30, 8) !== "mimetype") return undefined;
  const view = viewOf(bytes);
  const start = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  return textAt(bytes, start, view.getUint32(18, true))
    .replace(/-template$/, "")
    .trim();
}

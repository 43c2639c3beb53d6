import { type ByteReader, WindowReader } from "../byte-reader.ts";
import { broken, type FileFault, truncated } from "../file-fault.ts";

/** Element IDs (RFC 8794 §11.3, RFC 9559 §5.1) of the masters whose order is checked. */
const ids = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  cluster: 0x1f43b675,
  cues: 0x1c53bb6b,
  chapters: 0x1043a770,
  attachments: 0x1941a469,
  tags: 0x1254c367,
} as const;

/** At a file's root, represented by 0. */
const root = 0;

/** The only parent in which each of these elements is valid. */
const parents = new Map<number, number>([
  [ids.ebml, root],
  [ids.segment, root],
  [ids.trackEntry, ids.tracks],
  ...[
    ids.seekHead,
    ids.info,
    ids.tracks,
    ids.cluster,
    ids.cues,
    ids.chapters,
    ids.attachments,
    ids.tags,
  ].map((id): [number, number] => [id, ids.segment]),
]);

/** A film of ten hours has about 4 million blocks. */
const maxElements = 20_000_000;
/** Far above what editors write. Whoever reads a film compares its tracks with each other. */
const maxTracks = 200;
const maxSegments = 16;

interface Parent {
  readonly id: number;
  /** Infinity if its size is unknown: it ends where an element starts that belongs to another. */
  readonly end: number;
}

/**
 * Checks the structure of a WebM or Matroska file: elements are nested as they may be, none reaches beyond
 * its parent, and the file doesn't end within one. Only the headers of elements are read, once each. The
 * content of clusters is skipped if their size is known.
 */
export async function checkWebm(reader: ByteReader): Promise<FileFault | undefined> {
  const file = new WindowReader(reader);
  const { size } = file;
  const open: Parent[] = [];
  const counts = new Map<number, number>();
  let count = 0;
  for (let position = 0; position < size; ) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= position) open.pop();
    const header = readHeader(file.peek(position, 12) ?? (await file.load(position, 12)));
    // Cameras and editors may leave other bytes after the film.
    if (header === undefined) return open.length === 0 ? undefined : faultAt(position, size);
    const { id, content } = header;
    const parent = parents.get(id);
    if (parent !== undefined) {
      while (
        (open.at(-1)?.id ?? root) !== parent &&
        open.at(-1)?.end === Number.POSITIVE_INFINITY
      ) {
        open.pop();
      }
      if ((open.at(-1)?.id ?? root) !== parent) return broken("its parts are nested wrongly");
      counts.set(id, (counts.get(id) ?? 0) + 1);
    } else if (open.length === 0) return undefined;
    count += 1;
    if (count > maxElements || (counts.get(ids.segment) ?? 0) > maxSegments) {
      return broken("it has more parts than a film");
    }
    if (Math.max(counts.get(ids.tracks) ?? 0, counts.get(ids.trackEntry) ?? 0) > maxTracks) {
      return broken(`it has more than ${maxTracks} tracks`);
    }
    const start = position + header.length;
    const end = content === undefined ? Number.POSITIVE_INFINITY : start + content;
    const limit = open.at(-1)?.end ?? Number.POSITIVE_INFINITY;
    if (end > limit && end !== Number.POSITIVE_INFINITY) {
      return broken("a part of it reaches beyond its end");
    }
    const isOpened =
      id === ids.segment || id === ids.tracks || (id === ids.cluster && content === undefined);
    if (content === undefined && !isOpened) return broken("a part of it has no size");
    if (end !== Number.POSITIVE_INFINITY && end > size) return truncated(end - size);
    if (isOpened) open.push({ id, end });
    position = isOpened ? start : end;
  }
  return undefined;
}

/** What is wrong where no element starts: within the last bytes, the header is cut off. */
function faultAt(position: number, size: number): FileFault {
  return position + 12 > size ? truncated() : broken("a part of it can't be read");
}

interface ElementHeader {
  readonly id: number;
  /** Of the header itself, in bytes. */
  readonly length: number;
  /** The size of the content in bytes; undefined if it is unknown (RFC 8794 §6.2). */
  readonly content: number | undefined;
}

/** An element's ID and size (RFC 8794 §5 and §6). @returns undefined if the bytes hold none */
function readHeader(bytes: Uint8Array): ElementHeader | undefined {
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  if (idLength > 4 || idLength >= bytes.length) return undefined;
  let id = 0;
  for (let index = 0; index < idLength; index++) id = id * 256 + (bytes[index] ?? 0);
  const first = bytes[idLength] ?? 0;
  const sizeLength = Math.clz32(first) - 23;
  const length = idLength + sizeLength;
  if (sizeLength > 8 || length > bytes.length) return undefined;
  const mask = 0xff >> sizeLength;
  let content = first & mask;
  let isUnknown = content === mask;
  for (let index = idLength + 1; index < length; index++) {
    const byte = bytes[index] ?? 0;
    content = content * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { id, length, content: isUnknown ? undefined : content };
}

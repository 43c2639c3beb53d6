/** A file's bytes, read in parts: a film may be larger than the memory. */
export interface ByteReader {
  /** In bytes. */
  readonly size: number;
  /** Reads from `start` to before `end`, which are within the file. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Reads bytes that are in memory. */
export function memoryReader(bytes: Uint8Array): ByteReader {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}

/** After a jump, this much is read; more with each read that follows on. In bytes. */
const minWindow = 4096;
const maxWindow = 256 * 1024;

/**
 * Reads a file from its start to its end in few reads: small ones after a jump, large ones where the file
 * is read through.
 */
export class WindowReader {
  readonly size: number;
  readonly #reader: ByteReader;
  #start = 0;
  #bytes: Uint8Array = new Uint8Array();
  #length = minWindow;

  constructor(reader: ByteReader) {
    this.size = reader.size;
    this.#reader = reader;
  }

  /** @returns up to `length` bytes, fewer at the file's end; undefined if they aren't loaded */
  peek(start: number, length: number): Uint8Array | undefined {
    const end = Math.min(start + length, this.size);
    if (start < this.#start || end > this.#start + this.#bytes.length) return undefined;
    return this.#bytes.subarray(start - this.#start, Math.max(start, end) - this.#start);
  }

  /** @returns `length` bytes, or fewer at the file's end */
  async load(start: number, length: number): Promise<Uint8Array> {
    const loaded = this.peek(start, length);
    if (loaded !== undefined) return loaded;
    if (start >= this.size) return new Uint8Array();
    const loadedEnd = this.#start + this.#bytes.length;
    const followsOn = start >= this.#start && start <= loadedEnd + minWindow;
    this.#length = followsOn ? Math.min(maxWindow, this.#length * 2) : minWindow;
    const end = Math.min(this.size, start + Math.max(length, this.#length));
    this.#bytes = await this.#reader.read(start, end);
    this.#start = start;
    return this.#bytes.subarray(0, length);
  }
}

/** The four letters at an offset, such as a box's type. */
export function textAt(bytes: Uint8Array, offset: number, length = 4): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

/** A view of some bytes, for numbers in them. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

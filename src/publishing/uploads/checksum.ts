/** The supported algorithms of `Upload-Checksum`: tus's names and those of Web Crypto. */
export const checksumAlgorithms = { sha256: "SHA-256", sha1: "SHA-1" } as const;

export interface ExpectedChecksum {
  readonly algorithm: keyof typeof checksumAlgorithms;
  /** In base64. */
  readonly digest: string;
}

/** Computes a checksum over bytes that are added bit by bit, and compares it with the expected one. */
export class Checksum {
  readonly #expected: string;
  readonly #stream: DigestStream;
  readonly #writer: WritableStreamDefaultWriter;

  constructor({ algorithm, digest }: ExpectedChecksum) {
    this.#expected = digest;
    this.#stream = new crypto.DigestStream(checksumAlgorithms[algorithm]);
    this.#writer = this.#stream.getWriter();
  }

  async add(bytes: Uint8Array): Promise<void> {
    await this.#writer.write(bytes);
  }

  /** Whether the added bytes have the expected checksum. No bytes can be added after this call. */
  async matches(): Promise<boolean> {
    await this.#writer.close();
    const digest = new Uint8Array(await this.#stream.digest);
    return btoa(String.fromCharCode(...digest)) === this.#expected;
  }
}

/** The SHA-256 of a stream, in hexadecimal digits; undefined without a stream. */
export async function hashStream(stream: ReadableStream | undefined): Promise<string | undefined> {
  if (stream === undefined) return undefined;
  const digest = new crypto.DigestStream("SHA-256");
  await stream.pipeTo(digest);
  return [...new Uint8Array(await digest.digest)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

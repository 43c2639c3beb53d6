/** The algorithms of `Upload-Checksum` that the library knows, by the name that tus gives them. */
export const checksumAlgorithms = { sha256: "SHA-256", sha1: "SHA-1" } as const;

export interface ExpectedChecksum {
  readonly algorithm: keyof typeof checksumAlgorithms;
  /** In base64. */
  readonly digest: string;
}

/** A checksum that is computed while bytes stream past. */
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

  /** Whether the bytes so far have the checksum that was expected. No more can be added then. */
  async isRight(): Promise<boolean> {
    await this.#writer.close();
    const digest = new Uint8Array(await this.#stream.digest);
    return btoa(String.fromCharCode(...digest)) === this.#expected;
  }
}

/** Reads a text line by line, without copying it into an array of lines. Lines end in LF. */
export class LineReader {
  readonly #input: string;
  #position = 0;
  #lineNumber = 1;

  constructor(input: string) {
    this.#input = input;
  }

  /** The number of the current line, counted from 1. */
  get lineNumber(): number {
    return this.#lineNumber;
  }

  isAtEnd(): boolean {
    return this.#position >= this.#input.length;
  }

  /** The current line, without its LF. */
  peek(): string {
    const end = this.#input.indexOf("\n", this.#position);
    return this.#input.slice(this.#position, end < 0 ? this.#input.length : end);
  }

  /** Moves to the next line. */
  advance(): void {
    const end = this.#input.indexOf("\n", this.#position);
    this.#position = end < 0 ? this.#input.length : end + 1;
    this.#lineNumber += 1;
  }

  skipBlankLines(): void {
    while (this.#input[this.#position] === "\n") {
      this.#position += 1;
      this.#lineNumber += 1;
    }
  }
}

/** Reads a text line by line, each ended by LF, without holding a copy of them all. */
export class LineReader {
  readonly #input: string;
  #position = 0;
  /** How many lines were passed: the number, counted from 1, of the last of them. */
  number = 0;

  constructor(input: string) {
    this.#input = input;
  }

  atEnd(): boolean {
    return this.#position >= this.#input.length;
  }

  /** The line at the pointer, without its LF. */
  peek(): string {
    const end = this.#input.indexOf("\n", this.#position);
    return this.#input.slice(this.#position, end < 0 ? this.#input.length : end);
  }

  /** Moves to the next line. */
  advance(): void {
    const end = this.#input.indexOf("\n", this.#position);
    this.#position = end < 0 ? this.#input.length : end + 1;
    this.number += 1;
  }

  skipEmpty(): void {
    while (this.#input[this.#position] === "\n") {
      this.#position += 1;
      this.number += 1;
    }
  }
}

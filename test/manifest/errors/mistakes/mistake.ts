/** A mistake that a person makes in a good manifest, and the problems that are reported. */
export interface Mistake {
  readonly what: string;
  /** The good manifest. */
  readonly in: "document" | "episode" | "library" | "series";
  readonly instead: string;
  readonly write: string;
  /** All problems, as `videoteca check` prints them behind the file's name. */
  readonly problems: readonly string[];
}

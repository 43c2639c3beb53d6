/** A mistake that a person makes in a good manifest, and what they are told. */
export interface Mistake {
  readonly what: string;
  /** The good manifest. */
  readonly in: "document" | "episode" | "library" | "series";
  readonly instead: string;
  readonly write: string;
  /** All problems, as `videoteca check` prints them behind the file's name. */
  readonly told: readonly string[];
}

/** What is wrong with a file's bytes. A file without a fault is complete, as far as its structure shows. */
export type FileFault =
  /** Its end is missing; `missing` bytes of it, where the file says how long it should be. */
  | { readonly problem: "truncated"; readonly missing?: number }
  /** Its structure is invalid. `why` is a clause such as "it has no pages". */
  | { readonly problem: "broken"; readonly why: string }
  /** It may be complete, but nothing marks its end, as its format asks for. */
  | { readonly problem: "unfinished" };

/** A fault of a file whose structure is invalid. @param why a clause such as "it has no pages" */
export function broken(why: string): FileFault {
  return { problem: "broken", why };
}

/** A fault of a file whose end is missing. @param missing in bytes; undefined if it isn't known */
export function truncated(missing?: number): FileFault {
  return missing === undefined ? { problem: "truncated" } : { problem: "truncated", missing };
}

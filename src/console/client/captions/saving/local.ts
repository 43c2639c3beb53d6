/** What is written is kept in the browser at once, so that a reload, a lost line or an ended session loses nothing. */
import * as z from "zod";

const kept = z.object({
  /** The digest of the published track that it was begun from; null if there was none. */
  basedOn: z.string().nullable(),
  /** That track's text. */
  baseText: z.string(),
  /** The draft on the server that it is of: its version and its text; null if there is none. */
  draft: z.object({ version: z.int(), text: z.string() }).nullable(),
  /** What is written, as WebVTT. */
  text: z.string(),
});

export type Kept = z.infer<typeof kept>;

/** One track's place in the browser's storage. */
export interface LocalCopy {
  read(): Kept | undefined;
  /** @returns whether the browser keeps it */
  write(copy: Kept): boolean;
  remove(): void;
}

/** @param name which track: slug, kind and language */
export function localCopy(name: string): LocalCopy {
  const key = `videoteca captions ${name}`;
  return {
    read() {
      try {
        return kept.safeParse(JSON.parse(localStorage.getItem(key) ?? "null")).data;
      } catch {
        return undefined; // Storage is switched off, or another program wrote there.
      }
    },
    write(copy) {
      try {
        localStorage.setItem(key, JSON.stringify(copy));
        return true;
      } catch {
        return false; // Switched off or full.
      }
    },
    remove() {
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
    },
  };
}

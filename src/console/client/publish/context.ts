import type { StaffApi } from "../shared/staff-api.ts";
import type { Session } from "./session.ts";
import type { PublishStrings } from "./strings/en.ts";

/** What every part of the page is made with. */
export interface App {
  readonly strings: PublishStrings;
  readonly language: string;
  /** The languages of the library's own pages. */
  readonly languages: readonly string[];
  readonly session: Session;
  readonly api: StaffApi;
  /** The SHA-256 of a file, in lower-case hexadecimal. */
  readonly digest: (bytes: Blob) => Promise<string>;
}

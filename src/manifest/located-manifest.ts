import type { ReadManifest } from "./read.ts";
import type { Manifest } from "./schema.ts";

/** A manifest with its file and the locations of its values. */
export interface LocatedManifest {
  readonly file: string;
  readonly manifest: Manifest;
  readonly locationOf: ReadManifest["locationOf"];
}

import type { ReadManifest } from "./read.ts";
import type { Manifest } from "./schema.ts";

/** A manifest with the file it stands in. */
export interface LocatedManifest {
  readonly file: string;
  readonly manifest: Manifest;
  readonly placeOf: ReadManifest["placeOf"];
}

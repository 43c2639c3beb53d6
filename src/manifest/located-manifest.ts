import type { ManifestFiles } from "./files.ts";
import type { ReadManifest } from "./read.ts";
import type { Manifest } from "./schema.ts";

/** A manifest with its file and the locations of its values. */
export interface LocatedManifest {
  readonly file: string;
  readonly manifest: Manifest;
  readonly locationOf: ReadManifest["locationOf"];
}

/** The files that a manifest names, even if it has errors. */
export interface LocatedFiles extends ManifestFiles {
  /** The manifest's own. */
  readonly file: string;
  readonly locationOf: ReadManifest["locationOf"];
}

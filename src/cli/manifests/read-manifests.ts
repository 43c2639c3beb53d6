import { readManifests as inspect, type LoadedManifests } from "../../inspection/read-manifests.ts";
import { nodeFiles } from "./node-files.ts";

/** Reads the manifests at some paths of this machine and all files that they name, and checks them. */
export function readManifests(paths: readonly string[]): Promise<LoadedManifests> {
  return inspect(nodeFiles, paths);
}

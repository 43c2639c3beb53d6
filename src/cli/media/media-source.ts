import { FilePathSource } from "mediabunny";

/** A file of this machine for mediabunny: a module of its own, which is loaded when a film is read. */
export function openMedia(path: string): FilePathSource {
  return new FilePathSource(path);
}

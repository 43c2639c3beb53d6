import { BlobSource } from "mediabunny";

/** A file of the browser for mediabunny: a module of its own, which is loaded when a film is read. */
export function openMedia(file: File): BlobSource {
  return new BlobSource(file);
}

import { parseMoment } from "../records/moment.ts";
import { isExtension } from "../records/schema/media-types.ts";
import { type Blob, type LibraryItem, type Medium, record } from "../records/schema/record.ts";
import type { EpisodeManifest, Manifest } from "./schema.ts";

/** The measurements of a file: its digest, its size and properties of its content. */
export interface MeasuredFiles {
  /** Of the bytes that are published: of captions, those of the converted WebVTT. */
  readonly sha256: string;
  readonly extension: string;
  /** In bytes. */
  readonly size: number;
  /** In seconds; only of films and sound. */
  readonly duration?: number;
  /** In pixels; only of films and pictures. */
  readonly width?: number;
  readonly height?: number;
  /** As in a media type's `codecs` parameter (RFC 6381). */
  readonly codecs?: string;
  /** How many cues a caption file has. */
  readonly cues?: number;
  /** Of a PDF whose text was read for search. */
  readonly extractedText?: Pick<Blob, "sha256" | "size">;
}

/**
 * Converts a manifest to a record: each file name is replaced by the file's measurements.
 * @param files measurements by the file's name in the manifest
 * @param pictures the names of the pictures in a document's texts
 * @throws Error if a file that the manifest names wasn't measured, or not completely
 */
export function toRecord(
  manifest: Manifest,
  files: ReadonlyMap<string, MeasuredFiles>,
  pictures: readonly string[] = [],
): LibraryItem {
  const measured = (name: string): MeasuredFiles => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`${name} wasn't measured.`);
    return file;
  };
  const item = draft(manifest, measured);
  if (pictures.length === 0) return record.parse(item);
  const named = pictures.map((name) => {
    const { width, height, ...file } = measured(name);
    return { name, file: blob(file), width, height };
  });
  return record.parse({ ...item, pictures: named });
}

type Lookup = (name: string) => MeasuredFiles;

function draft(manifest: Manifest, measured: Lookup): object {
  if (manifest.kind === "Episode") return draftEpisode(manifest, measured);
  if (manifest.kind === "Library" || manifest.kind === "Series") {
    const { podcastCover } = manifest;
    const logo = manifest.kind === "Library" ? manifest.logo : undefined;
    return {
      ...manifest,
      ...(logo && { logo: draftPicture(logo, measured) }),
      ...(podcastCover && { podcastCover: draftPicture(podcastCover, measured) }),
    };
  }
  return { ...manifest, texts: manifest.texts.map((text) => draftText(text, measured)) };
}

/** A file, and if it is a PDF what it says. */
function draftText(text: { readonly file: string }, measured: Lookup): object {
  const { extractedText, ...file } = measured(text.file);
  return {
    ...text,
    file: blob(file),
    ...(extractedText && { extractedText: { ...extractedText, extension: "txt" } }),
  };
}

function draftEpisode(manifest: EpisodeManifest, measured: Lookup): object {
  const { audioOnly, poster, audioDescription } = manifest;
  const video = manifest.video.map(({ file }) => medium(measured(file)));
  const sound = audioOnly === undefined ? undefined : medium(measured(audioOnly.file));
  const media = sound === undefined ? video : [...video, sound];
  return {
    ...manifest,
    duration: Math.max(0, ...media.map((file) => file.duration)),
    video,
    ...(sound === undefined ? {} : { audioOnly: sound }),
    ...(poster === undefined ? {} : { poster: draftPicture(poster, measured) }),
    captions: manifest.captions.map((track) => {
      const { cues, ...file } = measured(track.file);
      return { ...track, file: blob(file), cues: cues ?? 0 };
    }),
    ...(audioDescription === undefined
      ? {}
      : { audioDescription: draftDescription(manifest, audioDescription, measured) }),
    chapters: manifest.chapters.map(({ start, name }) => ({ start: secondsOf(start), name })),
    attachments: manifest.attachments.map((attachment) => draftText(attachment, measured)),
  };
}

/** @param picture what the manifest says: its file, and its text if its place needs one */
function draftPicture(picture: { readonly file: string }, measured: Lookup): object {
  const { width, height, ...file } = measured(picture.file);
  return { ...picture, file: blob(file), width, height };
}

function draftDescription(
  { inLanguage }: EpisodeManifest,
  description: NonNullable<EpisodeManifest["audioDescription"]>,
  measured: Lookup,
): object {
  if (!("file" in description)) return description;
  const file = measured(description.file);
  return {
    mode: description.mode,
    file: description.mode === "track" ? blob(file) : medium(file),
    inLanguage: description.inLanguage ?? inLanguage,
  };
}

function blob({ sha256, extension, size }: MeasuredFiles): Blob {
  if (!isExtension(extension))
    throw new Error(`.${extension} isn't a type of file that can be stored.`);
  return { sha256, extension, size };
}

function medium(file: MeasuredFiles): Medium {
  const { duration, width, height, codecs } = file;
  if (duration === undefined) throw new Error(`${file.sha256}: its duration wasn't measured.`);
  return {
    ...blob(file),
    duration,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(codecs === undefined ? {} : { codecs }),
  };
}

/** Converts a manifest's moment to seconds. @throws Error if it isn't one; the schema ensures that it is */
export function secondsOf(start: string | number): number {
  const moment = parseMoment(String(start));
  if (moment === undefined) throw new Error(`${start} isn't a moment.`);
  return moment.start;
}

import { noLanguage } from "../../i18n/tag.ts";
import { blobPath } from "../../records/blobs.ts";
import type { Reader } from "../../records/reader.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { Blob, Medium } from "../../records/schema/record.ts";
import type { FeedEpisode } from "../../records/views.ts";
import { emptyElement, parentElement } from "../xml.ts";

/** A title's limit (Podcasting 2.0, `podcast:alternateEnclosure`). In characters. */
const maxTitleLength = 32;

/** Containers that every podcast program plays: MPEG-4 and MP3 (Apple, “Podcast RSS feed requirements”). */
const playedEverywhere: ReadonlySet<string> = new Set(["mp4", "m4a", "mp3"]);

/** The file of an episode that a podcast program downloads: one that it can play, a film before its sound. */
function mainFile({ video, audioOnly }: FeedEpisode): Medium | undefined {
  const files = [...video, ...(audioOnly === undefined ? [] : [audioOnly])];
  return files.find(({ extension }) => playedEverywhere.has(extension)) ?? files[0];
}

/** A file as RSS's `enclosure`, of which an item has one. */
export function enclosureElement(file: Blob, origin: string): string {
  return emptyElement("enclosure", {
    url: origin + blobPath(file),
    length: file.size,
    type: mediaTypes[file.extension],
  });
}

/** The files of an episode: one as `enclosure`, all as `podcast:alternateEnclosure`. */
export function episodeEnclosures(episode: FeedEpisode, reader: Reader, origin: string): string[] {
  const { video, audioOnly, audioDescription, inLanguage } = episode;
  const { strings } = reader;
  const main = mainFile(episode);
  const spoken = inLanguage === noLanguage ? undefined : inLanguage;
  const described = audioDescription?.mode === "file" ? audioDescription : undefined;
  const files = [
    ...video.map((file) => ({ file, title: strings.video, language: spoken })),
    ...(audioOnly ? [{ file: audioOnly, title: strings.audioOnly, language: spoken }] : []),
    ...(described
      ? [
          {
            file: described.file,
            title: strings.audioDescription,
            language: described.inLanguage,
          },
        ]
      : []),
  ];
  return [
    ...(main === undefined ? [] : [enclosureElement(main, origin)]),
    ...files.map(({ file, title, language }) =>
      alternateEnclosure(file, {
        title: `${title}, ${file.extension.toUpperCase()}`,
        language,
        isDefault: file === main,
        origin,
      }),
    ),
  ];
}

interface AlternateOptions {
  readonly title: string;
  readonly language: string | undefined;
  readonly isDefault: boolean;
  readonly origin: string;
}

function alternateEnclosure(file: Medium, options: AlternateOptions): string {
  const { title, language, isDefault, origin } = options;
  const { size, duration, height, extension, codecs, sha256 } = file;
  const type = mediaTypes[extension];
  const attributes = {
    type,
    length: size,
    // In bits per second.
    bitrate: duration > 0 ? Math.round((size * 8) / duration) : undefined,
    height,
    lang: language,
    title: [...title].slice(0, maxTitleLength).join(""),
    codecs,
    default: isDefault ? "true" : undefined,
  };
  return parentElement("podcast:alternateEnclosure", attributes, [
    emptyElement("podcast:source", { uri: origin + blobPath(file), contentType: type }),
    emptyElement("podcast:integrity", { type: "sri", value: subresourceIntegrity(sha256) }),
  ]);
}

/** A digest as Subresource Integrity writes it (W3C SRI 3.5). @param sha256 in hexadecimal digits */
function subresourceIntegrity(sha256: string): string {
  const bytes = (sha256.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `sha256-${btoa(String.fromCharCode(...bytes))}`;
}

import { interfaceLanguageFor } from "../../i18n/interface-languages.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { stringsIn } from "../../i18n/strings.ts";
import { captionsPath, iiifPath, transcriptPath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { Blob, Medium } from "../../records/schema/record.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { pictureSize } from "../oembed/oembed.ts";
import { imageResource } from "./describe.ts";
import type { IiifResource } from "./json.ts";
import { inOneLanguage, type LanguageMap, languageMap, unlabeled, wordsIn } from "./labels.ts";
import { canvasId, type ManifestSource } from "./source.ts";

/** The size of a film's canvas if nobody measured one: most films' ratio. */
const defaultCanvas = { width: 1280, height: 720 };

/** A film as a canvas: its renditions, its captions and transcripts, its poster. Sound alone has time, and no picture. */
export function filmCanvas(source: ManifestSource): IiifResource {
  const { episode, origin } = source;
  const { slug, duration, poster, video } = episode;
  const id = canvasId({ origin, slug });
  const isSound = video.length === 0;
  const bodies = renditions(source);
  const posterCanvas = poster && {
    id: origin + iiifPath(slug, "canvas/poster"),
    type: "Canvas",
    label: languageMap(poster.alt),
    width: poster.width,
    height: poster.height,
    items: paintingPage(origin + iiifPath(slug, "canvas/poster"), imageResource(poster, origin)),
  };
  return {
    id,
    type: "Canvas",
    label: languageMap(episode.name),
    ...(isSound ? {} : (pictureSize(episode) ?? defaultCanvas)),
    duration,
    items: paintingPage(id, bodies.length === 1 ? bodies[0] : { type: "Choice", items: bodies }),
    annotations: textAnnotations(source),
    ...(isSound ? { accompanyingCanvas: posterCanvas } : { placeholderCanvas: posterCanvas }),
    thumbnail: poster && [imageResource(poster, origin)],
  };
}

function paintingPage(canvas: string, body: IiifResource | undefined): readonly IiifResource[] {
  return [
    {
      id: `${canvas}/page`,
      type: "AnnotationPage",
      items: [
        {
          id: `${canvas}/painting`,
          type: "Annotation",
          motivation: "painting",
          body,
          target: canvas,
        },
      ],
    },
  ];
}

/** The files that play the film, the one that the publisher prefers first; then the sound alone, and with descriptions. */
function renditions({ episode, languages, origin }: ManifestSource): IiifResource[] {
  const { video, audioOnly, audioDescription } = episode;
  const described =
    audioDescription?.mode === "file"
      ? [
          mediaResource(
            audioDescription.file,
            origin,
            wordsIn(languages, (strings) => strings.audioDescription),
          ),
        ]
      : [];
  return [
    ...video.map((file) => mediaResource(file, origin, unlabeled(renditionName(file)))),
    ...(audioOnly === undefined
      ? []
      : [
          mediaResource(
            audioOnly,
            origin,
            wordsIn(languages, (strings) => strings.audioOnly),
          ),
        ]),
    ...described,
  ];
}

function renditionName({ extension, width, height }: Medium): string {
  const format = extension.toUpperCase();
  return width === undefined || height === undefined ? format : `${format} ${width} × ${height}`;
}

function mediaResource(file: Medium, origin: string, label: LanguageMap): IiifResource {
  const format = mediaTypes[file.extension];
  const isVideo = format.startsWith("video/");
  return {
    id: origin + blobPath(file),
    type: isVideo ? "Video" : "Sound",
    label,
    format,
    duration: file.duration,
    ...(isVideo ? { width: file.width, height: file.height } : {}),
  };
}

/**
 * The film's words, as annotations in the canvas itself: Ramp reads only the first annotation page, and takes the end
 * of an id for what it is.
 */
function textAnnotations(source: ManifestSource): readonly IiifResource[] | undefined {
  const { episode, origin } = source;
  const { slug } = episode;
  const base = origin + iiifPath(slug, "annotations");
  const annotation = (id: string, body: IiifResource) => ({
    id: `${base}/${id}`,
    type: "Annotation",
    motivation: "supplementing",
    body,
    target: canvasId({ origin, slug }),
  });
  const spoken = spokenTracks(episode);
  const captions = spoken.map((track) =>
    annotation(`${track.inLanguage}/captions`, {
      id: origin + captionsPath(slug, track.inLanguage),
      type: "Text",
      format: "text/vtt",
      label: inOneLanguage(track.inLanguage, trackName(track)),
      language: [track.inLanguage],
    }),
  );
  const transcripts = spoken.map((track) => {
    const { transcript } = stringsIn(interfaceLanguageFor(track.inLanguage));
    return annotation(`${track.inLanguage}/transcripts`, {
      id: origin + transcriptPath(slug, track.inLanguage, "txt"),
      type: "Text",
      format: "text/plain",
      label: inOneLanguage(track.inLanguage, `${transcript}: ${trackName(track)}`),
      language: [track.inLanguage],
    });
  });
  const descriptions = describedTracks(source).map(({ file, inLanguage }) =>
    annotation(`${inLanguage}/descriptions`, {
      id: origin + blobPath(file),
      type: "Text",
      format: "text/vtt",
      label: inOneLanguage(
        inLanguage,
        `${stringsIn(interfaceLanguageFor(inLanguage)).audioDescription}: ${nameOfLanguage(inLanguage)}`,
      ),
      language: [inLanguage],
    }),
  );
  const items = [...captions, ...transcripts, ...descriptions];
  return items.length === 0 ? undefined : [{ id: base, type: "AnnotationPage", items }];
}

/** What the picture shows as text tracks, one for each language. */
function describedTracks({ episode }: ManifestSource) {
  const { captions, audioDescription } = episode;
  const listed = captions.filter(({ kind }) => kind === "descriptions");
  const named = audioDescription?.mode === "track" ? [audioDescription] : [];
  const byLanguage = new Map<string, { readonly file: Blob; readonly inLanguage: string }>();
  for (const track of [...listed, ...named]) byLanguage.set(track.inLanguage, track);
  return [...byLanguage.values()];
}

/** A language's name in itself, with a word if a machine wrote the text. */
function trackName({
  inLanguage,
  origin,
}: {
  readonly inLanguage: string;
  readonly origin: "human" | "machine";
}) {
  const name = nameOfLanguage(inLanguage);
  const { machineGenerated } = stringsIn(interfaceLanguageFor(inLanguage));
  return origin === "machine" ? `${name} (${machineGenerated})` : name;
}

import { interfaceLanguageFor } from "../../i18n/interface-languages.ts";
import { stringsIn } from "../../i18n/strings.ts";
import {
  apiWorkPath,
  citePath,
  iiifCollectionPath,
  iiifPath,
  packPath,
  transcriptPath,
} from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import { spokenTracks } from "../../records/tracks.ts";
import { timedChapters } from "../chapter-times.ts";
import { citationFormats } from "../citations.ts";
import { filmCanvas } from "./canvas.ts";
import {
  homepages,
  imageResource,
  metadata,
  providers,
  requiredStatement,
  rightsUri,
} from "./describe.ts";
import { type IiifResource, presentationContext, unlessEmpty } from "./json.ts";
import { inOneLanguage, languageMap, unlabeled, wordsIn } from "./labels.ts";
import { canvasId, type ManifestSource } from "./source.ts";

/** A film as a manifest of the IIIF Presentation API 3.0, which viewers of libraries and archives open. */
export function filmManifest(source: ManifestSource): IiifResource {
  const { episode, series, settings, origin } = source;
  const { slug, poster } = episode;
  const hasText = spokenTracks(episode).length > 0;
  return {
    "@context": presentationContext,
    id: origin + iiifPath(slug),
    type: "Manifest",
    label: languageMap(episode.name),
    summary: episode.description && languageMap(episode.description),
    metadata: metadata(source),
    requiredStatement: requiredStatement(source),
    rights: rightsUri(episode.license),
    provider: providers(settings, origin),
    thumbnail: poster && [imageResource(poster, origin)],
    homepage: homepages(episode, source),
    seeAlso: descriptions(source),
    rendering: renderings(source),
    partOf: series && [
      {
        id: origin + iiifCollectionPath(series.slug),
        type: "Collection",
        label: languageMap(series.name),
      },
    ],
    service: hasText
      ? [{ id: origin + iiifPath(slug, "search"), type: "SearchService2" }]
      : undefined,
    items: [filmCanvas(source)],
    structures: chapterRanges(source),
  };
}

/** Descriptions of the film for programs: citations, and its record in the read API. */
function descriptions({ episode, origin }: ManifestSource): readonly IiifResource[] {
  const { slug, inLanguage } = episode;
  return [
    ...[...citationFormats.values()].map(({ name, extension, contentType }) => ({
      id: origin + citePath(slug, inLanguage, extension),
      type: "Dataset",
      label: unlabeled(name),
      format: contentType.split(";")[0],
    })),
    {
      id: origin + apiWorkPath(slug),
      type: "Dataset",
      label: unlabeled("JSON"),
      format: "application/json",
    },
  ];
}

/**
 * Transcripts to read and print, and the film's other files. They stand on the manifest: on the canvas Universal
 * Viewer would show them in place of the film (UniversalViewer/universalviewer#885).
 */
function renderings({ episode, origin }: ManifestSource) {
  const { slug } = episode;
  const transcripts = spokenTracks(episode).flatMap(({ inLanguage }) => {
    const { formatNames, classPack } = stringsIn(interfaceLanguageFor(inLanguage));
    const file = (id: string, format: string, label: string, type = "Text"): IiifResource => ({
      id: origin + id,
      type,
      label: inOneLanguage(inLanguage, label),
      format,
      language: [inLanguage],
    });
    return [
      file(transcriptPath(slug, inLanguage, "html"), "text/html", formatNames.html),
      file(transcriptPath(slug, inLanguage, "docx"), mediaTypes.docx, formatNames.docx),
      file(packPath(slug, inLanguage), "application/zip", classPack, "Dataset"),
    ];
  });
  const attachments = episode.attachments.map(({ file, inLanguage, name }) => ({
    id: origin + blobPath(file),
    type: "Text",
    label: languageMap(name),
    format: mediaTypes[file.extension].split(";")[0],
    language: [inLanguage],
  }));
  return unlessEmpty([...transcripts, ...attachments]);
}

/** The chapters as one range that contains a range for each (IIIF cookbook 0026). */
function chapterRanges({ episode, languages, origin }: ManifestSource) {
  const { slug, chapters } = episode;
  if (chapters.length === 0) return undefined;
  const canvas = canvasId({ origin, slug });
  const ranges = timedChapters(episode).map(({ start, end, name }, index) => ({
    id: origin + iiifPath(slug, `range/${index + 1}`),
    type: "Range",
    label: languageMap(name),
    items: [{ id: `${canvas}#t=${end > start ? `${start},${end}` : start}`, type: "Canvas" }],
  }));
  return [
    {
      id: origin + iiifPath(slug, "range"),
      type: "Range",
      label: wordsIn(languages, (strings) => strings.chapters),
      items: ranges,
    },
  ];
}

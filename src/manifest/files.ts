import * as z from "zod";
import type { SpeakerSetting } from "../captions/spoken/habit.ts";
import { isLanguageTag } from "../i18n/tag.ts";
import { speakerLabels, speakers } from "../records/schema/fields.ts";
import { extensionOf } from "../records/schema/media-types.ts";
import { valueAt } from "./errors/values.ts";
import { fileName } from "./file-name.ts";
import type { EpisodeManifest, Manifest, ManifestKind } from "./schema.ts";
import type { Path } from "./source.ts";

/** The type of a file, which decides how it is measured. */
export type FileContent = "film" | "sound" | "medium" | "picture" | "captions" | "other";

/** A reference to a file in a manifest. */
export interface FileReference {
  readonly name: string;
  readonly content: FileContent;
  /** The path of the field: `["video", 0, "file"]`. */
  readonly path: readonly (string | number)[];
  /** The language of captions, for checks of their reading speed. */
  readonly language?: string;
  /** What the manifest says about the speakers of captions, as far as it is valid. */
  readonly speakers?: SpeakerSetting;
  /** Whether search reads what a PDF says: a film's attachment, or a document's text in a language without another. */
  readonly isSearchedPdf?: boolean;
}

/** What of a manifest is needed to check its files. */
export interface ManifestFiles {
  /** The manifest as it is written, with corrected field names. */
  readonly value: unknown;
  readonly references: readonly FileReference[];
  readonly status: "draft" | "published";
  readonly chapters: EpisodeManifest["chapters"];
}

/** Every reference to a file in a manifest, in the order of its fields. */
export function filesOf(manifest: Manifest): FileReference[] {
  return listFiles(manifest.kind, manifest);
}

/**
 * Every reference to a file in a manifest that may have errors. Files whose names aren't valid are left out.
 * @param value with corrected field names
 */
export function listFiles(kind: ManifestKind, value: unknown): FileReference[] {
  const at = (...path: Path) => valueAt(value, path);
  const find = (content: FileContent, ...path: Path): FileReference[] => {
    const { data: name } = fileName.safeParse(at(...path, "file"));
    return name === undefined ? [] : [{ name, content, path: [...path, "file"] }];
  };
  const findEach = (content: FileContent, field: string): FileReference[] => {
    const entries = at(field);
    if (!Array.isArray(entries)) return [];
    return entries.flatMap((_, index) =>
      find(content, field, index).map((reference) =>
        content === "captions"
          ? withLanguage(
              { ...reference, speakers: speakersOf(at(field, index)) },
              at(field, index, "inLanguage"),
            )
          : reference,
      ),
    );
  };
  if (kind === "Document") {
    const texts = findEach("other", "texts").map((reference) => {
      return { ...reference, textLanguage: at(...reference.path.slice(0, -1), "inLanguage") };
    });
    const pages = texts.filter(({ name }) => extensionOf(name) === "md");
    return texts.map(({ textLanguage, ...reference }) => {
      const isSearchedPdf =
        extensionOf(reference.name) === "pdf" &&
        !pages.some((page) => page.textLanguage === textLanguage);
      return isSearchedPdf ? { ...reference, isSearchedPdf } : reference;
    });
  }
  if (kind === "Library") return [...find("picture", "logo"), ...find("picture", "podcastCover")];
  if (kind === "Series") return find("picture", "podcastCover");
  if (kind !== "Episode") return [];
  const mode = at("audioDescription", "mode");
  const language = at("audioDescription", "inLanguage") ?? at("inLanguage");
  return [
    ...findEach("film", "video"),
    ...find("sound", "audioOnly"),
    ...find("picture", "poster"),
    ...findEach("captions", "captions"),
    ...(mode === "track"
      ? find("captions", "audioDescription").map((one) => withLanguage(one, language))
      : []),
    ...(mode === "file" ? find("medium", "audioDescription") : []),
    ...findEach("other", "attachments").map((reference) => {
      return extensionOf(reference.name) === "pdf"
        ? { ...reference, isSearchedPdf: true }
        : reference;
    }),
  ];
}

/** What a caption track says about its speakers; what isn't valid is reported elsewhere. */
function speakersOf(track: unknown): SpeakerSetting {
  const { data } = z
    .object({
      speakers: speakers.catch(undefined),
      speakerLabels: speakerLabels.catch(undefined),
    })
    .safeParse(track);
  return { names: data?.speakers, labels: data?.speakerLabels };
}

/** @param language left out if it isn't a valid tag */
function withLanguage(reference: FileReference, language: unknown): FileReference {
  return typeof language === "string" && isLanguageTag(language)
    ? { ...reference, language }
    : reference;
}

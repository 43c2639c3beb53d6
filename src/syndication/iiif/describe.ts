import { formatDate } from "../../i18n/format.ts";
import { nameOfLanguage } from "../../i18n/names.ts";
import { noLanguage } from "../../i18n/tag.ts";
import { roleIn } from "../../i18n/words/roles.ts";
import { topicIn } from "../../i18n/words/topics.ts";
import { pagePath } from "../../records/addresses.ts";
import { blobPath } from "../../records/blobs.ts";
import { licenseUrl } from "../../records/schema/license.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { EpisodeRecord, LibraryRecord, SeriesRecord } from "../../records/schema/record.ts";
import { topicsOf } from "../../records/topics.ts";
import { languagesOf } from "../../records/tracks.ts";
import type { IiifResource } from "./json.ts";
import {
  inOneLanguage,
  type LanguageMap,
  labeled,
  languageMap,
  unlabeled,
  valuesByLanguage,
  wordsIn,
} from "./labels.ts";
import { type ManifestSource, titleIn } from "./source.ts";

/** A picture as a content resource. */
export function imageResource(
  picture: NonNullable<EpisodeRecord["poster"]>,
  origin: string,
): IiifResource {
  const { file, width, height } = picture;
  return {
    id: origin + blobPath(file),
    type: "Image",
    format: mediaTypes[file.extension],
    width,
    height,
  };
}

/** The pages of a film or series on the site, one for each language of the interface. */
export function homepages(
  item: EpisodeRecord | SeriesRecord,
  { languages, neighbours, origin }: Omit<ManifestSource, "episode" | "series">,
): IiifResource[] {
  return languages.map((language) => ({
    id: origin + pagePath(language, item),
    type: "Text",
    label: inOneLanguage(language, titleIn(item, language, neighbours)),
    format: "text/html",
    language: [language],
  }));
}

/** The publisher, with its own site and the library's logo. */
export function providers(
  settings: LibraryRecord | undefined,
  origin: string,
): readonly IiifResource[] | undefined {
  if (settings === undefined) return undefined;
  const { publisher, logo } = settings;
  const address = publisher.url ?? `${origin}/`;
  return [
    {
      id: address,
      type: "Agent",
      label: languageMap(publisher.name),
      homepage: [
        { id: address, type: "Text", label: languageMap(publisher.name), format: "text/html" },
      ],
      logo: logo && [imageResource(logo, origin)],
    },
  ];
}

/**
 * The license's address if it is one that IIIF allows: Creative Commons', which begin with http: as linked data names
 * them (Presentation API 3.0, `rights`).
 */
export function rightsUri(license: string | undefined): string | undefined {
  const address = licenseUrl(license);
  return address?.startsWith("https://creativecommons.org/")
    ? address.replace("https:", "http:")
    : undefined;
}

/** What viewers must show beside the film: who holds the rights, and the license; else who published it. */
export function requiredStatement(source: ManifestSource): IiifResource | undefined {
  const { episode, settings, languages } = source;
  const { copyrightHolder, license } = episode;
  const rights = [copyrightHolder && `© ${copyrightHolder}`, license].filter(Boolean).join(", ");
  if (rights !== "") {
    return labeled(
      wordsIn(languages, (strings) => strings.license),
      unlabeled(rights),
    );
  }
  if (settings === undefined) return undefined;
  return labeled(
    wordsIn(languages, (strings) => strings.source),
    languageMap(settings.publisher.name),
  );
}

/** Facts of the film as labels and values, in every language of the interface. */
export function metadata(source: ManifestSource): readonly IiifResource[] {
  const { episode, series, languages, settings } = source;
  const { datePublished, contentWarning, credits = [], inLanguage } = episode;
  const rows: IiifResource[] = [];
  if (series !== undefined) {
    rows.push(
      labeled(
        wordsIn(languages, (strings) => strings.series),
        languageMap(series.name),
      ),
    );
  }
  if (datePublished !== undefined) {
    rows.push(
      labeled(
        wordsIn(languages, (strings) => strings.datePublished),
        wordsIn(languages, (_, language) => formatDate(datePublished, language)),
      ),
    );
  }
  rows.push(
    labeled(
      wordsIn(languages, (strings) => strings.languages),
      languageNames(languagesOf(episode), languages),
    ),
  );
  for (const role of new Set(credits.map((credit) => credit.role))) {
    const names = credits.filter((credit) => credit.role === role).map(({ name }) => name);
    const roles = languages.map((language) => roleIn(role, language, inLanguage));
    rows.push(labeled(valuesByLanguage(roles), unlabeled(...names)));
  }
  const words = topicsOf(episode);
  if (words.length > 0) {
    const topics = languages.flatMap((language) =>
      words.map(({ keyword }) => topicIn(keyword, language, inLanguage, settings?.neighbours)),
    );
    rows.push(
      labeled(
        wordsIn(languages, (strings) => strings.topic),
        valuesByLanguage(topics),
      ),
    );
  }
  if (contentWarning !== undefined) {
    rows.push(
      labeled(
        wordsIn(languages, (strings) => strings.contentWarning),
        languageMap(contentWarning),
      ),
    );
  }
  return rows;
}

/** Languages by their own names; a film without speech is described in each language of the interface. */
function languageNames(
  tags: readonly string[],
  languages: ManifestSource["languages"],
): LanguageMap {
  const names = tags.filter((tag) => tag !== noLanguage).map(nameOfLanguage);
  if (!tags.includes(noLanguage)) return unlabeled(...names);
  return wordsIn(languages, ({ noSpeech }) => [noSpeech, ...names]);
}

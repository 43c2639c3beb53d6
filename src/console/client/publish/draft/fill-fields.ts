import {
  type FoundFile,
  type FoundFiles,
  sortFiles,
} from "../../../../inspection/names/sort-files.ts";
import { valueAt } from "../../../../manifest/errors/values.ts";
import { makeSlug } from "../../../../records/schema/slug.ts";
import type { Description } from "./description.ts";
import type { Draft } from "./folder.ts";
import { titleOf } from "./title-of.ts";
import { type FormValue, isFields, textAt } from "./value.ts";

/** What services call captions that nobody wrote. */
const machineMade =
  /(?:^|[-._ ])(?:x-)?(?:auto(?:gen(?:erated)?)?|asr)(?![\p{L}\d])|\.transcript\./iu;

/** The fields of a draft with files that were added to it. A field that has one value already keeps it. */
export function fillFields(
  { kind, value }: Draft,
  added: FoundFiles,
  description: Description | undefined,
): FormValue {
  const inLanguage = textAt(value, ["inLanguage"]);
  const described = isFields(value.description) ? value.description : {};
  const common = {
    ...value,
    ...titleFields(value, kind === "Document" ? added.texts : [...added.films, ...added.sounds]),
    description: {
      ...described,
      ...(textAt(described, [inLanguage]) === "" &&
        description !== undefined && { [inLanguage]: description.text }),
    },
  };
  return kind === "Document"
    ? { ...common, texts: [...listAt(value, "texts"), ...added.texts.map(textEntry(inLanguage))] }
    : { ...common, ...episodeFields(value, inLanguage, added, description) };
}

/** The title, in the language that the file's name says, and the slug, if they aren't written yet. */
function titleFields(value: FormValue, [main]: readonly FoundFile[]): FormValue {
  if (main === undefined) return {};
  const inLanguage = textAt(value, ["inLanguage"]);
  const written = isFields(value.name) ? value.name : {};
  const isWritten = Object.keys(written).some((language) => textAt(written, [language]) !== "");
  const name = isWritten ? written : { ...written, [main.language ?? inLanguage]: titleOf(main) };
  const title = textAt(name, [inLanguage]) || titleOf(main);
  return { name, slug: textAt(value, ["slug"]) || (makeSlug(title) ?? "") };
}

function episodeFields(
  value: FormValue,
  inLanguage: string,
  { films, sounds, pictures, captions, texts, others }: FoundFiles,
  description: Description | undefined,
): FormValue {
  const [sound] = sounds;
  const [picture] = pictures;
  const chapters = listAt(value, "chapters");
  return {
    video: [
      ...listAt(value, "video"),
      ...filmsOfOne(value, films).map(({ name }) => ({ file: name })),
    ],
    ...(sound !== undefined &&
      textAt(value, ["audioOnly", "file"]) === "" && { audioOnly: { file: sound.name } }),
    ...(picture !== undefined &&
      textAt(value, ["poster", "file"]) === "" && {
        poster: { ...(isFields(value.poster) ? value.poster : {}), file: picture.name },
      }),
    captions: [
      ...listAt(value, "captions"),
      ...captions.map((one) => captionEntry(one, inLanguage, captions.length)),
    ],
    attachments: [
      ...listAt(value, "attachments"),
      ...[...texts, ...others].map((one) => {
        const { name, language = inLanguage } = one;
        return { file: name, inLanguage: language, name: { [language]: titleOf(one) } };
      }),
    ],
    ...(chapters.length === 0 && {
      chapters:
        description?.chapters.map(({ start, title }) => ({
          start,
          name: { [inLanguage]: title },
        })) ?? [],
    }),
  };
}

function listAt(value: FormValue, field: string): readonly unknown[] {
  const list = valueAt(value, [field]);
  return Array.isArray(list) ? list : [];
}

/** The files of one film in several formats: browsers play the first that they can, and no other film after it. */
function filmsOfOne(value: FormValue, films: readonly FoundFile[]): readonly FoundFile[] {
  const [first] = [...sortFiles([textAt(value, ["video", 0, "file"])]).films, ...films];
  return first === undefined ? [] : films.filter((film) => titleOf(film) === titleOf(first));
}

const textEntry =
  (inLanguage: string) =>
  ({ name, language = inLanguage }: FoundFile) => ({ inLanguage: language, file: name });

/** @param count of captions: the language of the only ones is the film's; of several, it is asked for */
function captionEntry({ name, language }: FoundFile, inLanguage: string, count: number) {
  const own = language ?? (count === 1 ? inLanguage : "");
  return {
    inLanguage: own,
    kind: own === inLanguage ? "captions" : "subtitles",
    file: name,
    origin: machineMade.test(name) ? "machine" : "human",
  };
}

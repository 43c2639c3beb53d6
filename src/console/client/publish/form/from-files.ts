import { guessKind, sortFiles } from "../../../../inspection/names/sort-files.ts";
import type { Draft } from "./folder.ts";

/** The largest text that is taken for a description, in bytes. */
const maxDescriptionSize = 10_000;

/**
 * Fills the form with files that have no manifest: what YouTube Studio, Vimeo or a recorder gave. Languages are read
 * from their names, as `videoteca init` does.
 * @param language the original one, unless the files say otherwise
 */
export async function draftOfFiles(
  given: ReadonlyMap<string, File>,
  language: string,
): Promise<Draft> {
  const files = new Map([...given.values()].map((file) => [file.name, file]));
  const sorted = sortFiles([...files.keys()]);
  const kind = guessKind(sorted);
  const { films, sounds, pictures, captions, texts, others } = sorted;
  const inLanguage = originalOf([...films, ...sounds].at(0)?.language, captions, texts) ?? language;
  const [first] = kind === "Episode" ? [...films, ...sounds] : texts;
  const title = first === undefined ? "" : titleOf(first);
  const description = descriptionAmong(files);
  const common = {
    slug: slugOf(title),
    inLanguage,
    status: "draft",
    name: { [inLanguage]: title },
    description: { [inLanguage]: (await description?.text())?.trim() ?? "" },
  };
  const [sound] = sounds;
  const [picture] = pictures;
  const attached = [...texts, ...others].filter(({ name }) => name !== description?.name);
  const attachments = attached.map((one) => {
    const { name, language: own = inLanguage } = one;
    return { file: name, inLanguage: own, name: { [own]: titleOf(one) } };
  });
  const value =
    kind === "Document"
      ? {
          ...common,
          texts: texts.map(({ name, language: own }) => ({
            inLanguage: own ?? inLanguage,
            file: name,
          })),
        }
      : {
          ...common,
          video: films.map(({ name }) => ({ file: name })),
          ...(sound === undefined ? {} : { audioOnly: { file: sound.name } }),
          ...(picture === undefined ? {} : { poster: { file: picture.name } }),
          captions: captions.map(({ name, language: own = inLanguage }) => ({
            inLanguage: own,
            kind: own === inLanguage ? "captions" : "subtitles",
            file: name,
            origin: "human",
          })),
          attachments,
        };
  return { kind, value, files };
}

interface Named {
  readonly name: string;
  readonly language: string | undefined;
}

/** The film's own language: that of its name, or that of the only captions. */
function originalOf(
  named: string | undefined,
  captions: readonly Named[],
  texts: readonly Named[],
): string | undefined {
  if (named !== undefined) return named;
  const languages = new Set([...captions, ...texts].flatMap((one) => one.language ?? []));
  return languages.size === 1 ? [...languages][0] : undefined;
}

/** The text that came along: `description.txt`, `My film.txt`. */
function descriptionAmong(files: ReadonlyMap<string, File>): File | undefined {
  return [...files.values()].find(
    ({ name, size }) => /\.(txt|description)$/i.test(name) && size <= maxDescriptionSize,
  );
}

/** A file's name as a title, without its language: `my_film-final.es.mp4` → `My film final`. */
export function titleOf({ name, language }: Named): string {
  const stem = name.replace(/\.[^.]*$/, "");
  const ownName =
    language === undefined ? stem : stem.replace(new RegExp(`[._ -]${language}$`, "i"), "");
  const words = ownName.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A slug from a title: letters without their marks, in lower case, with hyphens. */
export function slugOf(title: string): string {
  return title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}

import { isLanguageTag } from "../../i18n/tag.ts";
import type { ManifestKind } from "../../manifest/schema.ts";
import { isSlug, librarySlug, makeSlug, slugRule } from "../../records/schema/slug.ts";
import { askChoice, askText } from "../output/questions.ts";

/** What `init` needs to know about a work. */
export interface Answers {
  readonly kind: ManifestKind;
  readonly title: string;
  /** Undefined to make it from the title. */
  readonly slug: string | undefined;
  readonly language: string;
  readonly otherLanguages: readonly string[];
  readonly posterText: string | undefined;
}

/** The answers given as options, which aren't asked for again. */
export type GivenAnswers = { readonly [Key in keyof Answers]?: Answers[Key] | undefined };

const kindChoices: readonly { readonly value: ManifestKind; readonly name: string }[] = [
  { value: "Episode", name: "Episode: a film or a sound recording" },
  { value: "Document", name: "Document: a memo, an explainer, a page" },
  { value: "Series", name: "Series: a group of episodes" },
  { value: "Library", name: "Library: the library's own name and settings" },
];

/**
 * Asks for the answers that weren't given, with suggestions as defaults.
 * @param poster the name of a picture that may be the poster
 */
export async function askForAnswers(
  given: GivenAnswers,
  suggested: Answers,
  poster: string | undefined,
): Promise<Answers> {
  const kind =
    given.kind ?? (await askChoice("What kind of work is it?", kindChoices, suggested.kind));
  const title = given.title ?? (await askText("Its title", suggested.title, checkTitle));
  const slug =
    kind === "Library"
      ? undefined
      : (given.slug ??
        (await askText("Its slug, the name in addresses", makeSlug(title) ?? "", checkSlug)));
  const language =
    given.language ??
    (await askText("The original language (en, es, vi …)", suggested.language, checkTag));
  const otherLanguages =
    given.otherLanguages ??
    splitTags(
      await askText(
        "Other languages, present or planned",
        suggested.otherLanguages.filter((tag) => tag !== language).join(" "),
        checkTags,
      ),
    );
  const posterText =
    given.posterText ??
    (kind === "Episode" && poster !== undefined
      ? await askText(`What does ${poster} show, for people who can't see it?`, "")
      : undefined);
  return {
    kind,
    title,
    slug,
    language,
    otherLanguages: otherLanguages.filter((tag) => tag !== language),
    posterText: posterText || undefined,
  };
}

/** Returns true if a title isn't empty, or else what is wrong. */
export function checkTitle(text: string): true | string {
  return text.trim() !== "" || "The title is empty: write one, you can change it later";
}

/** Returns true if a text is a valid slug, or else what is wrong. */
export function checkSlug(text: string): true | string {
  if (!isSlug(text)) return `“${text}” isn't a valid slug: use ${slugRule}`;
  return (
    text !== librarySlug ||
    `${librarySlug} is reserved for the library's settings: choose another slug`
  );
}

/** Returns true if a text is a valid language tag, or else what is wrong. */
export function checkTag(text: string): true | string {
  return (
    isLanguageTag(text) || `“${text}” isn't a language tag: write for example en, es, vi or es-MX`
  );
}

/** Returns true if a text is a list of valid language tags, or else what is wrong. */
export function checkTags(text: string): true | string {
  return (
    splitTags(text)
      .map(checkTag)
      .find((result) => result !== true) ?? true
  );
}

/** Splits a list of tags at spaces and commas. */
export function splitTags(text: string): string[] {
  return text.split(/[\s,]+/).filter((tag) => tag !== "");
}

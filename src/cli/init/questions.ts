import { isLanguageTag } from "../../i18n/tag.ts";
import type { ManifestKind } from "../../manifest/schema.ts";
import { slug as slugField } from "../../records/schema/fields.ts";
import { promptAnswer, prompts, questionContext } from "../output/questions.ts";
import { slugFrom } from "./slug.ts";

/** What `init` has to know; undefined where nobody has said yet. */
export interface Answers {
  readonly kind: ManifestKind;
  readonly title: string;
  readonly slug: string | undefined;
  readonly language: string;
  readonly otherLanguages: readonly string[];
  readonly posterText: string | undefined;
}

/** What was said on the command line, which isn't asked again. */
export type GivenAnswers = { readonly [Key in keyof Answers]?: Answers[Key] | undefined };

/**
 * Asks a person for what wasn't said, offering what the folder suggests.
 * @param poster the name of a picture that may be the poster
 */
export async function askForAnswers(
  said: GivenAnswers,
  suggested: Answers,
  poster: string | undefined,
): Promise<Answers> {
  const { input, select } = await prompts();
  const kind =
    said.kind ??
    (await promptAnswer(
      select<ManifestKind>(
        {
          message: "What is it?",
          default: suggested.kind,
          choices: [
            { value: "Episode", name: "Episode: a film or a sound recording" },
            { value: "Document", name: "Document: a memo, an explainer, a page" },
            { value: "Series", name: "Series: what episodes stand in" },
            { value: "Library", name: "Library: the library's own name and face" },
          ],
        },
        questionContext,
      ),
    ));
  const ask = async (
    message: string,
    usual: string,
    validate: (text: string) => true | string,
  ): Promise<string> => {
    const question = { message, default: usual, validate: (text: string) => validate(text.trim()) };
    return (await promptAnswer(input(question, questionContext))).trim();
  };
  const title = said.title ?? (await ask("Its title", suggested.title, isWritten));
  const slug =
    kind === "Library"
      ? undefined
      : (said.slug ??
        (await ask("Its slug, the name in addresses", slugFrom(title) ?? "", slugFault)));
  const language =
    said.language ??
    (await ask("The language of the original (en, es, vi …)", suggested.language, tagFault));
  const otherLanguages =
    said.otherLanguages ??
    splitTags(
      await ask(
        "Other languages it has, or will have",
        suggested.otherLanguages.filter((tag) => tag !== language).join(" "),
        tagsFault,
      ),
    );
  const posterText =
    said.posterText ??
    (kind === "Episode" && poster !== undefined
      ? await ask(`What does ${poster} show, for people who don't see it?`, "", () => true)
      : undefined);
  const others = otherLanguages.filter((tag) => tag !== language);
  return {
    kind,
    title,
    slug,
    language,
    otherLanguages: others,
    posterText: posterText || undefined,
  };
}

const isWritten = (text: string) => text !== "" || "Write a title; it can be changed later.";

/** Why a text is no slug, in words; true where it is one. */
export function slugFault(text: string): true | string {
  const read = slugField.safeParse(text);
  if (!read.success) return `“${text}” is no slug: write 1 to 80 of a–z, 0–9 and -`;
  return text !== "library" || "library is kept for the library's own face: choose another slug";
}

/** Why a text is no language tag, in words; true where it is one. */
export function tagFault(text: string): true | string {
  return (
    isLanguageTag(text) || `“${text}” is no language tag: write for example en, es, vi or es-MX`
  );
}

/** Why a list of language tags can't be read; true where it can. */
export function tagsFault(text: string): true | string {
  return (
    splitTags(text)
      .map(tagFault)
      .find((fault) => fault !== true) ?? true
  );
}

/** Tags parted by spaces or commas. */
export function splitTags(text: string): string[] {
  return text.split(/[\s,]+/).filter((tag) => tag !== "");
}

import { baseLanguage, noLanguage } from "../../i18n/tag.ts";
import { topicIn } from "../../i18n/words/topics.ts";
import { mainWordOf } from "../../records/topics.ts";
import type { Manifest } from "../schema.ts";
import type { Path } from "../source.ts";

/** A topic of a manifest that lacks a language. */
interface TopicProblem {
  readonly path: Path;
  readonly severity: "warning";
  readonly message: string;
  /** Other fields that it depends on. */
  readonly about: readonly string[];
}

/** A translated topic should have a word in each language that the work has a title or a text in. */
export function checkTopicLanguages(manifest: Manifest): TopicProblem[] {
  const { inLanguage, name } = manifest;
  const texts =
    manifest.kind === "Document"
      ? manifest.texts
      : manifest.kind === "Episode"
        ? manifest.captions
        : [];
  const tags = [...Object.keys(name), ...texts.map((text) => text.inLanguage)];
  const languages = new Set(tags.map(baseLanguage).filter((language) => language !== noLanguage));
  return keywordsOf(manifest).flatMap((keyword, index): TopicProblem[] => {
    if (typeof keyword === "string") return [];
    const missing = [...languages].filter(
      (language) => baseLanguage(topicIn(keyword, language, inLanguage).language) !== language,
    );
    if (missing.length === 0) return [];
    const word = mainWordOf(keyword, inLanguage);
    const message = `the topic “${word}” has no word in ${missing.join(", ")}: write it under ${missing.map((one) => `${one}:`).join(", ")}, or readers see it in another language`;
    return [
      {
        path: ["keywords", index],
        severity: "warning",
        message,
        about: ["name", "captions", "texts"],
      },
    ];
  });
}

/** The topics of a manifest. */
export function keywordsOf(manifest: Manifest) {
  return ("keywords" in manifest ? manifest.keywords : undefined) ?? [];
}

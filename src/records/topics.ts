import { chooseText, type LocalText, type Neighbours } from "../i18n/fallback.ts";
import { type Keyword, topicIn } from "../i18n/words/topics.ts";
import type { ListedRecord } from "./listed.ts";
import type { LibraryItem } from "./schema/record.ts";

/** A work's topic. */
export interface Topic {
  /** What it is compared and filtered by: its English word if it has one, so that works in any language share it. */
  readonly topic: string;
  /** All its words, as compared, `topic` first. */
  readonly words: readonly string[];
  /** As the manifest writes it. */
  readonly keyword: Keyword;
}

/** For whom topics are named. */
export interface TopicReader {
  readonly language: string;
  readonly neighbours?: Neighbours | undefined;
}

/** Normalizes a word for comparison: `Re-entry` and `re-entry` are the same topic. */
export function topicOf(word: string): string {
  return word.normalize("NFC").trim().toLowerCase();
}

/** The word by which a topic is known among works. @param original the work's `inLanguage` */
export function mainWordOf(keyword: Keyword, original: string): string {
  return typeof keyword === "string" ? keyword : (chooseText(keyword, "en", original)?.value ?? "");
}

/** A work's topics, each once, in the order of its keywords. */
export function topicsOf(item: ListedRecord<LibraryItem>): Topic[] {
  const found = new Map<string, Topic>();
  for (const keyword of keywordsOf(item)) {
    const topic = topicOf(mainWordOf(keyword, item.inLanguage));
    if (topic === "" || found.has(topic)) continue;
    const words = typeof keyword === "string" ? [] : Object.values(keyword).map(topicOf);
    found.set(topic, { topic, words: [...new Set([topic, ...words])], keyword });
  }
  return [...found.values()];
}

/** The words of a work's topics in all languages, as written. */
export function topicWordsOf(item: ListedRecord<LibraryItem>): string[] {
  const words = keywordsOf(item).flatMap((keyword) =>
    typeof keyword === "string" ? [keyword] : Object.values(keyword),
  );
  return [...new Set(words.map((word) => word.trim()))];
}

/**
 * A work's topics for programs: those with a word in each language in the reader's, or in the nearest that there is.
 * One that is a word stays as it is written, as programs compare it.
 */
export function topicNamesFor(item: ListedRecord<LibraryItem>, reader: TopicReader): string[] {
  const names = topicsOf(item).map(({ keyword }) =>
    typeof keyword === "string" ? keyword.trim() : nameOfTopic(keyword, item, reader).value,
  );
  return [...new Set(names)];
}

/** What a topic is called in the reader's language. */
export function nameOfTopic(
  keyword: Keyword,
  { inLanguage }: { readonly inLanguage: string },
  { language, neighbours }: TopicReader,
): Pick<LocalText, "value" | "language"> {
  return topicIn(keyword, language, inLanguage, neighbours);
}

function keywordsOf(item: ListedRecord<LibraryItem>): readonly Keyword[] {
  return "keywords" in item ? (item.keywords ?? []) : [];
}

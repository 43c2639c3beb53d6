import { baseLanguage } from "../../i18n/tag.ts";
import { topicIn } from "../../i18n/words/topics.ts";
import type { ListedRecord } from "../../records/listed.ts";
import type { Reader } from "../../records/reader.ts";
import { nameOfTopic, topicOf, topicsOf } from "../../records/topics.ts";

/** How many topics are offered, the most frequent first; readers can search for the others. */
const maxTopics = 24;

/** A topic as the filter shows it. */
interface TopicChoice {
  /** What addresses name it by. */
  readonly value: string;
  readonly name: string;
  readonly language: string;
}

/**
 * The topics of the listed works, which need no query of their own, each in the reader's language if any of the
 * works has it.
 * @param asked the topic of the address, in any of its languages: it comes first, as it is written there
 */
export function topicsToChoose(
  items: readonly ListedRecord[],
  asked: string | undefined,
  reader: Reader,
): TopicChoice[] {
  const found = new Map<string, { choice: TopicChoice; count: number }>();
  const topics = items.flatMap((item) => topicsOf(item).map((topic) => ({ ...topic, item })));
  for (const { topic, keyword, item } of topics) {
    const { value: name, language } = nameOfTopic(keyword, item, reader);
    const { choice = { value: topic, name, language }, count = 0 } = found.get(topic) ?? {};
    const isBetter = isOwn(language, reader) && !isOwn(choice.language, reader);
    found.set(topic, {
      choice: isBetter ? { value: topic, name, language } : choice,
      count: count + 1,
    });
  }
  const others = (chosen: string | undefined) =>
    [...found]
      .filter(([topic]) => topic !== chosen)
      .sort(([, one], [, other]) => other.count - one.count)
      .slice(0, maxTopics)
      .map(([, { choice }]) => choice);
  if (asked === undefined) return others(undefined);
  const word = topicOf(asked);
  const meant =
    topics.find(({ topic }) => topic === word) ?? topics.find(({ words }) => words.includes(word));
  const unknown = topicIn(asked, reader.language, reader.language);
  const chosen = found.get(meant?.topic ?? "")?.choice ?? {
    name: unknown.value,
    language: unknown.language,
  };
  return [{ ...chosen, value: asked }, ...others(meant?.topic)];
}

const isOwn = (language: string, reader: Reader) =>
  baseLanguage(language) === baseLanguage(reader.language);

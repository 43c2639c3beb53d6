import type { ListedRecord } from "./listed.ts";
import type { LibraryItem } from "./schema/record.ts";

/** A work's topic: its keyword as written, and as compared. */
export interface Topic {
  readonly topic: string;
  readonly name: string;
}

/** Normalizes a keyword for comparison: `Re-entry` and `re-entry` are the same topic. */
export function topicOf(keyword: string): string {
  return keyword.normalize("NFC").trim().toLowerCase();
}

/** A work's topics, each once, in the order of its keywords. */
export function topicsOf(item: ListedRecord<LibraryItem>): Topic[] {
  const keywords = "keywords" in item ? (item.keywords ?? []) : [];
  const names = new Map<string, string>();
  for (const keyword of keywords) {
    const topic = topicOf(keyword);
    if (topic !== "" && !names.has(topic)) names.set(topic, keyword.trim());
  }
  return [...names].map(([topic, name]) => ({ topic, name }));
}

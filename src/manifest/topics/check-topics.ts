import { mainWordOf, topicOf } from "../../records/topics.ts";
import type { Problem } from "../errors/problem.ts";
import type { LocatedManifest } from "../located-manifest.ts";
import type { Path } from "../source.ts";
import { keywordsOf } from "./check-topic-languages.ts";

/** A word for a topic in a language, and where it is written. */
interface WrittenWord {
  readonly work: LocatedManifest;
  readonly path: Path;
  readonly topic: string;
  readonly language: string;
  readonly word: string;
}

/** Checks that works translate a topic alike, and that none has a translation as a topic of its own. */
export function checkTopicWords(works: readonly LocatedManifest[]): Problem[] {
  const words = works.flatMap(wordsOf);
  const first = new Map<string, WrittenWord>();
  const topics = new Map<string, WrittenWord>();
  for (const one of words) {
    const key = `${one.language} ${one.topic}`;
    if (!first.has(key)) first.set(key, one);
    if (topicOf(one.word) !== one.topic) topics.set(topicOf(one.word), one);
  }
  const problems = words.flatMap((one): Problem[] => {
    const other = first.get(`${one.language} ${one.topic}`) ?? one;
    if (topicOf(other.word) === topicOf(one.word)) return [];
    return [
      problemAt(
        one,
        `the topic “${one.topic}” is “${one.word}” in ${one.language} here and “${other.word}” in ${placeOf(other)}: write one of them in both`,
      ),
    ];
  });
  const alone = works.flatMap((work) =>
    keywordsOf(work.manifest).flatMap((keyword, index): Problem[] => {
      const main = mainWordOf(keyword, work.manifest.inLanguage);
      const other = topics.get(topicOf(main));
      if (other === undefined) return [];
      const message = `“${main}” is a topic of its own here, and the word for “${other.topic}” in ${other.language} in ${placeOf(other)}: write the topic as it is written there`;
      return [problemAt({ work, path: ["keywords", index] }, message)];
    }),
  );
  return [...problems, ...alone];
}

function wordsOf(work: LocatedManifest): WrittenWord[] {
  const { manifest } = work;
  return keywordsOf(manifest).flatMap((keyword, index) => {
    if (typeof keyword === "string") return [];
    const topic = topicOf(mainWordOf(keyword, manifest.inLanguage));
    return Object.entries(keyword).map(([language, word]) => {
      return { work, path: ["keywords", index, language], topic, language, word };
    });
  });
}

function problemAt({ work, path }: Pick<WrittenWord, "work" | "path">, message: string): Problem {
  return { file: work.file, ...work.locationOf(path), severity: "warning", message };
}

const placeOf = ({ work, path }: WrittenWord) => `${work.file}:${work.locationOf(path).line}`;

import { suggestQuery } from "../../../src/api/public/search-library.ts";
import { toSearchResult } from "../../../src/api/public/search-results.ts";
import { formatCueRows } from "../../../src/captions/cue-rows.ts";
import { defaultNeighbours } from "../../../src/i18n/fallback.ts";
import type { DocumentRecord, SeriesRecord } from "../../../src/records/schema/record.ts";
import type { WorkText } from "../../../src/records/views.ts";
import { parseSearchQuery } from "../../../src/search/query/query.ts";
import { searchWorks } from "../../../src/storage/search/search.ts";
import { file, openLimitedLibrary, plainEpisode } from "../../limits/library.ts";
import type { Question } from "./questions.ts";
import { cuesOf, type QuestionedWork, works } from "./works.ts";

type QuestionedLibrary = Awaited<ReturnType<typeof openQuestionedLibrary>>;

/** The library that the questions are asked of. */
export async function openQuestionedLibrary() {
  const library = openLimitedLibrary();
  for (const [slug, work] of Object.entries(works)) {
    const texts = Object.entries(work.texts).map(([language, lines]): WorkText => {
      if (work.kind === "Document")
        return { language, format: "markdown", body: lines.join("\n\n") };
      const cues = cuesOf(lines).map(([startTime, endTime, text]) => ({
        startTime,
        endTime,
        text,
      }));
      return { language, format: "cues", body: formatCueRows(cues) };
    });
    await library.publish(recordOf(slug, work), texts);
  }
  return library;
}

function recordOf(slug: string, { kind, texts, ...fields }: QuestionedWork) {
  const { series, keywords, ...common } = fields;
  const base = { slug, status: "published" as const, datePublished: "2026-01-01", ...common };
  const languages = Object.keys(texts);
  if (kind === "Series") return { kind, ...base } satisfies SeriesRecord;
  const listed = keywords === undefined ? {} : { keywords: [...keywords] };
  if (kind === "Document") {
    const files = languages.map((inLanguage) => ({ inLanguage, file: file("md") }));
    return { kind, ...base, ...listed, texts: files } satisfies DocumentRecord;
  }
  return plainEpisode(slug, {
    ...base,
    ...listed,
    ...(series === undefined ? {} : { series }),
    captions: languages.map((inLanguage) => ({
      inLanguage,
      kind: inLanguage === fields.inLanguage ? ("captions" as const) : ("subtitles" as const),
      file: file("vtt"),
      origin: "human" as const,
      cues: texts[inLanguage]?.length ?? 0,
    })),
  });
}

/** Asks a question, and answers what comes first, as the question names it. */
export async function answerQuestion(
  { database }: QuestionedLibrary,
  { language, query, at }: Question,
): Promise<Question> {
  const terms = parseSearchQuery(query);
  const now = "2026-11-25T00:00:00.000Z";
  const { hits, near } = await searchWorks(database, { terms, language, limit: 26, now });
  const [first] = hits;
  if (first === undefined) {
    const suggestion = suggestQuery(query, terms, near);
    return { language, query, ...(suggestion === undefined ? {} : { suggestion }) };
  }
  const { item, passages } = toSearchResult(first, language, defaultNeighbours, query);
  const [passage] = passages;
  const marks = passage?.pieces.filter(({ hit }) => hit).map(({ text }) => text);
  const place = passage?.start ?? marks?.join(" ");
  return {
    language,
    query,
    slug: item.slug,
    ...(at === undefined || place === undefined ? {} : { at: place }),
  };
}

import { formatCueRows } from "../captions/cue-rows.ts";
import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import { explainSize, maxStoredTextSize } from "../records/schema/limits.ts";
import type { Blob, LibraryItem } from "../records/schema/record.ts";
import { spokenTracks } from "../records/tracks.ts";
import type { SearchedText } from "../records/views.ts";
import { statusOf } from "../records/visibility.ts";
import { readBlobText } from "../storage/blobs.ts";
import { PublishingError } from "./publishing-error.ts";
import { missingBlobsError } from "./requirements/blobs.ts";

/**
 * Reads the texts of a record: an episode's spoken text from its tracks, a document's text from its Markdown,
 * or, in a language that has none, what its PDF says. They depend on the record and its blobs only, so they can be rebuilt at any time.
 * @throws PublishingError if a blob isn't stored, or a text is larger than a row in D1 can be
 */
export async function readTexts(bucket: R2Bucket, record: LibraryItem): Promise<SearchedText[]> {
  const texts = await readAllTexts(bucket, record);
  for (const { language, format, body } of texts) {
    const what = `${record.slug}: the ${format === "cues" ? "caption file" : "text"} in ${language}`;
    const message = explainSize(what, new TextEncoder().encode(body).length, maxStoredTextSize);
    if (message !== undefined) throw new PublishingError("invalid-record", `${message}.`);
  }
  return texts;
}

async function readAllTexts(bucket: R2Bucket, record: LibraryItem): Promise<SearchedText[]> {
  if (statusOf(record) === "withdrawn") return [];
  if (record.kind === "Episode") {
    return Promise.all(
      spokenTracks(record).map(async ({ inLanguage, file }) => {
        const { cues } = parseWebVtt(await readText(bucket, file));
        return { language: inLanguage, format: "cues", body: formatCueRows(cues) };
      }),
    );
  }
  if (record.kind === "Document") {
    const markdown = record.texts.filter((text) => text.file.extension === "md");
    const pdfs = record.texts.flatMap(({ inLanguage, extractedText }) => {
      const hasPage = markdown.some((text) => text.inLanguage === inLanguage);
      return extractedText === undefined || hasPage ? [] : [{ inLanguage, file: extractedText }];
    });
    const read =
      (format: "markdown" | "pdf") =>
      async ({ inLanguage, file }: Pick<(typeof record.texts)[number], "inLanguage" | "file">) => {
        return { language: inLanguage, format, body: await readText(bucket, file) };
      };
    return Promise.all([...markdown.map(read("markdown")), ...pdfs.map(read("pdf"))]);
  }
  return [];
}

async function readText(bucket: R2Bucket, blob: Blob): Promise<string> {
  const text = await readBlobText(bucket, blob.sha256);
  if (text === undefined) throw missingBlobsError([blob]);
  return text;
}

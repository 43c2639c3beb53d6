import { formatCueRows } from "../captions/cue-rows.ts";
import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import { joinPdfs } from "../files/documents/pdf-text.ts";
import { explainSize, maxStoredTextSize } from "../records/schema/limits.ts";
import type { Blob, LibraryItem } from "../records/schema/record.ts";
import { searchedPdfs } from "../records/searched-pdfs.ts";
import { spokenTracks } from "../records/tracks.ts";
import type { SearchedText } from "../records/views.ts";
import { statusOf } from "../records/visibility.ts";
import { readBlobText } from "../storage/blobs.ts";
import { PublishingError } from "./publishing-error.ts";
import { missingBlobsError } from "./requirements/blobs.ts";

/**
 * Reads the texts of a record: an episode's spoken text from its tracks, a document's text from its Markdown, and
 * what PDFs say (`searchedPdfs`). They depend on the record and its blobs only, so they can be rebuilt at any time.
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
  const tracks = record.kind === "Episode" ? spokenTracks(record) : [];
  const pages = record.kind === "Document" ? record.texts.filter(isPage) : [];
  const pdfs = Map.groupBy(searchedPdfs(record), ({ inLanguage }) => inLanguage);
  return Promise.all([
    ...tracks.map(async ({ inLanguage, file }): Promise<SearchedText> => {
      const { cues } = parseWebVtt(await readText(bucket, file));
      return { language: inLanguage, format: "cues", body: formatCueRows(cues) };
    }),
    ...pages.map(async ({ inLanguage, file }): Promise<SearchedText> => {
      return { language: inLanguage, format: "markdown", body: await readText(bucket, file) };
    }),
    ...Array.from(pdfs, async ([language, files]): Promise<SearchedText> => {
      const read = files.map(({ extractedText }) => readText(bucket, extractedText));
      return { language, format: "pdf", body: joinPdfs(await Promise.all(read)) };
    }),
  ]);
}

const isPage = ({ file }: { readonly file: Blob }) => file.extension === "md";

async function readText(bucket: R2Bucket, blob: Blob): Promise<string> {
  const text = await readBlobText(bucket, blob.sha256);
  if (text === undefined) throw missingBlobsError([blob]);
  return text;
}

import { formatCueRows } from "../captions/cue-rows.ts";
import { parseWebVtt } from "../captions/webvtt/webvtt.ts";
import type { Blob, LibraryItem } from "../records/schema/record.ts";
import { spokenTracks } from "../records/tracks.ts";
import type { WorkText } from "../records/views.ts";
import { statusOf } from "../records/visibility.ts";
import { readBlobText } from "../storage/blobs.ts";
import { missingBlobsError } from "./missing-blobs.ts";

/**
 * The text rows of a record: what is said in a film, from its tracks; what a document says, from its
 * Markdown. Made from the record and its blobs alone, so they can be made again at any time.
 * @throws Refusal where a blob isn't stored
 */
export async function readTexts(bucket: R2Bucket, record: LibraryItem): Promise<WorkText[]> {
  // What is withdrawn says nothing any more.
  if (statusOf(record) === "withdrawn") return [];
  if (record.kind === "Episode") {
    return Promise.all(
      spokenTracks(record).map(async ({ inLanguage, file }) => {
        const { cues } = parseWebVtt(await textOf(bucket, file));
        return { language: inLanguage, format: "cues", body: formatCueRows(cues) };
      }),
    );
  }
  if (record.kind === "Document") {
    const markdown = record.texts.filter((text) => text.file.extension === "md");
    return Promise.all(
      markdown.map(async ({ inLanguage, file }) => {
        return { language: inLanguage, format: "markdown", body: await textOf(bucket, file) };
      }),
    );
  }
  return [];
}

async function textOf(bucket: R2Bucket, blob: Blob): Promise<string> {
  const text = await readBlobText(bucket, blob.sha256);
  if (text === undefined) throw missingBlobsError([blob]);
  return text;
}

import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file of an archive; `chunks` is asked when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  /** Whether it is kept as it is: films, pictures and PDFs hardly become smaller. */
  readonly stored: boolean;
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * An archive as it is made, file by file: no more than a chunk is in memory, and nothing is read before
 * somebody reads. The same entries and time are the same bytes.
 * @param time `2026-11-01T00:00:00` without a zone, for every file
 */
export function zipStream(entries: readonly ZipEntry[], time: string): ReadableStream<Uint8Array> {
  const chunks = zipChunks(entries, time);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

async function* zipChunks(
  entries: readonly ZipEntry[],
  time: string,
): AsyncGenerator<Uint8Array, undefined> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  for (const entry of entries) {
    const file = entry.stored ? new ZipPassThrough(entry.path) : new ZipDeflate(entry.path);
    file.mtime = time;
    zip.add(file);
    for await (const chunk of entry.chunks()) {
      file.push(chunk);
      yield* made.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}

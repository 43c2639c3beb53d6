import { readTail } from "../../storage/uploads/upload-objects.ts";
import type { Upload } from "../../storage/uploads/uploads.ts";
import { Checksum, type ExpectedChecksum } from "./checksum.ts";
import { readBody } from "./read-body.ts";
import { UploadError, wrongOffsetError } from "./upload-error.ts";
import { type Received, UploadSession } from "./upload-session.ts";
import type { UploadStore } from "./uploads.ts";

/** Bytes that a client sends for an upload. */
export interface ReceivedUpload {
  /** The offset at which the client says that the bytes begin. */
  readonly offset: number;
  readonly body: ReadableStream<Uint8Array>;
  /** The bytes' expected checksum. If it is given, no byte is stored until the checksum was verified. */
  readonly checksum?: ExpectedChecksum | undefined;
  /** A part number that is reserved for these bytes. If there is none, one is reserved when it is needed. */
  readonly partNumber?: number | undefined;
  readonly now: Date;
}

/**
 * Receives any number of bytes, with at most one part in memory. Each full part is sent to R2 and advances the
 * upload at once; the bytes after the last full part are stored as its tail. When the file is complete, the
 * parts are joined, verified against the file's SHA-256 and stored as a blob. If no digest was announced, it is
 * computed first.
 * @throws UploadError; bytes stored before stay, except after a wrong digest, which removes the upload. If the
 *   body breaks off, the bytes received so far are stored, unless a checksum was given
 */
export async function receive(
  store: UploadStore,
  upload: Upload,
  received: ReceivedUpload,
): Promise<Received> {
  if (received.offset !== upload.offset) throw wrongOffsetError(upload.offset);
  if (upload.offset === upload.blob.size && upload.offset > 0) {
    return { offset: upload.offset, sha256: upload.blob.sha256 };
  }
  const tail = await readTail(store.bucket, upload);
  if (tail === undefined) throw wrongOffsetError(undefined);
  const checksum = received.checksum && new Checksum(received.checksum);
  const session = new UploadSession(store, upload, tail, {
    defersProgress: checksum !== undefined,
    partNumber: received.partNumber,
  });
  const chunks = readBody(received.body);
  let isInterrupted = false;
  for (;;) {
    const chunk = await chunks.next().catch(() => undefined);
    isInterrupted = chunk === undefined;
    if (chunk === undefined || chunk.done) break;
    await checksum?.add(chunk.value);
    await session.append(chunk.value);
  }
  if (isInterrupted && checksum !== undefined) throw interruptedError;
  if (checksum !== undefined && !(await checksum.matches())) {
    throw new UploadError("checksum-mismatch", "These bytes were damaged: send them again.");
  }
  const progress = session.isComplete
    ? await session.finish(received.now)
    : { offset: await session.save(), sha256: undefined };
  if (isInterrupted) throw interruptedError;
  return progress;
}

const interruptedError = new UploadError(
  "broken-off",
  "The connection broke. Get the upload's offset with HEAD, and continue from there.",
);

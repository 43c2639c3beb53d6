import { readTail } from "../../storage/uploads/upload-objects.ts";
import type { Upload } from "../../storage/uploads/uploads.ts";
import { Checksum, type ExpectedChecksum } from "./checksum.ts";
import { readBody } from "./read-body.ts";
import { UploadError, wrongOffsetError } from "./upload-error.ts";
import { UploadSession } from "./upload-session.ts";
import type { UploadStore } from "./uploads.ts";

/** Bytes that arrive for an upload. */
export interface ReceivedUpload {
  /** Where the sender believes the upload to be. */
  readonly offset: number;
  readonly body: ReadableStream<Uint8Array>;
  /** What the bytes' checksum has to be. Nothing of them counts before it is found to be so. */
  readonly checksum?: ExpectedChecksum | undefined;
  readonly now: Date;
}

/**
 * Takes in bytes of any number, holding no more than one part of them. Each part that is full goes to
 * R2 and counts at once; what remains under a part is kept beside them. When all bytes of the file
 * are there, they are joined and verified against its SHA-256, and it is a blob.
 * @returns the new offset: the file's size only once the blob is stored
 * @throws UploadRefusal; what counted before stays, but for a wrong digest, of which nothing is left.
 *   Where the body breaks off, what arrived until then counts, unless its checksum was announced
 */
export async function receive(
  store: UploadStore,
  upload: Upload,
  arrival: ReceivedUpload,
): Promise<number> {
  if (arrival.offset !== upload.offset) throw wrongOffsetError(upload.offset);
  if (upload.offset === upload.blob.size && upload.offset > 0) return upload.offset;
  const tail = await readTail(store.bucket, upload);
  if (tail === undefined) throw wrongOffsetError(undefined);
  const intake = new UploadSession(store, upload, tail, arrival.checksum !== undefined);
  const checksum = arrival.checksum && new Checksum(arrival.checksum);
  const pieces = readBody(arrival.body);
  let isBroken = false;
  for (;;) {
    const piece = await pieces.next().catch(() => undefined);
    isBroken = piece === undefined;
    if (piece === undefined || piece.done) break;
    await checksum?.add(piece.value);
    await intake.append(piece.value);
  }
  if (isBroken && checksum !== undefined) throw brokenOff;
  if (checksum !== undefined && !(await checksum.isRight())) {
    throw new UploadError("checksum-mismatch", "These bytes were damaged: send them again.");
  }
  const offset = intake.isComplete ? await intake.finish(arrival.now) : await intake.save();
  if (isBroken) throw brokenOff;
  return offset;
}

const brokenOff = new UploadError("broken-off", "Ask with HEAD how far it is, and go on there.");

import { setTimeout as wait } from "node:timers/promises";
import { CliError } from "../cli-error.ts";
import type { LocalBlob } from "../manifests/read-folder.ts";
import { RetryableError, type Tus, UploadGoneError, type UploadState } from "./http-stack.ts";
import { openBlob } from "./open-blob.ts";

/** How long to wait before each new try, in milliseconds. Whatever gets through begins them anew. */
export const defaultRetryDelays: readonly number[] = [
  500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
];

export interface Sending {
  /** An upload of the same file that was begun before: it is gone on with. */
  readonly resume?: string | undefined;
  /** Told how many of the file's bytes are sent. */
  readonly progress: (bytes: number) => void;
  readonly patience?: readonly number[];
  readonly signal?: AbortSignal;
}

/**
 * Sends a file in parts of the size that the server names, and goes on where it stopped when the line
 * breaks or the server fails.
 * @throws Refused where this file isn't taken; Stop where no file would be, or patience is at its end
 */
export async function uploadResumably(
  tus: Tus,
  blob: LocalBlob,
  { resume, progress, patience = defaultRetryDelays, signal }: Sending,
): Promise<void> {
  let url = resume;
  let state: UploadState | undefined;
  let furthest = 0;
  let tries = 0;
  for (;;) {
    try {
      state ??= url === undefined ? await tus.begin(blob) : await tus.look(url, blob);
      if (state === undefined) return progress(blob.size);
      url = state.url;
      progress(state.offset);
      if (state.offset > furthest) [furthest, tries] = [state.offset, 0];
      if (state.offset >= blob.size) return;
      state = { ...state, offset: await sendPart(tus, blob, state, progress) };
    } catch (error) {
      if (error instanceof UploadGoneError) url = undefined;
      else if (!(error instanceof RetryableError)) throw error;
      state = undefined;
      const pause = patience[tries];
      if (pause === undefined) throw new CliError(error.message);
      tries += 1;
      await wait(pause, undefined, signal && { signal });
    }
  }
}

async function sendPart(
  tus: Tus,
  blob: LocalBlob,
  { url, offset, partSize }: UploadState,
  progress: (bytes: number) => void,
): Promise<number> {
  const end = Math.min(blob.size, offset + partSize);
  const bytes = await openBlob(blob, offset, end);
  let read = offset;
  bytes.on("data", (piece: Buffer) => {
    read += piece.length;
    progress(read);
  });
  return tus.send(url, offset, end - offset, bytes);
}

import type { ApplyOutcome } from "../../../plans/apply-works.ts";
import type { App } from "./context.ts";
import type { PlannedFolder } from "./flow.ts";
import { type UploadProgress, Uploads } from "./upload/uploads.ts";

/** What became of a folder. */
export interface Published {
  readonly outcomes: readonly ApplyOutcome[];
  /** `.videoteca.json` by its path, to put into the folder. */
  readonly memories: ReadonlyMap<string, string>;
}

/**
 * Sends a folder's files and publishes its works.
 * @param report called whenever the progress changes, with what pauses the upload and what lets it go on
 * @throws if nothing more can be published; what has arrived is kept, and the same call goes on from there
 */
export async function publishFolder(
  { api, session }: App,
  folder: PlannedFolder,
  report: (progress: UploadProgress, pause: () => void, resume: () => void) => void,
): Promise<Published> {
  const { applyFolder, filesToSend, memoriesAfter, openFile } = await import("./flow.ts");
  const { createLibrary } = await import("../shared/library.ts");
  const library = createLibrary(api, location.origin);
  const blobs = filesToSend(folder);
  const uploads: Uploads = new Uploads(
    blobs,
    (blob) => openFile(folder, blob),
    session,
    (progress) =>
      report(
        progress,
        () => uploads.pause(),
        () => uploads.resume(),
      ),
  );
  const allowSleep = await keepAwake();
  try {
    const waitFor: Uploads["waitFor"] = (blob) => uploads.waitFor(blob);
    const outcomes = await applyFolder(library, waitFor, folder, () => undefined);
    return { outcomes, memories: await memoriesAfter(folder, location.origin, outcomes) };
  } finally {
    allowSleep();
    uploads.end();
  }
}

/** Keeps a phone awake, which would stop the upload. @returns lets it sleep again */
async function keepAwake(): Promise<() => void> {
  const lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
  return () => void lock?.release();
}

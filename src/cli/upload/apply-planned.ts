import { type ApplyOutcome, applyWorks } from "../../plans/apply-works.ts";
import { blobsToUpload, type PlannedWork, refusalMessage } from "../../plans/plan-works.ts";
import { ApiError } from "../api/api-error.ts";
import type { Client } from "../api/client.ts";
import type { Progress } from "../output/progress.ts";
import { BlobUploader } from "./blob-uploader.ts";

/**
 * Sends the files of planned works, and publishes them.
 * @param report called with each outcome at once
 * @returns with the digests of the files that were sent
 * @throws CliError if nothing more can be published
 */
export async function applyPlanned(
  client: Client,
  planned: readonly PlannedWork[],
  report: (outcome: ApplyOutcome) => void,
  progress?: Progress,
): Promise<{ outcomes: ApplyOutcome[]; sent: readonly string[] }> {
  const acceptable = planned.filter((work) => refusalMessage(work) === undefined);
  const uploader = new BlobUploader(client, blobsToUpload(acceptable), progress);
  const publisher = {
    url: client.settings.url,
    waitFor: (blob: Parameters<BlobUploader["waitFor"]>[0]) => uploader.waitFor(blob),
    putWork: client.putWork,
    refusalOf: (error: unknown) => (error instanceof ApiError ? error : undefined),
  };
  const now = () => new Date().toISOString();
  const outcomes = await applyWorks(publisher, planned, now, report);
  return { outcomes, sent: uploader.sent };
}

import { maxRecordsBytes } from "../api/contract/body-limits.ts";
import { maxPlannedWorks, type PlanAnswer } from "../api/contract.ts";
import type { LibraryItem } from "../records/schema/record.ts";

/** The plan for all works, put together from the server's answers. */
export type ServerPlan = Pick<PlanAnswer, "works" | "missingBlobs" | "uploads">;

/** Half of what the server takes. */
const worksPerRequest = maxPlannedWorks / 2;
const bytesPerRequest = maxRecordsBytes / 2;

/** Splits records into as few requests as the server's limits allow. */
export function splitPlan(records: readonly LibraryItem[]): LibraryItem[][] {
  const requests: LibraryItem[][] = [];
  let size = 0;
  for (const record of records) {
    const bytes = new TextEncoder().encode(JSON.stringify(record)).length;
    const last = requests.at(-1);
    if (last === undefined || last.length === worksPerRequest || size + bytes > bytesPerRequest) {
      requests.push([record]);
      size = bytes;
    } else {
      last.push(record);
      size += bytes;
    }
  }
  return requests;
}

/** One plan of several answers. */
export function joinPlans(answers: readonly ServerPlan[]): ServerPlan {
  return {
    works: answers.flatMap((answer) => answer.works),
    missingBlobs: [...new Set(answers.flatMap((answer) => answer.missingBlobs))],
    uploads: answers.flatMap((answer) => answer.uploads),
  };
}

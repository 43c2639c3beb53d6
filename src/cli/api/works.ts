import {
  type ChangeResult,
  changeResult,
  formatEntityTag,
  type Imported,
  type ImportRequest,
  imported,
  type PreviewLink,
  previewLink,
  type StaffWork,
  type StaffWorkList,
  type SweepReport,
  staffWorkList,
  sweepReport,
  type WithdrawalCheck,
  type WorkHistory,
  type WorkRevision,
  withdrawalCheck,
  workHistory,
  workRevision,
} from "../../api/contract.ts";
import type { LibraryItem } from "../../records/schema/record.ts";
import { upgradeRecord } from "../../records/schema/versions.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { fetchStaffApi, sendJson } from "./request.ts";

/** Lists every work of any status, ordered by slug. */
export async function listWorks(settings: Settings): Promise<StaffWork[]> {
  const works: StaffWork[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page: StaffWorkList = await fetchStaffApi(
      settings,
      `works?after=${after}`,
      staffWorkList,
    );
    works.push(...page.items);
    if (page.next !== null && page.next <= after) {
      throw new CliError(`The library at ${settings.url} lists the same works again and again.`);
    }
    after = page.next;
  }
  return works;
}

/** The library's own id; undefined if its release is too old to have one. */
export async function fetchLibraryId(settings: Settings): Promise<string | undefined> {
  // No slug comes after a tilde: the list itself isn't needed.
  return (await fetchStaffApi(settings, "works?after=~", staffWorkList)).library;
}

/** A work's revisions, files and audit trail. @throws ApiError if no work has the slug */
export function fetchHistory(settings: Settings, slug: string): Promise<WorkHistory> {
  return fetchStaffApi(settings, `${workPath(slug)}/history`, workHistory);
}

/** One revision as it is stored, in the version of its time. @throws ApiError if there is no such revision */
export function fetchStoredRevision(
  settings: Settings,
  slug: string,
  number: number,
): Promise<WorkRevision> {
  return fetchStaffApi(settings, `${workPath(slug)}/revisions/${number}`, workRevision);
}

/** One revision with its record in the current version. @throws ApiError if there is no such revision */
export async function fetchRevision(
  settings: Settings,
  slug: string,
  number: number,
): Promise<Omit<WorkRevision, "record"> & { readonly record: LibraryItem }> {
  const revision = await fetchStoredRevision(settings, slug, number);
  return { ...revision, record: upgradeRecord(revision.record) };
}

/** A work's current record. */
export async function fetchCurrent(
  settings: Settings,
  { slug, current }: WorkHistory,
): Promise<LibraryItem> {
  return (await fetchRevision(settings, slug, current)).record;
}

/**
 * Rolls back, withdraws or restores a work.
 * @param replaces the digest of the revision that the decision was based on; the server refuses the change
 *   if another one is current by now
 */
export function changeWork(
  settings: Settings,
  slug: string,
  change: "rollback" | "withdraw" | "restore",
  body: object,
  replaces: string | undefined,
): Promise<ChangeResult> {
  const condition = replaces === undefined ? {} : { "if-match": formatEntityTag(replaces) };
  const request = sendJson("POST", body, condition);
  return fetchStaffApi(settings, `${workPath(slug)}/${change}`, changeResult, request);
}

/** Deletes a draft that was never public. @param replaces as for `changeWork` */
export function deleteWork(
  settings: Settings,
  slug: string,
  replaces: string,
): Promise<ChangeResult> {
  const headers = { "if-match": formatEntityTag(replaces) };
  return fetchStaffApi(settings, workPath(slug), changeResult, { method: "DELETE", headers });
}

/** Creates a link that shows a draft. */
export function createPreview(
  settings: Settings,
  slug: string,
  hours: number | undefined,
): Promise<PreviewLink> {
  const request = sendJson("POST", { hours });
  return fetchStaffApi(settings, `${workPath(slug)}/preview`, previewLink, request);
}

/** Imports a work with all its revisions. @throws ApiError; `missingBlobsIn` lists files to upload first */
export function importHistory(settings: Settings, work: ImportRequest): Promise<Imported> {
  return fetchStaffApi(settings, `import/${work.slug}`, imported, sendJson("PUT", work));
}

/** Removes what the daily cron removes. @param dryRun true only reports what it would remove */
export function requestSweep(settings: Settings, dryRun: boolean): Promise<SweepReport> {
  return fetchStaffApi(settings, "sweep", sweepReport, sendJson("POST", { dryRun }));
}

/** Finds withdrawn works that readers see again, and withdrawn files that are stored again. */
export async function fetchWithdrawals(
  settings: Settings,
): Promise<Pick<WithdrawalCheck, "works" | "files">> {
  const works: string[] = [];
  const files: WithdrawalCheck["files"][number][] = [];
  for (let after: string | null = ""; after !== null; ) {
    const page: WithdrawalCheck = await fetchStaffApi(
      settings,
      `withdrawals?after=${after}`,
      withdrawalCheck,
    );
    works.push(...page.works);
    files.push(...page.files);
    after = page.next;
  }
  return { works, files };
}

const workPath = (slug: string) => `works/${encodeURIComponent(slug)}`;

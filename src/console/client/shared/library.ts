import {
  anyRevision,
  applied,
  formatEntityTag,
  planAnswer,
  staffWorkList,
  workHistory,
  workRevision,
} from "../../../api/contract.ts";
import type { MeasuredFiles } from "../../../manifest/to-record.ts";
import type { Publisher } from "../../../plans/apply-works.ts";
import type { Planner } from "../../../plans/plan-works.ts";
import { joinPlans, type ServerPlan, splitPlan } from "../../../plans/split-plan.ts";
import type { Revisions } from "../../../plans/sync-state.ts";
import type { LibraryItem } from "../../../records/schema/record.ts";
import { toStored, upgradeRecord } from "../../../records/schema/versions.ts";
import { NoAnswerError, type StaffApi, StaffApiError } from "./staff-api.ts";

/** A work as it is published now. */
export interface CurrentRevision {
  readonly record: LibraryItem;
  readonly revision: number;
  readonly digest: string;
}

/** The library that this page belongs to. */
export interface Library extends Planner, Revisions, Omit<Publisher, "waitFor"> {
  /** Its own id, by which folders remember it. */
  id(): Promise<string>;
  /** A work's current revision. */
  current(slug: string): Promise<CurrentRevision>;
  /** The bytes of a stored file. @throws NoAnswerError if they don't arrive */
  readBlob(blob: Pick<MeasuredFiles, "sha256" | "extension">): Promise<Blob>;
}

export function createLibrary(api: StaffApi, url: string): Library {
  const work = (slug: string) => `works/${encodeURIComponent(slug)}`;
  return {
    url,
    async id() {
      // No slug comes after a tilde: the list itself isn't needed.
      const { value } = await api.send("works?after=~", staffWorkList);
      return value.library ?? url;
    },
    async plan(records) {
      const answers: ServerPlan[] = [];
      for (const works of splitPlan(records)) {
        const json = { works: works.map(toStored) };
        answers.push((await api.send("plan", planAnswer, { method: "POST", json })).value);
      }
      return joinPlans(answers);
    },
    async history(slug) {
      return (await api.send(`${work(slug)}/history`, workHistory)).value;
    },
    async record(slug, number) {
      const { value } = await api.send(`${work(slug)}/revisions/${number}`, workRevision);
      return upgradeRecord(value.record);
    },
    async current(slug) {
      const { current } = (await api.send(`${work(slug)}/history`, workHistory)).value;
      const path = `${work(slug)}/revisions/${current}`;
      const { record, digest } = (await api.send(path, workRevision)).value;
      return { record: upgradeRecord(record), revision: current, digest };
    },
    async readBlob({ sha256, extension }) {
      const answer = await fetch(`/staff/api/blobs/${sha256}.${extension}`).catch(() => undefined);
      if (answer?.ok !== true) throw new NoAnswerError("A file of this work can't be read.");
      return answer.blob();
    },
    async putWork(record, replaces) {
      const headers: Record<string, string> =
        replaces === null
          ? { "If-None-Match": anyRevision }
          : { "If-Match": formatEntityTag(replaces) };
      const request = { method: "PUT", json: toStored(record), headers } as const;
      return (await api.send(work(record.slug), applied, request)).value;
    },
    refusalOf(error) {
      // Without a session nothing more can be published.
      if (!(error instanceof StaffApiError) || error.problem.status === 401) return undefined;
      return { message: error.message, problem: error.document };
    },
  };
}

/** A track's draft on the server, so that it isn't in one browser alone and others know of it. */
import * as z from "zod";
import { type Draft, draft, draftConflict } from "../../../../api/contract/drafts.ts";
import { NoAnswerError, type StaffApi, StaffApiError } from "../../shared/staff-api.ts";

export interface DraftToSave {
  readonly basedOn: string | null;
  readonly text: string;
  readonly state: "working" | "ready";
}

/** What became of a request. */
export type Saved =
  | { readonly outcome: "saved"; readonly draft: Draft }
  /** Somebody else saved or deleted it meanwhile. */
  | { readonly outcome: "changed"; readonly current: Draft | null }
  | { readonly outcome: "offline" | "signed-out" }
  | { readonly outcome: "refused"; readonly message: string };

export interface ServerDraft {
  /** Undefined if there is none. */
  read(): Promise<Draft | undefined>;
  /** @param version the one to replace; undefined for a new draft */
  save(toSave: DraftToSave, version: number | undefined): Promise<Saved>;
  remove(version: number): Promise<void>;
}

/** @param path the draft's address below `/staff/api/` */
export function serverDraft(api: StaffApi, path: string): ServerDraft {
  return {
    async read() {
      try {
        return (await api.send(path, draft)).value;
      } catch (error) {
        if (error instanceof StaffApiError && error.problem.status === 404) return undefined;
        throw error;
      }
    },
    async save(toSave, version) {
      const headers: Record<string, string> =
        version === undefined ? { "If-None-Match": "*" } : { "If-Match": `"${version}"` };
      try {
        const { value } = await api.send(path, draft, { method: "PUT", json: toSave, headers });
        return { outcome: "saved", draft: value };
      } catch (error) {
        if (error instanceof NoAnswerError) return { outcome: "offline" };
        if (!(error instanceof StaffApiError)) throw error;
        const { status } = error.problem;
        const conflict = draftConflict.safeParse(error.document).data;
        if (status === 412 && conflict !== undefined) {
          return { outcome: "changed", current: conflict.current };
        }
        // 403 if somebody signed in again elsewhere: this page has the form token of the session before.
        if (status === 401 || status === 403) return { outcome: "signed-out" };
        return { outcome: "refused", message: error.message };
      }
    },
    async remove(version) {
      await api
        .send(path, z.unknown(), { method: "DELETE", headers: { "If-Match": `"${version}"` } })
        // It was deleted or changed by somebody else: then it is theirs.
        .catch(() => undefined);
    },
  };
}

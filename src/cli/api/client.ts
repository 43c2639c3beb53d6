import type { Readable } from "node:stream";
import {
  type Applied,
  anyRevision,
  applied,
  formatEntityTag,
  planAnswer,
  storedBlob,
} from "../../api/contract.ts";
import { joinPlans, type ServerPlan, splitPlan } from "../../plans/split-plan.ts";
import type { Blob, LibraryItem } from "../../records/schema/record.ts";
import { toStored } from "../../records/schema/versions.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { unreachableMessage } from "./error-text.ts";
import { fetchStaffApi, parseAnswer, readAnswer, sendJson } from "./request.ts";
import { sendRequest } from "./send-request.ts";

/** The library's publishing API, as the command line uses it (DESIGN 5). */
export interface Client {
  readonly settings: Settings;
  /** Asks what publishing these records would change, and which files the library doesn't have. */
  plan(records: readonly LibraryItem[]): Promise<ServerPlan>;
  /** Uploads a file in one request. Succeeds if the library has it already. */
  putBlob(blob: Blob, bytes: Readable): Promise<void>;
  /** Ends all resumable uploads, because none of them can succeed any more. */
  abort(): void;
  /** Aborted by `abort`. */
  readonly signal: AbortSignal;
  /** Publishes a record. @param replaces the digest that was planned against; null for a new work */
  putWork(record: LibraryItem, replaces: string | null): Promise<Applied>;
}

/**
 * Creates a client of the library at an address. Its calls throw `ApiError` if the server refuses one
 * request, and `CliError` if no request can succeed: the server can't be reached or refuses the token.
 */
export function createClient(settings: Settings): Client {
  const { url, token } = settings;
  const aborting = new AbortController();
  return {
    settings,
    async plan(records) {
      const answers: ServerPlan[] = [];
      for (const works of splitPlan(records)) {
        answers.push(
          await fetchStaffApi(
            settings,
            "plan",
            planAnswer,
            sendJson("POST", { works: works.map(toStored) }),
          ),
        );
      }
      return joinPlans(answers);
    },
    async putBlob({ sha256, extension, size }, bytes) {
      const headers = {
        "content-type": "application/octet-stream",
        "content-length": String(size),
        accept: "application/json",
        authorization: `Bearer ${token}`,
      };
      const address = `${url}/api/v1/staff/blobs/${sha256}.${extension}`;
      const sent = sendRequest(address, { method: "PUT", headers, body: bytes });
      const { status, text } = await sent.catch((error: unknown) => {
        throw new CliError(unreachableMessage(url, error));
      });
      parseAnswer(storedBlob, readAnswer(status, text, url), url);
    },
    abort: () => aborting.abort(),
    signal: aborting.signal,
    putWork(record, replaces) {
      const condition: Record<string, string> =
        replaces === null
          ? { "if-none-match": anyRevision }
          : { "if-match": formatEntityTag(replaces) };
      const request = sendJson("PUT", toStored(record), condition);
      return fetchStaffApi(settings, `works/${record.slug}`, applied, request);
    },
  };
}

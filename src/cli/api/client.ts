import type { Readable } from "node:stream";
import * as z from "zod";
import type { Blob, LibraryItem } from "../../records/schema/record.ts";
import { CliError } from "../cli-error.ts";
import type { Settings } from "../config/settings.ts";
import { sendStream } from "../upload/send-stream.ts";
import { createTus, type Tus } from "../upload/tus.ts";
import { ApiError } from "./api-error.ts";
import { statusMessage, unreachable } from "./error-text.ts";

/** One thing that differs between two records. */
export const changeSchema = z.object({
  sign: z.enum(["+", "~", "-"]),
  field: z.string(),
  language: z.string().optional(),
  which: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

const plan = z.object({
  works: z.array(
    z.object({
      slug: z.string(),
      change: z.enum(["create", "update", "none"]),
      revision: z.number().nullable(),
      digest: z.string().nullable(),
      changes: z.array(changeSchema),
      warnings: z.array(z.object({ type: z.string(), message: z.string() })),
    }),
  ),
  missingBlobs: z.array(z.string()),
  /** Uploads that were begun and not finished. */
  uploads: z.array(z.object({ sha256: z.string(), url: z.string() })),
});

const applied = z.object({
  slug: z.string(),
  revision: z.number(),
  digest: z.string(),
  change: z.enum(["create", "update", "none"]),
});

const problem = z.object({ title: z.string().optional(), detail: z.string().optional() });

export type ServerPlan = z.infer<typeof plan>;
export type Applied = z.infer<typeof applied>;

export { ApiError };

/** The library's publishing API, as the command line uses it (DESIGN 5). */
export interface Client {
  /** Asks what publishing these records would change, and which blobs are missing. */
  plan(records: readonly LibraryItem[]): Promise<ServerPlan>;
  /** Sends a blob's bytes; one that is there already is taken as sent. */
  putBlob(blob: Blob, bytes: Readable): Promise<void>;
  /** Sends large blobs so that they can be gone on with. */
  readonly uploads: Tus;
  /** Breaks off what `uploads` sends, because there is no use in going on; `signal` tells of it. */
  abort(): void;
  readonly signal: AbortSignal;
  /** Publishes a record. @param replaces the digest that was planned against; null for a new work */
  putWork(record: LibraryItem, replaces: string | null): Promise<Applied>;
}

/**
 * A client of the library at an address. Its calls throw `Refused` where the server refuses one thing,
 * and `Stop` where there is no use in going on: nobody answers, or the token isn't taken.
 */
export function createClient({ url, token }: Settings): Client {
  const authorization = `Bearer ${token}`;
  const send = (path: string, request: RequestInit) =>
    requestStaffApi({ url, token }, path, request);
  const aborting = new AbortController();
  const json = { "content-type": "application/json" };
  return {
    async plan(records) {
      const answers: ServerPlan[] = [];
      for (let start = 0; start < records.length; start += worksAtOnce) {
        const body = JSON.stringify({ works: records.slice(start, start + worksAtOnce) });
        const answer = await send("plan", { method: "POST", headers: json, body });
        answers.push(parseAnswer(plan, answer, url));
      }
      return {
        works: answers.flatMap((answer) => answer.works),
        missingBlobs: [...new Set(answers.flatMap((answer) => answer.missingBlobs))],
        uploads: answers.flatMap((answer) => answer.uploads),
      };
    },
    async putBlob({ sha256, extension, size }, bytes) {
      const type = { "content-type": "application/octet-stream", accept: "application/json" };
      const headers = { ...type, authorization, "content-length": String(size) };
      const address = `${url}/api/v1/staff/blobs/${sha256}.${extension}`;
      const sent = sendStream("PUT", address, headers, bytes);
      const { status, text } = await sent.catch((error: unknown) => {
        throw new CliError(unreachable(url, error));
      });
      accept(status, text, url);
    },
    uploads: createTus({ url, token }, aborting.signal),
    abort: () => aborting.abort(),
    signal: aborting.signal,
    async putWork(record, replaces) {
      const condition =
        replaces === null ? { "if-none-match": "*" } : { "if-match": `"${replaces}"` };
      const headers = { ...json, ...condition };
      const body = JSON.stringify(record);
      const answer = await send(`works/${record.slug}`, { method: "PUT", headers, body });
      return parseAnswer(applied, answer, url);
    },
  };
}

/**
 * Asks one address of the staff API. @param path what follows `/api/v1/staff/`
 * @throws Refused or Stop, as a client's calls do
 */
export async function requestStaffApi(
  { url, token }: Settings,
  path: string,
  request: RequestInit = {},
): Promise<unknown> {
  const authorization = `Bearer ${token}`;
  const headers = { accept: "application/json", ...request.headers, authorization };
  // The token goes to this address and to no other: redirects aren't followed.
  const options = { ...request, headers, redirect: "manual" } as const;
  const { status, text } = await fetch(`${url}/api/v1/staff/${path}`, options)
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((error: unknown) => {
      throw new CliError(unreachable(url, error));
    });
  return accept(status, text, url);
}

/** A tree of 200 works is one request, of some hundred kilobytes. */
const worksAtOnce = 250;

/** An answer's JSON. @throws Refused or Stop where it isn't a success */
function accept(status: number, text: string, url: string): unknown {
  const body = readJson(text);
  if (status >= 200 && status < 300) return body;
  const words = problem.safeParse(body).data;
  // A 404 without a detail is no answer of ours: see what sentenceFor says of it.
  const said = words?.detail ?? (status === 404 ? undefined : words?.title);
  const sentence = statusMessage(status, url, said);
  const isForAll = status === 401 || status === 403 || (status >= 300 && status < 400);
  throw isForAll ? new CliError(sentence) : new ApiError(sentence, body);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer in the shape that this version knows. @throws Stop where it has another */
export function parseAnswer<Answer>(
  schema: z.ZodType<Answer>,
  answer: unknown,
  url: string,
): Answer {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new CliError(
    `What answers at ${url} isn't a Videoteca of this version: see VIDEOTECA_URL.`,
  );
}

import type { Readable } from "node:stream";
import { z } from "zod";
import type { Blob, LibraryItem } from "../library/record.ts";
import { putStream } from "./put-stream.ts";
import { sentenceFor, unreachable } from "./server-words.ts";
import type { Settings } from "./settings.ts";
import { Stop } from "./stop.ts";

const plan = z.object({
  works: z.array(
    z.object({
      slug: z.string(),
      change: z.enum(["create", "update", "none"]),
      revision: z.number().nullable(),
      digest: z.string().nullable(),
    }),
  ),
  missingBlobs: z.array(z.string()),
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

/** The server refused one thing; others may still go through. Its message says what to do. */
export class Refused extends Error {}

/** The library's publishing API, as the command line uses it (DESIGN 5). */
export interface Client {
  /** Asks what publishing these works would change, and which blobs are missing. */
  plan(works: { slug: string; digest: string; blobs: string[] }[]): Promise<ServerPlan>;
  /** Sends a blob's bytes; one that is there already is taken as sent. */
  putBlob(blob: Blob, bytes: Readable): Promise<void>;
  /** Publishes a record. @param replaces the digest that was planned against; null for a new work */
  putWork(record: LibraryItem, replaces: string | null): Promise<Applied>;
}

/**
 * A client of the library at an address. Its calls throw `Refused` where the server refuses one thing,
 * and `Stop` where there is no use in going on: nobody answers, or the token isn't taken.
 */
export function createClient({ url, token }: Settings): Client {
  const authorization = `Bearer ${token}`;
  const send = async (path: string, request: RequestInit): Promise<unknown> => {
    const headers = { accept: "application/json", ...request.headers, authorization };
    // The token goes to this address and to no other: redirects aren't followed.
    const options = { ...request, headers, redirect: "manual" } as const;
    const { status, text } = await fetch(`${url}/api/v1/staff/${path}`, options)
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch((error: unknown) => {
        throw new Stop(unreachable(url, error));
      });
    return accept(status, text, url);
  };
  const json = { "content-type": "application/json" };
  return {
    async plan(works) {
      const answers: ServerPlan[] = [];
      for (let start = 0; start < works.length; start += worksAtOnce) {
        const body = JSON.stringify({ works: works.slice(start, start + worksAtOnce) });
        const answer = await send("plan", { method: "POST", headers: json, body });
        answers.push(understand(plan, answer, url));
      }
      return {
        works: answers.flatMap((answer) => answer.works),
        missingBlobs: [...new Set(answers.flatMap((answer) => answer.missingBlobs))],
      };
    },
    async putBlob({ sha256, extension, size }, bytes) {
      const type = { "content-type": "application/octet-stream", accept: "application/json" };
      const headers = { ...type, authorization, "content-length": String(size) };
      const address = `${url}/api/v1/staff/blobs/${sha256}.${extension}`;
      const { status, text } = await putStream(address, headers, bytes).catch((error: unknown) => {
        throw new Stop(unreachable(url, error));
      });
      accept(status, text, url);
    },
    async putWork(record, replaces) {
      const condition =
        replaces === null ? { "if-none-match": "*" } : { "if-match": `"${replaces}"` };
      const headers = { ...json, ...condition };
      const body = JSON.stringify(record);
      const answer = await send(`works/${record.slug}`, { method: "PUT", headers, body });
      return understand(applied, answer, url);
    },
  };
}

/** Keeps a plan's request and the server's queries small. */
const worksAtOnce = 100;

/** An answer's JSON. @throws Refused or Stop where it isn't a success */
function accept(status: number, text: string, url: string): unknown {
  const body = readJson(text);
  if (status >= 200 && status < 300) return body;
  const words = problem.safeParse(body).data;
  const sentence = sentenceFor(status, url, words?.detail ?? words?.title);
  const isForAll = status === 401 || status === 403 || (status >= 300 && status < 400);
  throw isForAll ? new Stop(sentence) : new Refused(sentence);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function understand<Answer>(schema: z.ZodType<Answer>, answer: unknown, url: string): Answer {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new Stop(`What answers at ${url} isn't a Videoteca of this version: see VIDEOTECA_URL.`);
}

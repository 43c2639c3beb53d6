import { env } from "cloudflare:workers";
import { expect } from "vitest";
import { planAnswer } from "../../src/api/contract.ts";
import type { Bindings } from "../../src/delivery/http/environment.ts";
import { sweep } from "../../src/publishing/sweep.ts";
import { sha256 } from "../../src/records/digest.ts";
import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import { toStored } from "../../src/records/schema/versions.ts";
import { ask, jsonOf } from "./ask.ts";
import { expectRebuilt } from "./consistency.ts";
import { emptyTables } from "./empty-stores.ts";
import { database, digestOf, episode, publish, storeFile, track, vtt } from "./library.ts";
import { metadata, offsetStream, readStoredBlob, sampleBytes, secret } from "./uploads.ts";

/** A change as a command makes it, to be tried while a store fails and then once more. */
export interface Scenario {
  /** Makes what the change needs. @param name a slug that nothing else has */
  prepare(name: string): Promise<unknown>;
  /** The requests of the command, up to the first that fails. @returns the last answer */
  run(name: string, bindings: Bindings): Promise<Response>;
  /** The status of the same command once the change is made, if it isn't a success. The answer says that it is made. */
  readonly statusWhenMade?: number;
  /** Expects what holds once the command has succeeded. */
  check?(name: string): Promise<void>;
}

const token = { Authorization: `Bearer ${secret}` };
const works = "/api/v1/staff/works";

/** A request of the staff API, with what its command sends. */
function send(
  bindings: Bindings,
  method: string,
  path: string,
  body: unknown = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const json = JSON.stringify(body);
  const all = { ...token, "Content-Type": "application/json", ...headers };
  const init = { method, headers: all, ...(method === "GET" ? {} : { body: json }) };
  return ask(path, init, bindings);
}

/** Asks which revision is current, and changes it, as the commands do. */
async function change(
  bindings: Bindings,
  name: string,
  method: string,
  path: string,
  body: unknown = {},
): Promise<Response> {
  const history = await send(bindings, "GET", `${works}/${name}/history`);
  if (history.status !== 200) return history;
  const { digest } = await jsonOf(history);
  return send(bindings, method, `${works}/${name}${path}`, body, { "If-Match": `"${digest}"` });
}

/** Plans a record and sends it, as `apply` does. */
async function applyRecord(bindings: Bindings, record: EpisodeRecord): Promise<Response> {
  const answer = await send(bindings, "POST", "/api/v1/staff/plan", { works: [toStored(record)] });
  if (answer.status !== 200) return answer;
  const { works: planned } = planAnswer.parse(await answer.json());
  const digest = planned[0]?.digest ?? undefined;
  const condition: Record<string, string> =
    digest === undefined ? { "If-None-Match": "*" } : { "If-Match": `"${digest}"` };
  return send(bindings, "PUT", `${works}/${record.slug}`, toStored(record), condition);
}

/** A record that is the same each time it is made. @param first what it changes */
async function secondVersion(name: string, first?: EpisodeRecord): Promise<EpisodeRecord> {
  const captions = [await track("en", vtt(`${name} says it better.`), "captions")];
  return { ...(first ?? (await episode(name))), name: { en: `Better ${name}` }, captions };
}

const publishTwice = async (name: string) => {
  const first = await episode(name);
  await publish(first);
  await publish(await secondVersion(name, first));
};

const statusOf = async (path: string) => {
  const response = await ask(path);
  await response.arrayBuffer();
  return response.status;
};

/** The bytes that an upload's scenario sends. @param size above 8 MiB for two parts */
const uploaded = (name: string, size: number) => sampleBytes(name, size);

/** Uploads a file as a client does that starts anew, or goes on where the upload ends. */
async function upload(bindings: Bindings, name: string, size: number): Promise<Response> {
  const bytes = uploaded(name, size);
  const headers = { ...token, "Tus-Resumable": "1.0.0" };
  const created = await ask(
    "/api/v1/staff/uploads",
    {
      method: "POST",
      headers: {
        ...headers,
        "Upload-Length": String(size),
        "Upload-Metadata": metadata({ sha256: await sha256(bytes), extension: "webm" }),
      },
    },
    bindings,
  );
  // The library has the file already: nothing is left to do.
  if (created.status === 409) return new Response(null, { status: 204 });
  if (created.status !== 201) return created;
  const path = new URL(created.headers.get("Location") ?? "").pathname;
  const half = Math.ceil(size / 2);
  for (const [start, end] of [
    [0, half],
    [half, size],
  ] as const) {
    const part = await ask(
      path,
      {
        method: "PATCH",
        headers: {
          ...headers,
          ...offsetStream,
          "Upload-Offset": String(start),
          "Content-Length": String(end - start),
        },
        body: bytes.slice(start, end),
      },
      bindings,
    );
    if (part.status !== 204) return part;
  }
  return new Response(null, { status: 204 });
}

function uploadScenario(size: number): Scenario {
  return {
    prepare: async () => undefined,
    run: (name, bindings) => upload(bindings, name, size),
    async check(name) {
      const bytes = uploaded(name, size);
      const stored = await readStoredBlob(await sha256(bytes));
      expect(stored?.length).toBe(size);
      expect(await sha256(Uint8Array.from(stored ?? []))).toBe(await sha256(bytes));
    },
  };
}

/** A work with its history, as a backup has it. */
async function historyOf(name: string) {
  const record = await episode(name);
  const at = "2026-01-01T00:00:00.000Z";
  return {
    slug: name,
    current: 1,
    revisions: [
      { number: 1, digest: await digestOf(record), createdAt: at, record: toStored(record) },
    ],
    events: [{ at, actor: "Ana", action: "apply", fromRevision: null, toRevision: 1 }],
    removed: [],
  };
}

/** The name of a file that isn't stored yet. */
const newFile = (name: string) => `new file of ${name}`;

/** Every change of the library. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  "apply a new work": {
    prepare: episode,
    run: async (name, bindings) => applyRecord(bindings, await episode(name)),
    check: async (name) => expect(await statusOf(`/en/watch/${name}`)).toBe(200),
  },
  "apply a change": {
    prepare: async (name) => publish(await episode(name)),
    run: async (name, bindings) => applyRecord(bindings, await secondVersion(name)),
    check: async (name) =>
      expect(await (await ask(`/en/watch/${name}`)).text()).toContain(`Better ${name}`),
  },
  "roll back": {
    prepare: publishTwice,
    run: (name, bindings) => change(bindings, name, "POST", "/rollback", { revision: 1 }),
    check: async (name) =>
      expect(await (await ask(`/en/watch/${name}`)).text()).toContain(`Film ${name}`),
  },
  withdraw: {
    prepare: publishTwice,
    run: (name, bindings) =>
      send(bindings, "POST", `${works}/${name}/withdraw`, { notice: { en: "Gone." } }),
    async check(name) {
      expect(await statusOf(`/en/watch/${name}`)).toBe(410);
      expect(await env.BLOBS.head(`blobs/${await sha256(`film of ${name}`)}`)).toBeNull();
      expect(await env.BLOBS.head(`withdrawn/${name}`)).not.toBeNull();
    },
  },
  restore: {
    async prepare(name) {
      await publish(await episode(name));
      await send(env, "POST", `${works}/${name}/withdraw`, { notice: { en: "Gone." } });
      // Only an attempt to restore makes the files acceptable again.
      await send(env, "POST", `${works}/${name}/restore`);
      await episode(name);
    },
    run: (name, bindings) => change(bindings, name, "POST", "/restore"),
    statusWhenMade: 409,
    async check(name) {
      expect(await statusOf(`/en/watch/${name}`)).toBe(200);
      expect(await env.BLOBS.head(`withdrawn/${name}`)).toBeNull();
    },
  },
  "delete a draft": {
    prepare: async (name) => publish(await episode(name, { status: "draft" })),
    run: (name, bindings) => change(bindings, name, "DELETE", ""),
    statusWhenMade: 404,
    check: async (name) => expect(await statusOf(`/en/watch/${name}`)).toBe(404),
  },
  "import a work": {
    prepare: historyOf,
    run: async (name, bindings) =>
      send(bindings, "PUT", `/api/v1/staff/import/${name}`, await historyOf(name)),
    // The command compares the revisions then (src/cli/backup/import-library.ts).
    statusWhenMade: 409,
    check: async (name) => expect(await statusOf(`/en/watch/${name}`)).toBe(200),
  },
  "make a preview": {
    prepare: async (name) => publish(await episode(name, { status: "draft" })),
    run: (name, bindings) => send(bindings, "POST", `${works}/${name}/preview`, { hours: 1 }),
  },
  "upload in one part": uploadScenario(100_000),
  "upload in two parts": uploadScenario(9_000_000),
  "store a file in one request": {
    prepare: async () => undefined,
    run: async (name, bindings) =>
      ask(
        `/api/v1/staff/blobs/${await sha256(newFile(name))}.vtt`,
        {
          method: "PUT",
          headers: { ...token, "Content-Length": String(newFile(name).length) },
          body: newFile(name),
        },
        bindings,
      ),
    check: async (name) =>
      expect(await readStoredBlob(await sha256(newFile(name)))).toHaveLength(newFile(name).length),
  },
  sweep: {
    async prepare(name) {
      // What an import leaves: a withdrawn work without its marker.
      await publish(await episode(name));
      await send(env, "POST", `${works}/${name}/withdraw`, { notice: { en: "Gone." } });
      await env.BLOBS.delete(`withdrawn/${name}`);
      const { sha256: unused } = await storeFile(`unused ${name}`, "webm");
      await env.DB.prepare(
        "update blobs set created_at = '2020-01-01T00:00:00.000Z' where sha256 = ?",
      )
        .bind(unused)
        .run();
    },
    run: (_, bindings) => send(bindings, "POST", "/api/v1/staff/sweep", { dryRun: false }),
    async check(name) {
      const unused = await sha256(`unused ${name}`);
      // A file that D1 forgot and R2 kept is found by the next day's sweep: this one is too new to be compared.
      const nextDay = new Date(Date.now() + 2 * 86_400_000);
      await sweep(database, env.BLOBS, { now: nextDay, dryRun: false });
      expect(await env.BLOBS.head(`blobs/${unused}`)).toBeNull();
      expect(await env.BLOBS.head(`withdrawn/${name}`)).not.toBeNull();
    },
  },
  "rebuild the search index": {
    // A request rebuilds 20 works, one after another: with two of them, one may be rebuilt and the other not.
    async prepare(name) {
      await emptyTables(["tokens"]);
      await publish(await episode(name));
      await publish(await episode(`${name}-2`));
    },
    run: (_, bindings) => send(bindings, "POST", "/api/v1/staff/search-index"),
    check: (name) => expectRebuilt(`${name}-2`),
  },
};

import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { ImportRequest } from "../../src/api/contract.ts";
import { importWork } from "../../src/publishing/import.ts";
import { rollback } from "../../src/publishing/rollback.ts";
import { sweep } from "../../src/publishing/sweep.ts";
import { blobPath } from "../../src/records/blobs.ts";
import type { Blob as BlobRecord, DocumentRecord } from "../../src/records/schema/record.ts";
import { ask, get, jsonOf } from "../support/ask.ts";
import {
  bytesOf,
  database,
  digestOf,
  document,
  publish,
  staffToken,
  storeFile,
} from "../support/library.ts";

/** A withdrawn file is rejected until its own work is restored (DESIGN 3). */

beforeAll(async () => {
  await staffToken("secret");
});

const staff = "/api/v1/staff";

function send(
  method: string,
  path: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
): Promise<Response> {
  const authorization = { Authorization: "Bearer secret" };
  return ask(staff + path, { method, body, headers: { ...authorization, ...headers } });
}

async function change(slug: string, what: "withdraw" | "restore", status = 200) {
  const response = await send("POST", `/works/${slug}/${what}`, "{}");
  const answer = await jsonOf(response);
  expect([answer, response.status]).toEqual([answer, status]);
  return answer;
}

function put(text: string, { sha256, extension }: BlobRecord): Promise<Response> {
  const bytes = bytesOf(text);
  const length = { "Content-Length": String(bytes.length) };
  return send("PUT", `/blobs/${sha256}.${extension}`, bytes, length);
}

async function expectRefused(response: Response, owner: string): Promise<void> {
  const problem = await jsonOf(response);
  expect(problem).toMatchObject({ status: 409, detail: expect.stringContaining(owner) });
  expect(problem.type).toMatch(/#withdrawn$/);
}

/** Publishes a document with one file. */
async function publishPaper(slug: string, text = `# Text of ${slug}`) {
  const file = await storeFile(text, "md");
  const record = await paperWith(slug, file);
  await publish(record);
  return { record, file, text };
}

const paperWith = (slug: string, file: BlobRecord): Promise<DocumentRecord> =>
  document(slug, { texts: [{ inLanguage: "en", file }] });

const isStored = async ({ sha256 }: BlobRecord) =>
  (await env.BLOBS.head(`blobs/${sha256}`)) !== null;

const tusHeaders = ({ sha256, extension, size }: BlobRecord) => ({
  "Tus-Resumable": "1.0.0",
  "Upload-Length": String(size),
  "Upload-Metadata": `sha256 ${btoa(sha256)},extension ${btoa(extension)}`,
});

describe("a withdrawn file is rejected", () => {
  test("as a blob, with its own extension or another", async () => {
    const { file, text } = await publishPaper("put-again");
    await change("put-again", "withdraw");
    await expectRefused(await put(text, file), "put-again");
    await expectRefused(await put(text, { ...file, extension: "vtt" }), "put-again");
    expect(await isStored(file)).toBe(false);
    expect((await get(blobPath(file))).status).toBe(404);
  });

  test("as an upload, even if that began before the withdrawal", async () => {
    const text = "# Half of it has arrived";
    const bytes = bytesOf(text);
    const file = await storeFile(text, "md");
    await publish(await paperWith("half-sent", file));
    // As after a sweep, so that the file is uploaded again while the work is published.
    await env.DB.prepare(
      "update blobs set removed_at = '2026-01-01T00:00:00.000Z' where sha256 = ?",
    )
      .bind(file.sha256)
      .run();
    const begun = await send("POST", "/uploads", null, tusHeaders(file));
    expect(begun.status).toBe(201);
    await change("half-sent", "withdraw");
    await expectRefused(await send("POST", "/uploads", null, tusHeaders(file)), "half-sent");
    const path = new URL(begun.headers.get("Location") ?? "").pathname.slice(staff.length);
    const patched = await send("PATCH", path, bytes, {
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": "0",
      "Content-Type": "application/offset+octet-stream",
    });
    await expectRefused(patched, "half-sent");
    expect(await isStored(file)).toBe(false);
  });

  test("in a plan and a record of another work, even a draft", async () => {
    const { file } = await publishPaper("owner");
    await change("owner", "withdraw");
    const copy = { ...(await paperWith("copy", file)), status: "draft" as const };
    const plan = await jsonOf(await send("POST", "/plan", JSON.stringify({ works: [copy] })));
    expect(plan).toMatchObject({
      works: [
        {
          change: "create",
          warnings: [{ type: "withdrawn", message: expect.stringContaining("owner") }],
        },
      ],
      missingBlobs: [],
    });
    const applied = await send("PUT", "/works/copy", JSON.stringify(copy), {
      "If-None-Match": "*",
    });
    await expectRefused(applied, "owner");
    expect((await get("/en/read/copy")).status).toBe(404);
  });

  test("in a rollback of another work to an older revision that names it", async () => {
    const { file, record } = await publishPaper("rolled-owner");
    const other = await paperWith("rolled-other", file);
    await publish({ ...other, status: "draft" });
    await publish({ ...other, texts: (await document("rolled-new")).texts });
    await change("rolled-owner", "withdraw");
    const request = { slug: "rolled-other", replaces: undefined, actor: "Ana", now: new Date() };
    await expect(rollback(database, env.BLOBS, request, 1)).rejects.toMatchObject({
      reason: "withdrawn",
      message: expect.stringContaining("rolled-owner"),
    });
    expect(record.slug).toBe("rolled-owner");
  });

  test("in an import, and in a library that imports its withdrawal", async () => {
    const record = await document("imported-away");
    const withdrawn = { ...record, status: "withdrawn" as const };
    const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
    const work: ImportRequest = {
      slug: record.slug,
      current: 2,
      revisions: [
        { number: 1, digest: await digestOf(record), createdAt: at(1), record },
        { number: 2, digest: await digestOf(withdrawn), createdAt: at(2), record: withdrawn },
      ],
      events: [
        { at: at(2), actor: "Ana", action: "withdraw", fromRevision: 1, toRevision: 2 },
        { at: at(1), actor: "Ana", action: "apply", fromRevision: null, toRevision: 1 },
      ],
      removed: record.texts.map(({ file }) => ({ ...file, removedAt: at(2) })),
    };
    // As in an empty library, which has none of its files.
    await env.DB.prepare("delete from blobs where sha256 in (select value from json_each(?))")
      .bind(JSON.stringify(record.texts.map(({ file }) => file.sha256)))
      .run();
    await importWork(database, env.BLOBS, work);
    const [text] = record.texts;
    if (text === undefined) throw new Error("it has a text");
    await expectRefused(
      await put("# Heading\n\nEnglish of imported-away.", text.file),
      record.slug,
    );
    const copy = { ...record, slug: "imported-copy" };
    const copied: ImportRequest = {
      slug: copy.slug,
      current: 1,
      revisions: [{ number: 1, digest: await digestOf(copy), createdAt: at(1), record: copy }],
      events: [],
      removed: [],
    };
    await expect(importWork(database, env.BLOBS, copied)).rejects.toMatchObject({
      reason: "withdrawn",
    });
  });
});

describe("a withdrawn file that another published work uses", () => {
  test("is kept, and is rejected once that work is withdrawn, too", async () => {
    const { file, text } = await publishPaper("first-user");
    const { record } = await publishPaper("second-user", text);
    const answer = await change("first-user", "withdraw");
    expect(answer).toMatchObject({ removed: 0, usedBy: ["second-user"] });
    expect((await get(blobPath(file))).status).toBe(200);
    // The other work can still be changed: the file isn't rejected.
    await publish({ ...record, name: { en: "Corrected" } });
    expect(await change("second-user", "withdraw")).toMatchObject({ removed: 1, usedBy: [] });
    await expectRefused(await put(text, file), "second-user");
  });

  test("is deleted by a second withdrawal once no other work uses it", async () => {
    const { file, text } = await publishPaper("early");
    const { record } = await publishPaper("late", text);
    await change("early", "withdraw");
    await publish({ ...record, texts: (await document("late-texts")).texts });
    expect(await isStored(file)).toBe(true);
    expect(await change("early", "withdraw")).toMatchObject({ change: "none", removed: 1 });
    expect(await isStored(file)).toBe(false);
    await expectRefused(await put(text, file), "early");
  });
});

describe("restoring a withdrawn work", () => {
  test("accepts its files again, but other works can't name them until it is complete", async () => {
    const { file, text } = await publishPaper("coming-back");
    await change("coming-back", "withdraw");
    const problem = await change("coming-back", "restore", 409);
    expect(problem.blobs).toMatchObject([{ sha256: file.sha256 }]);
    expect((await put(text, file)).status).toBe(201);
    expect((await get(blobPath(file))).status).toBe(404);
    const thief = await paperWith("thief", file);
    const headers = { "If-None-Match": "*" };
    await expectRefused(
      await send("PUT", "/works/thief", JSON.stringify(thief), headers),
      "coming-back",
    );
    await change("coming-back", "restore");
    expect((await get(blobPath(file))).status).toBe(200);
    const applied = await send("PUT", "/works/thief", JSON.stringify(thief), headers);
    expect(applied.status).toBe(201);
  });

  test("accepts no files after the work is withdrawn again, which deletes the uploaded ones", async () => {
    const { file, text } = await publishPaper("undecided");
    await change("undecided", "withdraw");
    await change("undecided", "restore", 409);
    expect((await put(text, file)).status).toBe(201);
    expect(await change("undecided", "withdraw")).toMatchObject({ change: "none", removed: 1 });
    expect(await isStored(file)).toBe(false);
    await expectRefused(await put(text, file), "undecided");
  });

  test("accepts the files of the restored revision, but not files that it had replaced", async () => {
    const { file, text, record } = await publishPaper("two-texts");
    const other = await storeFile("# Without the name", "md");
    await publish({ ...record, texts: [{ inLanguage: "en", file: other }] });
    await change("two-texts", "withdraw");
    await change("two-texts", "restore", 409);
    await expectRefused(await put(text, file), "two-texts");
    expect((await put("# Without the name", other)).status).toBe(201);
    await change("two-texts", "restore");
    expect((await get(blobPath(file))).status).toBe(404);
  });

  test("that isn't completed leaves no files: the sweep deletes them after some days", async () => {
    const { file, text } = await publishPaper("given-up");
    await change("given-up", "withdraw");
    await change("given-up", "restore", 409);
    expect((await put(text, file)).status).toBe(201);
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await sweep(database, env.BLOBS, { now: days(5), dryRun: false });
    expect(await isStored(file)).toBe(true);
    await sweep(database, env.BLOBS, { now: days(7), dryRun: false });
    expect(await isStored(file)).toBe(false);
  });
});

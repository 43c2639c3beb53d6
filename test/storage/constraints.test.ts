import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { episode, publish, series } from "../support/library.ts";

const digest = "a".repeat(64);

beforeAll(async () => {
  await publish(series("real-series"));
  await publish(await episode("real", { series: "real-series" }));
});

/** A row like the real one, with some of its columns changed. */
async function insertLike(table: string, changes: Record<string, unknown>): Promise<void> {
  const like = await env.DB.prepare(`select * from ${table} limit 1`).first();
  const row = { ...like, ...changes };
  const names = Object.keys(row);
  await env.DB.prepare(
    `insert into ${table} (${names.join(", ")}) values (${names.map(() => "?").join(", ")})`,
  )
    .bind(...Object.values(row))
    .run();
}

describe("the tables refuse", () => {
  test.each([
    ["a revision with capitals in its slug", "revisions", { slug: "Bad" }, "CHECK"],
    ["a revision with a slash in its slug", "revisions", { slug: "a/b" }, "CHECK"],
    ["a revision with an empty slug", "revisions", { slug: "" }, "CHECK"],
    ["a revision with a slug of 81 letters", "revisions", { slug: "a".repeat(81) }, "CHECK"],
    ["a revision numbered 0", "revisions", { slug: "new", number: 0 }, "CHECK"],
    ["a revision whose digest is too short", "revisions", { number: 9, digest: "ab" }, "CHECK"],
    [
      "a revision whose digest has capitals",
      "revisions",
      { number: 9, digest: "A".repeat(64) },
      "CHECK",
    ],
    ["a revision that is no JSON", "revisions", { number: 9, record: "{" }, "CHECK"],
    ["a second revision of the same number", "revisions", {}, "UNIQUE"],
    ["a work without a revision", "works", { slug: "ghost" }, "FOREIGN KEY"],
    ["a text without a work", "texts", { slug: "ghost" }, "FOREIGN KEY"],
    ["a second text in a language", "texts", {}, "UNIQUE"],
    ["a text of an unknown format", "texts", { language: "vi", format: "html" }, "CHECK"],
    ["cues that are no JSON", "texts", { language: "vi", body: "Hello" }, "CHECK"],
    ["a blob under a name that is no digest", "blobs", { sha256: "film" }, "CHECK"],
    ["a blob of negative size", "blobs", { sha256: digest, size: -1 }, "CHECK"],
    ["a file that isn't stored", "revision_blobs", { sha256: digest }, "FOREIGN KEY"],
    ["a file without a digest", "revision_blobs", { sha256: "" }, "CHECK"],
    ["an event of an unknown kind", "events", { id: 99, action: "burn" }, "CHECK"],
    ["an event without a revision's number", "events", { id: 99, to_revision: null }, "NOT NULL"],
    ["a public file without a work", "public_files", { slug: "ghost" }, "FOREIGN KEY"],
  ])("%s", async (_, table, changes, constraint) => {
    await expect(insertLike(table, changes)).rejects.toThrow(`${constraint} constraint failed`);
  });

  test.each([
    ["kind", "Movie", "CHECK"],
    ["status", "scheduled", "CHECK"],
    ["digest", "zz", "CHECK"],
    ["public_record", "{", "CHECK"],
    ["series", "ghost", "FOREIGN KEY"],
    ["revision", 99, "FOREIGN KEY"],
    ["date_published", null, "NOT NULL"],
  ])("a work whose %s is %j", async (column, value, constraint) => {
    const change = env.DB.prepare(`update works set ${column} = ? where slug = 'real'`).bind(value);
    await expect(change.run()).rejects.toThrow(`${constraint} constraint failed`);
  });

  test("to lose a series that has episodes, or a file that a revision names", async () => {
    const lost = [
      "delete from works where slug = 'real-series'",
      "delete from blobs",
      "delete from revisions where slug = 'real'",
    ];
    for (const statement of lost) {
      await expect(env.DB.prepare(statement).run()).rejects.toThrow("FOREIGN KEY");
    }
  });
});

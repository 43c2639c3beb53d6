import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { Mention } from "../../../src/api/contract/problems.ts";
import { nameNotPublic } from "../../../src/api/contract/problems.ts";
import { planAnswer } from "../../../src/api/contract/publishing.ts";
import type { LibraryItem } from "../../../src/records/schema/record.ts";
import { ask, jsonOf } from "../../support/ask.ts";
import {
  countRows,
  document,
  episode,
  publish,
  series,
  staffToken,
  storeFile,
  track,
  vtt,
} from "../../support/library.ts";

beforeAll(async () => {
  await staffToken("secret");
});

const hidden = { name: "Ana Morales", role: "participant", public: false };

function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const authorization = { Authorization: "Bearer secret", ...headers };
  return ask(`/api/v1/staff/${path}`, {
    method,
    headers: authorization,
    body: JSON.stringify(body),
  });
}

const putWork = (record: LibraryItem, current = "") =>
  send("PUT", `works/${record.slug}`, record, {
    ...(current === "" ? { "If-None-Match": "*" } : { "If-Match": `"${current}"` }),
  });

/** Expects the problem, and that nothing is written. @returns each place as `slug: field:line:column` */
async function mentionsIn(attempt: () => Promise<Response>): Promise<string[]> {
  const before = await countRows();
  const response = await attempt();
  expect(response.status).toBe(422);
  expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  const problem = await jsonOf(response);
  expect(problem.type).toMatch(/#name-not-public$/);
  expect(await countRows()).toEqual(before);
  const { mentions } = nameNotPublic.parse(problem);
  for (const mention of mentions) {
    expect(mention.name).toBe("Ana Morales");
    expect(problem.detail).toContain(`${mention.slug}: ${mention.field}`);
  }
  return mentions.map(placeOf);
}

const placeOf = ({ slug, field, line, column }: Mention) =>
  [`${slug}: ${field}`, line, column].filter((part) => part !== undefined).join(":");

describe("a name that isn't public is rejected", () => {
  test("in a work's fields, captions and descriptions, all at once", async () => {
    const record = await episode("film-of-ana", {
      credits: [hidden],
      description: { en: "With ana morales", es: "Con ANA\nMORALES" },
      captions: [
        await track("en", vtt("<v Ana Morales>Hello."), "captions"),
        await track("es", vtt("Soy Ana", "Morales.")),
      ],
    });
    expect(await mentionsIn(() => putWork(record))).toEqual([
      "film-of-ana: description.en",
      "film-of-ana: description.es",
      "film-of-ana: captions[0].file:4:4",
      "film-of-ana: captions[1].file:4:5",
    ]);
  });

  test("in a document's Markdown and in an attachment", async () => {
    const paper = await document("paper-of-ana", {
      credits: [hidden],
      texts: [{ inLanguage: "en", file: await storeFile("# Hello\n\nBy **Ana** Morales.", "md") }],
    });
    expect(await mentionsIn(() => putWork(paper))).toEqual(["paper-of-ana: texts[0].file:3:6"]);
    const attachments = [
      { inLanguage: "en", name: { en: "A" }, file: await storeFile("Ana Morales", "md") },
    ];
    const film = await episode("attached-ana", { credits: [hidden], attachments });
    expect(await mentionsIn(() => putWork(film))).toEqual([
      "attached-ana: attachments[0].file:1:1",
    ]);
  });

  test("in its series, whichever of the two is published last", async () => {
    const described = series("series-of-ana", { description: { en: "By Ana Morales" } });
    const { digest } = await publish({ ...described, description: { en: "Stories" } });
    const part = await episode("part-of-ana", { credits: [hidden], series: "series-of-ana" });
    await publish(part);
    expect(await mentionsIn(() => putWork(described, digest))).toEqual([
      "series-of-ana: description.en",
    ]);
    await publish(series("other-series-of-ana", { description: { en: "By Ana Morales" } }));
    const moved = { ...part, slug: "other-part-of-ana", series: "other-series-of-ana" };
    expect(await mentionsIn(() => putWork(moved))).toEqual(["other-series-of-ana: description.en"]);
  });

  test("in a series that is renamed at the same time, and in one that is named by a former slug", async () => {
    const { digest } = await publish(series("before-of-ana", { description: { en: "Stories" } }));
    const part = await episode("renamed-part", { credits: [hidden], series: "before-of-ana" });
    await publish(part);
    const renamed = series("after-of-ana", {
      formerSlugs: ["before-of-ana"],
      description: { en: "By Ana Morales" },
    });
    const places = ["after-of-ana: description.en"];
    expect(await mentionsIn(() => putWork(renamed, digest))).toEqual(places);
    const works = [renamed, part];
    expect(await mentionsIn(() => send("POST", "plan", { works }))).toEqual(places);

    const old = await publish(series("old-of-ana", { description: { en: "Stories" } }));
    const current = series("new-of-ana", {
      formerSlugs: ["old-of-ana"],
      description: { en: "By Ana Morales" },
    });
    expect((await putWork(current, old.digest)).status).toBe(200);
    const late = await episode("late-part", { credits: [hidden], series: "old-of-ana" });
    expect(await mentionsIn(() => putWork(late))).toEqual(["new-of-ana: description.en"]);
  });

  test("in a plan, in all its works and in the files that are stored", async () => {
    const stored = await track("en", vtt("I am Ana Morales."), "captions");
    const film = await episode("planned-film", { credits: [hidden], captions: [stored] });
    const unsent = { ...stored, file: { ...stored.file, sha256: "a".repeat(64) } };
    const other = await episode("planned-other", {
      credits: [hidden],
      captions: [unsent],
      keywords: ["Ana Morales"],
      series: "planned-series",
    });
    const parent = series("planned-series", { name: { en: "Ana Morales" } });
    const works = [parent, film, other];
    expect((await mentionsIn(() => send("POST", "plan", { works }))).sort()).toEqual([
      "planned-film: captions[0].file:4:6",
      "planned-other: keywords[0]",
      "planned-series: name.en",
    ]);
  });

  test("by a rollback to a revision of release 0.1.0, which accepted it", async () => {
    const allowed = { ...hidden, allowMentions: true };
    const record = await episode("rolled-back", {
      credits: [allowed],
      name: { en: "Ana Morales" },
    });
    await publish(record);
    await publish({ ...record, name: { en: "Someone" }, credits: [hidden] });
    await env.DB.prepare(
      "update revisions set record = json_remove(record, '$.credits[0].allowMentions') where slug = 'rolled-back' and number = 1",
    ).run();
    expect(
      await mentionsIn(() => send("POST", "works/rolled-back/rollback", { revision: 1 })),
    ).toEqual(["rolled-back: name.en"]);
  });

  test("in a notice of withdrawal, which then withdraws nothing", async () => {
    await publish(await episode("noticed", { credits: [hidden] }));
    const notice = { en: "At the request of Ana Morales" };
    expect(await mentionsIn(() => send("POST", "works/noticed/withdraw", { notice }))).toEqual([
      "noticed: withdrawalNotice.en",
    ]);
    const again = await send("POST", "works/noticed/withdraw", { notice: { en: "Withdrawn." } });
    expect(again.status).toBe(200);
  });
});

describe("a name that isn't public is accepted", () => {
  test("elsewhere if its credit says allowMentions: true, and the plan says so", async () => {
    const credits = [{ ...hidden, allowMentions: true }];
    const record = await episode("namesake", { credits, name: { en: "Ana Morales" } });
    const response = await send("POST", "plan", { works: [record] });
    const plan = planAnswer.parse(await response.json());
    expect(plan.works[0]?.warnings).toEqual([
      {
        type: "mentions-allowed",
        message: expect.stringMatching(
          /^namesake: “Ana Morales” isn't public, but may be mentioned/,
        ),
      },
    ]);
    expect((await putWork(record)).status).toBe(201);
  });

  test("if only its first name, or a word that contains it, is elsewhere", async () => {
    const record = await episode("first-name", {
      credits: [hidden],
      description: { en: "Ana speaks. Susana Moralesco listens." },
    });
    expect((await putWork(record)).status).toBe(201);
  });
});

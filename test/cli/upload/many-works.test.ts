import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { createClient } from "../../../src/cli/api/client.ts";
import { listWorks } from "../../../src/cli/api/works.ts";
import { readManifests } from "../../../src/cli/manifests/read-manifests.ts";
import { applyPlanned } from "../../../src/cli/upload/apply-planned.ts";
import { changedWorks, planWorks } from "../../../src/plans/plan-works.ts";

const settings = inject("library");
const client = createClient(settings);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "videoteca-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a draft, which the shared library doesn't list. */
async function write(slug: string, title = slug): Promise<void> {
  await mkdir(join(folder, slug), { recursive: true });
  await writeFile(join(folder, slug, "en.md"), `# ${slug}\n\nA text for a test.`);
  await writeFile(
    join(folder, slug, "document.yaml"),
    `kind: Document
slug: ${slug}
inLanguage: en
status: draft
name: { en: ${title} }
texts: [{ inLanguage: en, file: en.md }]
`,
  );
}

/** The works of this folder in the library, where other tests publish and delete theirs meanwhile. */
async function listOurs() {
  return (await listWorks(settings)).filter(({ slug }) => slug.startsWith("of-many-"));
}

const planAt = async (path: string) => {
  const { works, problems } = await readManifests([path]);
  expect(problems).toEqual([]);
  return planWorks(client, works);
};

describe("a folder of 200 works", () => {
  it("is planned in one request; when it is published again, nothing is sent or written", async () => {
    for (let n = 1; n <= 200; n += 1) await write(`of-many-${n}`);
    let requests = 0;
    const count = () => {
      requests += 1;
    };
    subscribe("http.client.request.start", count);
    onTestFinished(() => {
      unsubscribe("http.client.request.start", count);
    });
    const first = await planAt(folder);
    expect(requests).toBe(1);
    expect(changedWorks(first)).toHaveLength(200);
    const { outcomes } = await applyPlanned(client, first, () => undefined);
    expect(outcomes.filter(({ result }) => result !== "created")).toEqual([]);
    const before = await listOurs();
    expect(before).toHaveLength(200);

    requests = 0;
    const second = await planAt(folder);
    const { outcomes: again, sent } = await applyPlanned(client, second, () => undefined);
    expect(again.filter(({ result }) => result !== "unchanged")).toEqual([]);
    expect(sent).toEqual([]);
    expect(requests).toBe(1);
    expect(await listOurs()).toEqual(before);
  });
});

describe("a work that someone else changed after it was planned", () => {
  it("isn't published, and the error says who changed what", async () => {
    await write("contended", "Ours");
    const path = join(folder, "contended");
    await applyPlanned(client, await planAt(path), () => undefined);
    await write("contended", "Changed by us");
    const ours = await planAt(path);
    await write("contended", "Changed by them");
    await applyPlanned(client, await planAt(path), () => undefined);

    const { outcomes } = await applyPlanned(client, ours, () => undefined);
    expect(outcomes).toEqual([
      {
        slug: "contended",
        result: "failed",
        message: expect.stringMatching(
          /^Someone else changed contended meanwhile: npm start made revision 2 the current one at \S+\. Plan again, check the plan, and apply it\.$/,
        ),
        changes: [
          { sign: "~", field: "name", language: "en", from: "Ours", to: "Changed by them" },
        ],
      },
    ]);
  });
});

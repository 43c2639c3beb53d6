import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { publishSampleLibrary } from "../support/addresses.ts";
import { get } from "../support/ask.ts";
import { document, episode, librarySettings, publish } from "../support/library.ts";
import { sampleAddresses } from "../support/public-routes.ts";

/** All addresses of every public route, so that a new format is tested too. */
let addresses: string[] = [];

beforeAll(async () => {
  const { media } = await publishSampleLibrary();
  await publish(librarySettings({ contact: "library@example.org", reportMistakes: "inbox" }));
  const samples = Object.values(sampleAddresses(media)).flat();
  addresses = samples.filter(({ status }) => status === undefined).map(({ path }) => path);
});

/** What a reader might see of a text: all texts of an answer and of the files in it. */
function textsOf(bytes: Uint8Array): string {
  if (strFromU8(bytes.slice(0, 2)) !== "PK") return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${textsOf(content)}`)
    .join("\n");
}

test("works that aren't public and people who don't want to be named are in no format", async () => {
  const hidden = ["draft", "soon", "gone", "gone-paper"];
  const credits = [
    { name: "Ana Named", role: "director" },
    { name: "Luz Hidden", role: "participant", public: false },
  ];
  await publish(await episode("film", { series: "tale", episode: 1, credits, related: hidden }));
  await publish(await document("paper", { credits, related: ["film", ...hidden] }));
  await publish(await episode("draft", { series: "tale", episode: 3, status: "draft", credits }));
  let named = 0;
  for (const path of addresses) {
    const response = await get(path);
    const headers = JSON.stringify([...response.headers]);
    const answer = headers + textsOf(new Uint8Array(await response.arrayBuffer()));
    expect(response.status, path).toBe(200);
    if (answer.includes("Ana Named")) named += 1;
    expect(answer, path).not.toContain("Luz Hidden");
    // The address of a search is repeated by its answer.
    expect(answer, path).not.toMatch(/(?:Film|Película|Paper|Papel) (?:draft|soon|gone)/);
    expect(answer, path).not.toMatch(/\/(?:draft|soon|gone|gone-paper)(?=["/.?<)\s]|$)/m);
  }
  // Credits were there to be left out: in pages, citations, IIIF, OAI-PMH, feeds …
  expect(named).toBeGreaterThan(8);
});

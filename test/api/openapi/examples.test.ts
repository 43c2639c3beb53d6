import { beforeAll, expect, test } from "vitest";
import guide from "../../../docs/api.md?raw";
import { type Operation, operations } from "../../../src/api/contract.ts";
import { openApiDocument } from "../../../src/api/openapi/document.ts";
import { exampleAddress } from "../../../src/api/openapi/example-address.ts";
import { exampleOf } from "../../../src/api/openapi/examples.ts";
import { ask, jsonOf, origin } from "../../support/ask.ts";
import {
  document,
  episode,
  librarySettings,
  publish,
  series,
  track,
  vtt,
} from "../../support/library.ts";

/** The film of the examples. */
const slug = "criminalizing-migration";
let media: string;

beforeAll(async () => {
  await publish(librarySettings({ interfaceLanguages: ["en", "es", "vi"] }));
  const name = { en: "How Did We Get Here?", es: "¿Cómo llegamos hasta aquí?" };
  await publish(series("how-did-we-get-here", { name }));
  const spoken = vtt("How did we get here?", "The largest detention system in the world.");
  const film = await episode(slug, {
    series: "how-did-we-get-here",
    episode: 1,
    datePublished: "2026-11-01",
    name: { en: "Criminalizing Migration", es: "Criminalizar la migración" },
    description: {
      en: "How the immigration and criminal legal systems came to work together.",
      es: "Cómo el sistema migratorio y el penal llegaron a trabajar juntos.",
    },
    keywords: ["history"],
    captions: [
      await track("en", spoken, "captions"),
      await track("es", vtt("¿Cómo llegamos hasta aquí?")),
      await track("vi", vtt("Làm sao chúng ta đến được đây?")),
    ],
  });
  if (film.poster !== undefined) film.poster.alt = { es: "Una puerta abierta." };
  await publish({ ...film, datePublished: "2025-11-01" });
  await publish(film);
  media = `${film.video[0]?.sha256}.webm`;
  await publish(await document("paper", { datePublished: "2026-10-01", inLanguage: "es" }));
});

const described = Object.entries(openApiDocument(origin).paths).flatMap(([path, methods]) => {
  const operation = methods.get;
  return operation?.security.length === 0
    ? [{ path, operation, address: exampleAddress(path, operation) }]
    : [];
});

test.each(described)("$path answers to its example", async ({ path, operation, address }) => {
  const response = await ask(path.startsWith("/media/") ? `/media/${media}` : address);
  expect(response.status, address).toBe(200);
  const { content, headers } = operation.responses["200"] ?? {};
  const etag = response.headers.get("ETag");
  expect("304" in operation.responses, "304").toBe(etag !== null);
  expect(Object.keys(headers ?? {}).includes("ETag"), "ETag").toBe(etag !== null);
  const [type = ""] = (response.headers.get("Content-Type") ?? "").split(";");
  if (path.startsWith("/media/")) return;
  expect(Object.keys(content ?? { "application/json": {} })).toContain(type);
});

/** The requests whose answers are the examples, if they aren't those with the examples of all parameters. */
const requests: Readonly<Record<string, string>> = {
  listWorks: "/api/v1/works?lang=es&kind=Episode",
  search: "/api/v1/search?lang=es&q=detention",
};

test.each(
  described.filter(({ operation }) => exampleOf(operation.operationId, origin) !== undefined),
)(
  "the answer in the description of $path is the Worker's own",
  async ({ operation: { operationId }, address }) => {
    const text = await (await ask(requests[operationId] ?? address)).text();
    // The picture of the film in the test isn't that of the example.
    const answer: unknown = JSON.parse(text.replace(/[0-9a-f]{64}/g, "7a".repeat(32)));
    expect(exampleOf(operationId, origin)).toEqual(answer);
  },
);

test("every operation of the contract that answers with a list has an example", () => {
  for (const { id, answer } of Object.values<Operation>(operations)) {
    if (
      !/^(list|search)/.test(id) ||
      answer === undefined ||
      /Staff|Tokens|Drafts|Reports/.test(id)
    )
      continue;
    expect(answer.safeParse(exampleOf(id, origin)).error, id).toBeUndefined();
  }
});

test("the description is for any origin, answers HEAD, and 304 for those who have it", async () => {
  const path = "/api/v1/openapi.json";
  const response = await ask(path);
  expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(await response.json()).toMatchObject({ openapi: "3.1.0", servers: [{ url: origin }] });
  const headers = { "If-None-Match": response.headers.get("ETag") ?? "" };
  expect((await ask(path, { headers })).status).toBe(304);
  const head = await ask(path, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("the requests in docs/api.md answer", async () => {
  const addresses = [...guide.matchAll(/^curl 'https:\/\/library\.example(\/[^']*)'$/gm)];
  expect(addresses.length).toBeGreaterThan(5);
  for (const [, address = ""] of addresses) {
    const { items, episodes, captions } = await jsonOf(await ask(address));
    expect(items ?? episodes ?? captions, address).toContainEqual(expect.anything());
  }
});

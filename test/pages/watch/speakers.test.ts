import { beforeAll, expect, test } from "vitest";
import { get } from "../../support/ask.ts";
import { episode, librarySettings, publish, track, vtt } from "../../support/library.ts";
import { pageOf } from "../../support/page.ts";

interface Answer {
  items: {
    slug: string;
    passages: { start: number | null; text: { text: string; hit: boolean }[] }[];
  }[];
}

beforeAll(async () => {
  await publish(librarySettings());
  const voices = vtt(
    "<v Ana Lê>We came by boat.",
    "<v Ana Lê>It was winter.",
    "<v Rosa Díaz>I walked to work.",
    "<v Ana Lê>Then we stayed.",
  );
  await publish(await episode("voices", { captions: [await track("en", voices, "captions")] }));
  const one = vtt("<v Ana Lê>Alone here.");
  await publish(await episode("one-voice", { captions: [await track("en", one, "captions")] }));
});

test("a speaker's name finds the moments at which they begin to speak", async () => {
  const response = await get("/api/v1/search?q=rosa+diaz&lang=en");
  const { items } = await response.json<Answer>();
  expect(items.map(({ slug }) => slug)).toEqual(["voices"]);
  const [passage] = items[0]?.passages ?? [];
  expect(passage?.start).toBe(4);
  const text = passage?.text.map((piece) => piece.text).join("");
  expect(text).toBe(
    "Ana Lê: We came by boat. It was winter. Rosa Díaz: I walked to work. Ana Lê: Then we stayed.",
  );
  const marked = passage?.text.filter(({ hit }) => hit).map((piece) => piece.text);
  expect(marked).toEqual(["Rosa", "Díaz"]);
});

test("a transcript can be filtered by speaker without script, if it names two", async () => {
  const { html } = await pageOf(await get("/en/watch/voices?speaker=Rosa+D%C3%ADaz"));
  expect(html).toContain("I walked to work.");
  expect(html).not.toContain("It was winter.");
  expect(html).toContain("All speakers");
  const all = await pageOf(await get("/en/watch/voices"));
  expect(all.html).toContain("It was winter.");
  expect(all.html).toContain("/en/watch/voices?speaker=Ana%20L%C3%AA#transcript");
  const unknown = await pageOf(await get("/en/watch/voices?speaker=Nobody"));
  expect(unknown.html).toContain("It was winter.");
  const single = await pageOf(await get("/en/watch/one-voice"));
  expect(single.html).not.toContain("All speakers");
});

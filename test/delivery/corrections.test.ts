import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { restore } from "../../src/publishing/restore.ts";
import { rollback } from "../../src/publishing/rollback.ts";
import { withdraw } from "../../src/publishing/withdraw.ts";
import type { EpisodeRecord } from "../../src/records/schema/record.ts";
import { routes } from "../../src/routes.ts";
import { bodyOf, get, origin } from "../support/ask.ts";
import { countCost } from "../support/count-cost.ts";
import {
  database,
  episode,
  librarySettings,
  publish,
  series,
  track,
  vtt,
} from "../support/library.ts";

beforeAll(async () => {
  await publish(librarySettings());
  await publish(series("tale"));
});

const day = (number: number) => new Date(`2026-03-0${number}T12:00:00Z`);
const change = (slug: string) => ({ slug, replaces: undefined, actor: "Ana", now: day(8) });

/** A film with this text in its Spanish captions. */
async function filmSaying(
  slug: string,
  words: string,
  changes: Partial<EpisodeRecord> = {},
): Promise<EpisodeRecord> {
  const captions = [
    await track("en", vtt("Hello.", "Good bye."), "captions"),
    await track("es", vtt("Buenos días a todas.", words, "Hasta mañana.")),
  ];
  return episode(slug, { captions, ...changes });
}

const pageOf = async (slug: string, language = "es") => {
  const response = await get(`/${language}/watch/${slug}`);
  return bodyOf(response);
};
const correctionsOf = async (slug: string, language = "es") => {
  const response = await get(`/transcripts/${slug}/${language}/corrections`);
  return { status: response.status, text: await bodyOf(response), headers: response.headers };
};
/** The words that a page marks as deleted and inserted. */
const marked = (text: string) =>
  [...text.matchAll(/<(del|ins)>(.*?)<\/\1>/g)].map(([, mark, words]) => `${mark} ${words}`);

describe("corrected captions", () => {
  test("are labeled on the page and in the transcript, with the date, in their language only", async () => {
    await publish(await filmSaying("plain", "El juez lo negó."), day(1));
    expect(await pageOf("plain")).not.toContain("Corrección del");
    await publish(await filmSaying("plain", "La jueza lo concedió."), day(2));
    const page = await pageOf("plain");
    expect(page).toContain("Corrección del 2 de marzo de 2026");
    expect(page).toContain('href="/transcripts/plain/es/corrections"');
    expect(await bodyOf(await get("/transcripts/plain/es.html"))).toContain(
      `Corrección del 2 de marzo de 2026 · <a href="${origin}/transcripts/plain/es/corrections">`,
    );
    expect(await pageOf("plain", "en")).not.toContain("Corrected on");
    expect(await bodyOf(await get("/en/watch/plain?beside=es"))).toContain(
      "Spanish: Corrected on March 2, 2026",
    );
  });

  test("have a page that shows the changes, each with its moment", async () => {
    await publish(await filmSaying("told", "El juez lo negó."), day(1));
    await publish(await filmSaying("told", "La jueza lo negó."), day(2));
    await publish(await filmSaying("told", "La jueza lo concedió."), day(3));
    const { status, text, headers } = await correctionsOf("told");
    expect(status).toBe(200);
    expect(headers.get("Content-Language")).toBe("es");
    expect(text).toContain('<html lang="es" dir="ltr">');
    expect(text.match(/<h2>(.*?)<\/h2>/g)).toEqual([
      "<h2>Corrección del 3 de marzo de 2026</h2>",
      "<h2>Corrección del 2 de marzo de 2026</h2>",
    ]);
    expect(marked(text)).toEqual(["del negó.", "ins concedió.", "del El juez", "ins La jueza"]);
    expect(text).toContain(`<a class="moment" href="${origin}/es/watch/told?t=2">0:02</a>`);
  });

  test("have a page before they are corrected, too; a language without captions has none", async () => {
    await publish(await filmSaying("once", "Nada."), day(1));
    expect((await correctionsOf("once")).text).toContain("No se ha corregido nada");
    expect((await correctionsOf("once", "vi")).status).toBe(404);
    expect((await correctionsOf("no-such-film")).status).toBe(404);
  });

  test("say so if only their times were corrected", async () => {
    await publish(await filmSaying("times", "Nada."), day(1));
    const later = vtt("Buenos días a todas.", "Nada.", "Hasta mañana.").replaceAll(
      "02.000",
      "02.500",
    );
    const captions = [await track("en", vtt("Hello."), "captions"), await track("es", later)];
    await publish(await episode("times", { captions }), day(2));
    expect((await correctionsOf("times")).text).toContain("solo se corrigieron los tiempos");
  });
});

describe("corrections don't reveal the text", () => {
  test("of a draft: they compare with the text that was public before", async () => {
    await publish(await filmSaying("drafty", "Primero."), day(1));
    await publish(await filmSaying("drafty", "Secreto.", { status: "draft" }), day(2));
    await publish(await filmSaying("drafty", "Segundo."), day(3));
    const { text } = await correctionsOf("drafty");
    expect(marked(text)).toEqual(["del Primero.", "ins Segundo."]);
    expect(text).not.toContain("Secreto");
  });

  test("of a scheduled work that was changed before its date", async () => {
    const datePublished = "2026-03-05";
    await publish(await filmSaying("timed", "Secreto.", { datePublished }), day(1));
    await publish(await filmSaying("timed", "Dicho.", { datePublished }), day(2));
    expect((await correctionsOf("timed")).text).not.toContain("Secreto");
    expect(await pageOf("timed")).not.toContain("Corrección del");
    await publish(await filmSaying("timed", "Corregido.", { datePublished }), day(6));
    expect(marked((await correctionsOf("timed")).text)).toEqual(["del Dicho.", "ins Corregido."]);
  });

  test("of a revision that was rolled back", async () => {
    await publish(await filmSaying("back", "Primero."), day(1));
    await publish(await filmSaying("back", "Secreto."), day(2));
    await rollback(database, env.BLOBS, change("back"), undefined);
    expect((await correctionsOf("back")).text).toContain("No se ha corregido nada");
    await publish(await filmSaying("back", "Tercero."), day(4));
    const { text } = await correctionsOf("back");
    expect(marked(text)).toEqual(["del Primero.", "ins Tercero."]);
    expect(text).not.toContain("Secreto");
  });

  test("of a withdrawn work, even after it is restored", async () => {
    await publish(await filmSaying("gone", "Secreto."), day(1));
    await publish(await filmSaying("gone", "Dicho."), day(2));
    // The withdrawal doesn't remove the file, because another public film has it.
    await publish(await filmSaying("elsewhere", "Secreto."), day(3));
    await withdraw(database, env.BLOBS, change("gone"), { en: "Gone." });
    expect((await correctionsOf("gone")).status).toBe(410);
    // The first attempt lists the deleted files, and accepts them from then on.
    const firstAttempt = { ...change("gone"), now: new Date() };
    await expect(restore(database, env.BLOBS, firstAttempt)).rejects.toMatchObject({
      reason: "missing-blobs",
    });
    await filmSaying("gone", "Dicho.");
    await restore(database, env.BLOBS, change("gone"));
    expect((await correctionsOf("gone")).text).toContain("No se ha corregido nada");
    await publish(await filmSaying("gone", "Mejor dicho."), day(9));
    const { text } = await correctionsOf("gone");
    expect(marked(text)).toEqual(["del Dicho.", "ins Mejor dicho."]);
    expect(text).not.toContain("Secreto");
  });

  test("that named a person who isn't public", async () => {
    const credits = [{ name: "Luz  Ángela", role: "participant", public: false }];
    await publish(await filmSaying("named", "Me llamo luz ángela."), day(1));
    await publish(await filmSaying("named", "Me llamo como mi abuela.", { credits }), day(2));
    expect(await pageOf("named")).toContain("Corrección del 2 de marzo de 2026");
    const { text } = await correctionsOf("named");
    expect(text).toContain("El texto anterior no se muestra.");
    expect(text.toLowerCase()).not.toContain("luz");
    // The manifest doesn't have this credit any more.
    await publish(await filmSaying("named", "Me llamo como ella."), day(3));
    const later = await correctionsOf("named");
    expect(marked(later.text)).toEqual(["del mi abuela.", "ins ella."]);
    expect(later.text.toLowerCase()).not.toContain("luz");
  });

  test.each([
    ["in a text between", "Buenas.", "Soy Luz Ángela.", "Soy yo."],
    ["by a part of the name", "Soy Luz, de aquí.", "Soy yo, de aquí.", "Soy yo, de allá."],
    ["without its accents", "LUZ ANGELA lo dijo.", "Ella lo dijo.", "Ella lo dice."],
    ["as the speaker", "<v Luz Ángela>Hola.", "<v Una mujer>Hola.", "<v Una mujer>Adiós."],
    ["with tags in the name", "Soy <i>Luz</i> Án<b>gela</b>.", "Soy yo.", "Soy ella."],
  ])("that named a person who isn't public %s", async (how, ...texts) => {
    const slug = `named-${how.replace(/[^a-z]+/g, "-")}`;
    // Release 0.1.0 accepted such texts without `allowMentions`.
    const allowed = { public: false, allowMentions: true };
    const credits = [{ name: "Luz Ángela", role: "participant", ...allowed }];
    for (const [index, text] of texts.entries()) {
      const changes = index === 1 ? { credits } : {};
      await publish(await filmSaying(slug, text, changes), day(index + 1));
    }
    const { text } = await correctionsOf(slug);
    expect(text).toContain("El texto anterior no se muestra.");
    expect(text).not.toMatch(/luz|[áa]ngela/i);
  });

  test.each([
    ["within a sentence", ["Me dijo Yadira que no.", "Ella me dijo que no."]],
    ["at a sentence's start, with the surname", ["Yadira Cruz me dijo que no.", "Me dijo que no."]],
    ["in a text between", ["No.", "Lo dijo Yadira.", "Lo dijo ella."]],
    ["in captions without capitals", ["yadira dijo que no.", "ella dijo que no."]],
    ["in a script without capitals", ["قالت ياديرا لا.", "قالت هي لا."]],
  ])("that named a person whom no credit names, %s", async (how, texts) => {
    const slug = `uncredited-${how.replace(/[^a-z]+/g, "-")}`;
    for (const [index, text] of texts.entries()) {
      const captions = [await track("es", vtt(text))];
      await publish(await episode(slug, { captions }), day(index + 1));
    }
    const { text } = await correctionsOf(slug);
    expect(text).toContain("El texto anterior no se muestra.");
    expect(text).not.toMatch(/yadira|cruz|ياديرا/i);
    expect(text).toContain('<a class="moment"');
  });

  test("of a name, but do show common words that a name contains", async () => {
    const credits = [{ name: "Luz who stays unnamed", role: "participant", public: false }];
    await publish(await filmSaying("worded", "La luz who es.", { credits }), day(1));
    await publish(await filmSaying("worded", "La luz OMS es.", { credits }), day(2));
    expect(marked((await correctionsOf("worded")).text)).toEqual(["del who", "ins OMS"]);
  });

  test("of a draft to readers without a preview link", async () => {
    await publish(await filmSaying("hidden", "Primero."), day(1));
    await publish(await filmSaying("hidden", "Segundo.", { status: "draft" }), day(2));
    expect((await correctionsOf("hidden")).status).toBe(404);
  });
});

test.each(["/es/watch/dear", "/es/watch/dear?beside=en", "/transcripts/dear/es/corrections"])(
  "%s costs one round trip and six rows, for any number of corrections",
  async (path) => {
    for (let number = 1; number < 9; number += 1) {
      await publish(
        await filmSaying("dear", `Dice ${number}.`, { series: "tale", episode: 1 }),
        day(number),
      );
    }
    await publish(await filmSaying("dear-next", "Sigue.", { series: "tale", episode: 2 }));
    const { bindings, cost } = countCost();
    const response = await routes.fetch(new Request(origin + path), bindings);
    await response.arrayBuffer();
    expect([response.status, cost.roundTrips]).toEqual([200, 1]);
    expect(cost.rowsRead).toBeLessThanOrEqual(6);
  },
);

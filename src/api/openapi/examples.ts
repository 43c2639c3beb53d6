import { exampleOrigin } from "./example-origin.ts";

const poster = `${exampleOrigin}/media/${"7a".repeat(32)}.webp`;

const episode = {
  slug: "criminalizing-migration",
  inLanguage: "en",
  name: "Criminalizar la migración",
  nameLanguage: "es",
  description: "Cómo el sistema migratorio y el penal llegaron a trabajar juntos.",
  descriptionLanguage: "es",
  datePublished: "2026-11-01",
  url: `${exampleOrigin}/es/watch/criminalizing-migration`,
  details: `${exampleOrigin}/api/v1/works/criminalizing-migration`,
  kind: "Episode",
  duration: 38,
  poster: { url: poster, alt: "Una puerta abierta.", width: 640, height: 360 },
  series: "how-did-we-get-here",
  season: null,
  episode: 1,
  keywords: ["history"],
  languages: ["en", "es", "vi"],
};

const series = {
  slug: "how-did-we-get-here",
  inLanguage: "en",
  name: "¿Cómo llegamos hasta aquí?",
  nameLanguage: "es",
  description: null,
  descriptionLanguage: null,
  datePublished: null,
  url: `${exampleOrigin}/es/series/how-did-we-get-here`,
  details: `${exampleOrigin}/api/v1/series/how-did-we-get-here`,
  kind: "Series",
};

/** A language of pages and works. */
const isUsed = { direction: "ltr", hasPages: true, hasWorks: true, substitutes: [] };

/** An answer of each list, by operation. A test compares them with the Worker's own. */
const examples: Readonly<Record<string, unknown>> = {
  getHealth: { status: "ok", library: "published" },
  listWorks: { items: [episode], next: null },
  listSeries: { items: [series], next: null },
  getSeries: {
    kind: "Series",
    slug: "how-did-we-get-here",
    inLanguage: "en",
    status: "published",
    name: { en: "How Did We Get Here?", es: "¿Cómo llegamos hasta aquí?" },
    url: `${exampleOrigin}/es/series/how-did-we-get-here`,
    episodes: [episode],
    next: null,
  },
  listLanguages: {
    items: [
      { tag: "en", ownName: "English", name: "inglés", ...isUsed },
      { tag: "es", ownName: "español", name: "español", ...isUsed },
      { tag: "vi", ownName: "Tiếng Việt", name: "vietnamita", ...isUsed },
    ],
  },
  search: {
    query: "detention",
    items: [
      {
        slug: "criminalizing-migration",
        kind: "Episode",
        inLanguage: "en",
        name: "Criminalizar la migración",
        nameLanguage: "es",
        foundIn: "en",
        datePublished: "2026-11-01",
        duration: 38,
        series: "how-did-we-get-here",
        languages: ["en", "es", "vi"],
        url: `${exampleOrigin}/es/watch/criminalizing-migration`,
        details: `${exampleOrigin}/api/v1/works/criminalizing-migration`,
        passages: [
          {
            start: 2,
            page: null,
            text: [
              { text: "How did we get here? The largest ", hit: false },
              { text: "detention", hit: true },
              { text: " system in the world.", hit: false },
            ],
            url: `${exampleOrigin}/es/watch/criminalizing-migration?t=2&q=detention`,
          },
        ],
      },
    ],
    next: null,
    partial: false,
    suggestion: null,
    url: `${exampleOrigin}/es/search?q=detention`,
  },
};

/** An example of an operation's answer; undefined if there is none. @param origin the library's own */
export function exampleOf(operationId: string, origin: string): unknown {
  const example = examples[operationId];
  if (example === undefined) return undefined;
  return JSON.parse(JSON.stringify(example).replaceAll(exampleOrigin, origin));
}

import { documentFormats } from "../../src/documents/formats.ts";
import { interfaceLanguages } from "../../src/i18n/interface-languages.ts";
import { routes } from "../../src/routes.ts";
import { citationFormats } from "../../src/syndication/citations.ts";
import { transcriptFormats } from "../../src/transcripts/formats/formats.ts";
import { origin } from "./ask.ts";

/** What a public address of the sample library answers (addresses.ts), with the film's file. */
export interface SampleAddress {
  readonly path: string;
  readonly type: string;
  /** Its `Content-Language`; undefined if it has texts in several languages or none. */
  readonly language?: string;
  /** How long caches may keep it, if not a minute. */
  readonly caching?: string;
  /** Undefined for 200. */
  readonly status?: number;
}

const html = "text/html; charset=utf-8";
const json = "application/json";
const xml = "application/xml; charset=utf-8";
const plain = "text/plain; charset=utf-8";
const script = "text/javascript; charset=utf-8";
const cartridge = "application/vnd.ims.imsccv1p1";
const iiif = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';
const iiifSearch = 'application/ld+json;profile="http://iiif.io/api/search/2/context.json"';
const hour = "public, max-age=3600";
const notKept = "no-store";

const page = (path: string): SampleAddress => ({ path, type: html, language: path.slice(1, 3) });
const inSpanish = (path: string, type: string): SampleAddress => ({ path, type, language: "es" });
const many = (path: string, type: string): SampleAddress => ({ path, type });

/** An address that leads elsewhere. */
const redirect = (path: string, status: number): SampleAddress => ({ path, type: "", status });

/**
 * Addresses of the sample library for every public route. Formats come from the tables of formats, so that a new one
 * is tested too. A route that isn't listed fails a test.
 * @param media the address of the film's file
 */
export function sampleAddresses(media: string): Readonly<Record<string, readonly SampleAddress[]>> {
  const lang = `/:lang{(?:${interfaceLanguages.join("|")})}`;
  return {
    "/": [redirect("/", 302)],
    [lang]: [redirect("/en", 301)],
    [`${lang}/`]: [page("/en/"), page("/ar/")],
    [`${lang}/library`]: [page("/es/library"), page("/en/library?in=es&kind=Episode")],
    [`${lang}/search`]: [page("/es/search"), { ...page("/es/search?q=hola"), caching: notKept }],
    [`${lang}/about/:name`]: [page("/vi/about/privacy")],
    [`${lang}/series/:slug`]: [page("/es/series/tale")],
    [`${lang}/watch/:slug`]: [page("/es/watch/film"), page("/vi/watch/film?beside=es")],
    [`${lang}/report/:slug`]: [page("/es/report/film?t=3"), page("/ar/report/paper")],
    [`${lang}/read/:slug`]: [page("/es/read/paper")],
    "/embed/series/:slug": [inSpanish("/embed/series/tale?lang=es", html)],
    "/embed/:slug": [
      inSpanish("/embed/film?lang=es", html),
      inSpanish("/embed/paper?lang=es", html),
      { path: "/embed/film", type: html, language: "en" },
    ],
    "/oembed": [
      inSpanish(`/oembed?url=${origin}/es/watch/film`, `${json}; charset=utf-8`),
      inSpanish(`/oembed?format=xml&url=${origin}/es/watch/film`, "text/xml; charset=utf-8"),
    ],
    "/oai": ["Identify", "ListSets", "ListRecords&metadataPrefix=oai_dc"].map((query) => ({
      path: `/oai?verb=${query}`,
      type: "text/xml; charset=utf-8",
      caching: notKept,
    })),
    "/player/:file": [inSpanish("/player/es.js", script)],
    "/embed.js": [many("/embed.js", script)],
    "/captions/:slug/:file": [
      inSpanish("/captions/film/es.vtt", "text/vtt; charset=utf-8"),
      inSpanish("/captions/film/es.srt", "application/x-subrip; charset=utf-8"),
    ],
    "/transcripts/:slug/pack.zip": [
      inSpanish("/transcripts/film/pack.zip?lang=es", "application/zip"),
    ],
    "/transcripts/:slug/:file": [...transcriptFormats].flatMap(([extension, { contentType }]) => [
      inSpanish(`/transcripts/film/es.${extension}`, contentType),
    ]),
    "/transcripts/:slug/:language/corrections": [
      inSpanish("/transcripts/film/es/corrections", html),
    ],
    "/chapters/:slug/:file": [inSpanish("/chapters/film/es.json", "application/json+chapters")],
    "/feeds/:file": [inSpanish("/feeds/es.rss", "application/rss+xml; charset=utf-8")],
    "/feeds/:slug/:file": [inSpanish("/feeds/tale/es.rss", "application/rss+xml; charset=utf-8")],
    "/texts/:slug/:file": [...documentFormats].map(([extension, { contentType }]) =>
      inSpanish(`/texts/paper/es.${extension}`, contentType),
    ),
    "/media/:file": [
      { path: media, type: "video/webm", caching: "public, max-age=86400, immutable" },
    ],
    "/api/v1/openapi.json": [many("/api/v1/openapi.json", json)],
    "/api/v1/works": [many("/api/v1/works", json), many("/api/v1/works?in=es&lang=es", json)],
    "/api/v1/works/:slug": [
      many("/api/v1/works/film", json),
      many("/api/v1/works/paper?lang=vi", json),
    ],
    "/api/v1/series": [many("/api/v1/series?lang=es", json)],
    "/api/v1/series/:slug": [many("/api/v1/series/tale?lang=es", json)],
    "/api/v1/languages": [many("/api/v1/languages?lang=es", json)],
    "/api/v1/search": [{ path: "/api/v1/search?q=hola&lang=es", type: json, caching: notKept }],
    "/schemas/:file": [many("/schemas/episode.json", "application/schema+json; charset=utf-8")],
    "/cite/:file": [...citationFormats].flatMap(([extension, { contentType }]) =>
      ["film", "paper"].map((slug) => inSpanish(`/cite/${slug}.${extension}?lang=es`, contentType)),
    ),
    "/lms/series/:file": [inSpanish("/lms/series/tale.imscc?lang=es", cartridge)],
    "/lms/:file": [inSpanish("/lms/film.imscc?lang=es", cartridge)],
    "/iiif/series/:slug/collection.json": [many("/iiif/series/tale/collection.json", iiif)],
    "/iiif/:slug/manifest.json": [many("/iiif/film/manifest.json", iiif)],
    "/iiif/:slug/search": [
      { path: "/iiif/film/search?q=hola", type: iiifSearch, caching: notKept },
    ],
    "/opensearch.xml": [
      inSpanish("/opensearch.xml?lang=es", "application/opensearchdescription+xml; charset=utf-8"),
    ],
    "/sitemap.xml": [many("/sitemap.xml", xml)],
    "/robots.txt": [{ path: "/robots.txt", type: plain, caching: hour }],
    "/llms.txt": [many("/llms.txt", plain)],
    "/accent/:file": [
      {
        path: "/accent/9a3412-f0a35c.css",
        type: "text/css; charset=utf-8",
        caching: "public, max-age=31536000, immutable",
      },
    ],
    "/.well-known/security.txt": [
      { path: "/.well-known/security.txt", type: plain, caching: hour },
    ],
    "/healthz": [{ path: "/healthz", type: json, caching: notKept }],
    "/docs/problems": [{ path: "/docs/problems", type: html, language: "en" }],
    "/api": [{ path: "/api", type: html, language: "en" }],
  };
}

/** The patterns of all routes that answer readers; staff have theirs behind authentication. */
export function publicRoutes(): string[] {
  const read = routes.routes.filter(({ method, path }) => {
    return method === "GET" && !/^\/(?:api\/v1\/)?staff(?:\/|$)/.test(path);
  });
  return [...new Set(read.map(({ path }) => path))];
}

/**
 * The address that another work has in place of a sample address, undefined for an address without a work.
 * @param slug the other work's
 */
export function addressOfAnother(slug: string, pattern: string, path: string): string | undefined {
  if (pattern === "/oembed") return path.replace("/film", `/${slug}`);
  const [address = "", query] = path.split("?");
  const renamed = address.replace(/\/(?:film|paper|tale)(?=[/.]|$)/, `/${slug}`);
  if (renamed === address) return undefined;
  return query === undefined ? renamed : `${renamed}?${query}`;
}

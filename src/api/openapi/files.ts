/** An address that answers with a file instead of JSON of the contract. */
export interface FileOperation {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** The query parameters: what each takes, and an example. */
  readonly query?: Readonly<Record<string, readonly [description: string, example: string]>>;
  /** What stands for each parameter in the path: what it takes, and an example. */
  readonly parameters?: Readonly<Record<string, readonly [description: string, example: string]>>;
  readonly contentTypes: readonly string[];
  /** The group that it belongs to, if not "Files". */
  readonly tag?: "Other programs";
  /** False if its answers have no ETag. */
  readonly hasEtag?: false;
}

const slug = ["The slug of the work.", "criminalizing-migration"] as const;
const series = ["The slug of the series.", "how-did-we-get-here"] as const;
const pageLanguage = ["A language of the interface.", "es"] as const;
const iiifTypes = ["application/ld+json", "application/json"];
const language = ["A language tag. A variety of the language is found, too.", "en"] as const;

/** What the addresses in a work's record lead to. Each answers HEAD and any origin. */
export const fileOperations: readonly FileOperation[] = [
  {
    id: "getCaptions",
    path: "/captions/{slug}/{language}.{format}",
    summary: "A caption track as WebVTT or SRT",
    parameters: { slug, language, format: ["vtt or srt.", "vtt"] },
    contentTypes: ["text/vtt", "application/x-subrip"],
  },
  {
    id: "getTranscript",
    path: "/transcripts/{slug}/{language}.{format}",
    summary: "A film's transcript",
    description: "In one language or in two, side by side: `es+en`.",
    parameters: { slug, language, format: ["html, docx, txt, md, csv, json, vtt or srt.", "txt"] },
    query: {
      times: ["Whether it has times: 1 or 0.", "1"],
      speakers: ["Whether it names who speaks: 1 or 0.", "1"],
    },
    contentTypes: ["text/plain", "text/markdown", "text/html", "text/csv", "application/json"],
  },
  {
    id: "getText",
    path: "/texts/{slug}/{language}.{format}",
    summary: "A document to take along",
    parameters: {
      slug: ["The slug of the document.", "paper"],
      language,
      format: ["md, docx or epub.", "md"],
    },
    contentTypes: ["text/markdown", "application/epub+zip"],
  },
  {
    id: "getCorrections",
    path: "/transcripts/{slug}/{language}/corrections",
    summary: "How a transcript was corrected since it was published",
    parameters: { slug, language },
    contentTypes: ["text/html"],
  },
  {
    id: "getPack",
    path: "/transcripts/{slug}/pack.zip",
    summary: "Everything for a class: transcripts, captions and attachments",
    parameters: { slug },
    query: { lang: ["The language of the class.", "es"] },
    contentTypes: ["application/zip"],
  },
  {
    id: "getMedia",
    path: "/media/{sha256}.{extension}",
    summary: "A file by the digest of its bytes",
    description: "Answers ranges (RFC 9110, section 14). A file that no public work names is 404.",
    parameters: {
      sha256: ["The SHA-256 of the file, in hexadecimal digits.", "0".repeat(64)],
      extension: ["The extension of its type.", "webm"],
    },
    query: { download: ["A name to save the file under.", "film"] },
    contentTypes: ["application/octet-stream"],
  },
  {
    id: "getCitation",
    path: "/cite/{slug}.{format}",
    summary: "A citation for a reference manager",
    parameters: { slug, format: ["ris, bib or json (CSL).", "ris"] },
    query: {
      lang: ["The language of title and labels.", "es"],
      t: ["The moment that is cited: 65, 1:05 or 1m5s.", "65"],
    },
    contentTypes: [
      "application/x-research-info-systems",
      "application/x-bibtex",
      "application/vnd.citationstyles.csl+json",
    ],
  },
  {
    id: "getOEmbed",
    path: "/oembed",
    summary: "How to embed the work at a page's address (oEmbed 1.0)",
    query: {
      url: ["The address of the page.", "{origin}/es/watch/criminalizing-migration"],
      format: ["json or xml.", "json"],
      maxwidth: ["The width that there is, in pixels.", "640"],
      maxheight: ["The height that there is, in pixels.", "480"],
    },
    contentTypes: ["application/json", "text/xml"],
  },
  {
    id: "harvest",
    path: "/oai",
    hasEtag: false,
    summary: "The works for union catalogues (OAI-PMH 2.0)",
    description: "Answers XML with 200, errors of the protocol too. POST takes the same as a form.",
    query: {
      verb: ["Identify, ListRecords or another verb of the protocol.", "ListRecords"],
      metadataPrefix: ["The format of records: oai_dc.", "oai_dc"],
      from: ["Changes from this day or second on.", "2026-01-01"],
      until: ["Changes until this day or second.", "2999-12-31"],
      set: ["Only the works of a series, by its slug.", "how-did-we-get-here"],
    },
    contentTypes: ["text/xml"],
    tag: "Other programs",
  },
  {
    id: "getSchema",
    path: "/schemas/{kind}.json",
    summary: "The JSON Schema of a kind of manifest",
    parameters: { kind: ["episode, document, series or library.", "episode"] },
    contentTypes: ["application/schema+json"],
  },
  {
    id: "getLanguageFeed",
    path: "/feeds/{language}.rss",
    summary: "A feed of everything new in a language (RSS 2.0)",
    parameters: { language: pageLanguage },
    contentTypes: ["application/rss+xml"],
    tag: "Other programs",
  },
  {
    id: "getSeriesFeed",
    path: "/feeds/{slug}/{language}.rss",
    summary: "A series as a podcast (RSS 2.0 with Podcasting 2.0)",
    parameters: { slug: series, language: pageLanguage },
    contentTypes: ["application/rss+xml"],
    tag: "Other programs",
  },
  {
    id: "getChapters",
    path: "/chapters/{slug}/{language}.json",
    summary: "A film's chapters (Podcasting 2.0)",
    parameters: { slug, language: pageLanguage },
    contentTypes: ["application/json+chapters"],
    tag: "Other programs",
  },
  {
    id: "getIiifManifest",
    path: "/iiif/{slug}/manifest.json",
    summary: "A film for viewers (IIIF Presentation 3)",
    parameters: { slug },
    contentTypes: iiifTypes,
    tag: "Other programs",
  },
  {
    id: "getIiifCollection",
    path: "/iiif/series/{slug}/collection.json",
    summary: "A series for viewers (IIIF Presentation 3)",
    parameters: { slug: series },
    contentTypes: iiifTypes,
    tag: "Other programs",
  },
  {
    id: "searchTranscript",
    path: "/iiif/{slug}/search",
    hasEtag: false,
    summary: "The moments at which words are said (IIIF Content Search 2)",
    parameters: { slug },
    query: { q: ["What to search for.", "detention"] },
    contentTypes: iiifTypes,
    tag: "Other programs",
  },
  {
    id: "getCartridge",
    path: "/lms/{slug}.imscc",
    summary: "A film for a course (Common Cartridge 1.1)",
    parameters: { slug },
    query: { lang: ["The language of the course.", "es"] },
    contentTypes: ["application/vnd.ims.imsccv1p1"],
    tag: "Other programs",
  },
  {
    id: "getSeriesCartridge",
    path: "/lms/series/{slug}.imscc",
    summary: "A series for a course (Common Cartridge 1.1)",
    parameters: { slug: series },
    query: { lang: ["The language of the course.", "es"] },
    contentTypes: ["application/vnd.ims.imsccv1p1"],
    tag: "Other programs",
  },
];

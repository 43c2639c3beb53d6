import * as languages from "../languages.ts";
import * as publicWork from "../public-work.ts";
import * as readParameters from "../read-parameters.ts";
import * as search from "../search.ts";
import * as searchAnswers from "../search-answer.ts";
import * as series from "../series.ts";
import * as works from "../works.ts";
import type { Operation } from "./operation.ts";

/** The read API, which anyone may use, by method and address as src/routes.ts lists them. */
export const publicOperations = {
  "GET /healthz": {
    id: "getHealth",
    hasEtag: false,
    summary: "Whether the library answers",
    answer: works.health,
  },
  "GET /api/v1/openapi.json": {
    id: "getOpenApi",
    summary: "This document",
  },
  "GET /api/v1/works": {
    id: "listWorks",
    summary: "The published works, the newest first",
    description:
      "Episodes and documents. Without `lang`, each is described in its own language. Works without a date come last.",
    parameters: readParameters.worksParameters,
    answer: works.workList,
  },
  "GET /api/v1/works/:slug": {
    id: "getWork",
    summary: "One work with everything that it names",
    description:
      "The whole public record in all languages, with the address of each file, of captions, transcripts and citations. The slug of a series gives its record.",
    parameters: readParameters.workParameters,
    answer: publicWork.publicWork,
  },
  "GET /api/v1/series": {
    id: "listSeries",
    summary: "The published series, the newest first",
    parameters: readParameters.seriesListParameters,
    answer: series.seriesList,
  },
  "GET /api/v1/series/:slug": {
    id: "getSeries",
    summary: "One series with its episodes in order",
    parameters: readParameters.seriesParameters,
    answer: series.seriesWithEpisodes,
  },
  "GET /api/v1/languages": {
    id: "listLanguages",
    summary: "The languages of the library's pages and works",
    parameters: readParameters.languagesParameters,
    answer: languages.languageList,
  },
  "GET /api/v1/search": {
    id: "search",
    hasEtag: false,
    summary: "Works that contain words, with the passages that contain them",
    description:
      "By rank, at most 50 results. Without `lang`, texts in the language of `Accept-Language` come first. Searches are limited to 120 a minute for each network, and never cached.",
    parameters: search.apiSearchParameters,
    answer: searchAnswers.searchAnswer,
    problems: [429],
  },
} satisfies Readonly<Record<string, Operation>>;

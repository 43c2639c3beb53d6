import type * as z from "zod";
import * as changes from "./contract/changes.ts";
import * as drafts from "./contract/drafts.ts";
import * as history from "./contract/history.ts";
import * as languages from "./contract/languages.ts";
import * as maintenance from "./contract/maintenance.ts";
import * as publicWork from "./contract/public-work.ts";
import * as publishing from "./contract/publishing.ts";
import * as readParameters from "./contract/read-parameters.ts";
import * as reports from "./contract/reports.ts";
import * as search from "./contract/search.ts";
import * as searchAnswers from "./contract/search-answer.ts";
import * as series from "./contract/series.ts";
import * as tokens from "./contract/tokens.ts";
import * as works from "./contract/works.ts";

/**
 * The staff and read API: what each address takes and answers, once for the server, the command line, the console
 * and the OpenAPI document (openapi/). Errors are problem documents (contract/problems.ts).
 */
export interface Operation {
  /** Its `operationId`, by which generated clients call it. */
  readonly id: string;
  /** A few words, without a period. */
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: z.ZodType;
  /** The request's JSON. */
  readonly request?: z.ZodType;
  /** The answer's JSON; none if the answer has no body. */
  readonly answer?: z.ZodType;
  /** Statuses of success, if it isn't 200 alone. */
  readonly successes?: readonly (200 | 201 | 204)[];
  /** Statuses of problems in addition to those that follow from its address. */
  readonly problems?: readonly (400 | 404 | 409 | 412 | 413 | 422 | 428 | 429)[];
  /** What it changes, if it takes `If-Match` with the entity tag of that. */
  readonly changes?: "revision" | "draft";
}

/** Every operation by method and address, as src/routes.ts and src/staff-routes.ts list them. */
export const operations = {
  "GET /healthz": {
    id: "getHealth",
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
    summary: "Works that contain words, with the passages that contain them",
    description:
      "By rank, at most 50 results. Without `lang`, texts in the language of `Accept-Language` come first. Searches are limited to 120 a minute for each network, and never cached.",
    parameters: search.apiSearchParameters,
    answer: searchAnswers.searchAnswer,
    problems: [429],
  },
  "POST /api/v1/staff/plan": {
    id: "plan",
    summary: "What publishing some records would change",
    description: "Nothing is written. The answer lists the files to upload first.",
    request: publishing.planRequest,
    answer: publishing.planAnswer,
    problems: [413, 422],
  },
  "GET /api/v1/staff/blobs/:file": {
    id: "getBlob",
    summary: "A stored file, public or not",
    problems: [404],
  },
  "PUT /api/v1/staff/blobs/:file": {
    id: "putBlob",
    summary: "Uploads a file in one request",
    description:
      "Its bytes must have the digest in the address. Large files use tus (docs/uploads.md).",
    answer: publishing.storedBlob,
    successes: [200, 201],
    problems: [404, 409, 413, 422],
  },
  "PUT /api/v1/staff/import/:slug": {
    id: "importWork",
    summary: "Imports a work with all its revisions",
    request: history.importRequest,
    answer: history.imported,
    successes: [201],
    problems: [409, 413, 422],
  },
  "POST /api/v1/staff/sweep": {
    id: "sweep",
    summary: "Removes what expired and what no kept revision names",
    request: maintenance.sweepRequest,
    answer: maintenance.sweepReport,
  },
  "GET /api/v1/staff/works": {
    id: "listStaffWorks",
    summary: "Every work, published or not, by slug",
    parameters: history.afterSlug,
    answer: history.staffWorkList,
  },
  "PUT /api/v1/staff/works/:slug": {
    id: "publish",
    summary: "Publishes a record",
    description: "A new work is sent with `If-None-Match: *`, a changed one with `If-Match`.",
    request: publishing.workRequest,
    answer: publishing.applied,
    successes: [200, 201],
    problems: [409, 412, 413, 422, 428],
    changes: "revision",
  },
  "DELETE /api/v1/staff/works/:slug": {
    id: "deleteDraft",
    summary: "Deletes a draft that was never public",
    request: changes.deleteRequest,
    answer: changes.changeResult,
    problems: [409, 412],
    changes: "revision",
  },
  "GET /api/v1/staff/works/:slug/history": {
    id: "getHistory",
    summary: "A work's revisions, events and files",
    answer: history.workHistory,
  },
  "GET /api/v1/staff/works/:slug/revisions/:number": {
    id: "getRevision",
    summary: "A record as it was published",
    answer: history.workRevision,
  },
  "POST /api/v1/staff/works/:slug/preview": {
    id: "createPreview",
    summary: "Makes a link to a draft that expires",
    request: changes.previewRequest,
    answer: changes.previewLink,
    problems: [409],
  },
  "POST /api/v1/staff/works/:slug/rollback": {
    id: "rollBack",
    summary: "Makes an older revision current",
    request: changes.rollbackRequest,
    answer: changes.changeResult,
    problems: [409, 412, 422],
    changes: "revision",
  },
  "POST /api/v1/staff/works/:slug/withdraw": {
    id: "withdraw",
    summary: "Withdraws a work with a public notice, and deletes its files",
    request: changes.withdrawRequest,
    answer: changes.changeResult,
    problems: [409, 412],
    changes: "revision",
  },
  "POST /api/v1/staff/works/:slug/restore": {
    id: "restore",
    summary: "Publishes a withdrawn work again",
    request: changes.restoreRequest,
    answer: changes.changeResult,
    problems: [409, 412],
    changes: "revision",
  },
  "GET /api/v1/staff/tokens": {
    id: "listTokens",
    summary: "The staff tokens without their secrets",
    answer: tokens.tokenList,
  },
  "POST /api/v1/staff/tokens": {
    id: "createToken",
    summary: "Makes a staff token",
    description: "Its secret is in this answer only.",
    request: tokens.tokenRequest,
    answer: tokens.createdToken,
    successes: [201],
  },
  "DELETE /api/v1/staff/tokens/:id": {
    id: "revokeToken",
    summary: "Revokes a staff token",
    answer: tokens.token,
    problems: [404, 409],
  },
  "GET /api/v1/staff/whoami": {
    id: "whoami",
    summary: "Whose token this is, and what it allows",
    answer: tokens.whoami,
  },
  "GET /api/v1/staff/withdrawals": {
    id: "checkWithdrawals",
    summary: "What was withdrawn and is back without having been restored",
    parameters: maintenance.afterDigest,
    answer: maintenance.withdrawalCheck,
  },
  "GET /api/v1/staff/drafts": {
    id: "listDrafts",
    summary: "Captions and texts that staff are working on",
    parameters: drafts.draftsParameters,
    answer: drafts.draftList,
  },
  "GET /api/v1/staff/drafts/:slug/:part/:language": {
    id: "getDraft",
    summary: "A draft with its text",
    answer: drafts.draft,
  },
  "PUT /api/v1/staff/drafts/:slug/:part/:language": {
    id: "saveDraft",
    summary: "Saves a draft",
    description:
      "A new draft is sent with `If-None-Match: *`, a changed one with `If-Match` and its version. The problem `draft-changed` (412) has the draft as it is now in `current`.",
    request: drafts.draftRequest,
    answer: drafts.draft,
    successes: [200, 201],
    problems: [409, 412, 413, 428],
    changes: "draft",
  },
  "DELETE /api/v1/staff/drafts/:slug/:part/:language": {
    id: "removeDraft",
    summary: "Deletes a draft",
    successes: [204],
    problems: [412, 428],
    changes: "draft",
  },
  "GET /api/v1/staff/reports": {
    id: "listReports",
    summary: "Mistakes that readers reported; to a translator those in their languages",
    parameters: reports.reportsParameters,
    answer: reports.reportList,
  },
  "PUT /api/v1/staff/reports/:report": {
    id: "changeReport",
    summary: "Marks a report as done, or opens it again",
    request: reports.reportRequest,
    answer: reports.report,
    problems: [404],
  },
  "DELETE /api/v1/staff/reports/:report": {
    id: "deleteReport",
    summary: "Deletes what a report says",
    successes: [204],
    problems: [404],
  },
  "POST /api/v1/staff/search-index": {
    id: "rebuildSearchIndex",
    summary: "Makes the search index of some works again",
    parameters: history.afterSlug,
    answer: maintenance.searchIndexProgress,
  },
} satisfies Readonly<Record<string, Operation>>;

export * from "./contract/changes.ts";
export * from "./contract/drafts.ts";
export * from "./contract/headers.ts";
export * from "./contract/history.ts";
export * from "./contract/immutable.ts";
export * from "./contract/languages.ts";
export * from "./contract/maintenance.ts";
export * from "./contract/parameters.ts";
export * from "./contract/problems.ts";
export * from "./contract/public-work.ts";
export * from "./contract/publishing.ts";
export * from "./contract/read-parameters.ts";
export * from "./contract/record-change.ts";
export * from "./contract/reports.ts";
export * from "./contract/search.ts";
export * from "./contract/search-answer.ts";
export * from "./contract/series.ts";
export * from "./contract/tokens.ts";
export * from "./contract/works.ts";

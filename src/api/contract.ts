import type * as z from "zod";
import * as changes from "./contract/changes.ts";
import * as history from "./contract/history.ts";
import * as languages from "./contract/languages.ts";
import * as maintenance from "./contract/maintenance.ts";
import * as publicWork from "./contract/public-work.ts";
import * as publishing from "./contract/publishing.ts";
import * as search from "./contract/search.ts";
import * as series from "./contract/series.ts";
import * as tokens from "./contract/tokens.ts";
import * as works from "./contract/works.ts";

/**
 * The staff and read API: what each address takes and answers, once for the server, the command line and
 * later the console and OpenAPI. Errors are problem documents (contract/problems.ts).
 */
export interface Operation {
  /** The query parameters. */
  readonly parameters?: z.ZodType;
  /** The request's JSON. */
  readonly request?: z.ZodType;
  /** The answer's JSON; none if the answer has no body. */
  readonly answer?: z.ZodType;
}

/** Every operation by method and address, as src/routes.ts lists them. */
export const operations = {
  "GET /healthz": { answer: works.health },
  "GET /api/v1/works": { parameters: works.worksParameters, answer: works.workList },
  "GET /api/v1/works/:slug": {
    parameters: publicWork.workParameters,
    answer: publicWork.publicWork,
  },
  "GET /api/v1/series": { parameters: series.seriesListParameters, answer: series.seriesList },
  "GET /api/v1/series/:slug": {
    parameters: series.seriesParameters,
    answer: series.seriesWithEpisodes,
  },
  "GET /api/v1/languages": {
    parameters: languages.languagesParameters,
    answer: languages.languageList,
  },
  "GET /api/v1/search": { parameters: search.apiSearchParameters, answer: search.searchAnswer },
  "POST /api/v1/staff/plan": { request: publishing.planRequest, answer: publishing.planAnswer },
  "GET /api/v1/staff/blobs/:file": {},
  "PUT /api/v1/staff/blobs/:file": { answer: publishing.storedBlob },
  "PUT /api/v1/staff/import/:slug": { request: history.importRequest, answer: history.imported },
  "POST /api/v1/staff/sweep": {
    request: maintenance.sweepRequest,
    answer: maintenance.sweepReport,
  },
  "GET /api/v1/staff/works": { answer: history.staffWorkList },
  "PUT /api/v1/staff/works/:slug": { request: publishing.workRequest, answer: publishing.applied },
  "DELETE /api/v1/staff/works/:slug": {
    request: changes.deleteRequest,
    answer: changes.changeResult,
  },
  "GET /api/v1/staff/works/:slug/history": { answer: history.workHistory },
  "GET /api/v1/staff/works/:slug/revisions/:number": { answer: history.workRevision },
  "POST /api/v1/staff/works/:slug/preview": {
    request: changes.previewRequest,
    answer: changes.previewLink,
  },
  "POST /api/v1/staff/works/:slug/rollback": {
    request: changes.rollbackRequest,
    answer: changes.changeResult,
  },
  "POST /api/v1/staff/works/:slug/withdraw": {
    request: changes.withdrawRequest,
    answer: changes.changeResult,
  },
  "POST /api/v1/staff/works/:slug/restore": {
    request: changes.restoreRequest,
    answer: changes.changeResult,
  },
  "GET /api/v1/staff/tokens": { answer: tokens.tokenList },
  "POST /api/v1/staff/tokens": { request: tokens.tokenRequest, answer: tokens.createdToken },
  "DELETE /api/v1/staff/tokens/:id": { answer: tokens.token },
  "GET /api/v1/staff/whoami": { answer: tokens.whoami },
  "GET /api/v1/staff/withdrawals": { answer: maintenance.withdrawalCheck },
  "POST /api/v1/staff/search-index": { answer: maintenance.searchIndexProgress },
} satisfies Readonly<Record<string, Operation>>;

export * from "./contract/changes.ts";
export * from "./contract/headers.ts";
export * from "./contract/history.ts";
export * from "./contract/immutable.ts";
export * from "./contract/languages.ts";
export * from "./contract/maintenance.ts";
export * from "./contract/parameters.ts";
export * from "./contract/problems.ts";
export * from "./contract/public-work.ts";
export * from "./contract/publishing.ts";
export * from "./contract/record-change.ts";
export * from "./contract/search.ts";
export * from "./contract/series.ts";
export * from "./contract/tokens.ts";
export * from "./contract/works.ts";

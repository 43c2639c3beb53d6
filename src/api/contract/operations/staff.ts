import * as changes from "../changes.ts";
import * as drafts from "../drafts.ts";
import * as history from "../history.ts";
import * as maintenance from "../maintenance.ts";
import * as publishing from "../publishing.ts";
import * as reports from "../reports.ts";
import * as tokens from "../tokens.ts";
import type { Operation } from "./operation.ts";

/** The staff API by method and address, as src/staff-routes.ts lists them. */
export const staffOperations = {
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

import { type Handler, Hono } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import { requireSession } from "./api/access/require-session.ts";
import {
  maxDraftBytes,
  maxOptionsBytes,
  maxRecordBytes,
  maxRecordsBytes,
} from "./api/contract/body-limits.ts";
import { type RequiredScope, requireScope } from "./api/staff/auth.ts";
import { getBlob, putBlob } from "./api/staff/blobs.ts";
import {
  deleteWork,
  postPreview,
  postRestore,
  postRollback,
  postWithdraw,
} from "./api/staff/changes.ts";
import { getDraft, getDrafts, putDraft, removeDraft } from "./api/staff/drafts.ts";
import { getHistory, getRevision, getStaffWorks } from "./api/staff/history.ts";
import { putImport } from "./api/staff/import.ts";
import { postPlan } from "./api/staff/plan.ts";
import { getReports, putReport, removeReport } from "./api/staff/reports.ts";
import { postSearchIndex } from "./api/staff/search-index.ts";
import { postSweep } from "./api/staff/sweep.ts";
import { deleteToken, getTokens, getWhoami, postToken } from "./api/staff/tokens.ts";
import { getWithdrawals } from "./api/staff/withdrawals.ts";
import { putWork } from "./api/staff/works.ts";
import { allowUploaders } from "./api/uploads/cors.ts";
import { uploadHandler, uploadsHandler } from "./api/uploads/uploads.ts";
import { openCaptionsEditor, showCaptionsEditor } from "./console/server/captions.tsx";
import { beginDraft } from "./console/server/drafts/begin.ts";
import { showDraft } from "./console/server/drafts/draft.tsx";
import { draftsPage } from "./console/server/drafts/list.tsx";
import { postPublishDraft } from "./console/server/drafts/publish.tsx";
import { postDeleteDraft, postDraft, postReturnDraft } from "./console/server/drafts/save.tsx";
import { guardConsole, limitForms } from "./console/server/guard.ts";
import { membersPage, postMember, postRemoveMember } from "./console/server/members.tsx";
import { publishPage } from "./console/server/publish.tsx";
import { postReportChange } from "./console/server/reports/change.ts";
import { reportsPage } from "./console/server/reports/list.tsx";
import { requireRole } from "./console/server/require-role.tsx";
import { postEndSession, sessionsPage } from "./console/server/sessions.tsx";
import { postSignIn, postSignOut } from "./console/server/sign-in.tsx";
import { showDifference } from "./console/server/works/difference.tsx";
import { listPage } from "./console/server/works/list.tsx";
import { postPreviewForm } from "./console/server/works/preview.tsx";
import { confirmRestore, postRestoreForm } from "./console/server/works/restore.tsx";
import { confirmRollback, postRollbackForm } from "./console/server/works/rollback.tsx";
import { editTexts, postTexts } from "./console/server/works/texts.tsx";
import { confirmWithdrawal, postWithdrawalForm } from "./console/server/works/withdraw.tsx";
import { showWork } from "./console/server/works/work.tsx";
import { limitBody } from "./delivery/http/body-limit.ts";
import type { Environment, RequestContext } from "./delivery/http/environment.ts";
import { methodNotAllowed } from "./delivery/http/method-not-allowed.ts";

/** Every address of the staff API and of the console, one line for each (DESIGN 14). */
export const staffRoutes = new Hono<Environment>({ router: new TrieRouter() });

// Each address of the staff API is one of the console's too: /staff/api/plan.
staffRoutes.use("/staff/*", limitForms, guardConsole);
staff("/api/v1/staff/plan", { POST: ["publish", postPlan, maxRecordsBytes] });
staff("/api/v1/staff/blobs/:file", {
  GET: ["read-drafts", getBlob],
  PUT: ["publish", putBlob, "file"],
});
staff("/api/v1/staff/import/:slug", { PUT: ["admin", putImport, maxRecordsBytes] });
staff("/api/v1/staff/sweep", { POST: ["admin", postSweep] });
staff("/api/v1/staff/works", { GET: ["read-drafts", getStaffWorks] });
staff("/api/v1/staff/works/:slug", {
  PUT: ["publish", putWork, maxRecordBytes],
  DELETE: ["publish", deleteWork],
});
staff("/api/v1/staff/works/:slug/history", { GET: ["read-drafts", getHistory] });
staff("/api/v1/staff/works/:slug/revisions/:number{[0-9]{1,9}}", {
  GET: ["read-drafts", getRevision],
});
staff("/api/v1/staff/works/:slug/preview", { POST: ["publish", postPreview] });
staff("/api/v1/staff/works/:slug/rollback", { POST: ["publish", postRollback] });
staff("/api/v1/staff/works/:slug/withdraw", { POST: ["publish", postWithdraw] });
staff("/api/v1/staff/works/:slug/restore", { POST: ["publish", postRestore] });
staff("/api/v1/staff/drafts", { GET: ["read-drafts", getDrafts] });
staff("/api/v1/staff/drafts/:slug/:part/:language", {
  GET: ["read-drafts", getDraft],
  PUT: ["read-drafts", putDraft, maxDraftBytes],
  DELETE: ["read-drafts", removeDraft],
});
staff("/api/v1/staff/reports", { GET: ["read-drafts", getReports] });
staff("/api/v1/staff/reports/:report{[0-9]{1,15}}", {
  PUT: ["publish", putReport],
  DELETE: ["publish", removeReport],
});
staff("/api/v1/staff/withdrawals", { GET: ["read-drafts", getWithdrawals] });
staff("/api/v1/staff/tokens", { GET: ["admin", getTokens], POST: ["admin", postToken] });
staff("/api/v1/staff/tokens/:id", { DELETE: ["admin", deleteToken] });
staff("/api/v1/staff/whoami", { GET: ["any", getWhoami] });
upload("/api/v1/staff/uploads", uploadsHandler);
upload("/api/v1/staff/uploads/:id", uploadHandler);
staff("/api/v1/staff/search-index", { POST: ["publish", postSearchIndex] });

consolePage("/staff", { GET: ["any", listPage] });
consolePage("/staff/sign-in", { GET: ["any", toConsole], POST: [undefined, postSignIn] });
consolePage("/staff/sign-out", { POST: ["any", postSignOut] });
consolePage("/staff/publish", { GET: ["publish", publishPage] });
consolePage("/staff/sessions", { GET: ["any", sessionsPage] });
consolePage("/staff/sessions/:id/end", { POST: ["any", postEndSession] });
consolePage("/staff/members", { GET: ["admin", membersPage], POST: ["admin", postMember] });
consolePage("/staff/members/remove", { POST: ["admin", postRemoveMember] });
consolePage("/staff/drafts", { GET: ["read-drafts", draftsPage] });
consolePage("/staff/reports", { GET: ["read-drafts", reportsPage] });
consolePage("/staff/reports/:report{[0-9]{1,15}}", { POST: ["publish", postReportChange] });
consolePage("/staff/works/:slug/drafts", { GET: ["read-drafts", beginDraft] });
consolePage("/staff/works/:slug/drafts/:part/:language", {
  GET: ["read-drafts", showDraft],
  POST: ["read-drafts", postDraft],
});
consolePage("/staff/works/:slug/drafts/:part/:language/publish", {
  POST: ["publish", postPublishDraft],
});
consolePage("/staff/works/:slug/drafts/:part/:language/return", {
  POST: ["publish", postReturnDraft],
});
consolePage("/staff/works/:slug/drafts/:part/:language/delete", {
  POST: ["read-drafts", postDeleteDraft],
});
consolePage("/staff/works/:slug", { GET: ["read-drafts", showWork] });
consolePage("/staff/works/:slug/captions", { GET: ["read-drafts", openCaptionsEditor] });
consolePage("/staff/works/:slug/captions/:language", { GET: ["read-drafts", showCaptionsEditor] });
consolePage("/staff/works/:slug/difference", { GET: ["read-drafts", showDifference] });
consolePage("/staff/works/:slug/preview", { POST: ["publish", postPreviewForm] });
consolePage("/staff/works/:slug/rollback", {
  GET: ["publish", confirmRollback],
  POST: ["publish", postRollbackForm],
});
consolePage("/staff/works/:slug/texts", {
  GET: ["publish", editTexts],
  POST: ["publish", postTexts],
});
consolePage("/staff/works/:slug/withdraw", {
  GET: ["publish", confirmWithdrawal],
  POST: ["publish", postWithdrawalForm],
});
consolePage("/staff/works/:slug/restore", {
  GET: ["publish", confirmRestore],
  POST: ["publish", postRestoreForm],
});

/** An address of the upload protocol: a page on any origin may use it with a token, and OPTIONS needs none. */
function upload(path: string, handler: (context: RequestContext) => Promise<Response>): void {
  staffRoutes.use(path, allowUploaders);
  staffRoutes.options(path, handler);
  staffRoutes.all(path, requireScope("publish"), handler);
  staffRoutes.all(toConsolePath(path), requireSession("publish"), handler);
}

/** How large a request's body may be, in bytes; a file is stored while it arrives. */
type BodySize = number | "file";

/**
 * An address that needs a staff token: for each method the scope it needs, its handler, and the size of a body that
 * is more than options.
 */
function staff(
  path: string,
  methods: Readonly<Record<string, readonly [RequiredScope, Handler<Environment>, BodySize?]>>,
): void {
  const doors = [
    { address: path, require: requireScope },
    { address: toConsolePath(path), require: requireSession },
  ];
  for (const { address, require } of doors) {
    for (const [method, [scope, handler, size = maxOptionsBytes]] of Object.entries(methods)) {
      staffRoutes.on(method, address, require(scope));
      if (size !== "file") staffRoutes.on(method, address, limitBody(size));
      staffRoutes.on(method, address, handler);
    }
    staffRoutes.all(address, methodNotAllowed(allowedMethods(methods)));
  }
}

/** The same address of the staff API for a browser that is signed in to the console. */
function toConsolePath(path: string): string {
  return path.replace("/api/v1/staff/", "/staff/api/");
}

/** A page or a form of the console: for each method the scope that it needs, and its handler. */
function consolePage(
  path: string,
  methods: Readonly<Record<string, readonly [RequiredScope | undefined, Handler<Environment>]>>,
): void {
  for (const [method, [scope, handler]] of Object.entries(methods)) {
    if (scope !== undefined) staffRoutes.on(method, path, requireRole(scope));
    staffRoutes.on(method, path, handler);
  }
  staffRoutes.all(path, methodNotAllowed(allowedMethods(methods)));
}

function toConsole(context: RequestContext): Response {
  return context.redirect("/staff", 303);
}

function allowedMethods(methods: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(methods).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}

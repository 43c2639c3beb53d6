import type { RequestContext } from "../../delivery/http/environment.ts";
import { problem } from "../../delivery/http/problem.ts";
import { deleteDraft, findDraft, saveDraft } from "../../publishing/drafts.ts";
import type { DraftKey } from "../../records/languages/drafts.ts";
import { listDrafts } from "../../storage/console/drafts.ts";
import { openDatabase } from "../../storage/database.ts";
import {
  anyRevision,
  type Draft,
  type DraftList,
  draftKey,
  draftRequest,
  draftsParameters,
  formatVersionTag,
  parseVersionTag,
} from "../contract.ts";
import { invalidBody, readJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `GET /api/v1/staff/drafts?slug=`: the drafts of all works or of one, without their texts. */
export async function getDrafts(context: RequestContext): Promise<Response> {
  const query = draftsParameters.safeParse(context.req.query());
  if (!query.success) return invalidBody(context, "invalid-request", query.error.issues);
  const drafts = await listDrafts(openDatabase(context.env.DB), query.data.slug);
  return context.json<DraftList>({ drafts });
}

/** `GET /api/v1/staff/drafts/{slug}/{part}/{language}`: one draft with its text. */
export const getDraft = draftHandler(async (context, key) =>
  answerWithDraft(context, await findDraft(openDatabase(context.env.DB), key), 200),
);

/** `PUT` of the same address: saves a new draft, or a change of the version that `If-Match` names. */
export const putDraft = draftHandler(async (context, key) => {
  const request = draftRequest.safeParse(await readJson(context));
  if (!request.success) return invalidBody(context, "invalid-request", request.error.issues);
  const isNew = context.req.header("If-None-Match") === anyRevision;
  const condition = context.req.header("If-Match");
  if (!isNew && condition === undefined) return conditionMissing(context);
  const saved = await saveDraft(
    openDatabase(context.env.DB),
    { ...key, ...request.data, savedBy: context.get("staff"), now: new Date() },
    isNew ? "none" : (parseVersionTag(condition) ?? noVersion),
    context.get("token").draftLanguages,
  );
  return answerWithDraft(context, saved, isNew ? 201 : 200);
});

/** `DELETE` of the same address: deletes the version that `If-Match` names. */
export const removeDraft = draftHandler(async (context, key) => {
  const condition = context.req.header("If-Match");
  if (condition === undefined) return conditionMissing(context);
  const version = parseVersionTag(condition) ?? noVersion;
  const { draftLanguages } = context.get("token");
  await deleteDraft(openDatabase(context.env.DB), key, version, draftLanguages);
  return context.body(null, 204);
});

/** A version that no draft has: what a condition names that isn't one of our entity tags. */
const noVersion = -1;

function draftHandler(handle: (context: RequestContext, key: DraftKey) => Promise<Response>) {
  return async (context: RequestContext): Promise<Response> => {
    const key = draftKey.safeParse(context.req.param());
    if (!key.success) {
      const detail =
        "A draft's address is /drafts/{slug}/{part}/{language}: the part is captions, subtitles, descriptions or text, and the language a tag such as es.";
      return problem(context, 404, "not-found", "There is no such draft", detail);
    }
    try {
      return await handle(context, key.data);
    } catch (error) {
      return publishingProblem(context, error);
    }
  };
}

function answerWithDraft(context: RequestContext, draft: Draft, status: 200 | 201): Response {
  return context.json<Draft>(draft, status, { ETag: formatVersionTag(draft.version) });
}

function conditionMissing(context: RequestContext): Response {
  const detail = 'Send If-Match: "<version of the draft>", or If-None-Match: * to save a new one.';
  return problem(context, 428, "precondition-required", "If-Match is missing", detail);
}

import type { Context } from "hono";
import type * as z from "zod";
import {
  type Environment,
  originOf,
  type RequestContext,
} from "../../delivery/http/environment.ts";
import type { ChangeRequest } from "../../publishing/change.ts";
import { deleteDraftWork } from "../../publishing/delete.ts";
import { createPreview } from "../../publishing/preview.ts";
import { restore } from "../../publishing/restore.ts";
import { rollback } from "../../publishing/rollback.ts";
import { withdraw } from "../../publishing/withdraw.ts";
import { pagePath } from "../../records/addresses.ts";
import { openDatabase } from "../../storage/database.ts";
import {
  type ChangeResult,
  deleteRequest,
  type PreviewLink,
  parseIfMatch,
  previewRequest,
  restoreRequest,
  rollbackRequest,
  withdrawRequest,
} from "../contract.ts";
import { invalidBody, readOptionalJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `POST /api/v1/staff/works/{slug}/rollback`: makes an older revision current again. */
export const postRollback = changeHandler(
  rollbackRequest,
  ({ env }, request, { revision }): Promise<ChangeResult> =>
    rollback(openDatabase(env.DB), env.BLOBS, request, revision),
);

/** `POST /api/v1/staff/works/{slug}/withdraw`: takes a work out of the library at once. */
export const postWithdraw = changeHandler(
  withdrawRequest,
  ({ env }, request, { notice }): Promise<ChangeResult> =>
    withdraw(openDatabase(env.DB), env.BLOBS, request, notice),
);

/** `POST /api/v1/staff/works/{slug}/restore`: publishes a withdrawn work again. */
export const postRestore = changeHandler(
  restoreRequest,
  ({ env }, request): Promise<ChangeResult> => restore(openDatabase(env.DB), env.BLOBS, request),
);

/** `DELETE /api/v1/staff/works/{slug}`: deletes a draft that was never public. */
export const deleteWork = changeHandler(
  deleteRequest,
  ({ env }, request): Promise<ChangeResult> =>
    deleteDraftWork(openDatabase(env.DB), env.BLOBS, request),
);

/** `POST /api/v1/staff/works/{slug}/preview`: creates a link that shows a draft until it expires. */
export const postPreview = changeHandler(
  previewRequest,
  async (context, { slug, now }, { hours }): Promise<PreviewLink> => {
    const { record, secret, expiresAt } = await createPreview(openDatabase(context.env.DB), {
      slug,
      hours,
      now,
    });
    const linkTo = (path: string) => `${originOf(context)}${path}?preview=${secret}`;
    return {
      slug,
      url: linkTo(pagePath("en", record)),
      embed: record.kind === "Episode" ? linkTo(`/embed/${slug}`) : null,
      expiresAt,
    };
  },
);

/**
 * A handler that changes a work. If `If-Match` names a revision, the change is refused unless that
 * revision is still the current one.
 */
function changeHandler<Schema extends z.ZodType, Answer extends ChangeResult | PreviewLink>(
  schema: Schema,
  change: (
    context: RequestContext,
    request: ChangeRequest,
    body: z.output<Schema>,
  ) => Promise<Answer>,
) {
  return async (context: Context<Environment>): Promise<Response> => {
    const body = schema.safeParse(await readOptionalJson(context));
    if (!body.success) return invalidBody(context, "invalid-request", body.error.issues);
    const request: ChangeRequest = {
      slug: context.req.param("slug") ?? "",
      replaces: parseIfMatch(context.req.header("If-Match")),
      actor: context.get("staff"),
      now: new Date(),
    };
    try {
      return context.json<Answer>(await change(context, request, body.data));
    } catch (error) {
      return publishingProblem(context, error);
    }
  };
}

import type { Context } from "hono";
import * as z from "zod";
import {
  type Environment,
  originOf,
  type RequestContext,
} from "../../delivery/http/environment.ts";
import type { ChangeRequest } from "../../publishing/change.ts";
import { createPreview, defaultPreviewHours, maxPreviewHours } from "../../publishing/preview.ts";
import { restore } from "../../publishing/restore.ts";
import { rollback } from "../../publishing/rollback.ts";
import { withdraw } from "../../publishing/withdraw.ts";
import { pagePath } from "../../records/addresses.ts";
import { texts } from "../../records/schema/fields.ts";
import { openDatabase } from "../../storage/database.ts";
import { invalidBody, readOptionalJson } from "./body.ts";
import { publishingProblem } from "./publishing-problem.ts";

/** `POST /api/v1/staff/works/{slug}/rollback`: makes an older revision current again. */
export const postRollback = change(
  z.strictObject({ revision: z.int().min(1).optional() }),
  ({ env }, request, { revision }) => rollback(openDatabase(env.DB), env.BLOBS, request, revision),
);

/** `POST /api/v1/staff/works/{slug}/withdraw`: takes a work out of the library at once. */
export const postWithdraw = change(
  z.strictObject({ notice: texts.optional() }),
  ({ env }, request, { notice }) => withdraw(openDatabase(env.DB), env.BLOBS, request, notice),
);

/** `POST /api/v1/staff/works/{slug}/restore`: brings a withdrawn work back. */
export const postRestore = change(z.strictObject({}), ({ env }, request) =>
  restore(openDatabase(env.DB), env.BLOBS, request),
);

/** `POST /api/v1/staff/works/{slug}/preview`: a link that shows a draft until it expires. */
export const postPreview = change(
  z.strictObject({
    hours: z.number().positive().max(maxPreviewHours).default(defaultPreviewHours),
  }),
  async (context, { slug, now }, { hours }) => {
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
 * A handler that changes a work. `If-Match` may name the revision that was looked at, and then nothing
 * happens where it isn't the current one any more.
 */
function change<Schema extends z.ZodType>(
  schema: Schema,
  make: (
    context: RequestContext,
    request: ChangeRequest,
    body: z.output<Schema>,
  ) => Promise<object>,
) {
  return async (context: Context<Environment>): Promise<Response> => {
    const body = schema.safeParse(await readOptionalJson(context));
    if (!body.success) return invalidBody(context, "invalid-request", body.error.issues);
    const request: ChangeRequest = {
      slug: context.req.param("slug") ?? "",
      replaces: /^"([0-9a-f]{64})"$/.exec(context.req.header("If-Match") ?? "")?.[1],
      actor: context.get("staff"),
      now: new Date(),
    };
    try {
      return context.json(await make(context, request, body.data));
    } catch (error) {
      return publishingProblem(context, error);
    }
  };
}

import type { Child } from "hono/jsx";
import { revisionConflict } from "../../../api/contract/problems.ts";
import { refusals } from "../../../api/staff/publishing-problem.ts";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { PublishingError } from "../../../publishing/publishing-error.ts";
import { openDatabase } from "../../../storage/database.ts";
import { readLibrary } from "../../../storage/lists/lists.ts";
import { respondWithColumn } from "../column.tsx";
import { consoleViewOf } from "../layout.tsx";
import { Changes } from "./parts.tsx";

/** What publishing refused, in the words of the command line; with what somebody else changed meanwhile. */
export async function refusalPage(
  context: RequestContext,
  error: unknown,
  kept?: Child,
): Promise<Response> {
  if (!(error instanceof PublishingError)) throw error;
  const [status, title] = refusals[error.reason];
  const library = await readLibrary(openDatabase(context.env.DB));
  const view = await consoleViewOf(context, library?.record);
  const { strings } = view;
  const conflict = revisionConflict.safeParse(error.members).data;
  const slug = context.req.param("slug") ?? "";
  return respondWithColumn(context, view, {
    title,
    headingLanguage: "en",
    status,
    content: (
      <>
        <div class="warning" role="alert">
          <p lang="en">{error.message}</p>
          <p>{strings.refused}</p>
        </div>
        {conflict !== undefined && (
          <>
            <h2>{strings.changedMeanwhile}</h2>
            <Changes changes={conflict.changes} view={view} />
          </>
        )}
        {kept}
        <p>
          {error.reason === "not-found" ? (
            <a href="/staff">{strings.works}</a>
          ) : (
            <a class="button" href={`/staff/works/${slug}`}>
              {conflict === undefined ? strings.backToWork : strings.tryAgain}
            </a>
          )}
        </p>
      </>
    ),
  });
}

/** A page of a work: if there is no such work, or its change is refused, it says so. */
export function workPage(
  handler: (context: RequestContext) => Promise<Response>,
): (context: RequestContext) => Promise<Response> {
  return (context) => handler(context).catch((error: unknown) => refusalPage(context, error));
}

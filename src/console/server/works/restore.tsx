import { restore } from "../../../publishing/restore.ts";
import { digest } from "../../../records/schema/publishing-fields.ts";
import { openDatabase } from "../../../storage/database.ts";
import { ConsoleLayout, FormToken } from "../layout.tsx";
import { respondWithConsole } from "../respond.ts";
import { loadWork } from "./load.ts";
import { titleOf } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** `GET /staff/works/{slug}/restore`: what restoring does, and the button that does it. */
export const confirmRestore = workPage(async (context) => {
  const { view, history, record } = await loadWork(context);
  const { strings, reader } = view;
  const title = strings.restoreTitle(titleOf(record, view));
  return respondWithConsole(
    context,
    reader.language,
    <ConsoleLayout view={view} title={title}>
      <div class="column">
        <h1>{title}</h1>
        <p>{strings.restoreHelp}</p>
        <form method="post" action={`/staff/works/${history.slug}/restore`} class="fields">
          <FormToken view={view} />
          <input type="hidden" name="replaces" value={history.digest} />
          <button type="submit" class="primary">
            {strings.restoreNow}
          </button>
        </form>
        <p>
          <a href={`/staff/works/${history.slug}`}>{strings.backToWork}</a>
        </p>
      </div>
    </ConsoleLayout>,
  );
});

/** `POST /staff/works/{slug}/restore`: refused if somebody else changed the work since the form was shown. */
export const postRestoreForm = workPage(async (context) => {
  const slug = context.req.param("slug") ?? "";
  const { replaces } = await context.req.parseBody();
  const { DB, BLOBS } = context.env;
  const request = {
    slug,
    replaces: digest.safeParse(replaces).data ?? "0".repeat(64),
    actor: context.get("staff"),
    now: new Date(),
  };
  await restore(openDatabase(DB), BLOBS, request);
  return context.redirect(`/staff/works/${slug}?done=restore`, 303);
});

import { revisionNotFound } from "../../../publishing/publishing-error.ts";
import { rollback } from "../../../publishing/rollback.ts";
import { diffRecords } from "../../../records/diff/diff.ts";
import { digest } from "../../../records/schema/publishing-fields.ts";
import { openDatabase } from "../../../storage/database.ts";
import { ConsoleLayout, FormToken } from "../layout.tsx";
import { respondWithConsole } from "../respond.ts";
import { loadWork, parseRevision, readRecord } from "./load.ts";
import { Changes, titleOf } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** `GET /staff/works/{slug}/rollback?revision=2`: what going back changes, and the button that does it. */
export const confirmRollback = workPage(async (context) => {
  const { view, history, record, database } = await loadWork(context);
  const { strings, reader } = view;
  const number = parseRevision(context.req.query("revision")) ?? history.current;
  const older = await readRecord(database, history.slug, number);
  if (older === undefined) throw revisionNotFound(history.slug, number);
  const title = `${strings.goBackTo(number)}: ${titleOf(record, view)}`;
  return respondWithConsole(
    context,
    reader.language,
    <ConsoleLayout view={view} title={title}>
      <div class="column">
        <h1>{title}</h1>
        <p>{strings.goBackHelp(number)}</p>
        <Changes changes={diffRecords(record, older)} view={view} />
        <form method="post" action={`/staff/works/${history.slug}/rollback`} class="fields">
          <FormToken view={view} />
          <input type="hidden" name="revision" value={String(number)} />
          <input type="hidden" name="replaces" value={history.digest} />
          <button type="submit" class="primary">
            {strings.goBack}
          </button>
        </form>
        <p>
          <a href={`/staff/works/${history.slug}`}>{strings.backToWork}</a>
        </p>
      </div>
    </ConsoleLayout>,
  );
});

/** `POST /staff/works/{slug}/rollback`: refused if somebody else changed the work since the form was shown. */
export const postRollbackForm = workPage(async (context) => {
  const slug = context.req.param("slug") ?? "";
  const { revision, replaces } = await context.req.parseBody();
  const { DB, BLOBS } = context.env;
  const request = {
    slug,
    // A form without a digest would go back from whatever is current: one that nothing has is refused.
    replaces: digest.safeParse(replaces).data ?? "0".repeat(64),
    actor: context.get("staff"),
    now: new Date(),
  };
  await rollback(openDatabase(DB), BLOBS, request, parseRevision(revision));
  return context.redirect(`/staff/works/${slug}?done=rollback`, 303);
});

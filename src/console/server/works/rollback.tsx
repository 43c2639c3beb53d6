import { readForm } from "../../../delivery/http/form.ts";
import { revisionNotFound } from "../../../publishing/publishing-error.ts";
import { rollback } from "../../../publishing/rollback.ts";
import { diffRecords } from "../../../records/diff/diff.ts";
import { openDatabase } from "../../../storage/database.ts";
import { readConfirmedChange, respondWithConfirmation } from "./confirmation.tsx";
import { loadWork, parseRevision, readRecord } from "./load.ts";
import { Changes, titleOf } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** `GET /staff/works/{slug}/rollback?revision=2`: what going back changes, and the button that does it. */
export const confirmRollback = workPage(async (context) => {
  const work = await loadWork(context);
  const { view, history, record, database } = work;
  const { strings } = view;
  const number = parseRevision(context.req.query("revision")) ?? history.current;
  const older = await readRecord(database, history.slug, number);
  if (older === undefined) throw revisionNotFound(history.slug, number);
  return respondWithConfirmation(context, work, {
    title: `${strings.goBackTo(number)}: ${titleOf(record, view)}`,
    action: "rollback",
    button: strings.goBack,
    explanation: (
      <>
        <p>{strings.goBackHelp(number)}</p>
        <Changes changes={diffRecords(record, older)} view={view} />
      </>
    ),
    fields: <input type="hidden" name="revision" value={String(number)} />,
  });
});

/** `POST /staff/works/{slug}/rollback`: refused if somebody else changed the work since the form was shown. */
export const postRollbackForm = workPage(async (context) => {
  const { revision } = await readForm(context);
  const { DB, BLOBS } = context.env;
  const change = await readConfirmedChange(context);
  await rollback(openDatabase(DB), BLOBS, change, parseRevision(revision));
  return context.redirect(`/staff/works/${change.slug}?done=rollback`, 303);
});

import { restore } from "../../../publishing/restore.ts";
import { openDatabase } from "../../../storage/database.ts";
import { readConfirmedChange, respondWithConfirmation } from "./confirmation.tsx";
import { loadWork } from "./load.ts";
import { titleOf } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** `GET /staff/works/{slug}/restore`: what restoring does, and the button that does it. */
export const confirmRestore = workPage(async (context) => {
  const work = await loadWork(context);
  const { view, record } = work;
  return respondWithConfirmation(context, work, {
    title: view.strings.restoreTitle(titleOf(record, view)),
    action: "restore",
    button: view.strings.restoreNow,
    explanation: <p>{view.strings.restoreHelp}</p>,
  });
});

/** `POST /staff/works/{slug}/restore`: refused if somebody else changed the work since the form was shown. */
export const postRestoreForm = workPage(async (context) => {
  const { DB, BLOBS } = context.env;
  const change = await readConfirmedChange(context);
  await restore(openDatabase(DB), BLOBS, change);
  return context.redirect(`/staff/works/${change.slug}?done=restore`, 303);
});

import type { RequestContext } from "../../../delivery/http/environment.ts";
import { readForm } from "../../../delivery/http/form.ts";
import { apply } from "../../../publishing/apply.ts";
import { plan } from "../../../publishing/plan.ts";
import { PublishingError } from "../../../publishing/publishing-error.ts";
import { revisionConflictError } from "../../../publishing/revision-conflict.ts";
import { digestOf } from "../../../records/digest.ts";
import {
  type EditableField,
  type EditedTexts,
  editableFields,
  editableTexts,
  mergeTexts,
  withTexts,
} from "../../../records/languages/edit-texts.ts";
import { digest } from "../../../records/schema/publishing-fields.ts";
import { anyRecord } from "../../../records/schema/versions.ts";
import { type LoadedWork, loadWork, readRecord } from "./load.ts";
import { workPage } from "./refusal.tsx";
import { showTextsForm } from "./texts-form.tsx";

/** `GET /staff/works/{slug}/texts`: the names and descriptions of a work, a language beside the other. */
export const editTexts = workPage(async (context) => {
  const work = await loadWork(context);
  return showTextsForm(context, work, { texts: editableTexts(work.record) });
});

/**
 * `POST /staff/works/{slug}/texts`: first shows the plan, as the command line does, then publishes it. What was
 * written is never lost: a mistake, a refusal or somebody else's change comes back with the form.
 */
export const postTexts = workPage(async (context) => {
  const work = await loadWork(context);
  const form = await readForm(context);
  const written = textsOf(form);
  const replaces = digest.safeParse(form.replaces).data;
  if (replaces !== work.history.digest) return tellOfChange(context, work, written, replaces);
  const now = editableTexts(work.record);
  const texts = mergeTexts(written, now, now);
  const parsed = anyRecord.safeParse(withTexts(work.record, texts));
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(
      ({ path, message }) => `${path.map(String).join(".")}: ${message}`,
    );
    return showTextsForm(context, work, { texts, mistakes });
  }
  const record = parsed.data;
  const recordDigest = await digestOf(record);
  if (form.step !== "apply" || form.planned !== recordDigest) {
    const { works } = await plan(work.database, [record], new Date());
    const planned = { changes: [], warnings: [], ...works[0], digest: recordDigest };
    return showTextsForm(context, work, { texts, plan: planned });
  }
  try {
    const actor = context.get("staff");
    await apply(work.database, context.env.BLOBS, { record, replaces, actor, now: new Date() });
  } catch (error) {
    if (!(error instanceof PublishingError)) throw error;
    if (error.reason === "moved")
      return tellOfChange(context, await loadWork(context), written, replaces);
    return showTextsForm(context, work, { texts, refusal: error });
  }
  return context.redirect(`/staff/works/${work.history.slug}?done=texts`, 303);
});

/** The number of the revision with a digest; undefined if the work has none. */
function numberOf({ history: { revisions } }: LoadedWork, wanted: string | undefined) {
  return revisions.find((revision) => revision.digest === wanted)?.number;
}

/** Says what somebody else changed since the form was shown; their changes and what was written are both in it. */
async function tellOfChange(
  context: RequestContext,
  work: LoadedWork,
  written: EditedTexts,
  replaces: string | undefined,
): Promise<Response> {
  const {
    database,
    record,
    history: { slug },
  } = work;
  const number = numberOf(work, replaces);
  const shown = number === undefined ? undefined : await readRecord(database, slug, number);
  const base = shown === undefined ? {} : editableTexts(shown);
  return showTextsForm(context, work, {
    texts: mergeTexts(written, base, editableTexts(record)),
    refusal: await revisionConflictError(database, slug, replaces),
  });
}

/** What a form has, by field and language: `name.es`. */
function textsOf(form: Readonly<Record<string, unknown>>): EditedTexts {
  const written: Partial<Record<EditableField, Record<string, string>>> = {};
  for (const field of editableFields) {
    const texts = Object.entries(form).flatMap(([name, text]) =>
      name.startsWith(`${field}.`) && typeof text === "string"
        ? [[name.slice(field.length + 1), text] as const]
        : [],
    );
    if (texts.length > 0) written[field] = Object.fromEntries(texts);
  }
  return written;
}

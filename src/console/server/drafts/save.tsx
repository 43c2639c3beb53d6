import { draftConflict, draftState } from "../../../api/contract/drafts.ts";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { readForm } from "../../../delivery/http/form.ts";
import { deleteDraft, returnDraft, saveDraft } from "../../../publishing/drafts.ts";
import { PublishingError } from "../../../publishing/publishing-error.ts";
import { digest } from "../../../records/schema/publishing-fields.ts";
import { workPage } from "../works/refusal.tsx";
import { TextDifference } from "./difference.tsx";
import { respondWithDraft } from "./draft.tsx";
import { languagesOf, loadDraft } from "./load.ts";

/** `POST /staff/works/{slug}/drafts/{part}/{language}`: saves the draft. What was written is never lost. */
export const postDraft = workPage(async (context) => {
  const loaded = await loadDraft(context);
  const form = await readForm(context);
  // A form sends CR LF for each line end (HTML, “Constructing the entry list”).
  const text = String(form.text ?? "").replaceAll("\r\n", "\n");
  const version = parseVersion(form.version);
  try {
    await saveDraft(
      loaded.work.database,
      {
        ...loaded.key,
        text,
        basedOn: digest.safeParse(form.basedOn).data ?? null,
        state: draftState.safeParse(form.state).data ?? "working",
        savedBy: context.get("staff"),
        now: new Date(),
      },
      version ?? "none",
      languagesOf(context),
    );
  } catch (error) {
    if (!(error instanceof PublishingError)) throw error;
    if (error.reason === "draft-changed") return tellOfDraft(context, text, error);
    if (error.reason !== "too-large") throw error;
    const notice = (
      <p class="warning" role="alert" lang="en">
        {error.message}
      </p>
    );
    return respondWithDraft(context, loaded, { text, notice, status: 413 });
  }
  return context.redirect(`${loaded.path}?done=saved`, 303);
});

/** Says what somebody else saved meanwhile: what was written stays in the form, with what theirs has instead. */
async function tellOfDraft(
  context: RequestContext,
  text: string,
  error: PublishingError,
): Promise<Response> {
  const loaded = await loadDraft(context);
  const { view } = loaded.work;
  const theirs = draftConflict.safeParse(error.members).data?.current;
  const notice = (
    <div class="warning" role="alert">
      <p lang="en">{error.message}</p>
      {theirs != null && (
        <>
          <p>{view.strings.yoursAndTheirs}</p>
          <TextDifference before={theirs.text} after={text} {...loaded.key} view={view} />
        </>
      )}
    </div>
  );
  return respondWithDraft(context, loaded, { text, notice, status: 412 });
}

/** `POST …/return`: a publisher sends a ready draft back to those who work on it. */
export const postReturnDraft = workPage(async (context) => {
  const { work, key, path } = await loadDraft(context);
  await returnDraft(work.database, key, await expectedVersion(context));
  return context.redirect(`${path}?done=returned`, 303);
});

/** `POST …/delete`: deletes the draft. */
export const postDeleteDraft = workPage(async (context) => {
  const { work, key } = await loadDraft(context);
  await deleteDraft(work.database, key, await expectedVersion(context), languagesOf(context));
  return context.redirect(`/staff/works/${key.slug}?done=draft-deleted`, 303);
});

/** The version that a form was made of; one that no draft has if it has none. */
async function expectedVersion(context: RequestContext): Promise<number> {
  return parseVersion((await readForm(context)).version) ?? -1;
}

export function parseVersion(text: unknown): number | undefined {
  return typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

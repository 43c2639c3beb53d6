import { publishableCaptions } from "../../../captions/publishable.ts";
import { parseWebVtt } from "../../../captions/webvtt/webvtt.ts";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { readForm } from "../../../delivery/http/form.ts";
import { apply } from "../../../publishing/apply.ts";
import { plan } from "../../../publishing/plan.ts";
import { digestOf, sha256 } from "../../../records/digest.ts";
import { translatorOf, withDraftedFile } from "../../../records/languages/drafts.ts";
import { digest } from "../../../records/schema/publishing-fields.ts";
import type { Blob } from "../../../records/schema/record.ts";
import { anyRecord } from "../../../records/schema/versions.ts";
import { storeBlob } from "../../../storage/blobs.ts";
import { type Draft, removeDraft } from "../../../storage/console/drafts.ts";
import { respondWithColumn } from "../column.tsx";
import { FormToken } from "../layout.tsx";
import { Changes } from "../works/parts.tsx";
import { workPage } from "../works/refusal.tsx";
import { TextDifference } from "./difference.tsx";
import { draftTitle, respondWithDraft } from "./draft.tsx";
import { checkDraft } from "./findings.ts";
import { type LoadedDraft, loadDraft } from "./load.ts";
import { parseVersion } from "./save.tsx";

/**
 * `POST /staff/works/{slug}/drafts/{part}/{language}/publish`: first shows the plan, as the command line does, then
 * publishes the draft that the plan showed, and nothing else.
 */
export const postPublishDraft = workPage(async (context) => {
  const loaded = await loadDraft(context);
  const { work, key, draft } = loaded;
  const form = await readForm(context);
  const { strings } = work.view;
  const refuse = (message: string, status: 412 | 422) => {
    const notice = (
      <p class="warning" role="alert">
        {message}
      </p>
    );
    return respondWithDraft(context, loaded, { notice, status });
  };
  if (draft === undefined || draft.version !== parseVersion(form.version)) {
    return refuse(strings.draftMoved, 412);
  }
  const mistakes = checkDraft(draft.text, key, work.record);
  if (mistakes.some(({ severity }) => severity === "error")) return refuse(strings.hasErrors, 422);
  const file = await publishedForm(draft);
  const translator =
    typeof form.translator === "string"
      ? form.translator.trim()
      : (translatorOf(work.record, key) ?? "");
  const parsed = anyRecord.safeParse(
    withDraftedFile(work.record, key, {
      ...file,
      translator,
    }),
  );
  if (!parsed.success) {
    return refuse(parsed.error.issues.map(({ message }) => message).join("; "), 422);
  }
  const record = parsed.data;
  const planned = await digestOf(record);
  const replaces = digest.safeParse(form.replaces).data;
  if (form.step !== "apply" || form.planned !== planned) {
    const { works } = await plan(work.database, [record], new Date());
    const { changes = [], warnings = [] } = works[0] ?? {};
    return showPlan(context, loaded, { draft, translator, planned, changes, warnings });
  }
  const now = new Date();
  const body = new Response(file.text).body ?? new Blob([]).stream();
  await storeBlob(context.env.BLOBS, work.database, file.file, body, now.toISOString());
  const actor = context.get("staff");
  await apply(work.database, context.env.BLOBS, { record, replaces, actor, now });
  // One that was saved since the plan was shown stays.
  await removeDraft(work.database, key, draft.version);
  return context.redirect(`/staff/works/${key.slug}?done=texts`, 303);
});

/** The file that a draft becomes: captions as `videoteca apply` would send them, Markdown as it is. */
async function publishedForm({ part, text: saved }: Draft): Promise<{
  readonly file: Blob;
  readonly text: string;
  readonly cues: number;
}> {
  const captions = part === "text" ? undefined : publishableCaptions(parseWebVtt(saved));
  const text = captions?.webVtt ?? saved;
  const file: Blob = {
    sha256: await sha256(text),
    extension: captions === undefined ? "md" : "vtt",
    size: new TextEncoder().encode(text).length,
  };
  return { file, text, cues: captions?.cues.length ?? 0 };
}

interface DraftPlan {
  readonly draft: Draft;
  /** As readers see it; empty for none. */
  readonly translator: string;
  /** The digest of the record that would be published. */
  readonly planned: string;
  readonly changes: Parameters<typeof Changes>[0]["changes"];
  readonly warnings: readonly { readonly message: string }[];
}

function showPlan(
  context: RequestContext,
  loaded: LoadedDraft,
  { draft, translator, planned, changes, warnings }: DraftPlan,
): Promise<Response> {
  const { work, key, published, path } = loaded;
  const { view, history, record } = work;
  const { strings } = view;
  const isTranslation = key.language !== record.inLanguage;
  return respondWithColumn(context, view, {
    title: `${strings.plan}: ${draftTitle(loaded)}`,
    content: (
      <form method="post" action={`${path}/publish`} class="fields">
        <FormToken view={view} />
        <input type="hidden" name="version" value={String(draft.version)} />
        <input type="hidden" name="replaces" value={history.digest} />
        <input type="hidden" name="planned" value={planned} />
        <Changes changes={changes} view={view} />
        {warnings.map(({ message }) => (
          <p class="warning" lang="en">
            {message}
          </p>
        ))}
        {published !== undefined && (
          <>
            <h2>{strings.draftDifference}</h2>
            <TextDifference before={published.text} after={draft.text} {...key} view={view} />
          </>
        )}
        {isTranslation && (
          <>
            <label for="translator">{strings.translator}</label>
            <input
              id="translator"
              name="translator"
              value={translator}
              maxlength={200}
              aria-describedby="translator-help"
            />
            <p id="translator-help" class="help">
              {strings.translatorHelp(draft.savedBy)}
            </p>
          </>
        )}
        <p class="help">{strings.planHelp}</p>
        <div class="actions">
          {changes.length > 0 && (
            <button type="submit" name="step" value="apply" class="primary">
              {strings.publish}
            </button>
          )}
          <a class="button" href={path}>
            {strings.backToDraft}
          </a>
        </div>
      </form>
    ),
  });
}

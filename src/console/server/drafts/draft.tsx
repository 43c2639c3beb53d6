import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { langAttributes } from "../../../components/text.tsx";
import type { RequestContext } from "../../../delivery/http/environment.ts";
import { nameOfLanguageIn } from "../../../i18n/names.ts";
import type { DraftKey } from "../../../records/languages/drafts.ts";
import { respondWithColumn } from "../column.tsx";
import { type ConsoleView, FormToken } from "../layout.tsx";
import { Time } from "../time.tsx";
import { mayPublish, titleOf } from "../works/parts.tsx";
import { workPage } from "../works/refusal.tsx";
import { TextDifference } from "./difference.tsx";
import { checkDraft, type Finding } from "./findings.ts";
import { type LoadedDraft, loadDraft } from "./load.ts";

/** `GET /staff/works/{slug}/drafts/{part}/{language}`: a draft beside what is published, to read, edit and publish. */
export const showDraft = workPage(async (context) =>
  respondWithDraft(context, await loadDraft(context), {}),
);

interface DraftPageState {
  /** What is in the form, if it isn't the draft. */
  readonly text?: string;
  /** What is to be said first. */
  readonly notice?: Child;
  readonly status?: ContentfulStatusCode;
}

/** “Subtitles in Spanish: The title” */
export function draftTitle({ work: { view, record }, key }: LoadedDraft): string {
  return `${nameOfPart(key, view)}: ${titleOf(record, view)}`;
}

/** “Subtitles in Spanish” */
export function nameOfPart(
  { part, language }: Pick<DraftKey, "part" | "language">,
  { strings, reader }: ConsoleView,
): string {
  return strings.partIn(strings.draftParts[part], nameOfLanguageIn(language, reader.language));
}

/** The page of a draft. */
export function respondWithDraft(
  context: RequestContext,
  loaded: LoadedDraft,
  { text, notice, status }: DraftPageState,
): Promise<Response> {
  const { work, key, draft, published } = loaded;
  const { view, history, record } = work;
  const { strings } = view;
  const shown = text ?? draft?.text ?? published?.text ?? (key.part === "text" ? "" : "WEBVTT\n\n");
  const isBehind = draft !== undefined && draft.basedOn !== (published?.sha256 ?? null);
  const done = context.req.query("done");
  return respondWithColumn(context, view, {
    title: draftTitle(loaded),
    ...(status === undefined ? {} : { status }),
    content: (
      <>
        {notice}
        {(done === "saved" || done === "returned") && notice === undefined && (
          <p class="done" role="status">
            {strings.draftDone[done]}
          </p>
        )}
        {draft !== undefined && (
          <p class="facts">
            <span>
              <span class="label">{strings.draftStates[draft.state]}</span>
            </span>
            <span>
              {strings.savedBy(draft.savedBy)}, <Time at={draft.savedAt} view={view} />
            </span>
          </p>
        )}
        {isBehind && <p class="warning">{strings.publishedSince}</p>}
        {draft !== undefined && published !== undefined && (
          <section aria-labelledby="difference">
            <h2 id="difference">{strings.draftDifference}</h2>
            <TextDifference before={published.text} after={draft.text} {...key} view={view} />
          </section>
        )}
        <Findings findings={checkDraft(shown, key, record)} view={view} />
        {draft !== undefined && mayPublish(view) && <PublisherActions loaded={loaded} />}
        <DraftText loaded={loaded} text={shown} />
        {draft !== undefined && loaded.mayWrite && (
          <form method="post" action={`${loaded.path}/delete`}>
            <FormToken view={view} />
            <input type="hidden" name="version" value={String(draft.version)} />
            <button type="submit" class="danger">
              {strings.deleteDraft}
            </button>
          </form>
        )}
        <p>
          <a href={`/staff/works/${history.slug}`}>{strings.backToWork}</a>
        </p>
      </>
    ),
  });
}

/** What `videoteca check` would say, line by line. */
function Findings({ findings, view }: { findings: readonly Finding[]; view: ConsoleView }) {
  if (findings.length === 0) return null;
  const { strings } = view;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{strings.findings}</h2>
      <ul class="findings">
        {findings.map(({ line, severity, message }) => (
          <li>
            <span class={severity === "error" ? "problem" : undefined}>
              {strings.findingAt(strings.severities[severity], line)}
            </span>{" "}
            <span lang="en" dir="ltr">
              {message}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Publish it, or send it back. */
function PublisherActions({ loaded: { draft, path, work } }: { loaded: LoadedDraft }) {
  const { view } = work;
  if (draft === undefined) return null;
  const version = <input type="hidden" name="version" value={String(draft.version)} />;
  return (
    <div class="actions">
      <form method="post" action={`${path}/publish`}>
        <FormToken view={view} />
        {version}
        <button type="submit" name="step" value="plan" class="primary">
          {view.strings.showPlan}
        </button>
      </form>
      {draft.state === "ready" && (
        <form method="post" action={`${path}/return`}>
          <FormToken view={view} />
          {version}
          <button type="submit">{view.strings.returnDraft}</button>
        </form>
      )}
    </div>
  );
}

/** The text, in a field for whoever may write it. */
function DraftText({ loaded, text }: { loaded: LoadedDraft; text: string }) {
  const { work, key, draft, published, mayWrite, path } = loaded;
  const { strings, reader } = work.view;
  const field = (
    <textarea
      id="text"
      name="text"
      rows={20}
      class="draft-text"
      readonly={!mayWrite}
      spellcheck={true}
      {...langAttributes(key.language, reader)}
    >
      {text}
    </textarea>
  );
  const label = <label for="text">{strings.draftText}</label>;
  if (!mayWrite) {
    return (
      <div class="fields">
        {label}
        {field}
        <p class="help">{strings.notYourLanguage}</p>
      </div>
    );
  }
  // What a draft was begun from stays, so that a change of the published text is told until it is read.
  const basedOn = draft === undefined ? published?.sha256 : draft.basedOn;
  return (
    <form method="post" action={path} class="fields">
      <FormToken view={work.view} />
      <input
        type="hidden"
        name="version"
        value={draft === undefined ? "" : String(draft.version)}
      />
      <input type="hidden" name="basedOn" value={basedOn ?? ""} />
      {label}
      {field}
      <p class="help">{key.part === "text" ? strings.markdownHelp : strings.webVttHelp}</p>
      <div class="actions">
        <button type="submit" name="state" value="working">
          {strings.saveDraft}
        </button>
        <button type="submit" name="state" value="ready" class="primary">
          {strings.saveAsReady}
        </button>
      </div>
    </form>
  );
}

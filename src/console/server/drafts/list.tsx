import type { RequestContext } from "../../../delivery/http/environment.ts";
import { nameOfLanguageIn } from "../../../i18n/names.ts";
import { mayWriteDraft } from "../../../records/languages/drafts.ts";
import { spokenTracks } from "../../../records/tracks.ts";
import { type DraftSummary, listDrafts } from "../../../storage/console/drafts.ts";
import { openDatabase } from "../../../storage/database.ts";
import { readLibrary } from "../../../storage/lists/lists.ts";
import { respondWithColumn } from "../column.tsx";
import { type ConsoleView, consoleViewOf } from "../layout.tsx";
import { Time } from "../time.tsx";
import type { LoadedWork } from "../works/load.ts";
import { nameOfPart } from "./draft.tsx";
import { draftPath } from "./load.ts";

/** `GET /staff/drafts`: what is being worked on, those that wait for a publisher first. */
export async function draftsPage(context: RequestContext): Promise<Response> {
  const database = openDatabase(context.env.DB);
  const [library, drafts] = await Promise.all([
    readLibrary(database),
    listDrafts(database, undefined),
  ]);
  const view = await consoleViewOf(context, library?.record);
  const ready = drafts.filter(({ state }) => state === "ready");
  const working = drafts.filter(({ state }) => state === "working");
  return respondWithColumn(context, view, {
    title: view.strings.drafts,
    content: (
      <>
        <p class="help">{view.strings.draftsHelp}</p>
        {drafts.length === 0 && <p>{view.strings.noDrafts}</p>}
        <DraftRows drafts={[...ready, ...working]} view={view} hasSlug />
      </>
    ),
  });
}

/** Drafts, each with who saved it and when. */
function DraftRows({
  drafts,
  view,
  hasSlug = false,
}: {
  drafts: readonly DraftSummary[];
  view: ConsoleView;
  hasSlug?: boolean;
}) {
  const { strings } = view;
  return (
    <ul class="rows">
      {drafts.map((draft) => (
        <li>
          <p>
            <a href={draftPath(draft)}>
              {nameOfPart(draft, view)}
              {hasSlug && `: ${draft.slug}`}
            </a>{" "}
            <span class="label">{strings.draftStates[draft.state]}</span>
          </p>
          <p class="facts">
            <span>
              {strings.savedBy(draft.savedBy)}, <Time at={draft.savedAt} view={view} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A work's drafts, and where those who may write begin one. */
export function WorkDrafts({
  work: { view, record, history },
  drafts,
}: {
  work: LoadedWork;
  drafts: readonly DraftSummary[];
}) {
  const { strings, identity } = view;
  const isDocument = record.kind === "Document";
  if ((record.kind !== "Episode" && !isDocument) || history.status === "withdrawn") return null;
  const parts = isDocument
    ? record.texts
        .filter(({ file }) => file.extension === "md")
        .map(({ inLanguage }) => ({ part: "text" as const, language: inLanguage }))
    : spokenTracks(record).flatMap(({ kind, inLanguage }) =>
        kind === "descriptions" ? [] : [{ part: kind, language: inLanguage }],
      );
  const begun = new Set(drafts.map(({ part, language }) => `${part} ${language}`));
  const mine = parts.filter(
    ({ part, language }) =>
      !begun.has(`${part} ${language}`) && mayWriteDraft(identity?.draftLanguages ?? [], language),
  );
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{strings.drafts}</h2>
      {drafts.length === 0 && <p>{strings.noDrafts}</p>}
      <DraftRows drafts={drafts} view={view} />
      {mine.length > 0 && (
        <ul class="chips">
          {mine.map(({ part, language }) => (
            <li>
              <a href={draftPath({ slug: history.slug, part, language })}>
                {strings.editAsText(nameOfPart({ part, language }, view))}
              </a>
            </li>
          ))}
        </ul>
      )}
      <NewDraft view={view} slug={history.slug} part={isDocument ? "text" : "subtitles"} />
    </section>
  );
}

/** Begins a translation into a language that the work doesn't have. */
function NewDraft({
  view,
  slug,
  part,
}: {
  view: ConsoleView;
  slug: string;
  part: "text" | "subtitles";
}) {
  const { strings, reader, identity } = view;
  const languages = identity?.draftLanguages ?? [];
  if (languages !== "all" && languages.length === 0) return null;
  return (
    <form action={`/staff/works/${slug}/drafts`} class="fields narrow">
      <input type="hidden" name="part" value={part} />
      <label for="new-language">{strings.newTranslation}</label>
      {languages === "all" ? (
        <input
          id="new-language"
          name="language"
          placeholder="es"
          required
          maxlength={60}
          autocomplete="off"
        />
      ) : (
        <select id="new-language" name="language">
          {languages.map((language) => (
            <option value={language}>{nameOfLanguageIn(language, reader.language)}</option>
          ))}
        </select>
      )}
      <button type="submit">{strings.begin}</button>
    </form>
  );
}

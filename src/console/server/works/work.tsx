import { nameOfLanguageIn } from "../../../i18n/names.ts";
import { pagePath } from "../../../records/addresses.ts";
import { textStates } from "../../../records/languages/text-states.ts";
import { offeredLanguages } from "../../../records/offered-languages.ts";
import { statusOf, visibilityOf } from "../../../records/visibility.ts";
import { listDrafts } from "../../../storage/console/drafts.ts";
import { respondWithColumn } from "../column.tsx";
import { WorkDrafts } from "../drafts/list.tsx";
import { FormToken } from "../layout.tsx";
import { Time } from "../time.tsx";
import { WorkHistory } from "./history.tsx";
import { type LoadedWork, loadWork } from "./load.ts";
import { mayPublish, StatusLabel, titleOf, WorkTitle } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** `GET /staff/works/{slug}`: a work with its languages, its history, and what can be done with it. */
export const showWork = workPage(async (context) => {
  const work = await loadWork(context);
  const { view, record, history, now } = work;
  const { strings } = view;
  const done = context.req.query("done");
  const isDone =
    done === "rollback" ||
    done === "withdraw" ||
    done === "restore" ||
    done === "texts" ||
    done === "draft-deleted";
  const drafts = await listDrafts(work.database, history.slug);
  const [last] = history.events;
  return respondWithColumn(context, view, {
    title: titleOf(record, view),
    heading: (
      <>
        <WorkTitle record={record} view={view} />
      </>
    ),
    content: (
      <>
        {isDone && (
          <p class="done" role="status">
            {strings.done[done]}
          </p>
        )}
        <p class="facts">
          <StatusLabel record={record} view={view} now={now} />
          <span>{strings.kinds[record.kind]}</span>
          <span>{strings.revision(history.current)}</span>
          {last !== undefined && (
            <span>
              {strings.lastChange(strings.changes[last.action], last.actor)},{" "}
              <Time at={last.at} view={view} />
            </span>
          )}
        </p>
        <Actions work={work} />
        <Languages work={work} />
        <WorkDrafts work={work} drafts={drafts} />
        <WorkHistory work={work} />
      </>
    ),
  });
});

function Actions({ work: { view, record, now } }: { work: LoadedWork }) {
  const { strings, reader } = view;
  const visibility = visibilityOf(record, now);
  const path = `/staff/works/${record.slug}`;
  const status = statusOf(record);
  const isWork = record.kind === "Episode" || record.kind === "Document";
  return (
    <div class="actions">
      {visibility !== "hidden" && (
        <a class="button" href={pagePath(reader.language, record)}>
          {strings.publicPage}
        </a>
      )}
      {mayPublish(view) && visibility === "hidden" && isWork && (
        <form method="post" action={`${path}/preview`}>
          <FormToken view={view} />
          <button type="submit" aria-describedby="preview-help">
            {strings.preview}
          </button>
          <p id="preview-help" class="help">
            {strings.previewHelp}
          </p>
        </form>
      )}
      {mayPublish(view) && status !== "withdrawn" && isWork && (
        <a class="button" href={`/staff/publish?work=${record.slug}`}>
          {strings.editAll}
        </a>
      )}
      {mayPublish(view) && status !== "withdrawn" && (
        <a class="button" href={`${path}/texts`}>
          {strings.editTexts}
        </a>
      )}
      {mayPublish(view) && status === "withdrawn" && (
        <a class="button" href={`${path}/restore`}>
          {strings.restore}
        </a>
      )}
      {mayPublish(view) && status !== "withdrawn" && record.kind !== "Library" && (
        <a class="button danger" href={`${path}/withdraw`}>
          {strings.withdraw}
        </a>
      )}
    </div>
  );
}

function Languages({ work: { view, record } }: { work: LoadedWork }) {
  const { strings, reader, settings } = view;
  const states = textStates(record, offeredLanguages(settings));
  const hasFilm = record.kind === "Episode" && statusOf(record) !== "withdrawn";
  const yesOrNo = (is: boolean) => (
    <span class={is ? undefined : "problem"}>
      {is ? strings.textStates.human : strings.textStates.missing}
    </span>
  );
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{strings.languages}</h2>
      <ul class="rows language-states">
        {states.map(({ language, hasTitle, hasDescription, text }) => (
          <li>
            <strong>{nameOfLanguageIn(language, reader.language)}</strong>
            <span>
              {strings.parts.title}: {yesOrNo(hasTitle)}
            </span>
            <span>
              {strings.parts.description}: {yesOrNo(hasDescription)}
            </span>
            {text !== undefined && (
              <span>
                {strings.parts.text}:{" "}
                <span class={text === "human" || text === "none" ? undefined : "problem"}>
                  {strings.textStates[text]}
                </span>
              </span>
            )}
            {hasFilm && (
              <a href={`/staff/works/${record.slug}/captions/${language}`}>
                {text === "missing" ? strings.addCaptions : strings.editCaptions}
                <span class="visually-hidden">: {nameOfLanguageIn(language, reader.language)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {hasFilm && (
        <form action={`/staff/works/${record.slug}/captions`} class="fields add-language">
          <label for="add-language">{strings.addCaptionsIn}</label>
          <input
            id="add-language"
            name="language"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            aria-describedby="add-language-help"
          />
          <p id="add-language-help" class="help">
            {strings.addCaptionsHelp}
          </p>
          <button type="submit">{strings.open}</button>
        </form>
      )}
    </section>
  );
}

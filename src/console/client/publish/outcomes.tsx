import { formatChange } from "../../../plans/format-change.ts";
import { formatOutcome } from "../../../plans/format-plan.ts";
import type { App } from "./context.ts";
import type { Draft } from "./draft/folder.ts";
import { baseName } from "./files/paths.ts";
import type { DownloadButton } from "./form/download-button.tsx";
import { Lines } from "./lines.tsx";
import type { Published } from "./publish-folder.ts";

export interface OutcomesProps {
  readonly app: App;
  readonly published: Published;
  /** The form that they were made in, with the button that downloads it as a folder; undefined if a folder was given. */
  readonly form: { readonly draft: Draft; readonly Download: typeof DownloadButton } | undefined;
  /** Asks again what would change, with the same files. */
  readonly onPlan: () => void;
  readonly onAgain: () => void;
}

/** What became of each work, where it is, and what the folder should remember. */
export function Outcomes({ app, published, form, onPlan, onAgain }: OutcomesProps) {
  const { strings } = app;
  const { outcomes, memories } = published;
  const hasFailed = outcomes.some(({ result }) => result === "failed");
  const lines = outcomes.flatMap((outcome) => [
    formatOutcome(outcome),
    ...(outcome.changes ?? []).map((change) => ["    ", ...formatChange(change)]),
  ]);
  return (
    <section role={hasFailed ? "alert" : "status"}>
      <h2>{hasFailed ? strings.failed : strings.published}</h2>
      <Lines lines={lines} />
      <ul>
        {outcomes.map(({ slug, url, visibility }) =>
          url === undefined ? null : (
            <li>
              {visibility === "hidden" ? (
                <span>
                  {slug} ({strings.notPublic})
                </span>
              ) : (
                <a href={url}>
                  {strings.openPage}: {slug}
                </a>
              )}{" "}
              · <a href={`/staff/works/${slug}`}>{strings.toWork}</a>
            </li>
          ),
        )}
      </ul>
      {form !== undefined && memories.size > 0 && (
        <>
          <p class="help">{strings.downloadHelp}</p>
          <p class="actions">
            <form.Download app={app} draft={form.draft} memories={memories} />
          </p>
        </>
      )}
      {form === undefined && memories.size > 0 && (
        <>
          <p class="help">{strings.memory}</p>
          <ul>
            {[...memories].map(([path, text]) => (
              <li>
                <a download={baseName(path)} href={addressOf(text)}>
                  {path}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        {hasFailed && (
          <button type="button" class="primary" onClick={onPlan}>
            {strings.planAgain}
          </button>
        )}{" "}
        <button type="button" onClick={onAgain}>
          {strings.another}
        </button>
      </p>
    </section>
  );
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: "application/json" }));
}

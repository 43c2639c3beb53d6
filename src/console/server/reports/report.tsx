import { Text } from "../../../components/text.tsx";
import { directionOf } from "../../../i18n/direction.ts";
import { formatDate } from "../../../i18n/format.ts";
import { nameOfLanguageIn } from "../../../i18n/names.ts";
import { queryString } from "../../../records/addresses.ts";
import { formatMoment, momentParameter } from "../../../records/moment.ts";
import type { Report } from "../../../storage/console/reports.ts";
import { type ConsoleView, FormToken } from "../layout.tsx";
import { Time } from "../time.tsx";
import { mayPublish } from "../works/parts.tsx";
import type { ReportFilters } from "./filters.ts";

interface ReportProps {
  readonly report: Report;
  readonly view: ConsoleView;
}

/** A report in the list, with the way to correct what it says. */
export function ReportEntry({
  report,
  filters,
  view,
}: ReportProps & { readonly filters: ReportFilters }) {
  const { strings, reader } = view;
  const { work, state } = report;
  return (
    <>
      <h2>
        <a href={`/staff/works/${report.slug}`}>
          <Text text={reader.choose(work.name, work.inLanguage)} reader={reader} />
        </a>
      </h2>
      <p class="facts">
        <span>{nameOfLanguageIn(report.language, reader.language)}</span>
        <span>{strings.reportedOn(formatDate(report.receivedOn, reader.language))}</span>
        {report.doneBy !== null && report.doneAt !== null && (
          <span>
            {strings.reportDoneBy(report.doneBy)}, <Time at={report.doneAt} view={view} />
          </span>
        )}
        {report.deletedBy !== null && report.deletedAt !== null && (
          <span>
            {strings.reportDeletedBy(report.deletedBy)}, <Time at={report.deletedAt} view={view} />
          </span>
        )}
      </p>
      {state !== "deleted" && (
        <>
          <Words report={report} view={view} />
          <EditorLink report={report} view={view} />
          {mayPublish(view) && <Changes report={report} filters={filters} view={view} />}
        </>
      )}
    </>
  );
}

function Words({ report: { quote, words, language }, view: { strings } }: ReportProps) {
  return (
    <>
      {quote !== "" && (
        <>
          <p class="help">{strings.report.textSaid}</p>
          <blockquote class="reported" lang={language} dir={directionOf(language)}>
            {quote}
          </blockquote>
        </>
      )}
      <p class="help">{strings.report.reader}</p>
      <blockquote class="reported" dir="auto">
        {words}
      </blockquote>
    </>
  );
}

/** The captions editor at the moment; for what has no captions in the language, the work's own link is above. */
function EditorLink({ report: { slug, language, start, work }, view: { strings } }: ReportProps) {
  if (!work.hasCaptions) return null;
  const t = start === null ? undefined : momentParameter(start);
  return (
    <p>
      <a href={`/staff/works/${slug}/captions/${language}${queryString({ t })}`}>
        {start === null ? strings.report.captions : strings.captionsAtMoment(formatMoment(start))}
      </a>
    </p>
  );
}

/** What a publisher can do with a report. */
function Changes({
  report: { id, state },
  filters,
  view,
}: ReportProps & { readonly filters: ReportFilters }) {
  const { strings } = view;
  const change = state === "open" ? "done" : "open";
  const about = <span class="visually-hidden"> {id}</span>;
  const fields = (
    <>
      <FormToken view={view} />
      <input type="hidden" name="state" value={filters.state} />
      {filters.language !== undefined && (
        <input type="hidden" name="language" value={filters.language} />
      )}
      {filters.work !== undefined && <input type="hidden" name="work" value={filters.work} />}
      {filters.before !== undefined && <input type="hidden" name="before" value={filters.before} />}
    </>
  );
  return (
    <div class="actions">
      <form method="post" action={`/staff/reports/${id}`}>
        {fields}
        <button
          type="submit"
          name="change"
          value={change}
          class={change === "done" ? "primary" : undefined}
        >
          {change === "done" ? strings.report.markDone : strings.report.reopen}
          {about}
        </button>
      </form>
      <details>
        <summary>
          {strings.report.delete}
          {about}
        </summary>
        <form method="post" action={`/staff/reports/${id}`}>
          {fields}
          <p class="help">{strings.report.deleteHelp}</p>
          <button type="submit" name="change" value="delete">
            {strings.report.delete}
            {about}
          </button>
        </form>
      </details>
    </div>
  );
}

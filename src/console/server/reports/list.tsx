import type { RequestContext } from "../../../delivery/http/environment.ts";
import { reportChanges } from "../../../publishing/reports.ts";
import { offeredLanguages } from "../../../records/offered-languages.ts";
import { reportInbox } from "../../../records/schema/report-inbox.ts";
import { listReports } from "../../../storage/console/reports.ts";
import { openDatabase } from "../../../storage/database.ts";
import { readLibrary } from "../../../storage/lists/lists.ts";
import { respondWithColumn } from "../column.tsx";
import { LanguageFilter } from "../language-filter.tsx";
import { type ConsoleView, consoleViewOf } from "../layout.tsx";
import { type ReportFilters, readReportFilters, reportsPath } from "./filters.ts";
import { ReportEntry } from "./report.tsx";

/** How many reports one page lists. */
const pageSize = 50;

/** `GET /staff/reports?state=&language=&work=`: the reports of mistakes; a translator sees those of their languages. */
export async function reportsPage(context: RequestContext): Promise<Response> {
  const database = openDatabase(context.env.DB);
  const filters = readReportFilters(context.req.query());
  const { draftLanguages } = context.get("identity");
  const [library, found] = await Promise.all([
    readLibrary(database),
    listReports(database, {
      isOpen: filters.state === "open",
      languages: draftLanguages,
      slug: filters.work,
      language: filters.language,
      before: filters.before,
      limit: pageSize + 1,
    }),
  ]);
  const view = await consoleViewOf(context, library?.record);
  const { strings } = view;
  const reports = found.slice(0, pageSize);
  const last = found.length > pageSize ? reports.at(-1) : undefined;
  const done = reportChanges.find((change) => change === context.req.query("done"));
  return respondWithColumn(context, view, {
    title: strings.reports,
    content: (
      <>
        {done !== undefined && (
          <p class="done" role="status">
            {strings.report.outcomes[done]}
          </p>
        )}
        <p class="help">{strings.report.help}</p>
        {library?.record.reportMistakes !== reportInbox && (
          <p class="warning">{strings.report.isOff}</p>
        )}
        <Filters view={view} filters={filters} />
        {reports.length === 0 && <p>{strings.report.none}</p>}
        <ul class="rows">
          {reports.map((report) => (
            <li>
              <ReportEntry report={report} filters={filters} view={view} />
            </li>
          ))}
        </ul>
        {last !== undefined && (
          <p>
            <a class="button" rel="next" href={reportsPath({ ...filters, before: last.id })}>
              {strings.report.more}
            </a>
          </p>
        )}
      </>
    ),
  });
}

function Filters({ view, filters }: { view: ConsoleView; filters: ReportFilters }) {
  const { strings, settings, identity } = view;
  const languages = identity?.draftLanguages ?? [];
  const listed =
    languages === "all"
      ? [
          ...new Set([
            ...offeredLanguages(settings),
            ...(filters.language ? [filters.language] : []),
          ]),
        ]
      : languages;
  return (
    <form action="/staff/reports" class="list-filters" aria-label={strings.filters}>
      <label>
        {strings.status}
        <select name="state">
          {(["open", "done"] as const).map((state) => (
            <option value={state} selected={state === filters.state}>
              {strings.report.states[state]}
            </option>
          ))}
        </select>
      </label>
      <LanguageFilter view={view} languages={listed} selected={filters.language} />
      {filters.work !== undefined && <input type="hidden" name="work" value={filters.work} />}
      <button type="submit">{strings.show}</button>
    </form>
  );
}

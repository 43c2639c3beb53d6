import type { RequestContext } from "../../../delivery/http/environment.ts";
import { formatDate } from "../../../i18n/format.ts";
import { nameOfLanguageIn } from "../../../i18n/names.ts";
import { isComplete, textStates } from "../../../records/languages/text-states.ts";
import { offeredLanguages } from "../../../records/offered-languages.ts";
import { publishedAt, visibilityOf } from "../../../records/visibility.ts";
import { openDatabase } from "../../../storage/database.ts";
import { readLibrary } from "../../../storage/lists/lists.ts";
import { listForConsole, type StaffListItem } from "../../../storage/lists/staff-list.ts";
import { respondWithColumn } from "../column.tsx";
import { type ConsoleView, consoleViewOf } from "../layout.tsx";
import { Time } from "../time.tsx";
import { ListFilters, readFilters, toQuery } from "./filters.tsx";
import { StatusLabel, WorkTitle } from "./parts.tsx";

/** How many works one page lists. */
const pageSize = 50;

/** `GET /staff`: all works, those that changed last first, or those that match the filters. */
export async function listPage(context: RequestContext): Promise<Response> {
  const database = openDatabase(context.env.DB);
  const now = new Date().toISOString();
  const filters = readFilters(context.req.query());
  const settings = (await readLibrary(database))?.record;
  const offered = offeredLanguages(settings);
  const listed = await listForConsole(database, { ...filters, offered, limit: pageSize + 1, now });
  const view = await consoleViewOf(context, settings);
  const { strings } = view;
  const items = listed.slice(0, pageSize);
  const next = listed.length > pageSize ? items.at(-1)?.cursor : undefined;
  const isFiltered = toQuery({ ...filters, after: undefined }) !== "";
  return respondWithColumn(context, view, {
    title: strings.works,
    content: (
      <>
        <ListFilters view={view} filters={filters} offered={offered} />
        {items.length === 0 && <p>{isFiltered ? strings.noWorks : strings.nothingYet}</p>}
        <ul class="rows">
          {items.map((item) => (
            <li>
              <ListedWork item={item} view={view} offered={offered} now={now} />
            </li>
          ))}
        </ul>
        {next !== undefined && (
          <p>
            <a class="button" rel="next" href={`/staff${toQuery({ ...filters, after: next })}`}>
              {strings.more}
            </a>
          </p>
        )}
      </>
    ),
  });
}

function ListedWork({
  item,
  view,
  offered,
  now,
}: {
  item: StaffListItem;
  view: ConsoleView;
  offered: readonly string[];
  now: string;
}) {
  const { strings, reader } = view;
  const { record, changed } = item;
  const isScheduled = visibilityOf(record, now) === "hidden" && publishedAt(record) > now;
  const incomplete = textStates(record, offered).filter((state) => !isComplete(state));
  return (
    <>
      <h2>
        <a href={`/staff/works/${record.slug}`}>
          <WorkTitle record={record} view={view} />
        </a>
      </h2>
      <p class="facts">
        <StatusLabel record={record} view={view} now={now} />
        <span>{strings.kinds[record.kind]}</span>
        {isScheduled && (
          <span>{strings.appearsOn(formatDate(publishedAt(record), reader.language))}</span>
        )}
        {changed !== undefined && (
          <span>
            {strings.lastChange(strings.changes[changed.action], changed.actor)},{" "}
            <Time at={changed.at} view={view} />
          </span>
        )}
      </p>
      {record.kind !== "Library" && record.kind !== "Series" && incomplete.length > 0 && (
        <ul class="chips" aria-label={strings.languages}>
          {incomplete.map(({ language, text, hasTitle, hasDescription }) => {
            const needs = [
              ...(text === "human" || text === "none" || text === undefined
                ? []
                : [`${strings.parts.text}: ${strings.textStates[text]}`]),
              ...(hasTitle ? [] : [`${strings.parts.title}: ${strings.textStates.missing}`]),
              ...(hasDescription
                ? []
                : [`${strings.parts.description}: ${strings.textStates.missing}`]),
            ];
            return (
              <li>
                <strong>{nameOfLanguageIn(language, reader.language)}</strong>
                {`: ${needs.join("; ")}`}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

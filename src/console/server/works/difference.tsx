import { diffRecords } from "../../../records/diff/diff.ts";
import { respondWithColumn } from "../column.tsx";
import { loadWork, parseRevision, readRecord } from "./load.ts";
import { Changes, titleOf } from "./parts.tsx";
import { workPage } from "./refusal.tsx";

/** `GET /staff/works/{slug}/difference?from=1&to=3`: what differs between two revisions; by default the last change. */
export const showDifference = workPage(async (context) => {
  const work = await loadWork(context);
  const { view, history, record, database } = work;
  const { strings } = view;
  const numbers = history.revisions.map(({ number }) => number);
  const chosen = (name: string) => {
    const number = parseRevision(context.req.query(name));
    return number !== undefined && numbers.includes(number) ? number : undefined;
  };
  const to = chosen("to") ?? history.current;
  const from = chosen("from") ?? history.events[0]?.fromRevision ?? to;
  const [before, after] = await Promise.all(
    [from, to].map((number) => readRecord(database, history.slug, number)),
  );
  const changes = before === undefined || after === undefined ? [] : diffRecords(before, after);
  const options = (selected: number) =>
    numbers.map((number) => (
      <option value={String(number)} selected={number === selected}>
        {number === history.current ? `${number} (${strings.current})` : String(number)}
      </option>
    ));
  return respondWithColumn(context, view, {
    title: `${strings.difference}: ${titleOf(record, view)}`,
    content: (
      <>
        <form action={`/staff/works/${history.slug}/difference`} class="list-filters">
          <label>
            {strings.olderRevision}
            <select name="from">{options(from)}</select>
          </label>
          <label>
            {strings.newerRevision}
            <select name="to">{options(to)}</select>
          </label>
          <button type="submit">{strings.compare}</button>
        </form>
        <Changes changes={changes} view={view} />
        <p>
          <a href={`/staff/works/${history.slug}`}>{strings.backToWork}</a>
        </p>
      </>
    ),
  });
});

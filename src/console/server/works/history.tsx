import { describeChange } from "../../../records/history.ts";
import { Time } from "../time.tsx";
import type { LoadedWork } from "./load.ts";
import { mayPublish } from "./parts.tsx";

/** Every change of a work, the newest first, with its revision: to compare, and to go back to. */
export function WorkHistory({ work: { view, history } }: { work: LoadedWork }) {
  const { strings } = view;
  const path = `/staff/works/${history.slug}`;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{strings.history}</h2>
      <ol class="rows">
        {history.events.map((event, index) => {
          const { at, actor, fromRevision, toRevision } = event;
          const isCurrent = index === 0 && toRevision === history.current;
          const revision = history.revisions.find(({ number }) => number === toRevision);
          const canGoBack =
            mayPublish(view) &&
            toRevision !== history.current &&
            history.status !== "withdrawn" &&
            revision !== undefined &&
            revision.status !== "withdrawn";
          return (
            <li>
              <p>
                <strong>{strings.revision(toRevision)}</strong>{" "}
                {isCurrent && <span class="label">{strings.current}</span>}
              </p>
              <p class="facts">
                {/* The words of the command line. */}
                <span lang="en">{describeChange(event, history.revisions)}</span>
                <span>{actor}</span>
                <span>
                  <Time at={at} view={view} />
                </span>
              </p>
              <p class="links">
                {fromRevision !== null && fromRevision !== toRevision && (
                  <a href={`${path}/difference?from=${fromRevision}&to=${toRevision}`}>
                    {strings.compareWith(fromRevision)}
                  </a>
                )}
                {canGoBack && (
                  <a href={`${path}/rollback?revision=${toRevision}`}>
                    {strings.goBackTo(toRevision)}
                  </a>
                )}
              </p>
            </li>
          );
        })}
      </ol>
      {history.revisions.length > 1 && (
        <p>
          <a class="button" href={`${path}/difference`}>
            {strings.compareAny}
          </a>
        </p>
      )}
    </section>
  );
}

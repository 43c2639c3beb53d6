import { useState } from "hono/jsx/dom";
import type { App } from "./context.ts";
import type { PlannedFolder } from "./flow.ts";
import { Lines } from "./lines.tsx";

interface PlanProps {
  readonly app: App;
  readonly folder: PlannedFolder;
  readonly onPublish: () => void;
  /** What the button says that leads back. */
  readonly back: string;
  readonly onAgain: () => void;
}

/** The plan of `videoteca plan`. What would undo a colleague's change is published only on purpose. */
export function Plan({ app: { strings }, folder, onPublish, back, onAgain }: PlanProps) {
  const [isOnPurpose, setOnPurpose] = useState(false);
  const { problemLines, planLines, undoes, hasChanges } = folder;
  const mayPublish = hasChanges && (undoes.length === 0 || isOnPurpose);
  return (
    <section role="status">
      {problemLines.length > 1 && (
        <>
          <h2>{strings.mistakes}</h2>
          <Lines lines={problemLines} />
        </>
      )}
      <h2>{strings.plan}</h2>
      <Lines lines={planLines} />
      {undoes.length > 0 && (
        <div class="warning">
          <p>{strings.undoes}</p>
          {undoes.map((sentence) => (
            <p lang="en">{sentence}</p>
          ))}
          <label>
            <input
              type="checkbox"
              checked={isOnPurpose}
              onChange={() => setOnPurpose(!isOnPurpose)}
            />{" "}
            {strings.overwrite}
          </label>
        </div>
      )}
      {!hasChanges && <p>{strings.nothing}</p>}
      <p class="actions">
        {hasChanges && (
          <button type="button" class="primary" disabled={!mayPublish} onClick={onPublish}>
            {strings.publish}
          </button>
        )}{" "}
        <button type="button" onClick={onAgain}>
          {back}
        </button>
      </p>
    </section>
  );
}

import type { App } from "./context.ts";
import type { CheckedFolder } from "./flow.ts";
import { Lines } from "./lines.tsx";

interface MistakesProps {
  readonly app: App;
  readonly folder: CheckedFolder;
  readonly onAgain: () => void;
}

/** The list of `videoteca check`, with mistakes that prevent publishing. */
export function Mistakes({ app: { strings }, folder, onAgain }: MistakesProps) {
  return (
    <section role="alert">
      <h2>{strings.mistakes}</h2>
      <Lines lines={folder.problemLines} />
      <p class="help">{strings.mistakesHelp}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={onAgain}>
          {strings.again}
        </button>
      </p>
    </section>
  );
}

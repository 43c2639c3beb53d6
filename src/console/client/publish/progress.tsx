import { formatSize } from "../../../i18n/format.ts";
import type { App } from "./context.ts";
import type { UploadProgress } from "./upload/uploads.ts";

interface ProgressProps {
  readonly app: App;
  readonly progress: UploadProgress;
  readonly onPause: () => void;
  readonly onResume: () => void;
}

/** How far the files are, and why they stand still. */
export function Progress({ app, progress, onPause, onResume }: ProgressProps) {
  const { strings, language } = app;
  const { sent, total, rate, path, interruption } = progress;
  const size = (bytes: number) => formatSize(bytes, language);
  return (
    <section>
      <h2>{strings.sending}</h2>
      <progress max={Math.max(1, total)} value={sent} aria-label={strings.sending} />
      <p>
        {strings.progress(size(sent), size(total))}
        {rate !== undefined && interruption === undefined && ` · ${strings.rate(size(rate))}`}
      </p>
      {path !== undefined && <p class="help">{path}</p>}
      {interruption === undefined ? (
        <>
          <p class="help">{strings.keepOpen}</p>
          <p class="actions">
            <button type="button" onClick={onPause}>
              {strings.pause}
            </button>
          </p>
        </>
      ) : (
        <div class="warning" role="alert" data-interruption={interruption}>
          <p>{strings.interruptions[interruption]}</p>
          <p class="actions">
            {interruption === "signed-out" && (
              <a class="button" href="/staff/publish" target="_blank" rel="noopener opener">
                {strings.signIn}
              </a>
            )}{" "}
            <button type="button" class="primary" onClick={onResume}>
              {strings.resume}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

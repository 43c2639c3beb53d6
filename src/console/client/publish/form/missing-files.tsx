import { missingFiles } from "../draft/draft-files.ts";
import type { GivenFiles } from "../files/browser-files.ts";
import { filesOfInput } from "../files/given.ts";
import type { FormContext } from "./form-context.ts";

/** Asks for the files that the browser doesn't keep. What has arrived of them isn't sent again. */
export function MissingFiles({
  form: { app, draft },
  onFiles,
}: {
  readonly form: FormContext;
  readonly onFiles: (files: GivenFiles) => void;
}) {
  const missing = missingFiles(draft);
  if (missing.length === 0) return null;
  return (
    <div class="warning field" role="status">
      <label for="missing-files">{app.strings.chooseMissing}</label>
      <ul>
        {missing.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      <input
        id="missing-files"
        type="file"
        multiple
        onChange={({ currentTarget }: Event) => {
          if (!(currentTarget instanceof HTMLInputElement)) return;
          onFiles(filesOfInput(currentTarget.files ?? []));
        }}
      />
    </div>
  );
}

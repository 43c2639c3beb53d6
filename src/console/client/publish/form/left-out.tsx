import { countUses } from "../draft/folder.ts";
import type { FormContext } from "./form-context.ts";

/** Names the files that were given and that the form doesn't use, with the reason that `videoteca init` gives. */
export function LeftOut({ form: { app, draft } }: { readonly form: FormContext }) {
  const leftOut = (draft.leftOut ?? []).filter(({ file }) => countUses(draft.value, file) === 0);
  if (leftOut.length === 0) return null;
  return (
    <div class="warning field" role="status">
      <p>{app.strings.leftOut}</p>
      <ul>
        {leftOut.map(({ file, reason }) => (
          <li>
            {file}:{" "}
            <span lang={reason in app.strings.leftOutReasons ? undefined : "en"}>
              {app.strings.leftOutReasons[reason] ?? reason}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

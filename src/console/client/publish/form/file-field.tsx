import { memoryFileName } from "../../../../inspection/folder-memory.ts";
import { textAt } from "../draft/value.ts";
import { baseName } from "../files/paths.ts";
import { type FieldProps, idOf, writtenIn } from "./form-context.ts";
import { labelOf } from "./labels.ts";
import { describedBy, Help, Problems } from "./notes.tsx";

/** Names a file: one that the work has already, or another one, which is then added. */
export function FileField({ form, path, schema, isRequired = false }: FieldProps) {
  const { app, draft, set, chooseFile } = form;
  const id = idOf(path);
  const chosen = textAt(draft.value, path);
  const own = draft.files.get(chosen);
  const all = [...draft.files.keys(), ...(draft.known?.keys() ?? []), chosen];
  const names = [...new Set(all)].filter((name) => name !== "" && name !== memoryFileName);
  return (
    <div class="field">
      <label for={id}>{labelOf(app, "file")}</label>
      <Help form={form} schema={schema} path={path} />
      <select
        id={id}
        required={isRequired}
        {...describedBy(form, path, schema)}
        onChange={(event: Event) => set(path, writtenIn(event))}
      >
        <option value="" selected={chosen === ""}>
          {app.strings.notSaid}
        </option>
        {names.map((name) => (
          <option value={name} selected={name === chosen}>
            {name}
          </option>
        ))}
      </select>
      {own !== undefined && own.name !== baseName(chosen) && (
        <p class="help" role="status">
          {app.strings.renamed(own.name, baseName(chosen))}
        </p>
      )}
      <label class="help" for={`${id}-new`}>
        {app.strings.otherFile}
      </label>
      <input
        id={`${id}-new`}
        type="file"
        onChange={({ currentTarget }: Event) => {
          const [file] =
            currentTarget instanceof HTMLInputElement ? (currentTarget.files ?? []) : [];
          if (file !== undefined) chooseFile(path, file);
        }}
      />
      <Problems form={form} path={path} />
    </div>
  );
}

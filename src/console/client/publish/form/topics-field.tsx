import { valueAt } from "../../../../manifest/errors/values.ts";
import { type FieldProps, idOf, writtenIn } from "./form-context.ts";
import { labelOf } from "./labels.ts";
import { describedBy, Help, Problems } from "./notes.tsx";
import type { FieldSchema } from "./schema.ts";
import { TextsField } from "./texts-field.tsx";

interface TopicsFieldProps extends FieldProps {
  /** The schema of a word in each language. */
  readonly texts: FieldSchema;
}

/** Topics: words in one line, with commas between them, and below it those with a word in each language. */
export function TopicsField({ form, path, schema, texts }: TopicsFieldProps) {
  const { app, draft, set, removeEntry } = form;
  const { strings } = app;
  const id = idOf(path);
  const value = valueAt(draft.value, [...path]);
  const topics: readonly unknown[] = Array.isArray(value) ? value : [];
  const words = topics.filter((topic) => typeof topic === "string");
  const translated = topics.filter((topic) => typeof topic !== "string");
  return (
    <>
      <div class="field">
        <label for={id}>{labelOf(app, path.at(-1) ?? "")}</label>
        <Help schema={schema} path={path} />
        <input
          id={id}
          {...describedBy(form, path, schema)}
          value={words.join(", ")}
          placeholder={strings.commas}
          onChange={(event: Event) => {
            const written = writtenIn(event).split(",");
            const kept = written.map((word) => word.trim()).filter((word) => word !== "");
            set(path, [...kept, ...translated]);
          }}
        />
        <Problems form={form} path={path} />
      </div>
      {topics.map((topic, index) =>
        typeof topic === "string" ? (
          <Problems form={form} path={[...path, index]} />
        ) : (
          <>
            <TextsField
              form={form}
              path={[...path, index]}
              schema={{ ...texts, description: undefined }}
              label={strings.translatedTopic}
            />
            <button type="button" onClick={() => removeEntry(path, index)}>
              {strings.removeEntry(strings.translatedTopic)}
            </button>
          </>
        ),
      )}
      <button type="button" onClick={() => set([...path, topics.length], {})}>
        {strings.addEntry(strings.translatedTopic)}
      </button>
    </>
  );
}

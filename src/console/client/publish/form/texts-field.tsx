import { directionOf } from "../../../../i18n/direction.ts";
import { nameOfLanguageIn } from "../../../../i18n/names.ts";
import { textAt } from "../draft/value.ts";
import { type FieldProps, idOf, writtenIn } from "./form-context.ts";
import { labelOf } from "./labels.ts";
import { describedBy, Help, Problems } from "./notes.tsx";

/** Longer texts get several lines. In characters. */
const maxLineLength = 1000;

interface TextsFieldProps extends FieldProps {
  /** What it is called, if it isn't called by its field. */
  readonly label?: string;
}

/** A text in each language, side by side. */
export function TextsField({ form, path, schema, label }: TextsFieldProps) {
  const { app, draft, languages, set } = form;
  const { additionalProperties } = schema;
  const maxLength = additionalProperties === false ? 0 : (additionalProperties?.maxLength ?? 0);
  return (
    <fieldset>
      <legend>{label ?? labelOf(app, path.at(-1) ?? "")}</legend>
      <Help form={form} schema={schema} path={path} />
      <div class="languages">
        {languages.map((language) => {
          const own = [...path, language];
          const control = {
            id: idOf(own),
            lang: language,
            dir: directionOf(language),
            value: textAt(draft.value, own),
            onInput: (event: Event) => set(own, writtenIn(event)),
            ...describedBy(form, own, {}),
          };
          return (
            <div class="field">
              <label for={idOf(own)}>{nameOfLanguageIn(language, app.language)}</label>
              {maxLength > maxLineLength ? (
                <textarea rows={3} {...control} />
              ) : (
                <input {...control} />
              )}
              <Problems form={form} path={own} />
            </div>
          );
        })}
      </div>
      <Problems form={form} path={path} />
    </fieldset>
  );
}

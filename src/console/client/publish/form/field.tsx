import { useEffect, useRef } from "hono/jsx/dom";
import { valueAt } from "../../../../manifest/errors/values.ts";
import { isFields, textAt } from "../draft/value.ts";
import { FileField } from "./file-field.tsx";
import { type FieldProps, idOf, writtenIn } from "./form-context.ts";
import { helpOf, labelOf } from "./labels.ts";
import { describedBy, Help, Problems } from "./notes.tsx";
import { type FieldSchema, isTexts } from "./schema.ts";
import { TextsField } from "./texts-field.tsx";
import { TopicsField } from "./topics-field.tsx";

/** The controls of a field, made from its schema. */
export function Field(props: FieldProps) {
  const { schema, path } = props;
  const { items, properties, oneOf, type } = schema;
  if (schema.const !== undefined) return null;
  if (isTexts(schema)) return <TextsField {...props} />;
  if (oneOf !== undefined) return <ChoiceField {...props} options={oneOf} />;
  if (type === "array" && items !== undefined) {
    const texts = items.anyOf?.find(isTexts);
    if (texts !== undefined) return <TopicsField {...props} texts={texts} />;
    return items.properties === undefined ? (
      <WordsField {...props} />
    ) : (
      <ListField {...props} items={items} />
    );
  }
  if (properties !== undefined) return <FieldsField {...props} />;
  // Names of speakers and the like: what is in the manifest stays in it.
  if (type === "object") return null;
  if (path.at(-1) === "file") return <FileField {...props} />;
  return <SimpleField {...props} />;
}

/** A text, a number, a word of a list, or yes and no. */
function SimpleField({ form, path, schema, isRequired = false }: FieldProps) {
  const id = idOf(path);
  const { app, set } = form;
  const label = labelOf(app, path.at(-1) ?? "");
  const value = valueAt(form.draft.value, [...path]);
  const shared = { id, required: isRequired, ...describedBy(form, path, schema) };
  const isNumber = schema.type === "integer" || schema.type === "number";
  const choices = schema.type === "boolean" ? ["true", "false"] : schema.enum;
  const read = (text: string): unknown => {
    if (text === "") return undefined;
    if (schema.type === "boolean") return text === "true";
    return isNumber && Number.isFinite(Number(text)) ? Number(text) : text;
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Help form={form} schema={schema} path={path} />
      {choices === undefined ? (
        <input
          {...shared}
          value={textAt(form.draft.value, path)}
          inputMode={isNumber ? "numeric" : undefined}
          onInput={(event: Event) => set(path, read(writtenIn(event)))}
        />
      ) : (
        <select {...shared} onChange={(event: Event) => set(path, read(writtenIn(event)))}>
          {(!isRequired || value === undefined) && (
            <option value="" selected={value === undefined}>
              {app.strings.notSaid}
            </option>
          )}
          {choices.map((choice) => (
            <option value={choice} selected={String(value) === choice}>
              {app.strings.choices[choice as keyof typeof app.strings.choices] ?? choice}
            </option>
          ))}
        </select>
      )}
      <Problems form={form} path={path} />
    </div>
  );
}

/** Words in one line, with commas between them. */
function WordsField({ form, path, schema }: FieldProps) {
  const id = idOf(path);
  const words = valueAt(form.draft.value, [...path]);
  return (
    <div class="field">
      <label for={id}>{labelOf(form.app, path.at(-1) ?? "")}</label>
      <Help form={form} schema={schema} path={path} />
      <input
        id={id}
        {...describedBy(form, path, schema)}
        value={Array.isArray(words) ? words.join(", ") : ""}
        placeholder={form.app.strings.commas}
        onChange={(event: Event) => {
          const written = writtenIn(event)
            .split(",")
            .map((word) => word.trim());
          form.set(
            path,
            written.filter((word) => word !== ""),
          );
        }}
      />
      <Problems form={form} path={path} />
    </div>
  );
}

/** Fields that belong together. */
function FieldsField({ form, path, schema }: FieldProps) {
  return (
    <fieldset>
      <legend>{labelOf(form.app, path.at(-1) ?? "")}</legend>
      <Help form={form} schema={schema} path={path} />
      <Members form={form} path={path} schema={schema} />
      <Problems form={form} path={path} />
    </fieldset>
  );
}

/** The fields of a schema's object. */
export function Members({ form, path, schema }: FieldProps) {
  return (
    <>
      {Object.entries(schema.properties ?? {}).map(([name, member]) => (
        <Field
          form={form}
          path={[...path, name]}
          schema={member}
          isRequired={schema.required?.includes(name) === true}
        />
      ))}
    </>
  );
}

/** A list of entries, to which others can be added. */
function ListField({ form, path, schema, items }: FieldProps & { readonly items: FieldSchema }) {
  const { app, draft, set, removeEntry } = form;
  const label = labelOf(app, path.at(-1) ?? "");
  const list = valueAt(draft.value, [...path]);
  const entries: unknown[] = Array.isArray(list) ? list : [];
  // An entry that was added stands before its button, where Tab doesn't lead; a button that removed one is gone with it.
  const nextFocus = useRef("");
  useEffect(() => {
    if (nextFocus.current === "") return;
    document.querySelector<HTMLElement>(nextFocus.current)?.focus();
    nextFocus.current = "";
  });
  const add = () => {
    const entry = [...path, entries.length];
    nextFocus.current = `:is(input, select, textarea)[id^="${idOf(entry)}-"]`;
    set(entry, {});
  };
  const remove = (index: number) => {
    nextFocus.current = `#${idOf([...path, "add"])}`;
    removeEntry(path, index);
  };
  return (
    <fieldset>
      <legend>{label}</legend>
      <Help form={form} schema={schema} path={path} />
      {entries.map((_, index) => (
        <fieldset class="entry">
          <legend>{`${label} ${index + 1}`}</legend>
          <Members form={form} path={[...path, index]} schema={items} />
          <Problems form={form} path={[...path, index]} />
          <button type="button" onClick={() => remove(index)}>
            {app.strings.removeEntry(`${label} ${index + 1}`)}
          </button>
        </fieldset>
      ))}
      <Problems form={form} path={path} />
      <button type="button" id={idOf([...path, "add"])} onClick={add}>
        {app.strings.addEntry(label)}
      </button>
    </fieldset>
  );
}

/** One of several shapes, told apart by a word. */
function ChoiceField({
  form,
  path,
  schema,
  options,
}: FieldProps & { readonly options: readonly FieldSchema[] }) {
  const { app, draft, set } = form;
  const [key = ""] = Object.entries(options[0]?.properties ?? {}).flatMap(([name, member]) =>
    member.const === undefined ? [] : [name],
  );
  const value = valueAt(draft.value, [...path]);
  const chosen = isFields(value) ? value[key] : undefined;
  const id = idOf([...path, key]);
  const option = options.find(({ properties }) => properties?.[key]?.const === chosen);
  return (
    <fieldset>
      <legend>{labelOf(app, path.at(-1) ?? "")}</legend>
      <Help form={form} schema={schema} path={path} />
      <label for={id}>{labelOf(app, key)}</label>
      <select
        id={id}
        onChange={(event: Event) => {
          const word = writtenIn(event);
          set(path, word === "" ? undefined : { [key]: word });
        }}
      >
        <option value="" selected={chosen === undefined}>
          {app.strings.notSaid}
        </option>
        {options.map(({ properties }) => {
          const shape = properties?.[key] ?? {};
          const { const: word = "" } = shape;
          const help = helpOf(app, shape);
          return (
            <option value={word} selected={word === chosen} lang={help?.lang}>
              {help?.text ?? word}
            </option>
          );
        })}
      </select>
      {option !== undefined && <Members form={form} path={path} schema={option} />}
      <Problems form={form} path={path} />
    </fieldset>
  );
}

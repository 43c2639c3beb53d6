import type { Path } from "../draft/value.ts";
import { type FieldProps, type FormContext, idOf } from "./form-context.ts";
import { helpOf } from "./labels.ts";
import type { FieldSchema } from "./schema.ts";

/** What a field is for, in the words of its schema or their translation. */
export function Help({ form, schema, path }: FieldProps) {
  const help = helpOf(form.app, schema);
  if (help === undefined) return null;
  return (
    <p class="help" id={`${idOf(path)}-help`} lang={help.lang}>
      {help.text}
    </p>
  );
}

/** What is wrong with a field, in the words of `videoteca check`. */
export function Problems({ form, path }: { readonly form: FormContext; readonly path: Path }) {
  const problems = form.problems.get(path.join(".")) ?? [];
  if (problems.length === 0) return null;
  return (
    <ul class="mistakes" id={`${idOf(path)}-mistakes`} lang="en">
      {problems.map(({ severity, message }) => (
        <li class={`severity-${severity}`}>
          <strong>{severity}</strong> {message}
        </li>
      ))}
    </ul>
  );
}

/** Names a control's help and mistakes to screen readers. */
export function describedBy(form: FormContext, path: Path, { description }: FieldSchema) {
  const problems = form.problems.get(path.join(".")) ?? [];
  const ids = [
    ...(description === undefined ? [] : [`${idOf(path)}-help`]),
    ...(problems.length === 0 ? [] : [`${idOf(path)}-mistakes`]),
  ];
  return {
    "aria-describedby": ids.length === 0 ? undefined : ids.join(" "),
    "aria-invalid": problems.some(({ severity }) => severity === "error") ? "true" : undefined,
  };
}

import type { Child } from "hono/jsx";

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  /** The `<option>` elements. */
  readonly children?: Child;
}

/** A labeled select. */
export function SelectField({ name, label, children }: SelectFieldProps) {
  return (
    <label class="field">
      {label} <select name={name}>{children}</select>
    </label>
  );
}

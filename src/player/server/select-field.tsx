import type { Child } from "hono/jsx";

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** Its options. */
  readonly children?: Child;
}

/** One thing out of several, with what it is about. */
export function SelectField({ name, label, children }: ChoiceProps) {
  return (
    <label class="choice">
      {label} <select name={name}>{children}</select>
    </label>
  );
}

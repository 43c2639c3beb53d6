import type { StyledLine } from "../../../inspection/lines.ts";

/** Lines as the command line prints them: English, left to right, with its columns. */
export function Lines({ lines }: { readonly lines: readonly StyledLine[] }) {
  return (
    <ul class="lines" lang="en" dir="ltr">
      {lines.map((line) => (
        <li>
          {line.map((part) =>
            typeof part === "string" ? (
              part
            ) : (
              <span class={`style-${part.style}`}>{part.text}</span>
            ),
          )}
        </li>
      ))}
    </ul>
  );
}

import type { Result } from "./checks.ts";

/** The results of all browsers as a Markdown table: a row for each check, a column for each browser. */
export function formatTable(
  browsers: readonly { readonly name: string; readonly results: readonly Result[] }[],
): string {
  const checks = browsers[0]?.results.map(({ check }) => check) ?? [];
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
  const row = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rows = checks.map((check) =>
    row([
      check,
      ...browsers.map(({ results }) => {
        const result = results.find((one) => one.check === check);
        if (result === undefined || result.isImpossible === true) return "not tried";
        return result.failure ?? "yes";
      }),
    ]),
  );
  const names = row(["", ...browsers.map(({ name }) => name)]);
  return [names, row(["---", ...browsers.map(() => "---")]), ...rows].join("\n");
}

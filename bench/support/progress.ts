/** Shows on a terminal what is being done; nothing where the output goes to a file. */
export function report(what: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${what.slice(0, (process.stderr.columns ?? 80) - 1)}`);
}

/** Removes what `report` has shown. */
export function clearReport(): void {
  report("");
}

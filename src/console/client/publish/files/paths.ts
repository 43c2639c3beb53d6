/** Joins and simplifies paths as Node's `posix.join` does. */
export function joinPaths(...parts: readonly string[]): string {
  const steps: string[] = [];
  for (const step of parts.join("/").split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.length === 0 ? "." : steps.join("/");
}

/** The folder that a path is in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "." : path.slice(0, slash);
}

/** The steps from a folder to a path in it or below it; undefined if it is elsewhere. */
export function stepsInside(folder: string, path: string): string[] | undefined {
  if (folder === ".") return path.split("/");
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split("/") : undefined;
}

/** Orders paths as a walk through their folders does that takes each folder's names in order. */
export function comparePaths(a: string, b: string): number {
  const [first, second] = [a.split("/"), b.split("/")];
  for (const [index, step] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    if (step !== other) return step < other ? -1 : 1;
  }
  return first.length - second.length;
}

/** The last step of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A name that isn't taken: `es.srt` → `es (2).srt`. Case and Unicode form don't make another name, as on macOS. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const keyOf = (name: string) => name.normalize("NFC").toLowerCase();
  const keys = new Set([...taken].map(keyOf));
  if (!keys.has(keyOf(wanted))) return wanted;
  const dot = baseName(wanted).lastIndexOf(".");
  const end = dot < 1 ? wanted.length : wanted.length - baseName(wanted).length + dot;
  for (let count = 2; ; count += 1) {
    const name = `${wanted.slice(0, end)} (${count})${wanted.slice(end)}`;
    if (!keys.has(keyOf(name))) return name;
  }
}

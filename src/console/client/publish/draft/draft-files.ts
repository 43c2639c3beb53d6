import { baseName, freeName } from "../files/paths.ts";
import { countUses, type Draft, type SizedFile } from "./folder.ts";
import { isFields, type Path, textAt, withValue } from "./value.ts";

/**
 * The files of a draft have one name each, which is their path in its folder. Two files of one name, from two folders,
 * both stay: the second gets another name, and the form says so.
 */

/** The files to choose again. */
export function missingFiles({ files, missing = [] }: Draft): SizedFile[] {
  return missing.filter(({ name }) => !files.has(name));
}

/** A draft with another file, and the name that it has there. */
export interface Added {
  readonly draft: Draft;
  readonly name: string;
  /** Whether the draft had neither the file nor a place for it. */
  readonly isNew: boolean;
}

/**
 * Adds a file. One that the draft has already is found again; one that only the library has, or that the browser didn't
 * keep, takes its old place.
 * @param path what it should be called
 * @param isChosenAgain whether it takes the place of the only missing file of its name even if its size is another
 */
export function addFile(draft: Draft, path: string, file: File, isChosenAgain = false): Added {
  const { files } = draft;
  const [sameName] = [...files].find(([, other]) => isSame(file, other)) ?? [];
  if (sameName !== undefined) return { draft, name: sameName, isNew: false };
  const missing = missingFiles(draft);
  const known = [...(draft.known ?? [])].map(([name, { size }]) => ({ name, size }));
  const places = [...missing, ...known].filter(({ name }) => !files.has(name));
  const hasItsName = ({ name }: SizedFile) => baseName(name) === file.name;
  const named = missing.filter(hasItsName);
  const place =
    places.find((one) => hasItsName(one) && one.size === file.size) ??
    (isChosenAgain && named.length === 1 ? named[0] : undefined);
  const taken = [...files.keys(), ...places.map(({ name }) => name)];
  const name = place?.name ?? freeName(path, taken);
  return { draft: withFile(draft, name, file), name, isNew: place === undefined };
}

/**
 * Lets a field name a file that was chosen for it. The file that the field named before is replaced if it had the same
 * name and no other field names it.
 */
export function chooseFile(draft: Draft, field: Path, file: File): Draft {
  const before = textAt(draft.value, field);
  const isReplaced =
    [baseName(before), draft.files.get(before)?.name].includes(file.name) &&
    countUses(draft.value, before) === 1;
  const added = isReplaced
    ? { draft: withFile(draft, before, file), name: before }
    : addFile(draft, file.name, file);
  const value = withValue(draft.value, field, added.name);
  return isFields(value) ? { ...added.draft, value } : added.draft;
}

function withFile(draft: Draft, name: string, file: File): Draft {
  return { ...draft, files: new Map([...draft.files, [name, file]]) };
}

/** Whether two are the same file of a disk, as far as a browser tells. */
function isSame(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

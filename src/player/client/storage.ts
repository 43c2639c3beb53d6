/**
 * What a viewer chose to keep on this device. In a sandbox even to ask throws, and then nothing is kept.
 * Nothing is written unless the viewer has just chosen it.
 */
export function loadValue(key: string): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value, or forgets it. */
export function saveValue(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is forbidden or full: it holds for this visit.
  }
}

/** Whether anything can be kept here at all. */
export function canSave(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}

const prefix = "videoteca.";

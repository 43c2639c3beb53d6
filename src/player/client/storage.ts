const prefix = "videoteca.";

/**
 * Loads a setting that the viewer chose to keep on this device. In a sandboxed frame any access to
 * `localStorage` throws (HTML, “localStorage”); then there are no saved settings.
 */
export function loadValue(key: string): string | undefined {
  try {
    return localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Saves a setting that the viewer has just chosen, or removes it if undefined. */
export function saveValue(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is forbidden or full: the setting lasts for this visit.
  }
}

/** Whether settings can be saved at all. */
export function canSave(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}

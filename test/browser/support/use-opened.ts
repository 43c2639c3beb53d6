import { afterAll, beforeAll } from "vitest";

/**
 * Opens something before the tests of a file or group, and ends it after them; call it where these tests stand.
 * @returns what the tests get it from
 */
export function useOpened<Value extends object>(
  open: () => Promise<Value>,
  end: (opened: Value) => unknown,
): () => Value {
  let opened: Value | undefined;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => {
    if (opened !== undefined) await end(opened);
  });
  return () => {
    if (opened === undefined) throw new Error("It is opened before the tests: ask within one.");
    return opened;
  };
}

/** What a check does with a browser, whatever its protocol is. */
export interface Browser {
  /** Name and version, as the browser reports them. */
  readonly name: string;
  /** Opens an address and waits until the page has loaded. */
  open(address: string): Promise<void>;
  /**
   * Evaluates an expression in the page; a promise is awaited.
   * @returns its value, which must be JSON
   */
  evaluate(expression: string): Promise<unknown>;
  /** Performs input as a person would, in the format that WebDriver and WebDriver BiDi share. */
  perform(sources: readonly InputSource[]): Promise<void>;
  close(): Promise<void>;
}

/** A device with its actions (W3C WebDriver, section 15: Actions). */
export type InputSource =
  | { readonly type: "key"; readonly id: string; readonly actions: readonly KeyAction[] }
  | {
      readonly type: "pointer";
      readonly id: string;
      readonly parameters: { readonly pointerType: "mouse" };
      readonly actions: readonly PointerAction[];
    };

type KeyAction = { readonly type: "keyDown" | "keyUp"; readonly value: string };
type PointerAction =
  | { readonly type: "pointerMove"; readonly x: number; readonly y: number; readonly duration: 0 }
  | { readonly type: "pointerDown" | "pointerUp"; readonly button: 0 };

/** Clicks the middle of an element. @throws Error if there is none, or it has no size */
export async function click(browser: Browser, selector: string): Promise<void> {
  const found = await browser.evaluate(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    element?.scrollIntoView({ block: "nearest" });
    const box = element?.getBoundingClientRect();
    return box && box.width > 0 ? [box.x + box.width / 2, box.y + box.height / 2] : null;
  })()`);
  if (!Array.isArray(found)) throw new Error(`the page shows no ${selector}`);
  const [x, y] = found.map((place) => Math.round(Number(place)));
  if (x === undefined || y === undefined) throw new Error(`${selector} has no place`);
  // The pointer's move shows hidden controls; only then can they be clicked.
  await movePointer(browser, [{ type: "pointerMove", x, y, duration: 0 }]);
  await movePointer(browser, [
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ]);
}

function movePointer(browser: Browser, actions: readonly PointerAction[]): Promise<void> {
  const parameters = { pointerType: "mouse" } as const;
  return browser.perform([{ type: "pointer", id: "mouse", parameters, actions }]);
}

/** Presses and releases a key. @param key a character, or one of WebDriver's for other keys */
export async function press(browser: Browser, key: string): Promise<void> {
  const actions = [
    { type: "keyDown", value: key },
    { type: "keyUp", value: key },
  ] as const;
  await browser.perform([{ type: "key", id: "keyboard", actions }]);
}

/** How long a state is waited for, in milliseconds: generous, since a busy machine is slow. */
const maxWait = 30_000;

/** Waits until an expression is true in the page. @throws Error that names it */
export async function waitFor(browser: Browser, expression: string): Promise<void> {
  const deadline = Date.now() + maxWait;
  while ((await browser.evaluate(`Boolean(${expression})`)) !== true) {
    if (Date.now() > deadline) throw new Error(`never true: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

import type { Page } from "playwright-core";

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { value: string };
  readonly name?: { value: string };
  readonly value?: { value: string | number };
  readonly properties?: { name: string; value: { value?: unknown } }[];
  readonly childIds?: string[];
  readonly backendDOMNodeId?: number;
}

/** What a screen reader would only say twice, or not at all. */
const silent = ["StaticText", "InlineTextBox", "generic", "none", "LabelText", "LineBreak"];
/** A choice says what is chosen; what may be chosen is heard on opening it. */
const leaves = ["combobox", "Video"];

/**
 * What assistive technology is given of an element, from the browser's own accessibility tree: a line for
 * each thing, its role, its name, and how it stands.
 */
export async function spokenTree(page: Page, selector: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send("DOM.getDocument");
    const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    const { node } = await session.send("DOM.describeNode", { nodeId });
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const all = nodes as unknown as AxNode[];
    const byId = new Map(all.map((one) => [one.nodeId, one]));
    const start = all.find((one) => one.backendDOMNodeId === node.backendNodeId);
    return start === undefined ? "" : linesOf(start, byId, 0).join("\n");
  } finally {
    await session.detach();
  }
}

function linesOf(node: AxNode, byId: ReadonlyMap<string, AxNode>, depth: number): string[] {
  const role = node.role?.value ?? "none";
  const isSilent = node.ignored || silent.includes(role);
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const words = children.filter((child) => child.role?.value === "StaticText").map(nameOf);
  const name = nameOf(node) || words.join("").trim();
  const line = `${"  ".repeat(depth)}${role}${name && ` “${name}”`}${stateOf(node)}`;
  const within = leaves.includes(role)
    ? []
    : children.flatMap((child) => linesOf(child, byId, isSilent ? depth : depth + 1));
  return isSilent ? within : [line, ...within];
}

const nameOf = (node: AxNode) => node.name?.value ?? "";

function stateOf({ role, value, properties = [] }: AxNode): string {
  const states = properties.flatMap(({ name, value: { value: state } }) => {
    if (name === "expanded" && role?.value === "button") return state ? ["open"] : ["closed"];
    if (name === "checked") return state === "true" ? ["on"] : ["off"];
    return [];
  });
  const chosen = role?.value === "combobox" ? [`${value?.value}`] : [];
  return [...chosen, ...states].map((state) => `, ${state}`).join("");
}

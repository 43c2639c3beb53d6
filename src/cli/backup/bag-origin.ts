import { type BagInfo, readBagInfo } from "./bag.ts";

/** What a bag contains: everything, or what anyone may see. */
export type BagKind = "full" | "public";

/** Where a bag comes from, as its bag-info.txt says. */
export interface BagOrigin {
  readonly kind: BagKind;
  /** The id of its library; undefined in bags of release 0.1.0. */
  readonly library: string | undefined;
  /** The library's address when it was exported. */
  readonly address: string | undefined;
}

const agent = "videoteca export";

/** @returns undefined if another program made the bag */
export async function readBagOrigin(bag: string): Promise<BagOrigin | undefined> {
  const info = await readBagInfo(bag);
  if (info.get("bag-software-agent") !== agent) return undefined;
  const description = info.get("external-description") ?? "";
  const kind = info.get("videoteca-kind");
  return {
    // Release 0.1.0 wrote the kind only in the description.
    kind:
      (kind ?? (/public content/i.test(description) ? "public" : "full")) === "public"
        ? "public"
        : "full",
    library: info.get("videoteca-library"),
    address: info.get("videoteca-address") ?? /https?:\/\/[^\s,]+[^\s,.]/.exec(description)?.[0],
  };
}

/** The content of bag-info.txt. @param date the day of the export: 2026-11-28 */
export function formatBagOrigin({ kind, library, address }: BagOrigin, date: string): BagInfo {
  const description =
    kind === "public"
      ? `The public content of the library at ${address}.`
      : `The whole library at ${address}, with drafts and with names that aren't public.`;
  return [
    ["Bagging-Date", date],
    ["Bag-Software-Agent", agent],
    ["External-Description", description],
    ["Videoteca-Kind", kind],
    ...(library === undefined ? [] : [["Videoteca-Library", library] as const]),
    ["Videoteca-Address", address ?? ""],
  ];
}

/** Words for a bag in a message: `a full export of http://…`. */
export function describeBag({ kind, address }: BagOrigin): string {
  const what = kind === "public" ? "a public export" : "a full export";
  return address === undefined ? what : `${what} of ${address}`;
}

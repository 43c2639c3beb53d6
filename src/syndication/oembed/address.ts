import { interfaceLanguageOf } from "../../i18n/interface-language-of.ts";
import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { canonicalTag } from "../../i18n/tag.ts";
import type { QueryParameters } from "../../records/addresses.ts";
import { parseMoment } from "../../records/moment.ts";
import { isSlug } from "../../records/schema/slug.ts";

/** A public address of a work, taken apart: what a person copied from the address bar or from an embed code. */
export interface WorkAddress {
  readonly slug: string;
  readonly section: "watch" | "read" | "series" | "embed";
  /** Undefined if the address names none. */
  readonly language: InterfaceLanguage | undefined;
  /** How the film is shown, as parameters of the embed's address. */
  readonly parameters: QueryParameters;
}

/**
 * Reads the address of a work in any of its public forms: `/vi/watch/{slug}?beside=en#t=65`, `/read/{slug}/`,
 * `/es-MX/series/{slug}`, `/embed/{slug}?lang=es`.
 * @param host of the library, with its port if it has one
 * @returns undefined if the address is another site's, or isn't a work's
 */
export function parseWorkAddress(address: URL, host: string): WorkAddress | undefined {
  if (!/^https?:$/.test(address.protocol) || address.host !== host) return undefined;
  const pattern =
    /^\/+(?:([A-Za-z]{2,3}(?:-[A-Za-z0-9-]+)?)\/+)?(watch|read|(?:embed\/+)?series|embed)\/+([^/]+)\/*$/;
  const [, prefix, place, name = ""] = pattern.exec(decodeAscii(address.pathname)) ?? [];
  const section = place?.endsWith("series") ? "series" : place;
  // A full stop or a comma after an address belongs to the sentence that it was copied from.
  const slug = name.replace(/(?<![.,;:!?)])[.,;:!?)]+$/, "");
  if (!isSection(section) || !isSlug(slug)) return undefined;
  const language = interfaceLanguageOf(prefix);
  if (prefix !== undefined && (language === undefined || place?.startsWith("embed")))
    return undefined;
  return {
    slug,
    section,
    language: language ?? interfaceLanguageOf(address.searchParams.get("lang") ?? undefined),
    parameters: frameParameters(address),
  };
}

/** An ASCII character and its percent-encoding are the same in an address (RFC 3986 §6.2.2.2). */
function decodeAscii(path: string): string {
  return path.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(Number(`0x${code}`)));
}

const isSection = (text: string | undefined): text is WorkAddress["section"] =>
  ["watch", "read", "series", "embed"].some((section) => section === text);

/** How an address of a film shows it, as parameters of the embed's address. Only valid ones are kept. */
export function frameParameters({ searchParams, hash }: URL): QueryParameters {
  // A fragment directive, `:~:text=…`, follows the fragment itself (WICG Scroll to Text Fragment).
  const fragment = new URLSearchParams(hash.replace(/^#\??|:~:.*$/g, ""));
  // The fragment wins over the query, as on our pages.
  const moment = (fragment.get("t") ?? searchParams.get("t") ?? "").trim();
  const captions = searchParams.get("captions") ?? "";
  return {
    captions: captions === "none" ? captions : canonicalTag(captions),
    beside: canonicalTag(searchParams.get("beside") ?? ""),
    t: parseMoment(moment) && moment,
    transcript: searchParams.get("transcript") === "1" ? "1" : undefined,
  };
}

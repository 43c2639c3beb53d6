import type { InterfaceLanguage } from "../../i18n/interface-languages.ts";
import { toLine } from "../../i18n/line.ts";
import { blobPath } from "../../records/blobs.ts";
import type { FrameSize } from "../../records/embed/embed-code.ts";
import { mediaTypes } from "../../records/schema/media-types.ts";
import type { Blob } from "../../records/schema/record.ts";

/** A `<meta>` element. Open Graph's have `property`, since Signal reads no others; all others have `name`. */
export interface Meta {
  readonly attribute: "name" | "property";
  readonly key: string;
  readonly content: string;
}

/** A picture of a page, with its text alternative in the page's language. */
export interface PagePicture extends FrameSize {
  readonly file: Blob;
  readonly alt: string | undefined;
}

/** What a page says of itself to programs that show a preview of it. */
export interface PageMetadata {
  /** Open Graph's type of the page. */
  readonly type: "website" | "article" | "video.episode" | "video.tv_show";
  /** Without the library's name. */
  readonly title: string;
  readonly description: string | undefined;
  /** The page's absolute address in its language. */
  readonly url: string;
  readonly siteName: string;
  readonly language: InterfaceLanguage;
  /** Languages that the page has beside its own. */
  readonly otherLanguages: readonly InterfaceLanguage[];
  readonly picture?: PagePicture | undefined;
  /** A film's embed: its absolute address and its size. */
  readonly player?: (FrameSize & { readonly url: string }) | undefined;
  /** Open Graph properties of the page's type: `video:duration`. */
  readonly properties?:
    | readonly (readonly [key: string, content: string | undefined])[]
    | undefined;
}

/** Open Graph names a country with each language: Facebook's names. Other languages are named alone. */
const locales: Readonly<Record<string, string>> = {
  en: "en_US",
  es: "es_LA",
  vi: "vi_VN",
  ar: "ar_AR",
};
const localeOf = (language: InterfaceLanguage) => locales[language] ?? language;

/** Open Graph (ogp.me) and the Twitter card, by which chats and social networks show a preview of a page. */
export function previewMetadata(page: PageMetadata, origin: string): Meta[] {
  const { picture, player } = page;
  const image = picture && origin + blobPath(picture.file);
  const title = toLine(page.title);
  return metaElements([
    ["og:type", page.type],
    ["og:title", title],
    // WhatsApp shows no preview of a page without a description.
    ["og:description", toLine(page.description ?? "") || title],
    ["og:url", page.url],
    ["og:site_name", page.siteName],
    ["og:locale", localeOf(page.language)],
    ...page.otherLanguages.map((other) => ["og:locale:alternate", localeOf(other)] as const),
    ["og:image", image],
    ["og:image:type", picture && mediaTypes[picture.file.extension]],
    ["og:image:width", picture && String(picture.width)],
    ["og:image:height", picture && String(picture.height)],
    ["og:image:alt", picture?.alt],
    ["og:video", player?.url],
    ["og:video:type", player && "text/html"],
    ["og:video:width", player && String(player.width)],
    ["og:video:height", player && String(player.height)],
    ...(page.properties ?? []),
    ["twitter:card", cardOf(page)],
    ["twitter:image:alt", picture?.alt],
    ["twitter:player", player?.url],
    ["twitter:player:width", player && String(player.width)],
    ["twitter:player:height", player && String(player.height)],
  ]);
}

function cardOf({ player, picture }: PageMetadata): string {
  // A player card needs a picture for devices that can't show the player (Twitter's documentation).
  if (picture === undefined) return "summary";
  return player === undefined ? "summary_large_image" : "player";
}

/** Makes `<meta>` elements of keys and contents, without those that are undefined or empty. */
export function metaElements(
  entries: readonly (readonly [key: string, content: string | undefined])[],
): Meta[] {
  return entries.flatMap(([key, content]) => {
    const line = toLine(content ?? "");
    const attribute = /^(?:og|video|article):/.test(key) ? "property" : "name";
    return line === "" ? [] : [{ attribute, key, content: line }];
  });
}

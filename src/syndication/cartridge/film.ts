import { directionOf } from "../../i18n/direction.ts";
import { interfaceLanguageFor } from "../../i18n/interface-languages.ts";
import { toLine } from "../../i18n/line.ts";
import { stringsIn } from "../../i18n/strings.ts";
import { embedPath, watchPath } from "../../records/addresses.ts";
import { defaultPicture, embedCode, type FrameSize } from "../../records/embed/embed-code.ts";
import { escapeXml } from "../xml.ts";
import { type CartridgeItem, webLink } from "./manifest.ts";

/** A generated file of a cartridge, and how the course lists it. */
export interface CartridgeFile extends CartridgeItem {
  write(): string | Uint8Array<ArrayBuffer>;
}

export interface CartridgeFilm {
  readonly slug: string;
  readonly title: string;
  readonly description: string | undefined;
  /** BCP 47, of the title and of the player. */
  readonly language: string;
  /** The picture's shape. */
  readonly picture: FrameSize | undefined;
  /** Scheme and host of the library. */
  readonly origin: string;
}

/** A film in a course: a page that plays it, and a link to the player for courses that show no frames. */
export function filmFiles(film: CartridgeFilm): CartridgeFile[] {
  const { slug, title, language, origin } = film;
  const page = interfaceLanguageFor(language);
  const address = origin + embedPath(slug, { lang: page, captions: language });
  return [
    { kind: "file", title, path: `${slug}.html`, write: () => filmPage(film, address) },
    {
      kind: "link",
      title: `${stringsIn(page).film}: ${title}`,
      path: `${slug}.xml`,
      write: () => webLink(title, address),
    },
  ];
}

/** A page with the frame that every page of other sites has (docs/embed.md), and a link to the film's own page. */
function filmPage(film: CartridgeFilm, address: string): string {
  const { slug, title, description, language, picture = defaultPicture, origin } = film;
  const page = interfaceLanguageFor(language);
  const heading = escapeXml(toLine(title));
  const about = description === undefined ? "" : `<p>${escapeXml(toLine(description))}</p>\n`;
  return `<!doctype html>
<html lang="${escapeXml(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><title>${heading}</title></head>
<body><main>
<h1>${heading}</h1>
${embedCode(address, toLine(title), { picture })}
${about}<p><a href="${escapeXml(origin + watchPath(page, slug))}" target="_blank">${escapeXml(stringsIn(page).openFilmPage)}</a></p>
</main></body>
</html>
`;
}

import { findPictures, type MarkdownPicture } from "../markdown/pictures.ts";
import { extensionOf } from "../records/schema/media-types.ts";
import { picture as pictureFile } from "./file-name.ts";

/** A picture in a text that can be looked for beside the manifest. */
export interface NamedPicture extends MarkdownPicture {
  readonly name: string;
}

/** A picture that can't be published, with the reason. */
export interface RefusedPicture {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The pictures of a document's text: those to look for, and what is wrong with the others. */
export function checkPictures(markdown: string): {
  readonly named: readonly NamedPicture[];
  readonly refused: readonly RefusedPicture[];
} {
  const named: NamedPicture[] = [];
  const refused: RefusedPicture[] = [];
  for (const picture of findPictures(markdown)) {
    const { line, column, name, alt } = picture;
    const message = explainPicture(picture);
    if (message !== undefined) refused.push({ line, column, message });
    if (alt.trim() === "") {
      const shown = name ?? "picture.png";
      refused.push({
        line,
        column,
        message: `the picture ${quote(picture)} has no description: say what it shows, for people who can't see it: ![What it shows](${shown})`,
      });
    }
    if (message === undefined && name !== undefined) named.push({ ...picture, name });
  }
  return { named, refused };
}

/** Why a picture can't be published; undefined if its file is to be looked for. */
function explainPicture(picture: MarkdownPicture): string | undefined {
  const { address, name } = picture;
  if (address === "") return "a picture names no file: write ![What it shows](picture.png)";
  if (name === undefined) {
    const isData = /^data:/i.test(address);
    const why = isData
      ? "is written into the text"
      : "is from elsewhere, and pages load nothing from other sites";
    return `the picture ${quote(picture)} ${why}: save it beside the manifest, and name the file: ![What it shows](${suggestedName(address)})`;
  }
  const { error } = pictureFile.safeParse(name);
  const [issue] = error?.issues ?? [];
  return issue === undefined ? undefined : `the picture ${quote(picture)} ${issue.message}`;
}

/** The file name in an address, if it is one that could be used. */
function suggestedName(address: string): string {
  const name = /([\w.-]+)(?:[?#].*)?$/.exec(address)?.[1] ?? "";
  return ["webp", "jpg", "png"].includes(extensionOf(name)) ? name : "picture.png";
}

/** The address as it is written, cut if it is long. */
function quote({ address }: MarkdownPicture): string {
  return `“${address.length > 80 ? `${address.slice(0, 80)}…` : address}”`;
}

/** A class pack: what a teacher takes along of a film, as files, with a page to open first. */
import { docxFormat } from "./formats/docx.ts";
import type { TranscriptFormat, TranscriptSource } from "./formats/format.ts";
import { htmlFormat, transcriptPage } from "./formats/html.ts";
import { escapeMarkup } from "./formats/markup.ts";
import { webVttFormat } from "./formats/vtt.ts";

/** What a pack is made from, beside the transcript. */
export interface PackContents {
  /** The work's slug: files are named by it. */
  slug: string;
  /** In the reader's language. */
  source: TranscriptSource;
  /** Beside the original, where that is in another language. */
  pair: TranscriptSource | undefined;
  /** The files that go with the film, as they are called in the reader's language. */
  attachments: readonly { name: string; extension: string; language: string }[];
  copyrightHolder: string | undefined;
  /** How the film is cited, for reference managers: a file a format. */
  citations: readonly { name: string; extension: string; write(): string }[];
  labels: {
    pack: string;
    sideBySide: string;
    goesWithIt: string;
    howToCite: string;
    licence: string;
    /** By format. */
    formats: Readonly<Record<string, string>>;
  };
}

/** A file of a pack that is made here; `write` makes it when its turn comes. */
export interface PackFile {
  path: string;
  write(): string | Uint8Array<ArrayBuffer>;
}

/** The files that are made, in the order in which they are listed; the page to open comes first. */
export function packFiles(contents: PackContents): PackFile[] {
  const { slug, source, pair } = contents;
  const named = (format: TranscriptFormat, of: TranscriptSource): PackFile => {
    const languages = [of.language, ...(of.secondary === undefined ? [] : [of.secondary.language])];
    const path = `${slug}.${languages.join("+")}.${format.extension}`;
    return { path, write: () => format.render(of) };
  };
  const made = [
    { label: contents.labels.formats.html, file: named(htmlFormat, source) },
    { label: contents.labels.formats.docx, file: named(docxFormat, source) },
    ...(pair === undefined
      ? []
      : [htmlFormat, docxFormat].map((format) => ({
          label: `${contents.labels.sideBySide}: ${contents.labels.formats[format.extension]}`,
          file: named(format, pair),
        }))),
    { label: contents.labels.formats.vtt, file: named(webVttFormat, source) },
    {
      label: contents.labels.howToCite,
      file: { path: "citation.txt", write: () => citation(source) },
    },
    ...contents.citations.map(({ name, extension, write }) => ({
      label: `${contents.labels.howToCite} (${name})`,
      file: { path: `citation.${extension}`, write },
    })),
    ...(source.license === undefined
      ? []
      : [
          {
            label: contents.labels.licence,
            file: { path: "license.txt", write: () => licence(contents) },
          },
        ]),
  ];
  const listed = made.map(({ label, file }) => ({ label: label ?? file.path, path: file.path }));
  const index = { path: "index.html", write: () => indexPage(contents, listed) };
  return [index, ...made.map(({ file }) => file)];
}

/** Where each attachment stands in the pack, by its name; a name that was there already gets a number. */
export function attachmentPaths({ attachments }: Pick<PackContents, "attachments">): string[] {
  const taken = new Set<string>();
  return attachments.map(({ name, extension }) => {
    // A name in a zip file is a path: it must lead nowhere else, and open everywhere.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no file system takes them
    const clean = name.toWellFormed().replace(/[\u0000-\u001f\u007f/\\:*?"<>|]+/g, "-");
    const base =
      [...clean]
        .slice(0, 80)
        .join("")
        .replace(/^[.\s]+|[.\s]+$/g, "") || "file";
    let path = `attachments/${base}.${extension}`;
    for (let number = 2; taken.has(path.toLowerCase()); number += 1) {
      path = `attachments/${base} (${number}).${extension}`;
    }
    taken.add(path.toLowerCase());
    return path;
  });
}

function indexPage(
  contents: PackContents,
  files: readonly { label: string; path: string }[],
): string {
  const { source, attachments, labels } = contents;
  const item = (label: string, path: string, language = source.language) => {
    const href = path.split("/").map(encodeURIComponent).join("/");
    return `<li><a href="${escapeMarkup(href)}" hreflang="${escapeMarkup(language)}">${escapeMarkup(label)}</a></li>`;
  };
  const list = files.map(({ label, path }) => item(label, path));
  const paths = attachmentPaths(contents);
  const others = attachments.map(({ name, language }, index) =>
    item(name, paths[index] ?? "", language),
  );
  const goesWithIt =
    others.length === 0
      ? ""
      : `\n<h2>${escapeMarkup(labels.goesWithIt)}</h2>\n<ul>\n${others.join("\n")}\n</ul>`;
  return transcriptPage(source, `<ul>\n${list.join("\n")}\n</ul>${goesWithIt}`, labels.pack);
}

function citation({ citation, watchUrl }: TranscriptSource): string {
  return `${citation}\n${watchUrl}\n`;
}

/** The licence by its SPDX identifier, where its words are, and whose work it is. */
function licence({ source, copyrightHolder }: PackContents): string {
  const { license = "", name, watchUrl } = source;
  const words = /^[A-Za-z0-9.+-]+$/.test(license)
    ? `https://spdx.org/licenses/${license}.html`
    : "";
  const holder = copyrightHolder === undefined ? "" : `© ${copyrightHolder}`;
  return `${[name, watchUrl, "", license, words, holder].filter((line, i) => i === 2 || line !== "").join("\n")}\n`;
}

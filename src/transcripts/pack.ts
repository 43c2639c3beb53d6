/** A class pack: a film's transcripts, captions and attachments as files, with an index page. */

import { safeFileName } from "../records/file-name.ts";
import { licenseUrl } from "../records/schema/license.ts";
import { docxFormat } from "./formats/docx.ts";
import type { TranscriptFormat, TranscriptSource } from "./formats/format.ts";
import { htmlFormat, transcriptPage } from "./formats/html.ts";
import { escapeMarkup } from "./formats/markup.ts";
import { webVttFormat } from "./formats/vtt.ts";

/** The contents of a pack. */
export interface PackContents {
  /** The work's slug, which begins the file names. */
  readonly slug: string;
  /** The transcript in the reader's language. */
  readonly source: TranscriptSource;
  /** The same with the original as the second language; undefined if it is the original. */
  readonly pair: TranscriptSource | undefined;
  /** The film's attachments, with their names in the reader's language. */
  readonly attachments: readonly {
    readonly name: string;
    readonly extension: string;
    readonly language: string;
  }[];
  readonly copyrightHolder: string | undefined;
  /** The film's citation for reference managers, a file for each format. */
  readonly citations: readonly {
    readonly name: string;
    readonly extension: string;
    write(): string;
  }[];
  readonly labels: {
    readonly pack: string;
    readonly sideBySide: string;
    readonly attachments: string;
    readonly howToCite: string;
    readonly license: string;
    /** The name of each transcript format, by its extension. */
    readonly formats: Readonly<Record<string, string>>;
  };
}

/** A generated file of a pack. `write` is called only when the file is added to the archive. */
export interface PackFile {
  readonly path: string;
  /** What it is, in the reader's language. */
  readonly label: string;
  write(): string | Uint8Array<ArrayBuffer>;
}

/** The generated files in the order in which the index page lists them, after the index page itself. */
export function packFiles(contents: PackContents): PackFile[] {
  const { slug, source, pair } = contents;
  const fileFor = (format: TranscriptFormat, of: TranscriptSource) => {
    const languages = [of.language, ...(of.secondary === undefined ? [] : [of.secondary.language])];
    const path = `${slug}.${languages.join("+")}.${format.extension}`;
    return { path, write: () => format.render(of) };
  };
  const files = [
    { label: contents.labels.formats.html, file: fileFor(htmlFormat, source) },
    { label: contents.labels.formats.docx, file: fileFor(docxFormat, source) },
    ...(pair === undefined
      ? []
      : [htmlFormat, docxFormat].map((format) => ({
          label: `${contents.labels.sideBySide}: ${contents.labels.formats[format.extension]}`,
          file: fileFor(format, pair),
        }))),
    { label: contents.labels.formats.vtt, file: fileFor(webVttFormat, source) },
    {
      label: contents.labels.howToCite,
      file: { path: "citation.txt", write: () => citationText(source) },
    },
    ...contents.citations.map(({ name, extension, write }) => ({
      label: `${contents.labels.howToCite} (${name})`,
      file: { path: `citation.${extension}`, write },
    })),
    ...(source.license === undefined
      ? []
      : [
          {
            label: contents.labels.license,
            file: { path: "license.txt", write: () => licenseText(contents) },
          },
        ]),
  ];
  const listed = files.map(({ label, file }) => ({ label: label ?? file.path, ...file }));
  const index = {
    path: "index.html",
    label: contents.labels.pack,
    write: () => indexPage(contents, listed),
  };
  return [index, ...listed];
}

/** The path of each attachment in the pack, from its name; a repeated name gets a number. */
export function attachmentPaths({ attachments }: Pick<PackContents, "attachments">): string[] {
  const usedPaths = new Set<string>();
  return attachments.map(({ name, extension }) => {
    // A name in a zip file is a path: it must stay inside its folder, and be valid on every file system.
    let path = `attachments/${safeFileName(name, extension)}`;
    for (let number = 2; usedPaths.has(path.toLowerCase()); number += 1) {
      path = `attachments/${safeFileName(`${name} (${number})`, extension)}`;
    }
    usedPaths.add(path.toLowerCase());
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
  const attachmentList =
    others.length === 0
      ? ""
      : `\n<h2>${escapeMarkup(labels.attachments)}</h2>\n<ul>\n${others.join("\n")}\n</ul>`;
  return transcriptPage(source, `<ul>\n${list.join("\n")}\n</ul>${attachmentList}`, labels.pack);
}

function citationText({ citation, watchUrl }: TranscriptSource): string {
  return `${citation}\n${watchUrl}\n`;
}

/** The license's SPDX identifier and address, and the copyright holder. */
function licenseText({ source, copyrightHolder }: PackContents): string {
  const { license = "", name, watchUrl } = source;
  const textUrl = licenseUrl(license) ?? "";
  const holder = copyrightHolder === undefined ? "" : `© ${copyrightHolder}`;
  return `${[name, watchUrl, "", license, textUrl, holder].filter((line, i) => i === 2 || line !== "").join("\n")}\n`;
}

import type { HtmlExtension } from "./events.ts";
import { type ArticleLabels, escapeHtml } from "./labels.ts";

/** How an article writes its footnotes. */
export interface FootnoteOptions {
  /**
   * Begins the ids, so that two texts of a page have different ones. An underscore follows it, which no heading's id
   * has.
   */
  readonly idPrefix: string;
  /** The words of headings and links. Without them, the notes are a list and numbers link back. */
  readonly labels: ArticleLabels | undefined;
  /** Written before the list of notes. */
  readonly separator: string;
}

interface Note {
  readonly number: number;
  calls: number;
}

/**
 * Footnotes as HTML: numbers in the text, and at its end the notes that it names, in the order of their numbers. A
 * note that is named nowhere isn't shown, and of two with one name the first is (GitHub's rules).
 */
export function footnoteExtension(options: FootnoteOptions): HtmlExtension {
  const notes = new Map<string, Note>();
  const contents = new Map<string, string>();
  const openNames: string[] = [];
  const noteId = (number: number) => `${options.idPrefix}note_${number}`;
  const callId = (number: number, call: number) =>
    `${options.idPrefix}noteref_${number}${call > 1 ? `_${call}` : ""}`;

  /** Links from a note to each place that names it. */
  function linksToText({ number, calls }: Note): string {
    const label = options.labels?.backToText(number);
    return Array.from({ length: calls }, (_, index) => {
      const attributes =
        label === undefined
          ? ""
          : ` lang="${options.labels?.language}" aria-label="${escapeHtml(calls > 1 ? `${label} (${index + 1})` : label)}"`;
      const repeat = calls > 1 ? `<sup>${index + 1}</sup>` : "";
      return `<a class="note-back" href="#${callId(number, index + 1)}"${attributes}>↩${repeat}</a>`;
    }).join(" ");
  }

  function noteItem(name: string, note: Note): string {
    const content = contents.get(name) ?? "";
    const links = linksToText(note);
    const body = content.endsWith("</p>")
      ? `${content.slice(0, -"</p>".length)} ${links}</p>`
      : `${content}\n${links}`;
    return `<li id="${noteId(note.number)}">\n${body.trim()}\n</li>`;
  }

  return {
    enter: {
      gfmFootnoteDefinition() {
        // A note's paragraphs stand apart, also if it is part of a tight list.
        this.getData("tightStack").push(false);
      },
      gfmFootnoteDefinitionLabelString() {
        this.buffer();
      },
      gfmFootnoteCallString() {
        this.buffer();
      },
    },
    exit: {
      gfmFootnoteDefinitionLabelString(token) {
        openNames.push(nameOf(this.sliceSerialize(token)));
        this.resume();
        this.buffer();
      },
      gfmFootnoteDefinition() {
        const name = openNames.pop() ?? "";
        const content = this.resume().trimEnd();
        if (!contents.has(name)) contents.set(name, content);
        this.getData("tightStack").pop();
        this.setData("slurpOneLineEnding", true);
        this.setData("lastWasTag");
      },
      gfmFootnoteCallString(token) {
        this.resume();
        const name = nameOf(this.sliceSerialize(token));
        const note = notes.get(name) ?? { number: notes.size + 1, calls: 0 };
        note.calls += 1;
        notes.set(name, note);
        const { number, calls } = note;
        this.tag(
          `<sup><a class="note" href="#${noteId(number)}" id="${callId(number, calls)}">${number}</a></sup>`,
        );
      },
      null() {
        if (notes.size === 0) return;
        const { labels } = options;
        const heading =
          labels === undefined
            ? ""
            : `\n<h2 class="visually-hidden" lang="${labels.language}">${escapeHtml(labels.footnotes)}</h2>`;
        const items = [...notes].map(([name, note]) => noteItem(name, note));
        this.lineEndingIfNeeded();
        this.tag(
          `${options.separator}<section class="footnotes">${heading}\n<ol>\n${items.join("\n")}\n</ol>\n</section>`,
        );
      },
    },
  };
}

/** Footnotes are compared without regard to case and spaces, as micromark compares them. */
function nameOf(source: string): string {
  return source
    .replace(/[\t\n\r ]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

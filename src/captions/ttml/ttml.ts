/**
 * TTML, the captions of broadcasters and of streaming (https://www.w3.org/TR/ttml2/), with its
 * profile IMSC text and its forebear DFXP: reading a file.
 */
import { type Captions, type Cue, newCue } from "../cue.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import { setMissingEndTimes } from "./missing-end-times.ts";
import { parseParagraph } from "./paragraph.ts";
import { alignmentOf, layoutOfRegion, parsePictureSize } from "./regions.ts";
import { inherit, isHidden, StyleSheet, type TtmlStyle } from "./styles.ts";
import { parseTimeParameters } from "./time-expression.ts";
import { type ElementContext, forEachChildInTime, parseInterval } from "./timing.ts";
import { childElements, parseXml, type XmlElement } from "./xml.ts";

/** Whether a text begins as a TTML document does. */
export function looksLikeTtml(text: string): boolean {
  const start = text.slice(0, 4000).replace(/<!--[\s\S]*?-->/g, "");
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<![^>]*>\s*)?<(?:[\w.-]+:)?tt[\s>]/.test(start);
}

/** What an element of the body takes from those around it. */
interface Context extends ElementContext {
  style: TtmlStyle;
  region: string | undefined;
  speaker: string;
}

/**
 * Reads a TTML document into WebVTT cues; times are in seconds. Lines, italics, bold, underline,
 * languages and speakers are kept, regions become places in the picture, looks are left out. Text
 * that changes within a paragraph becomes cues one after another. Never throws: what cannot be
 * read is named in `problems`. Takes time in proportion to the text's length.
 */
export function parseTtml(text: string): Captions {
  const captions: Captions = { cues: [], regions: [], styles: [], notes: [], problems: [] };
  const { root, error } = parseXml(normalizeText(text));
  if (error !== undefined) reportProblem(captions.problems, error.line, error.message);
  if (root?.name !== "tt") {
    if (error === undefined) {
      reportProblem(
        captions.problems,
        1,
        "A TTML file is one <tt> element: there is none in this file.",
      );
    }
    return captions;
  }
  const parts = childElements(root);
  const body = parts.find(({ name }) => name === "body");
  const reader = new Reader(root, captions);
  if (body !== undefined) reader.readBody(body);
  captions.cues = setMissingEndTimes(captions);
  if (captions.cues.length === 0 && captions.problems.length === 0) {
    reportProblem(captions.problems, 1, "This TTML file holds no text: its <body> has no <p>.");
  }
  return captions;
}

class Reader {
  readonly #captions: Captions;
  readonly #root: XmlElement;
  readonly #sheet: StyleSheet;
  readonly #regions = new Map<string, TtmlStyle>();
  readonly #speakers = new Map<string, string>();
  readonly #told = new Set<string>();

  constructor(root: XmlElement, captions: Captions) {
    this.#root = root;
    this.#captions = captions;
    const head = childElements(root).find(({ name }) => name === "head");
    this.#sheet = new StyleSheet(head);
    const inHead =
      head === undefined
        ? []
        : childElements(head).flatMap((part) => [part, ...childElements(part)]);
    for (const element of inHead) {
      const id = element.attributes.get("id") ?? "";
      if (element.name === "region") this.#regions.set(id, this.#regionStyle(element));
      else if (element.name === "agent") this.#speakers.set(id, nameOf(element));
    }
  }

  readBody(body: XmlElement): void {
    const clock = parseTimeParameters(this.#root.attributes);
    const language = this.#root.attributes.get("lang") ?? "";
    const keepsSpace = this.#root.attributes.get("space") === "preserve";
    const region = this.#regions.size === 1 ? [...this.#regions.keys()][0] : undefined;
    const whole = { begin: 0, end: Number.POSITIVE_INFINITY };
    const complain = (line: number, message: string): void =>
      reportProblem(this.#captions.problems, line, message);
    const around = {
      interval: whole,
      clock,
      language,
      trackLanguage: language,
      keepsSpace,
      complain,
    };
    this.#read(body, { ...around, style: {}, region, speaker: "" }, 0);
  }

  /** Reads a body, div or p that may begin at `base`; gives the time at which it ends. */
  #read(element: XmlElement, around: Context, base: number): number {
    const interval = parseInterval(element, around, base);
    if (interval === undefined) return base;
    const { attributes } = element;
    const region = attributes.get("region") ?? around.region;
    const agent = attributes.get("agent")?.split(/\s+/, 1)[0];
    const own = this.#sheet.styleOf(element);
    const context: Context = {
      ...around,
      interval,
      region,
      style: inherit(around.style, own),
      language: attributes.get("lang") ?? around.language,
      keepsSpace: (attributes.get("space") ?? (around.keepsSpace ? "preserve" : "")) === "preserve",
      speaker: agent === undefined ? around.speaker : (this.#speakers.get(agent) ?? ""),
    };
    if (isHidden(context.style)) return interval.end;
    if (element.name === "p") {
      const { end, cues } = parseParagraph(element, this.#inRegion(context), this.#sheet);
      for (const cue of cues) {
        this.#captions.cues.push({
          ...newCue(0, 0, "", element.line),
          ...cue,
          ...this.#place(context, element),
        });
      }
      return end;
    }
    const inside = childElements(element).filter(({ name }) => name === "div" || name === "p");
    return forEachChildInTime(element, interval, inside, (child, from) =>
      this.#read(child, context, from),
    );
  }

  #inRegion(context: Context): Context {
    const region = this.#regions.get(context.region ?? "");
    return region === undefined
      ? context
      : { ...context, style: { ...inherit({}, pickText(region)), ...context.style } };
  }

  #place({ region: id, style }: Context, element: XmlElement): Partial<Cue> {
    const region = id === undefined ? undefined : this.#regions.get(id);
    const align = alignmentOf({ ...region, ...style });
    const alone = align === undefined ? {} : { align };
    if (id === undefined) return alone;
    const all =
      region === undefined
        ? undefined
        : { ...region, textAlign: style.textAlign ?? region.textAlign ?? "" };
    const place =
      all === undefined ? undefined : layoutOfRegion(all, parsePictureSize(this.#root.attributes));
    if (place !== undefined) return place;
    if (!this.#told.has(id)) {
      this.#told.add(id);
      const why =
        region === undefined
          ? "isn't defined in the head"
          : "has an origin or extent that can't be read";
      const message = `The region ${quote(id)} ${why}, so its text is shown in the usual place, below.`;
      reportProblem(this.#captions.problems, element.line, message, "warning");
    }
    return alone;
  }

  /** A region's style may stand in elements inside it. */
  #regionStyle(region: XmlElement): TtmlStyle {
    const inside = childElements(region).filter(({ name }) => name === "style");
    return Object.assign(
      {},
      ...inside.map((style) => this.#sheet.styleOf(style)),
      this.#sheet.styleOf(region),
    );
  }
}

function pickText(style: TtmlStyle): TtmlStyle {
  const { display: _, ...rest } = style;
  return rest;
}

function nameOf(agent: XmlElement): string {
  const name = childElements(agent).find((part) => part.name === "name") ?? agent;
  const words = name.children.filter((child) => typeof child === "string").join("");
  return words.replace(/\s+/g, " ").trim().slice(0, 100);
}

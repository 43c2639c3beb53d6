/**
 * Parses TTML, the caption format of broadcasters and streaming services (https://www.w3.org/TR/ttml2/), with
 * its profile IMSC Text and its predecessor DFXP.
 */
import { type Captions, type CaptionsDraft, type Cue, newCaptions, newCue } from "../cue.ts";
import { normalizeText } from "../normalize.ts";
import { quote, reportProblem } from "../problems.ts";
import { setMissingEndTimes } from "./missing-end-times.ts";
import { parseParagraph } from "./paragraph.ts";
import { alignmentOf, type CueLayout, layoutOfRegion, parsePictureSize } from "./regions.ts";
import { inheritStyle, isHidden, StyleSheet, type TtmlStyle } from "./styles.ts";
import { parseTimeParameters } from "./time-expression.ts";
import { type ElementContext, forEachChildInTime, parseInterval } from "./timing.ts";
import { childElements, parseXml, type XmlElement } from "./xml.ts";

/** Whether a text begins like a TTML document. */
export function looksLikeTtml(text: string): boolean {
  const beginning = text.slice(0, 4000).replace(/<!--[\s\S]*?-->/g, "");
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<![^>]*>\s*)?<(?:[\w.-]+:)?tt[\s>]/.test(beginning);
}

/** What a block element (body, div or p) inherits from its ancestors. */
interface BlockContext extends ElementContext {
  readonly style: TtmlStyle;
  readonly region: string | undefined;
  readonly speaker: string;
}

/**
 * Parses a TTML document to WebVTT cues; times are in seconds. Lines, italics, bold, underline,
 * languages and speakers are kept, regions become cue settings, other styling is dropped. A paragraph
 * whose text changes while it is shown becomes several cues. Never throws: what is invalid is listed in
 * `problems`. Takes time in proportion to the text's length.
 */
export function parseTtml(text: string): Captions {
  const captions = newCaptions();
  const { root, error } = parseXml(normalizeText(text));
  if (error !== undefined) reportProblem(captions.problems, error.line, error.message);
  if (root?.name !== "tt") {
    if (error === undefined) {
      const message = "A TTML file is one <tt> element, but this file has none.";
      reportProblem(captions.problems, 1, message);
    }
    return captions;
  }
  const body = childElements(root).find(({ name }) => name === "body");
  if (body !== undefined) new BodyParser(root, captions).parse(body);
  captions.cues = setMissingEndTimes(captions.cues, captions.problems);
  if (captions.cues.length === 0 && captions.problems.length === 0) {
    const message = "This TTML file contains no text: its <body> has no <p> with text.";
    reportProblem(captions.problems, 1, message);
  }
  return captions;
}

/** Parses a document's body; keeps the styles, regions and speakers that its head defines. */
class BodyParser {
  readonly #captions: CaptionsDraft;
  readonly #root: XmlElement;
  readonly #styleSheet: StyleSheet;
  readonly #regions = new Map<string, TtmlStyle>();
  readonly #speakers = new Map<string, string>();
  /** The regions with a problem that was reported: each is reported once. */
  readonly #reportedRegions = new Set<string>();

  constructor(root: XmlElement, captions: CaptionsDraft) {
    this.#root = root;
    this.#captions = captions;
    const head = childElements(root).find(({ name }) => name === "head");
    this.#styleSheet = new StyleSheet(head);
    const headElements =
      head === undefined
        ? []
        : childElements(head).flatMap((element) => [element, ...childElements(element)]);
    for (const element of headElements) {
      const id = element.attributes.get("id") ?? "";
      if (element.name === "region") this.#regions.set(id, this.#regionStyle(element));
      else if (element.name === "agent") this.#speakers.set(id, agentName(element));
    }
  }

  parse(body: XmlElement): void {
    const language = this.#root.attributes.get("lang") ?? "";
    const context: BlockContext = {
      interval: { begin: 0, end: Number.POSITIVE_INFINITY },
      timeParameters: parseTimeParameters(this.#root.attributes),
      language,
      documentLanguage: language,
      preservesSpace: this.#root.attributes.get("space") === "preserve",
      report: (line, message) => reportProblem(this.#captions.problems, line, message),
      style: {},
      // If a document has one region, it is the default.
      region: this.#regions.size === 1 ? [...this.#regions.keys()][0] : undefined,
      speaker: "",
    };
    this.#parseBlock(body, context, 0);
  }

  /**
   * Parses a body, div or p.
   * @param baseTime what its times are relative to, in seconds
   * @returns the time at which it ends
   */
  #parseBlock(element: XmlElement, parent: BlockContext, baseTime: number): number {
    const interval = parseInterval(element, parent, baseTime);
    if (interval === undefined) return baseTime;
    const { attributes } = element;
    const agent = attributes.get("agent")?.split(/\s+/, 1)[0];
    const space = attributes.get("space");
    const context: BlockContext = {
      ...parent,
      interval,
      region: attributes.get("region") ?? parent.region,
      style: inheritStyle(parent.style, this.#styleSheet.styleOf(element)),
      language: attributes.get("lang") ?? parent.language,
      preservesSpace: space === undefined ? parent.preservesSpace : space === "preserve",
      speaker: agent === undefined ? parent.speaker : (this.#speakers.get(agent) ?? ""),
    };
    if (isHidden(context.style)) return interval.end;
    if (element.name === "p") {
      const { end, cues } = parseParagraph(
        element,
        this.#withRegionStyle(context),
        this.#styleSheet,
      );
      for (const cue of cues) {
        this.#captions.cues.push({
          ...newCue(0, 0, "", element.line),
          ...cue,
          ...this.#cueLayout(context, element),
        });
      }
      return end;
    }
    const blocks = childElements(element).filter(({ name }) => name === "div" || name === "p");
    return forEachChildInTime(element, interval, blocks, (block, blockBaseTime) =>
      this.#parseBlock(block, context, blockBaseTime),
    );
  }

  /** Adds the text styles of the element's region to its own. */
  #withRegionStyle(context: BlockContext): BlockContext {
    const regionStyle = this.#regions.get(context.region ?? "");
    if (regionStyle === undefined) return context;
    const { display: _, ...textStyle } = regionStyle;
    return { ...context, style: { ...inheritStyle({}, textStyle), ...context.style } };
  }

  /** The cue settings for the element's region and alignment. */
  #cueLayout({ region: id, style }: BlockContext, element: XmlElement): CueLayout {
    const region = id === undefined ? undefined : this.#regions.get(id);
    const align = alignmentOf({ ...region, ...style });
    const layoutWithoutRegion: Partial<Cue> = align === undefined ? {} : { align };
    if (id === undefined) return layoutWithoutRegion;
    if (region !== undefined) {
      const textAlign = style.textAlign ?? region.textAlign ?? "";
      const pictureSize = parsePictureSize(this.#root.attributes);
      const layout = layoutOfRegion({ ...region, textAlign }, pictureSize);
      if (layout !== undefined) return layout;
    }
    if (!this.#reportedRegions.has(id)) {
      this.#reportedRegions.add(id);
      const reason =
        region === undefined
          ? "isn't defined in the head"
          : "has an origin or extent that can't be converted";
      const message = `The region ${quote(id)} ${reason}, so its text is shown in the default position, at the bottom.`;
      reportProblem(this.#captions.problems, element.line, message, "warning");
    }
    return layoutWithoutRegion;
  }

  /** The style of a region: its child elements `style`, overridden by its own. */
  #regionStyle(region: XmlElement): TtmlStyle {
    const nestedStyles = childElements(region).filter(({ name }) => name === "style");
    return Object.assign(
      {},
      ...nestedStyles.map((style) => this.#styleSheet.styleOf(style)),
      this.#styleSheet.styleOf(region),
    );
  }
}

/** The name of a `ttm:agent`, in one line of at most 100 characters. */
function agentName(agent: XmlElement): string {
  const nameElement = childElements(agent).find((child) => child.name === "name") ?? agent;
  const text = nameElement.children.filter((child) => typeof child === "string").join("");
  return text.replace(/\s+/g, " ").trim().slice(0, 100);
}

/** What an oEmbed answer tells of a film (oembed.com, section 2.3). */
interface FilmFacts {
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** The element's attributes that become parameters of the embed's address. */
const parameters = ["lang", "captions", "beside", "t", "transcript"];

/** The shape of most films, which is reserved until the film's own is known. */
const usualRatio = "16/9";

/** How high an upright film is at most, in CSS pixels: as the embed code's (src/records/embed/embed-code.ts). */
const uprightHeight = 640;

/** The frames of the page's elements, in its shadow roots too: no query from the document finds them. */
export const elementFrames = new Set<HTMLIFrameElement>();

/**
 * Defines `<videoteca-player slug lang captions t transcript>`, which makes the frame that the embed code has
 * (docs/embed.md). The title and the film's ratio come from the library's oEmbed answer, before the frame is made;
 * with the attributes `title` and `ratio` nothing is asked for.
 * @param origin of the library that the script comes from
 */
export function definePlayerElement(origin: string): void {
  // A page may have the script twice, or those of two libraries: the first defines the element.
  if (customElements.get("videoteca-player") !== undefined) return;

  class PlayerElement extends HTMLElement {
    static readonly observedAttributes = ["slug", "ratio", "title", ...parameters];
    /** Counts the changes: an answer to an earlier one comes too late. */
    #change = 0;
    /**
     * The frame is in here, and the element's content stays as it is: what made the page, such as React, compares and
     * changes it later.
     */
    readonly #shadow = this.attachShadow({ mode: "open" });
    #frame: HTMLIFrameElement | undefined;

    constructor() {
      super();
      showAsBlock(this.#shadow);
      this.#show(document.createElement("slot"));
    }

    connectedCallback(): void {
      this.#update();
    }

    /** A frame ends with its place; where the element is moved to, it gets another. */
    disconnectedCallback(): void {
      this.#show(document.createElement("slot"));
    }

    attributeChangedCallback(): void {
      this.#update();
    }

    async #update(): Promise<void> {
      this.#change += 1;
      const change = this.#change;
      // Several attributes that change together make one frame.
      await Promise.resolve();
      if (change !== this.#change || !this.isConnected) return;
      const slug = this.getAttribute("slug") ?? "";
      if (!/^[a-z0-9-]{1,80}$/.test(slug)) return this.#showContent();
      const address = new URL(`/embed/${slug}`, origin);
      for (const name of parameters) {
        const value = this.getAttribute(name);
        if (value !== null) address.searchParams.set(name, parameterOf(name, value));
      }
      const ratio = this.getAttribute("ratio");
      const title = this.getAttribute("title");
      if (ratio !== null && title !== null) return this.#showFrame(address, title, ratio);
      if (this.#frame === undefined) this.#reserve(ratio ?? usualRatio);
      const facts = await askForFilm(address);
      if (change !== this.#change || !this.isConnected) return;
      if (facts === "no-film") return this.#showContent();
      this.#showFrame(
        address,
        title ?? facts?.title ?? slug,
        ratio ?? (facts === undefined ? usualRatio : `${facts.width}/${facts.height}`),
      );
    }

    /** Holds the frame's place, with the element's content in it. */
    #reserve(ratio: string): void {
      const place = document.createElement("div");
      place.style.aspectRatio = ratio;
      place.append(document.createElement("slot"));
      this.#show(place);
    }

    #showFrame(address: URL, title: string, ratio: string): void {
      const frame = document.createElement("iframe");
      frame.src = address.href;
      frame.title = title;
      frame.allow = "fullscreen; picture-in-picture; clipboard-write";
      frame.referrerPolicy = "no-referrer";
      frame.loading = "lazy";
      frame.setAttribute("part", "frame");
      frame.style.cssText = "display:block;width:100%;border:0";
      frame.style.aspectRatio = ratio;
      const [width = 1, height = 1] = ratio.split("/").map(Number);
      // An upright film across a whole page would be higher than the window, as in the embed code.
      if (height > width)
        frame.style.maxWidth = `${Math.round((uprightHeight * width) / height)}px`;
      this.#show(frame);
      this.#frame = frame;
      elementFrames.add(frame);
    }

    /** There is no such film: shows what the page has in the element, or a link to the library. */
    #showContent(): void {
      const isEmpty = this.childElementCount === 0 && this.textContent?.trim() === "";
      const link = document.createElement("a");
      link.href = origin;
      link.textContent = this.getAttribute("title") ?? new URL(origin).host;
      this.#show(isEmpty ? link : document.createElement("slot"));
    }

    #show(shown: HTMLElement): void {
      if (this.#frame !== undefined) elementFrames.delete(this.#frame);
      this.#frame = undefined;
      this.#shadow.replaceChildren(shown);
    }
  }

  customElements.define("videoteca-player", PlayerElement);
}

/**
 * The page's own rules come before this one, and no Content-Security-Policy forbids it, as it would a style element.
 * Safari before 16.4 can't: there the element is inline, which the frame in it doesn't show.
 */
function showAsBlock(root: ShadowRoot): void {
  if (!("adoptedStyleSheets" in root)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block}");
  root.adoptedStyleSheets = [sheet];
}

/** `transcript` is true by its presence, as HTML's own attributes are. */
const parameterOf = (name: string, value: string) =>
  name === "transcript" && value !== "0" ? "1" : value;

/** @returns undefined if the library can't be asked, by this page's policy or for lack of a connection */
async function askForFilm(address: URL): Promise<FilmFacts | "no-film" | undefined> {
  try {
    const query = new URLSearchParams({ url: address.href });
    const response = await fetch(`${address.origin}/oembed?${query}`);
    if (response.status === 404) return "no-film";
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

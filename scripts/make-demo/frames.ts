import type { Timeline } from "./types.ts";

export const FPS = 12;
const FADE = 0.7;

/** Every frame of the film as the inside of an SVG: the slide of that moment, and over it the next
 * one coming in. Equal strings are equal pictures, so still moments are drawn once. */
export function* frames({ shown, duration }: Timeline): Generator<string> {
  for (let frame = 0; frame < duration * FPS; frame++) {
    const now = frame / FPS;
    const current = shown.findLastIndex(({ start }) => start <= now);
    const { slide, start, moments } = shown[current] ?? (shown[0] as Timeline["shown"][number]);
    const before = shown[current - 1];
    const fade = Math.min(1, (now - start) / FADE);
    const on = slide.draw(now - start, moments);
    if (!before || fade >= 1) yield on;
    else {
      const under = before.slide.draw(now - before.start, before.moments);
      yield `<g>${under}</g><g opacity="${fade.toFixed(2)}">${on}</g>`;
    }
  }
}

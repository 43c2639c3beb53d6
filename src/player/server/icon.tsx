/**
 * The icons of the controls, drawn for a grid of 24 × 24: paths, since fonts and backgrounds vanish in forced
 * colors. A button with two states has two paths, of which the style shows one.
 */
const paths = {
  play: ["M7 4v16l13-8z", "M6 4h4v16H6zM14 4h4v16h-4z"],
  volume: [
    "M3 9v6h4l5 5V4L7 9zM15 8q4 4 0 8M17 5q8 7 0 14",
    "M3 9v6h4l5 5V4L7 9zM16 9l6 6M22 9l-6 6",
  ],
  captions: ["M3 5h18v14H3zM11 10q-4-1-4 2t4 2M18 10q-4-1-4 2t4 2"],
  chapters: ["M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11"],
  settings: [
    "M4 7h8M18 7h2M12 7a3 3 0 1 0 6 0a3 3 0 1 0-6 0M4 17h2M12 17h8M6 17a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  ],
  fullScreen: ["M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"],
} as const;

/** An icon, hidden from screen readers: its button has a name. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {paths[name].map((path) => (
        <path d={path} />
      ))}
    </svg>
  );
}

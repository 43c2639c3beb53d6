/** What the player says in English. Every other language has the same keys. */
export const en = {
  controls: "Player",
  captions: "Captions",
  off: "Off",
  secondCaptions: "Second language",
  captionSize: "Size",
  sizes: ["Normal", "Large", "Very large"],
  playback: "Playback",
  speed: "Speed",
  version: "Version",
  smallerFilm: "Smaller film",
  describedFilm: "With audio description",
  repeat: "Repeat this part",
  copyLink: "Copy link",
  copied: "Link copied. It starts at %s.",
  cannotCopy: "Copy this address: %s",

  // Loaded on first use
  contrast: "Colors",
  contrasts: ["White on grey", "White on black", "Yellow on black", "Black on white"],
  smallWindow: "Small window",
  playFirst: "Start the film first.",
  remember: "Remember where I stopped, on this device",
  resumed: "Goes on at %s, where you stopped.",
  descriptions: "Descriptions of the picture",
  describedAsText: "As text",
  describedAloud: "Read aloud",
  otherCaptions: "There are no captions in your language yet. These are in the original language.",

  find: "Find in the transcript",
  found: "%number% of %count%",
  foundNothing: "Not found",
  previous: "Previous",
  next: "Next",
  follow: "Follow the film",
  selected: "Selected words",
  selectedHelp: "Press Tab to copy, link or cite the selected words.",
  copyQuotation: "Copy quotation",
  clipLink: "Link to this clip",
  cite: "Cite",
  quotationCopied: "Quotation copied.",
  clipCopied: "Link copied. It plays from %s.",
  citationCopied: "Citation copied.",
  copyByHand: "Copy this: %s",
  reportHere: "Report a mistake at this moment",

  keys: "Keyboard",
  keysHelp: "These keys work while the player has the focus.",
  keysOn: "Use these keys",
  key: {
    play: "Play or pause",
    seek: "5 seconds back or on",
    volume: "Louder or quieter",
    mute: "Sound on or off",
    fullScreen: "Full screen",
    captions: "Captions on or off",
    speed: "Slower or faster",
    place: "To a tenth of the film: 5 is the middle",
    help: "This help",
  },
  space: "Space",
  close: "Close",
  noFullScreen: "Full screen isn't allowed here. Open the film's own page for it.",

  failed: "The film can't be played",
  failedHelp: "The connection may be gone, or this browser can't read the film.",
  tryAgain: "Try again",
  listen: "Listen to the sound",
  readInstead: "Read the transcript",

  embed: "Embed",
  embedHelp: "Copy this line into your own page. It sets no cookies and tells nobody who watches.",
  embedCode: "Code",
  startAt: "Start at",
  size: "Size",
  asWide: "As wide as the page",
  copyCode: "Copy code",
  codeCopied: "Code copied.",
  preview: "Preview",
};

export type PlayerStrings = typeof en;

/** What the part of the player says that is loaded on first use. */
export type PlayerScriptStrings = PlayerStrings & {
  readonly watchHere: string;
  readonly nextEpisode: string;
};

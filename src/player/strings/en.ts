/** The player's strings in English; every other language has the same keys. `%s` is replaced by a value. */
export const en = {
  player: "Player",
  captions: "Captions",
  off: "Off",
  secondCaptions: "Second language",
  captionSize: "Size",
  captionSizes: ["Normal", "Large", "Very large"],
  settings: "Settings",
  play: "Play",
  showFilm: "Show the film",
  pause: "Pause",
  mute: "Mute",
  unmute: "Unmute",
  time: "Time",
  volume: "Volume",
  /** Between the time and the length: 1:23 of 12:34. */
  of: "of",
  speed: "Speed",
  version: "Version",
  quality: "Quality",
  withAudioDescription: "With audio description",
  repeat: "Repeat this part",
  copyLink: "Copy link",
  noCaptionsInYourLanguage:
    "There are no captions in your language yet. These are in the original language.",
  find: "Find in the transcript",
  previous: "Previous",
  next: "Next",
  scrollWithFilm: "Scroll with the film",
  keyboardShortcuts: "Keyboard shortcuts",
  shortcuts: {
    play: "Play or pause",
    seek: "5 seconds back or forward",
    volume: "Volume up or down",
    mute: "Mute or unmute",
    fullScreen: "Full screen",
    captions: "Captions on or off",
    speed: "Slower or faster",
    jump: "Jump to a tenth of the film: 5 is the middle",
    help: "Show this help",
  },
  close: "Close",
  playbackFailed: "The film can't be played",
  playbackFailedHelp: "You may be offline, or this browser can't play this file.",
  tryAgain: "Try again",
  listenToAudio: "Listen to the audio",
  readTranscript: "Read the transcript",
  embed: "Embed",
  embedHelp: "Copy this code into your own page. It sets no cookies and doesn't track viewers.",
  embedCode: "Code",
  startAt: "Start at",
  embedSize: "Size",
  fullWidth: "Full width",
  copyCode: "Copy code",
  codeCopied: "Code copied.",
  preview: "Preview",
};

/** What only the lazily loaded script says: the Worker doesn't hold it (scripts/build.ts). */
export const lazy = {
  linkCopied: "Link copied. It starts at %s.",
  copyLinkManually: "Copy this address: %s",
  captionSmallSizes: ["Small", "Very small"],
  captionText: "Text color",
  captionBackground: "Background",
  captionColorNames: ["White", "Yellow", "Cyan", "Green", "Magenta", "Red", "Blue", "Black"],
  captionOpacity: "Background opacity",
  captionPosition: "Position",
  captionPositions: ["Bottom", "Top", "Below the film"],
  captionSample: "This is how captions look.",
  rememberCaptionLook: "Remember this look on this device",
  pictureInPicture: "Picture in picture",
  playFirst: "Play the film first.",
  slowLine: "The connection is slow. The film continues in %s.",
  backToQuality: "Back to %s",
  rememberPosition: "Remember my position on this device",
  resumed: "Resumed at %s, where you stopped.",
  descriptions: "Descriptions",
  descriptionsAsText: "As text",
  descriptionsAloud: "Read aloud",
  matchCount: "%number% of %count%",
  noMatches: "No matches",
  selectedText: "Selected text",
  selectedTextHelp: "Press Tab to copy, link to or cite the selected text.",
  copyQuotation: "Copy quotation",
  linkToClip: "Link to this clip",
  cite: "Cite",
  quotationCopied: "Quotation copied.",
  clipLinkCopied: "Link copied. It plays from %s.",
  citationCopied: "Citation copied.",
  copyManually: "Copy this: %s",
  reportMistakeHere: "Report a mistake at this moment",
  shortcutsHelp: "These shortcuts work while the focus is in the player.",
  useShortcuts: "Use keyboard shortcuts",
  spaceKey: "Space",
  fullScreenNotAllowed: "Full screen isn't allowed here. Open the film's page instead.",
};

export type PlayerStrings = typeof en;

export type LazyScriptStrings = typeof lazy;

/** The strings of the lazily loaded script. */
export type PlayerScriptStrings = PlayerStrings &
  LazyScriptStrings & {
    readonly openFilmPage: string;
    readonly nextEpisode: string;
  };

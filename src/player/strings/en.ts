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
  pause: "Pause",
  mute: "Mute",
  unmute: "Unmute",
  time: "Time",
  volume: "Volume",
  /** Between the time and the length: 1:23 of 12:34. */
  of: "of",
  speed: "Speed",
  version: "Version",
  lowerQuality: "Lower quality",
  withAudioDescription: "With audio description",
  repeat: "Repeat this part",
  copyLink: "Copy link",
  linkCopied: "Link copied. It starts at %s.",
  copyLinkManually: "Copy this address: %s",

  // Used in the lazily loaded script
  captionColors: "Colors",
  captionColorNames: ["White on gray", "White on black", "Yellow on black", "Black on white"],
  pictureInPicture: "Picture in picture",
  playFirst: "Play the film first.",
  rememberPosition: "Remember my position on this device",
  resumed: "Resumed at %s, where you stopped.",
  descriptions: "Descriptions",
  descriptionsAsText: "As text",
  descriptionsAloud: "Read aloud",
  noCaptionsInYourLanguage:
    "There are no captions in your language yet. These are in the original language.",

  find: "Find in the transcript",
  matchCount: "%number% of %count%",
  noMatches: "No matches",
  previous: "Previous",
  next: "Next",
  scrollWithFilm: "Scroll with the film",
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

  keyboardShortcuts: "Keyboard shortcuts",
  shortcutsHelp: "These shortcuts work while the focus is in the player.",
  useShortcuts: "Use keyboard shortcuts",
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
  spaceKey: "Space",
  close: "Close",
  fullScreenNotAllowed: "Full screen isn't allowed here. Open the film's page instead.",

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

export type PlayerStrings = typeof en;

/** The strings of the lazily loaded script. */
export type PlayerScriptStrings = PlayerStrings & {
  readonly openFilmPage: string;
  readonly nextEpisode: string;
};

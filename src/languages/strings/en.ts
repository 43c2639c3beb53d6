import { plural } from "../plural.ts";
import { en as player } from "./player/en.ts";

/** The interface in English. Every other language has the same keys, or it doesn't compile. */
export const en = {
  // The frame of every page
  skipToContent: "Skip to the content",
  library: "Library",
  language: "Language",
  about: "About this library",
  contact: "Contact",
  noContact: "No address to write to is given here yet.",
  reportMistake: "Report a mistake",
  publishedBy: (publisher: string) => `Published by ${publisher}`,
  privacy: "No cookies and no tracking. Nobody is told that you were here.",

  // Lists
  newestEpisode: "Newest episode",
  series: "Series",
  episodes: "Episodes",
  documents: "Documents",
  film: "Film",
  document: "Document",
  episodeNumber: (number: number) => `Episode ${number}`,
  seasonNumber: (number: number) => `Season ${number}`,
  episodeCount: (count: number) => plural("en", count, { one: "# episode", other: "# episodes" }),
  wholeLibrary: "See the whole library",
  more: "More",
  nothingHere: "Nothing is published here yet.",

  // What a work is
  availableIn: "Languages",
  onlyIn: (language: string) => `In ${language}`,
  contentWarning: "Before you watch",
  machineMade: "Made by a machine: it may be wrong",
  stale: "The original has changed since this was written",

  // Watching
  watch: "Watch",
  transcript: "Transcript",
  chapters: "Chapters",
  playFrom: (moment: string) => `Play from ${moment}`,
  noTranscript: "There is no transcript yet.",
  takeWithYou: "Take it with you",
  transcriptAs: {
    txt: "Transcript, plain text",
    html: "Transcript, page to print",
    docx: "Transcript, Word (DOCX)",
    md: "Transcript, Markdown",
    csv: "Transcript, table (CSV)",
    json: "Transcript, for programs (JSON)",
    vtt: "Captions, WebVTT",
    srt: "Captions, SRT",
  },
  classPack: "Class pack",
  classPackHelp: "For a class: transcript, captions and what goes with the film, in one file",
  withTimes: "with times",
  sideBySide: "Side by side",
  besideNone: "One language",
  correctedOn: (date: string) => `Corrected on ${date}`,
  corrections: "Corrections",
  whatWasCorrected: "See what was corrected",
  saidBefore: "Before",
  saidNow: "Now",
  onlyTimesCorrected: "The words are the same; only their times or their layout were mended.",
  correctionNotShown: "What it said before isn't shown.",
  noCorrections: "Nothing was corrected since this was published.",
  saidNothing: "(nothing)",
  letterAbout: (title: string) => `A mistake in “${title}”`,
  letterMoment: (moment: string) => `At ${moment} it says:`,
  letterQuestion: "What should it say?",
  howToCite: "How to cite",
  soundOnly: "Sound only",
  wholeFilm: "Film",
  audioDescription: "Audio description",
  audioDescriptionModes: {
    integrated: "The narration says what matters in the picture.",
    track: "Described in a text track of its own.",
    file: "There is a second sound track with descriptions.",
    none: "None yet.",
  },
  goesWithIt: "Goes with it",
  nextEpisode: "Next episode",
  related: "Related",
  credits: "Credits",
  licence: "License",
  cannotPlay: "This browser can't play the film. You can download it:",
  watchHere: "Open the film's own page",
  source: "Source",
  quoted: (words: string) => `“${words}”`,

  // Reading
  read: "Read",
  originalIn: (language: string) => `This text is in ${language}.`,
  contents: "Contents",
  openPdf: "Open the PDF",

  // When something is wrong
  notFound: "This page isn't here",
  notFoundHelp:
    "The address may be mistyped, or the work may have moved. Everything we publish is in the library.",
  withdrawn: "This work was withdrawn",
  withdrawnHelp: "It isn't available any more.",
  wrongMethod: "This address only answers to reading",
  serverError: "Something went wrong on our side",
  serverErrorHelp: "Please try again in a moment.",

  // Searching
  search: "Search",
  searchLibrary: "Search the library",
  searchHelp:
    "Write words, or a phrase in “quotation marks”. Accents and tone marks may be left out.",
  searchedFor: (query: string) => `Search: ${query}`,
  filters: "Narrow the search",
  anyKind: "Everything",
  films: "Films",
  anyLanguage: "Any language",
  inThisSeries: "Search in this series",
  everySeries: "Search beyond this series",
  foundIn: (language: string) => `Said in ${language}`,
  bestMatches: "These are the best matches. Add a word to find fewer.",
  nothingFound: (query: string) => `Nothing is found for “${query}”.`,
  didYouMean: "Perhaps you mean",
  withoutFilters: "It is found without the filters",
  tooManySearches: "Too many searches at once",
  tooManySearchesHelp: "Please wait a minute and search again.",

  // Narrowing the library
  filterLibrary: "Narrow the list",
  kind: "Kind",
  topic: "Topic",
  anyTopic: "Any topic",
  anySeries: "All series",
  number: (count: number) => plural("en", count, { other: "#" }),
  workCount: (count: number) => plural("en", count, { one: "# work", other: "# works" }),
  nothingOnShelf: "Nothing here is all of this at once.",
  withoutFilter: (filter: string) => `Without “${filter}”`,

  // A file of its own: src/languages/strings/player
  player,
};

export type Strings = typeof en;

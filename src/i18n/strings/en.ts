import { plural } from "../plural.ts";

/** The interface in English. Every other language must have the same keys, or it doesn't compile. */
export const en = {
  // Every page
  skipToContent: "Skip to content",
  library: "Library",
  language: "Language",
  about: "About this library",
  contact: "Contact",
  noContact: "No contact address has been published yet.",
  reportMistake: "Report a mistake",
  publishedBy: (publisher: string) => `Published by ${publisher}`,
  privacy: "No cookies and no tracking. We don't record your visit.",
  /** Between the facts of a list: “MP4, 43 kB”. */
  listSeparator: ", ",

  // Lists of works
  newestEpisode: "Newest episode",
  series: "Series",
  episodes: "Episodes",
  documents: "Documents",
  film: "Film",
  document: "Document",
  episodeNumber: (number: number) => `Episode ${number}`,
  seasonNumber: (number: number) => `Season ${number}`,
  episodeCount: (count: number) => plural("en", count, { one: "# episode", other: "# episodes" }),
  viewLibrary: "View the whole library",
  more: "More",
  nothingPublished: "Nothing has been published yet.",

  // Labels of a work
  languages: "Languages",
  noSpeech: "No speech",
  inLanguage: (language: string) => `In ${language}`,
  contentWarning: "Before you watch",
  machineGenerated: "Machine-generated: may contain errors",
  stale: "The original has changed since this version was written",

  // Watching
  transcript: "Transcript",
  chapters: "Chapters",
  playFrom: (moment: string) => `Play from ${moment}`,
  nobodySpeaks: "Nobody speaks in this film.",
  noTranscript: "There is no transcript yet.",
  download: "Download",
  formatNames: {
    txt: "Transcript, plain text",
    html: "Transcript, for printing",
    docx: "Transcript, Word (DOCX)",
    md: "Transcript, Markdown",
    csv: "Transcript, table (CSV)",
    json: "Transcript, for software (JSON)",
    vtt: "Captions, WebVTT",
    srt: "Captions, SRT",
  },
  classPack: "Class pack",
  classPackHelp: "For teaching: transcript, captions and related files in one ZIP file",
  withTimes: "with timestamps",
  sideBySide: "Side by side",
  oneLanguage: "One language",
  correctedOn: (date: string) => `Corrected on ${date}`,
  corrections: "Corrections",
  seeCorrections: "See the corrections",
  textBefore: "Before",
  textNow: "Now",
  onlyTimingCorrected: "The text is the same; only its timing or layout was corrected.",
  earlierTextHidden: "The earlier text isn't shown.",
  noCorrections: "Nothing has been corrected since this was published.",
  noText: "(nothing)",
  reportSubject: (title: string) => `Mistake in “${title}”`,
  reportMoment: (moment: string) => `At ${moment} the text reads:`,
  reportQuestion: "What should it say?",
  howToCite: "How to cite",
  audioOnly: "Audio only",
  video: "Video",
  audioDescription: "Audio description",
  audioDescriptionModes: {
    integrated: "The narration already describes what matters in the picture.",
    track: "Descriptions are available as a separate text track.",
    file: "A second audio track with descriptions is available.",
    none: "Not available yet.",
  },
  relatedFiles: "Related files",
  nextEpisode: "Next episode",
  related: "Related",
  credits: "Credits",
  license: "License",
  cannotPlay: "This browser can't play the film. You can download it:",
  openFilmPage: "Open the film's page",
  source: "Source",
  quoted: (text: string) => `“${text}”`,

  // Reading
  textLanguage: (language: string) => `This text is in ${language}.`,
  contents: "Contents",
  openPdf: "Open the PDF",

  // Errors
  notFound: "Page not found",
  notFoundHelp:
    "The address may be mistyped, or the page may have moved. You can search for it or view the whole library.",
  withdrawn: "This work has been withdrawn",
  withdrawnHelp: "It is no longer available.",
  serverError: "Something went wrong on our side",
  serverErrorHelp: "Please try again in a moment.",

  // Searching
  search: "Search",
  searchLibrary: "Search the library",
  searchHelp:
    "Search for words, or for a phrase in “quotation marks”. You can leave out accents and tone marks.",
  searchTitle: (query: string) => `Search: ${query}`,
  filterResults: "Filter results",
  allTypes: "All types",
  films: "Films",
  allLanguages: "All languages",
  searchSeries: "Search this series",
  searchAll: "Search the whole library",
  onlyBestMatches: "Only the best matches are shown. Add a word to narrow the search.",
  noResults: (query: string) => `No results for “${query}”.`,
  didYouMean: "Did you mean:",
  seeUnfiltered: "See results without filters",
  tooManySearches: "Too many searches at once",
  tooManySearchesHelp: "Please wait a minute and search again.",

  // Filtering the library
  filterWorks: "Filter the list",
  type: "Type",
  topic: "Topic",
  allTopics: "All topics",
  allSeries: "All series",
  formatCount: (count: number) => plural("en", count, { other: "#" }),
  workCount: (count: number) => plural("en", count, { one: "# work", other: "# works" }),
  noMatchingWorks: "No works match these filters.",
  removeFilter: (filter: string) => `Remove “${filter}”`,
};

export type Strings = typeof en;

import { plural } from "../../i18n/plural.ts";

/** What the console says of a value, in English. Spanish must have the same keys, or it doesn't compile. */
export const sentencesEn = {
  signedInAs: (name: string, role: string) => `${name} (${role})`,
  appearsOn: (date: string) => `Appears on ${date}`,
  lastChange: (action: string, actor: string) => `${action} by ${actor}`,
  revision: (number: number) => `Revision ${number}`,
  validUntil: (time: string) => `Valid until ${time}.`,
  compareWith: (number: number) => `What changed since revision ${number}`,
  goBackTo: (number: number) => `Go back to revision ${number}`,
  goBackHelp: (number: number) =>
    `Revision ${number} becomes the current one, for readers at once. No revision is lost: you can return to today's in the same way. This is what changes:`,
  withdrawTitle: (title: string) => `Withdraw “${title}”`,
  stopsCaptions: (count: number) =>
    plural("en", count, {
      one: "# captions file and its transcript",
      other: "# captions files and their transcripts",
    }),
  stopsFiles: (count: number) =>
    plural("en", count, {
      one: "# file, of all revisions, is deleted, unless another public work uses it",
      other: "# files, of all revisions, are deleted, unless another public work uses them",
    }),
  noticeIn: (language: string) => `Notice in ${language}`,
  restoreTitle: (title: string) => `Restore “${title}”`,
  textsOf: (title: string) => `Names and descriptions: ${title}`,
  partIn: (part: string, language: string) => `${part} in ${language}`,
  savedBy: (name: string) => `Saved by ${name}`,
  moreLines: (count: number) =>
    plural("en", count, { one: "# more line differs.", other: "# more lines differ." }),
  findingAt: (severity: string, line: number) => `${severity}, line ${line}:`,
  translatorHelp: (name: string) =>
    `The draft was saved by ${name}. Leave this empty to name nobody; ask before you name somebody.`,
  editAsText: (what: string) => `Edit as text: ${what}`,
  captionsOf: (title: string, language: string, kind: string) => `${title}: ${kind}, ${language}`,
  reportedOn: (date: string) => `Received on ${date}`,
  captionsAtMoment: (moment: string) => `Open the captions at ${moment}`,
  reportDoneBy: (name: string) => `Done: ${name}`,
  reportDeletedBy: (name: string) => `Deleted: ${name}`,
  signedIn: (time: string) => `Signed in ${time}`,
};

export type ConsoleSentences = typeof sentencesEn;

/** The page that publishes, in English. Spanish must have the same keys, or it doesn't compile. */
export const en = {
  dropHere: "Drop a folder here",
  dropHelp:
    "A work's folder with its manifest (episode.yaml, document.yaml …), a whole series, or a film without a manifest: a form then asks for the rest. Nothing is sent before you have seen what would change.",
  chooseFolder: "Choose a folder",
  chooseFiles: "Choose files",
  reading: "Reading the files…",
  readingHelp: "A large film takes a while: all of it is read. Nothing is sent yet.",
  noFiles: "There were no files in it.",
  mistakes: "What was found",
  mistakesHelp:
    "The same list as of `videoteca check`. Correct the files, then choose the folder again.",
  again: "Choose again",
  planning: "Asking the library what would change…",
  plan: "What publishing would change",
  publish: "Publish",
  overwrite: "Publish all the same, and undo these later changes",
  undoes: "A colleague has changed this since your folder was last in step with the library.",
  nothing: "Everything is as in the library: there is nothing to publish.",
  sending: "Sending",
  progress: (sent: string, total: string) => `${sent} of ${total}`,
  rate: (rate: string) => `${rate} a second`,
  pause: "Pause",
  resume: "Go on",
  interruptions: {
    paused: "Paused. What has arrived is kept.",
    offline: "The connection is lost. It goes on by itself when you are online again, or now:",
    "signed-out":
      "You aren't signed in any more. Sign in again in another tab; this page then goes on by itself.",
  },
  signIn: "Sign in again",
  keepOpen: "Keep this page open until everything has arrived.",
  published: "Published",
  failed: "Not everything was published",
  result: "Result",
  openPage: "Open the page",
  notPublic: "not public yet",
  toWork: "In the console",
  memory:
    "Put this file into the folder. Then the next publication from it knows which revision it had, and can't undo a colleague's change unnoticed:",
  tryAgain: "Try again",
  problem: "That didn't work",
  another: "Publish something else",
};

export type PublishStrings = typeof en;

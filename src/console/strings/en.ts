/**
 * The console in English; what depends on a value is in sentences-en.ts. Spanish must have the same keys, or it doesn't
 * compile. The build makes a static asset of each language's, so that the Worker doesn't hold them.
 */
export const en = {
  console: "Staff console",
  skipToContent: "Skip to content",
  language: "Language",
  publicSite: "Public site",
  works: "Works",
  publishFiles: "Publish",
  publishNeedsScript:
    "This page needs JavaScript. Without it, publish with the command line: videoteca apply.",
  account: "Account",
  sessions: "Sessions",
  members: "Members",
  roles: { translator: "translator", publisher: "publisher", admin: "admin" },

  // Signing in
  signIn: "Sign in",
  signInHelp:
    "With the staff token that an administrator of the library made for you. Your browser stays signed in for ten hours.",
  staffToken: "Staff token",
  wrongToken: "This token isn't valid. It may be wrong, expired or revoked.",
  tooManyTries: "Too many tries. Wait a minute, then try again.",
  openedFromElsewhere: "If you are signed in already and came here by a link from another site,",
  openedFromElsewhereLink: "continue to this page",
  signOut: "Sign out",
  sessionEnded:
    "Your session has ended, and nothing was done. Sign in below, in a new tab; then come back to this one and send the form again. What you wrote is still in it.",
  earlierSession:
    "Nothing was done yet: the form was of an earlier session. What you wrote is still in it.",
  sendAgain: "Send the form again",

  // The list
  noWorks: "No work fits these filters.",
  nothingYet: "Nothing has been published yet. Publish a first work with the command line.",
  filters: "Filters",
  find: "Title or slug",
  status: "Status",
  anyStatus: "Any status",
  statuses: {
    draft: "Draft",
    scheduled: "Scheduled",
    published: "Published",
    withdrawn: "Withdrawn",
  },
  texts: "Captions and texts",
  anyTexts: "All works",
  needs: { missing: "Something is missing", machine: "Machine-made", stale: "Out of date" },
  inLanguage: "In the language",
  anyLanguage: "Any language",
  show: "Show",
  more: "More works",
  kinds: { Library: "Settings", Series: "Series", Episode: "Film", Document: "Document" },
  changes: {
    apply: "Published",
    rollback: "Rolled back",
    withdraw: "Withdrawn",
    restore: "Restored",
    delete: "Deleted",
  },
  textStates: {
    missing: "missing",
    machine: "machine-made",
    stale: "out of date",
    human: "complete",
    none: "no speech",
  },
  parts: { title: "Title", description: "Description", text: "Captions or text" },

  // A work
  publicPage: "Public page",
  current: "current",
  history: "History",
  languages: "Languages",
  preview: "Make a preview link",
  previewHelp: "Shows this work to anybody who has the link, for a day.",
  previewReady: "The preview link. It is shown only now:",
  done: {
    rollback: "Done: the chosen revision is the current one.",
    withdraw: "Withdrawn. Its pages show the notice, and its files are deleted.",
    restore: "Restored: the work is as it was before it was withdrawn.",
    texts: "Published.",
    "draft-deleted": "The draft is deleted.",
  },
  refused: "Nothing was changed.",
  backToWork: "Back to the work",
  changedMeanwhile: "What was changed meanwhile",
  tryAgain: "Look at the work as it is now",

  // Difference, rollback
  difference: "Differences",
  compare: "Compare",
  compareAny: "Compare any two revisions",
  olderRevision: "From revision",
  newerRevision: "To revision",
  noDifference: "There are no differences.",
  goBack: "Go back to this revision",

  // Withdraw, restore
  withdraw: "Withdraw",
  withdrawNow: "Withdraw now",
  willStop: "This stops at once, for everybody:",
  stops: {
    page: "its page in every language, which then shows the notice",
    embed: "its embed on other sites",
  },
  willStopHelp:
    "To restore the work, these files must be sent again. Copies that people saved stay with them.",
  notice: "Notice for readers",
  noticeHelp: "Optional. A sentence or two on why the work isn't here; name nobody.",
  neverPublic:
    "This work was never public, so there is nothing to withdraw: a notice would tell that it exists. Delete the draft with the command line: videoteca delete",
  restore: "Restore",
  restoreHelp:
    "The work becomes public as it was before it was withdrawn. Its files were deleted: if one is missing, nothing is changed, and it can be sent again with the command line from now on.",
  restoreNow: "Restore now",
  notAllowed: "Your role doesn't allow this. Ask a publisher.",

  // Names and descriptions
  editTexts: "Edit names and descriptions",
  editAll: "Edit everything in a form",
  textFields: {
    name: "Title",
    description: "Description",
    contentWarning: "Content warning",
    posterAlt: "What the poster shows, for people who can’t see it",
  },
  bracketsHelp:
    "Leave a language empty if it has no text. A title that the publisher didn’t give stands [in brackets].",
  showPlan: "Show what would change",
  plan: "Plan",
  planHelp: "This is what readers will see at once. Nothing is published yet.",
  publish: "Publish this",
  mistakes: "This can’t be published as it is:",
  refusedTexts:
    "Nothing was published. What you wrote is in the form: look at it, then let the plan be shown again.",

  // Reports of mistakes
  reports: "Reports",
  report: {
    help: "Mistakes that readers reported with the form of the public pages. Nothing is kept about who wrote them. Those that are done are deleted after 30 days.",
    isOff:
      "Readers can't send reports here. To let them, write “reportMistakes: inbox” into the library's settings (library.yaml) and publish them.",
    states: { open: "Open", done: "Done or deleted" },
    none: "There are no such reports.",
    more: "Older reports",
    captions: "Open the captions",
    textSaid: "The text said:",
    reader: "The reader wrote:",
    markDone: "Mark as done",
    reopen: "Open again",
    delete: "Delete",
    deleteHelp: "What it says is deleted for good.",
    outcomes: {
      done: "The report is marked as done.",
      open: "The report is open again.",
      delete: "The report is deleted.",
    },
  },

  // Drafts of captions and texts
  drafts: "Drafts",
  draftsHelp:
    "Captions and texts that somebody is working on. Readers see none of them. A publisher reads those that are ready, and publishes them or sends them back.",
  noDrafts: "There are no drafts.",
  draftParts: {
    captions: "Captions",
    subtitles: "Subtitles",
    descriptions: "Descriptions",
    text: "Text",
  },
  draftStates: { working: "In progress", ready: "Ready" },
  draftDone: {
    saved: "Saved as a draft. Nothing is published.",
    returned: "Sent back: the draft is in progress again.",
  },
  publishedSince:
    "What is published has changed since this draft was begun. The differences below show what the draft would undo.",
  draftDifference: "What the draft changes",
  added: "Added: ",
  removed: "Removed: ",
  findings: "To look at",
  severities: { error: "Mistake", warning: "Warning", note: "Note" },
  draftText: "The text",
  markdownHelp: "Markdown: # for headings, a blank line between paragraphs.",
  webVttHelp:
    "WebVTT: above each caption its times, such as 00:00:01.500 --> 00:00:04.000, and a blank line below it.",
  notYourLanguage: "You can read this draft. You may write drafts in your own languages only.",
  saveDraft: "Save as a draft",
  saveAsReady: "Save, and ask a publisher to read it",
  deleteDraft: "Delete this draft",
  returnDraft: "Send back",
  draftMoved:
    "Nothing was published: the draft was saved or deleted meanwhile. This is how it is now.",
  hasErrors: "Nothing was published: the draft has mistakes, which are listed below.",
  yoursAndTheirs: "What you wrote is in the form. This is what saving it again would change:",
  translator: "Translator, as readers see it",
  backToDraft: "Back to the draft",
  newTranslation: "New translation (language)",
  begin: "Begin",

  // Captions
  trackKinds: { captions: "captions", subtitles: "subtitles", descriptions: "descriptions" },
  editCaptions: "Edit captions",
  addCaptions: "Write captions",
  addCaptionsIn: "Captions in another language",
  addCaptionsHelp: "Its tag, such as fr or ht.",
  open: "Open",
  editorNeedsScript:
    "The captions editor needs JavaScript. Without it, get the captions with the command line, videoteca pull, change them in any editor, and publish them with videoteca apply.",

  // Sessions
  sessionsHelp: "Browsers that are signed in with a staff token. End one that you don't know.",
  thisBrowser: "this browser",
  endSession: "End this session",

  // Members
  membersHelp:
    "People who sign in by Cloudflare Access, and what they may do. People with a staff token aren't listed here.",
  accessIsOff: "Cloudflare Access isn't set up for this library: see docs/console.md.",
  email: "E-mail address",
  name: "Name",
  role: "Role",
  memberLanguages: "Languages of a translator",
  memberLanguagesHelp: "Language tags such as es vi; empty for all.",
  saveMember: "Save",
  removeMember: "Remove",
  noMembers: "There are no members yet.",
  invalidMember: "This can't be saved:",
};

export type ConsoleTexts = typeof en;

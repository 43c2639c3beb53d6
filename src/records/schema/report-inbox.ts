/** What `reportMistakes` in the library's settings says instead of an address: reports arrive in the console. */
export const reportInbox = "inbox";

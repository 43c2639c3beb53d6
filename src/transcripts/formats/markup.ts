/** Text as it may stand in HTML or XML, in an element or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}

const references: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** As `escapeMarkup`, without the characters that XML 1.0 (§2.2) has no way to hold. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.toWellFormed().replace(notAllowedInXml, "\uFFFD"));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
const notAllowedInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

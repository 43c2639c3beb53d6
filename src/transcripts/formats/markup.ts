/** Escapes text for HTML or XML, in an element or a quoted attribute. */
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

/** As `escapeMarkup`, with the characters that XML 1.0 (section 2.2) can't contain replaced. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.toWellFormed().replace(notAllowedInXml, "\uFFFD"));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML can't contain them
const notAllowedInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

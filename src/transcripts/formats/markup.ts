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

// Of the control characters it discourages those from U+007F on.
const notAllowedInXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

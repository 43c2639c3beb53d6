/** What the YAML library says of a line, in words for people who meet YAML here for the first time. */
export function explainYamlError(code: string, message: string, lines: LinesAround): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return "this field stands here twice: keep one of them";
    case "TAB_AS_INDENT":
      return "a tab stands here: indent with spaces";
    case "MULTIPLE_DOCS":
      return "a second document begins here: a manifest is one, so take the `---` out";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return misreadLine(lines);
    case "BAD_SCALAR_START":
    case "TAG_RESOLVE_FAILED":
      return `a text that begins with ${lines.character} goes in quotes: "${lines.character}…"`;
    case "BAD_INDENT":
      return `this isn't YAML: see the spaces at the line's beginning, and whether a quote or a bracket is missing above (${message})`;
    case "MISSING_CHAR":
      if (/closing/.test(message)) return "a quote isn't closed: write it at the text's end too";
      return /^[\w -]+$/.test(lines.line.trim())
        ? misreadLine(lines)
        : `this isn't YAML: see whether a quote, a colon or a bracket is missing (${message})`;
    default:
      return `this isn't YAML: ${message}`;
  }
}

/** What stands where a fault was found. */
export interface LinesAround {
  readonly character: string;
  readonly line: string;
  readonly next: string;
}

/** A line that was taken for something else, as a space or a colon is missing, or one too many. */
function misreadLine({ line, next }: LinesAround): string {
  const [, key, value] = /^\s*(?:- +)?(\w+):(\S.*)$/.exec(line) ?? [];
  if (/[\u00a0\u2000-\u200b\u202f]/.test(line)) {
    return "a space in this line isn't a plain one (it came with copied text): type it anew";
  }
  if (key !== undefined) {
    return `a space is missing behind the colon: write ${key}: ${String(value).slice(0, 40)}`;
  }
  if (!line.includes(":")) {
    const [, field, rest] = /^\s*(\w+) +(\S.*)$/.exec(line) ?? [];
    return field === undefined
      ? "a colon is missing in this line: a field is written `name: value`"
      : `a colon is missing: write ${field}: ${String(rest).slice(0, 40)}`;
  }
  if (indentOf(next) > indentOf(line) && /^\s*(- +)?\w[\w ]*: +[^\s"'#][^:]*$/.test(line)) {
    return "the next line stands further in than this one, which has its value already: begin both at the same column";
  }
  return 'a text with a colon in it stands here: put the text in quotes, "…: …"';
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Explains an error of the YAML library to readers who are new to YAML. */
export function explainYamlError(code: string, message: string, lines: LinesAround): string {
  // The YAML library reads what is nested by calling itself.
  if (message.includes("call stack")) return "lists or brackets are nested too deeply here";
  switch (code) {
    case "TAB_AS_INDENT":
      return "this line is indented with a tab: use spaces";
    case "MULTIPLE_DOCS":
      return "a second YAML document starts here, and a manifest is only one: remove the `---`";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return misreadLine(lines);
    case "BAD_SCALAR_START":
    case "TAG_RESOLVE_FAILED":
      return `a text that begins with ${lines.character} must be in quotes: "${lines.character}…"`;
    case "BAD_INDENT":
      return `this isn't valid YAML: check the indentation of this line, and whether a quotation mark or a bracket is missing above (${message})`;
    case "MISSING_CHAR":
      if (/closing/.test(message))
        return "a quotation mark isn't closed: add it at the end of the text";
      return /^[\w -]+$/.test(lines.line.trim())
        ? misreadLine(lines)
        : `this isn't valid YAML: check whether a quotation mark, a colon or a bracket is missing (${message})`;
    default:
      return `this isn't valid YAML: ${message}`;
  }
}

/** The text around the position of an error. */
export interface LinesAround {
  readonly character: string;
  readonly line: string;
  readonly next: string;
}

/** Explains a line that YAML reads differently because a space or a colon is missing or superfluous. */
function misreadLine({ line, next }: LinesAround): string {
  const [, key, value] = /^\s*(?:- +)?(\w+):(\S.*)$/.exec(line) ?? [];
  if (/[\u00a0\u2000-\u200b\u202f]/.test(line)) {
    return "this line contains a special space character (probably from copied text): type the space again";
  }
  if (key !== undefined) {
    return `a space is missing after the colon: write ${key}: ${String(value).slice(0, 40)}`;
  }
  if (!line.includes(":")) {
    const [, field, rest] = /^\s*(\w+) +(\S.*)$/.exec(line) ?? [];
    return field === undefined
      ? "a colon is missing in this line: a field is written `name: value`"
      : `a colon is missing: write ${field}: ${String(rest).slice(0, 40)}`;
  }
  if (indentOf(next) > indentOf(line) && /^\s*(- +)?\w[\w ]*: +[^\s"'#][^:]*$/.test(line)) {
    return "the next line is indented further, but this line already has its value: start both in the same column";
  }
  return 'this text contains a colon: put it in quotes, "…: …"';
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

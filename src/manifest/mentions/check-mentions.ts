import {
  type FieldMention,
  findNamesInFields,
  privateNamesOf,
} from "../../records/mentions/private-credits.ts";
import type { CheckProblem } from "../checks.ts";

/**
 * Finds names of credits with `public: false` in the other fields of a manifest.
 * @param value a manifest, also one that isn't valid: what is in it is reported with its other errors
 */
export function checkMentions(value: unknown): CheckProblem[] {
  const { forbidden, allowed } = privateNamesOf(value);
  return [
    ...findNamesInFields(value, forbidden).map(mentionError),
    ...findNamesInFields(value, allowed).map(mentionNote),
  ];
}

function mentionError({ name, path }: FieldMention): CheckProblem {
  return { path, severity: "error", message: explainMention(name) };
}

function mentionNote({ name, path }: FieldMention): CheckProblem {
  return { path, severity: "note", message: explainAllowedMention(name) };
}

/** The error for a name that isn't public and is in a text that is. */
export function explainMention(name: string): string {
  return `this contains “${name}”, whose credit says public: false: remove the name here, or write allowMentions: true in the credit if this is someone else`;
}

/** The note for a name that isn't public and may be mentioned. */
export function explainAllowedMention(name: string): string {
  return `this contains “${name}”, whose credit says public: false and allowMentions: true`;
}

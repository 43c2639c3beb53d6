import type { ProblemType } from "../api/contract/problems.ts";

/**
 * Why a change was rejected: each is a problem type (RFC 9457) with a paragraph in docs/problems.md. These ids
 * are part of public URIs and never change, so a revision conflict keeps its first id, `moved`.
 */
export type PublishingErrorReason = Extract<
  ProblemType,
  | "broken-history"
  | "draft-changed"
  | "forbidden"
  | "invalid-record"
  | "kind-changed"
  | "last-admin"
  | "missing-blobs"
  | "missing-season"
  | "missing-series"
  | "never-public"
  | "season-in-use"
  | "series-in-use"
  | "was-public"
  | "moved"
  | "name-not-public"
  | "no-draft"
  | "no-such-draft"
  | "no-such-revision"
  | "not-found"
  | "not-withdrawn"
  | "slug-conflict"
  | "slug-in-use"
  | "too-large"
  | "withdrawn"
>;

/** A change that can't be made. Nothing was written; the message tells staff what to do. */
export class PublishingError extends Error {
  readonly reason: PublishingErrorReason;
  /** Details for programs: extension members of the problem document (RFC 9457 §3.2). */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    reason: PublishingErrorReason,
    message: string,
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.reason = reason;
    this.members = members;
  }
}

/** @param renamedTo the slug that the work has today, if it had this one before */
export function workNotFound(slug: string, renamedTo?: string): PublishingError {
  const advice = renamedTo === undefined ? "check its spelling" : `it is called ${renamedTo} now`;
  return new PublishingError("not-found", `No work has the slug ${slug}: ${advice}.`);
}

/** The error for a draft that was deleted, with its audit trail: undefined if there is none. */
export function deletedWorkNotFound(
  slug: string,
  events: readonly { readonly at: string; readonly actor: string }[],
): PublishingError | undefined {
  const [deletion] = events;
  if (deletion === undefined) return undefined;
  const detail = `${slug} was a draft, and was deleted by ${deletion.actor} at ${deletion.at}.`;
  return new PublishingError("not-found", detail, { events });
}

export function revisionNotFound(slug: string, number: number): PublishingError {
  return new PublishingError(
    "no-such-revision",
    `${slug} has no revision ${number}: see its history.`,
  );
}

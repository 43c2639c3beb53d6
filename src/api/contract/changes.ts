import * as z from "zod";
import { texts } from "../../records/schema/fields.ts";
import {
  auditAction,
  digest,
  revisionNumber,
  timestamp,
} from "../../records/schema/publishing-fields.ts";
import { slug } from "../../records/schema/slug.ts";
import { explainNotice } from "../../records/withdrawal-notice.ts";
import type { Immutable } from "./immutable.ts";

/** Changes of a work other than publishing a record. */

/** `POST /api/v1/staff/works/{slug}/rollback`: without a number, to the revision before the current one. */
export const rollbackRequest = z.strictObject({ revision: revisionNumber.optional() });

/** `POST /api/v1/staff/works/{slug}/withdraw`: the public notice; without one the last notice stays. */
export const withdrawRequest = z.strictObject({
  notice: texts
    .superRefine((notices, context) => {
      for (const [language, notice] of Object.entries(notices)) {
        const message = explainNotice(language, notice);
        if (message !== undefined) context.addIssue({ code: "custom", message });
      }
    })
    .optional(),
});

/** `POST /api/v1/staff/works/{slug}/restore` */
export const restoreRequest = z.strictObject({});

/** `DELETE /api/v1/staff/works/{slug}` */
export const deleteRequest = z.strictObject({});

/** The answer to all four. */
export const changeResult = z.object({
  slug,
  /** `none` if there was nothing to change. */
  change: auditAction.exclude(["apply"]).or(z.literal("none")),
  /** The revision that is current now. */
  revision: revisionNumber,
  digest,
  /** Of a withdrawal or deletion: how many files were deleted. */
  removed: z.int().optional(),
  /** Of a withdrawal: the other published works that use some of its files, which therefore stay public. */
  usedBy: z.array(slug).optional(),
});
export type ChangeResult = Immutable<z.infer<typeof changeResult>>;

/** How long a preview link lasts, in hours: by default a day (DESIGN 5), at most a month. */
export const defaultPreviewHours = 24;
export const maxPreviewHours = 30 * 24;

/** `POST /api/v1/staff/works/{slug}/preview` */
export const previewRequest = z.strictObject({
  hours: z.number().positive().max(maxPreviewHours).default(defaultPreviewHours),
});

export const previewLink = z.object({
  slug,
  url: z.url(),
  /** The embed's address; null for a document. */
  embed: z.url().nullable(),
  expiresAt: timestamp,
});
export type PreviewLink = Immutable<z.infer<typeof previewLink>>;

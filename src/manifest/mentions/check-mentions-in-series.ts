import { findNamesInFields, privateNamesOf } from "../../records/mentions/private-credits.ts";
import type { Problem } from "../errors/problem.ts";
import type { LocatedManifest } from "../located-manifest.ts";
import { explainMention } from "./check-mentions.ts";

/** Finds names of credits with `public: false` in the manifests of the series that their episodes belong to. */
export function checkMentionsInSeries(works: readonly LocatedManifest[]): Problem[] {
  return works.flatMap(({ file, manifest: series, locationOf }) => {
    if (series.kind !== "Series") return [];
    const credits = works.flatMap(({ manifest }) =>
      manifest.kind === "Episode" && manifest.series === series.slug
        ? (manifest.credits ?? [])
        : [],
    );
    const mentions = findNamesInFields(series, privateNamesOf({ credits }).forbidden);
    return mentions.map(({ name, path }) => {
      const message = explainMention(name);
      return { file, ...locationOf(path), severity: "error", message };
    });
  });
}

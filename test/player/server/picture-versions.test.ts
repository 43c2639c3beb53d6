import { expect, test } from "vitest";
import { pictureVersions } from "../../../src/player/server/picture-versions.ts";
import type { Medium } from "../../../src/records/schema/record.ts";

const medium = (width?: number, height?: number, extension: Medium["extension"] = "mp4") => ({
  sha256: "0".repeat(64),
  extension,
  size: 1,
  duration: 1,
  ...(width !== undefined && { width }),
  ...(height !== undefined && { height }),
});
const named = (...media: Medium[]) =>
  pictureVersions(media).map(
    ({ height, media, isDefault }) => `${height}p × ${media.length}${isDefault ? ", default" : ""}`,
  );

test("a film's files are grouped by the shorter side of their picture, the highest first", () => {
  const films = [medium(640, 360), medium(1280, 720, "webm"), medium(1280, 720)];
  expect(named(...films)).toEqual(["720p × 2", "360p × 1, default"]);
  expect(named(medium(720, 1280), medium(360, 640))).toEqual(["720p × 1, default", "360p × 1"]);
});

test("files of unknown size are left out, and nothing is known to be lower than a first one of unknown size", () => {
  expect(named(medium(640, 360), medium())).toEqual(["360p × 1, default"]);
  expect(named(medium(), medium(640, 360))).toEqual([]);
  expect(named()).toEqual([]);
});

import { expect, test } from "vitest";
import { licenseUrl } from "../../../src/records/schema/license.ts";

test.each([
  ["CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"],
  ["CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"],
  ["CC-BY-3.0-US", "https://creativecommons.org/licenses/by/3.0/us/"],
  ["CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"],
  ["MIT", "https://spdx.org/licenses/MIT.html"],
  ["LicenseRef-All-Rights-Reserved", undefined],
  ["All rights reserved", undefined],
  [undefined, undefined],
])("the license %s has the address %s", (license, url) => {
  expect(licenseUrl(license)).toBe(url);
});

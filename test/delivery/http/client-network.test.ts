import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkOf } from "../../../src/delivery/http/client-network.ts";

describe("the network of an address", () => {
  test.each([
    ["192.0.2.1", "192.0.2.1"],
    [" 192.0.2.1 ", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:c000:0201", "192.0.2.1"],
    ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["1::3:4:5:6:192.0.2.1", "1:0:3:4::/64"],
  ])("%s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test.each([
    "",
    "x",
    "300.1.1.1",
    "1.2.3",
    "1:2:3",
    "::1::",
    "[::1]",
    "::1/64",
    "1.2.3.4:80",
    "::ffff:999.0.2.1",
  ])("is undefined if %j isn't an address", (text) => {
    expect(networkOf(text)).toBeUndefined();
  });

  test("is the same in any notation, and for all addresses of a /64", () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (address, host) => {
        const network = networkOf(address);
        if (network === undefined || !network.endsWith("::/64")) return;
        expect(networkOf(address.toUpperCase())).toBe(network);
        const groups = [48n, 32n, 16n, 0n].map((bits) => ((host >> bits) & 0xffffn).toString(16));
        const neighbor = `${network.slice(0, -"::/64".length)}:${groups.join(":")}`;
        const isMapped = networkOf(neighbor)?.includes(".");
        if (!isMapped) expect(networkOf(neighbor)).toBe(network);
      }),
    );
  });
});

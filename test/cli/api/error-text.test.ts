import { describe, expect, it } from "vitest";
import { statusMessage, unreachableMessage } from "../../../src/cli/api/error-text.ts";

describe("an error from the server", () => {
  const url = "https://library.example";
  it.each([
    [301, undefined, "set VIDEOTECA_URL to the library's own address"],
    [401, "Send a token.", "set VIDEOTECA_TOKEN to a valid one"],
    [403, "It lacks the scope publish.", "It lacks the scope publish."],
    [404, undefined, "see whether VIDEOTECA_URL is right"],
    [409, "Send these blobs first.", "Send these blobs first."],
    [412, "Someone else published a-film meanwhile.", "Someone else published a-film meanwhile."],
    [413, undefined, "make it smaller"],
    [422, "name: write a text", "name: write a text"],
    [429, undefined, "Wait a minute"],
    [500, undefined, "Run this again"],
    [503, "D1 is down.", "D1 is down."],
  ])("%i is explained with what to do", (status, detail, expected) => {
    expect(statusMessage(status, url, detail)).toContain(expected);
  });

  it("is explained by its cause if there is no answer", () => {
    const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(unreachableMessage(url, cause)).toContain("is the library running?");
    const wrapped = new Error("failed", { cause });
    expect(unreachableMessage(url, wrapped)).toContain("is the library running?");
    const both = new Error("failed", { cause: new AggregateError([cause]) });
    expect(unreachableMessage(url, both)).toContain("is the library running?");
    const other = new Error("failed", { cause: new Error("bad port") });
    expect(unreachableMessage(url, other)).toContain("(bad port)");
  });

  it.each([
    ["ERR_SSL_WRONG_VERSION_NUMBER", "nothing there speaks https"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate isn't valid"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "its certificate isn't valid"],
    ["HPE_INVALID_CONSTANT", "isn't a web server"],
    ["ETIMEDOUT", "takes too long"],
    ["ABORT_ERR", "takes too long"],
    ["ENETUNREACH", "there is no network"],
  ])("%s is explained if nothing can be sent", (code, expected) => {
    expect(unreachableMessage(url, Object.assign(new Error(), { code }))).toContain(expected);
  });
});

import packageJson from "../../../package.json" with { type: "json" };

/** The version in package.json, its only source. The built command has it inlined. */
export const version: string = packageJson.version;

/** The oldest Node that runs the built command: `engines` in package.json without its `>=`. */
export const minNodeVersion: string = packageJson.engines.node.replace(/^>=/, "");

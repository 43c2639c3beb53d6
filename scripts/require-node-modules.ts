import { isBuiltin } from "node:module";
import type { Plugin } from "esbuild";

/** The modules of Node itself, as this plugin names them in the bundle. */
const namespace = "node-module";

/**
 * Takes Node's own modules by `require` in a bundle of ES modules. An `import` reads every export of the module, so
 * that `node:http` loads the whole of `fetch` and its WebSocket, which takes longer than the rest of a command's start.
 */
export const requireNodeModules: Plugin = {
  name: "require-node-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, namespace: importer }) => {
      if (!isBuiltin(path)) return undefined;
      return importer === namespace ? { path, external: true } : { path, namespace };
    });
    onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
  },
};

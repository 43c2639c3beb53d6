/**
 * Stands in the Worker's bundle for fflate (wrangler.toml, [alias]): workerd has DEFLATE itself, in native code. Other
 * programs, the console in a browser among them, use the library.
 */
import { deflateRawSync } from "node:zlib";

/** DEFLATE without a header (RFC 1951), as fflate's function of this name. */
export const deflateSync = (bytes: Uint8Array, options: { readonly level: number }): Uint8Array =>
  deflateRawSync(bytes, options);

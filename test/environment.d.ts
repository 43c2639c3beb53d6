import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Bindings } from "../src/delivery/http/environment.ts";

/** The Worker's bindings and what vitest.config.ts adds to them, as `cloudflare:workers` types `env`. */
declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      TEST_MIGRATIONS: D1Migration[];
      /** `all` to try every fault (scripts/faults.ts). */
      FAULTS: string;
    }
  }
}

import { routes } from "./routes.ts";
import type { Bindings } from "./web/environment.ts";

/** What Cloudflare calls. */
export default { fetch: routes.fetch } satisfies ExportedHandler<Bindings>;

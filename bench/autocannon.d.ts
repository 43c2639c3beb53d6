/** As far as the bench uses autocannon, which has no types of its own (its README, “API”). */
declare module "autocannon" {
  interface Request {
    path?: string;
    headers?: Record<string, string>;
  }

  interface Options {
    readonly url: string;
    readonly connections: number;
    /** How many requests to send in all. */
    readonly amount: number;
    readonly headers?: Record<string, string>;
    readonly requests?: readonly { readonly setupRequest: (request: Request) => Request }[];
  }

  interface Result {
    /** Seconds. */
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }

  export default function autocannon(options: Options): Promise<Result>;
}

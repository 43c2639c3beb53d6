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
    readonly errors: number;
    readonly timeouts: number;
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }

  /** A run that has begun; its result comes at the end of a second. */
  interface Run extends Promise<Result> {
    on(event: "response", listener: () => void): this;
  }

  export default function autocannon(options: Options): Run;
}

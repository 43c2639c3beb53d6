import type { RequestContext } from "../../delivery/http/environment.ts";
import { checkWithdrawals } from "../../publishing/withdrawals.ts";
import { openDatabase } from "../../storage/database.ts";
import type { WithdrawalCheck } from "../contract.ts";

/** `GET /api/v1/staff/withdrawals?after=`: withdrawn works and files that came back, some files at a time. */
export async function getWithdrawals(context: RequestContext): Promise<Response> {
  const { DB, BLOBS } = context.env;
  const after = context.req.query("after") ?? "";
  return context.json<WithdrawalCheck>(
    await checkWithdrawals(openDatabase(DB), BLOBS, { after, now: new Date() }),
  );
}

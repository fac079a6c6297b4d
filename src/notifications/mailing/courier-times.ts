import { enqueue, type Transaction } from "../../store/index.ts";

/** The job that mails whatever is due, to whomever. */
export const courierJob = { name: "notifications-courier" } as const;

const bucketMs = 5_000;

/** Has the courier come at each of these moments, at most once in five seconds. */
export async function askForCourier(tx: Transaction, dues: readonly Date[]): Promise<void> {
  const buckets = new Set(dues.map((due) => Math.ceil(due.getTime() / bucketMs)));
  for (const bucket of buckets) {
    await enqueue(tx, courierJob, {}, { runAt: new Date(bucket * bucketMs), key: `${courierJob.name} ${bucket}` });
  }
}

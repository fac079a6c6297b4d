import type { Database } from "../store/index.ts";
import { listQuestionsById, type QuestionListed } from "./queries/index.ts";

/** Questions of a list whose ids another room finds. */
export interface ListedAhead {
  /** Begins to read them, as soon as their ids are known. */
  begin(ids: readonly number[]): void;
  /** What was read; nothing where nothing was begun. */
  byId(): Promise<ReadonlyMap<number, QuestionListed>>;
}

/** Lets the questions of a list be read while whoever found them reads the rest: both go to the database in one packet. */
export function listAhead(database: Database, communityId: number): ListedAhead {
  let reading: Promise<QuestionListed[]> = Promise.resolve([]);
  return {
    begin(ids) {
      reading = listQuestionsById(database, communityId, ids);
      // Where the other room fails, nobody waits for this one.
      reading.catch(() => {});
    },
    async byId() {
      return new Map((await reading).map((one) => [one.id, one]));
    },
  };
}

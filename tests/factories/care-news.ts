import type { Actor } from "../../src/accounts/index.ts";
import { careNews, carePresses } from "../../src/care/index.ts";
import { listOutbox, type Mail, type Notifications, readMail } from "../../src/notifications/index.ts";
import { type CareHouse, openCareHouse } from "./care.ts";
import { readAll } from "./events.ts";
import { testNotifications, toldTo } from "./newsroom.ts";

/** A care house whose people are told what becomes of problems. */
export interface CareNews extends CareHouse {
  readonly notifications: Notifications;
  /** What somebody has been told, the newest first, as "line: reason". */
  told(actor: Actor): Promise<string[]>;
  /** The mails to somebody, the oldest first, after the courier came. */
  mailed(actor: Actor): Promise<Mail[]>;
}

export async function openCareNews(): Promise<CareNews> {
  const house = await openCareHouse();
  const { store, communityId } = house;
  const presses = carePresses((community, token, answer) => `https://help.example.org/${community}/${answer}/${token}`);
  const notifications = await testNotifications(store, { sources: [careNews], presses });
  const read = async () => {
    await house.read();
    await readAll(store, notifications.reader);
  };
  return {
    ...house,
    notifications,
    async told(actor) {
      await read();
      return toldTo(store, notifications, actor);
    },
    async mailed(actor) {
      await read();
      house.clock.advance(10_000);
      await notifications.courier.run({});
      const { email } = await store.database
        .selectFrom("person")
        .select("email")
        .where("id", "=", actor.personId ?? "")
        .executeTakeFirstOrThrow();
      const own = (await listOutbox(store.database, communityId)).filter(({ recipient }) => recipient === email);
      const mails = await Promise.all(own.map(({ id }) => readMail(store.database, communityId, id)));
      return mails.flatMap((mail) => mail ?? []).reverse();
    },
  };
}

import { startApp } from "../../src/app.ts";
import { careNews, carePresses } from "../../src/care/index.ts";
import { runTimers } from "../../src/care/timers.ts";
import { createCommunity } from "../../src/community/index.ts";
import { createLog, createManualClock, type ManualClock, readConfiguration, unwrap } from "../../src/kernel/index.ts";
import { listOutbox, type Mail, openNotifications, readMail } from "../../src/notifications/index.ts";
import { checkAddress, newsAddresses } from "../../src/web/index.ts";
import { makeDataFolder } from "./data-folder.ts";
import { type Resident, settle, type Town } from "./town.ts";

/** A town whose Kith runs in this process and takes its time from a clock that a test can move. */
export interface MovableTown extends Town {
  readonly clock: ManualClock;
  /** Moves the clock, and lets care's timers do what is due then: the job that runs them waits by the machine's own clock. */
  pass(ms: number): Promise<void>;
  /** Lets mails that are due go out, and answers those to somebody, the newest first: the courier, too, waits by the machine's clock. */
  mails(to: Resident): Promise<Mail[]>;
}

export async function foundMovableTown(slug = "lamps"): Promise<MovableTown> {
  const folder = makeDataFolder();
  const clock = createManualClock(new Date());
  const configuration = readConfiguration({ KITH_DATA: folder, PORT: "0", KITH_SEARCH: "postgres" });
  const app = await startApp({ configuration, log: createLog("silent"), clock });
  const wish = { slug, name: "Lamps and light", description: "All about lamps and light at home.", locale: "en" };
  const { id } = unwrap(await app.store.transact((tx) => createCommunity(tx, wish)));
  const close = () => app.close();
  const kith = { address: app.address, setUp: null, links: {}, process: undefined as never, stop: close, kill: close };
  const pass = async (ms: number) => {
    clock.advance(ms);
    await runTimers(app.store);
  };
  const origin = () => app.address;
  const { courier } = await openNotifications({
    ...{ store: app.store, log: createLog("silent"), secret: null, sources: [careNews] },
    ...{ addresses: newsAddresses(origin), presses: carePresses(checkAddress(origin)) },
  });
  const mails = async ({ email }: Resident) => {
    clock.advance(10_000);
    await courier.run({});
    const own = (await listOutbox(app.store.database, id)).filter(({ recipient }) => recipient === email);
    const read = await Promise.all(own.map((mail) => readMail(app.store.database, id, mail.id)));
    return read.flatMap((mail) => mail ?? []);
  };
  return { ...settle(folder, kith, app.store, { id, slug }), clock, pass, mails, close };
}

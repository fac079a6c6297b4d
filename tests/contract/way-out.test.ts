import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveAnswer } from "../../src/community/index.ts";
import { createHttp } from "../../src/http/index.ts";
import { createLog, unwrap } from "../../src/kernel/index.ts";
import { readChoices } from "../../src/notifications/index.ts";
import { createWebFace } from "../../src/web/index.ts";
import { testAccounts } from "../factories/accounts.ts";
import { ask, type Newsroom, openNewsroom } from "../factories/newsroom.ts";
import { searchByPostgres } from "../factories/search.ts";
import { openTestStore, type TestStore } from "../factories/store.ts";

// RFC 8058 over HTTP: what a mail program does with List-Unsubscribe and List-Unsubscribe-Post, without cookies or a page of ours.

const origin = "http://localhost:3000";
let test: TestStore;
let room: Newsroom;
let ann: Awaited<ReturnType<Newsroom["member"]>>;
let token: string;
let send: (method: string, token: string, body?: BodyInit, headers?: Record<string, string>) => Promise<Response>;

beforeAll(async () => {
  test = await openTestStore();
  const { store } = test;
  room = await openNewsroom(test);
  const { accounts } = await testAccounts(store, origin);
  const log = createLog("silent");
  const assets = { addressOf: (name: string) => `/assets/${name}`, serve: () => null };
  const face = createWebFace({
    ...{ store, search: searchByPostgres(store), accounts, log, assets, notifications: room.notifications },
    ...{ configuration: { smtpUrl: null }, publicUrl: () => origin, version: "test", databaseName: "test" },
  });
  const app = createHttp({ log, assets, faces: [face], secure: false, trustedProxies: 0 });
  send = async (method, secret, body, headers = {}) => {
    const address = `${origin}/c/${room.village.slug}/notifications/stop/${secret}`;
    return app.fetch(new Request(address, { method, headers, ...(body === undefined ? {} : { body }) }));
  };
  ann = await room.member("Ann");
  const question = await ask(test, ann);
  const ben = await room.member("Ben");
  unwrap(await store.transact((tx) => giveAnswer(tx, ben, { questionId: question, body: "Turn it." })));
  await room.read();
  test.clock.advance(5_000);
  await room.notifications.courier.run({});
  const mail = await store.database.selectFrom("outbox").select("way_out").executeTakeFirstOrThrow();
  token = mail.way_out?.split("/").at(-1) ?? "";
});
afterAll(() => test?.close());

async function way(kind: string): Promise<string | undefined> {
  const { sources } = room.notifications;
  const { kinds } = await readChoices(test.store.database, sources, ann, "en", test.clock.now());
  return kinds.find((one) => one.kind === kind)?.way;
}

describe("the way out of a mail", () => {
  it("does nothing when it is opened, looked at or asked about", async () => {
    for (const method of ["GET", "HEAD"]) expect((await send(method, token)).status).toBe(200);
    expect(await way("answer-to-your-question")).toBe("mail");
  });

  it("is no way for whoever makes one up", async () => {
    for (const forged of [
      "x",
      "1.2.thanks.AAAA",
      token.slice(0, -3),
      token.replace("answer-to", "comment-on"),
      `${token}A`,
    ]) {
      expect((await send("POST", forged, new URLSearchParams({ "List-Unsubscribe": "One-Click" }))).status).toBe(404);
    }
    expect(await way("answer-to-your-question")).toBe("mail");
  });

  it.each([
    [
      "multipart/form-data",
      () => {
        const form = new FormData();
        form.set("List-Unsubscribe", "One-Click");
        return form;
      },
    ],
    ["application/x-www-form-urlencoded", () => new URLSearchParams({ "List-Unsubscribe": "One-Click" })],
  ] as const)(
    "stops its kind by one POST of %s, without cookies, from wherever, and says so without leading on",
    async (_, body) => {
      const response = await send("POST", token, body(), {
        "sec-fetch-site": "cross-site",
        origin: "https://mail.example",
      });
      expect(response.status).toBe(200);
      expect(response.headers.get("location")).toBeNull();
      expect(await way("answer-to-your-question")).toBe("page");
      expect(await way("comment-on-your-post")).toBe("mail");
    },
  );
});

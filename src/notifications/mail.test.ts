import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCommunity, aMember } from "../../tests/factories/accounts.ts";
import { type MailServer, openMailServer } from "../../tests/factories/mail-server.ts";
import { openTestStore, type TestStore } from "../../tests/factories/store.ts";
import { permitOpened, permitRequested } from "../guard/index.ts";
import { createLog, ok, unwrap } from "../kernel/index.ts";
import { listOutbox, mailJob, readMail, sendMail, signInMails } from "./index.ts";
import { messageIdOf } from "./mail-job.ts";
import { sendMailJob } from "./send-mail.ts";
import { de } from "./texts/de.ts";
import { en } from "./texts/en.ts";

let test: TestStore;
let server: MailServer;
let communityId: number;
beforeAll(async () => {
  test = await openTestStore();
  server = await openMailServer();
  communityId = await aCommunity(test.store);
});
afterAll(async () => {
  await test.close();
  await server.close();
});
beforeEach(() => {
  server.received.length = 0;
  server.refuseWith = null;
});

const reason = "You get this mail because you asked for it.";

async function queue(given: { recipient?: string; subject?: string; body?: string } = {}): Promise<number> {
  return unwrap(
    await test.store.transact(async (tx) => {
      const permit = await permitRequested(tx, { communityId, memberId: null, basis: "sign-in-link", reason });
      const mail = { communityId, recipient: "ada@example.org", subject: "Hello", body: "Good day.", ...given };
      return ok(await sendMail(tx, permit, mail));
    }),
  );
}

function job(smtpUrl: string | null = server.url) {
  const configuration = { smtpUrl, mailFrom: "Kith <kith@help.example.org>" };
  return mailJob({ store: test.store, configuration, log: createLog("silent") });
}

describe("a mail", () => {
  it("is sent once, with its permit's reason under it and an id made of its row", async () => {
    const id = await queue({ subject: "Grüße\r\nBcc: eve@example.org", body: "Good day.\n.\nA dot alone." });
    await Promise.all([job().run({ communityId, id }), job().run({ communityId, id })]);
    await job().run({ communityId, id });
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail).toMatchObject({ from: "kith@help.example.org", to: ["ada@example.org"] });
    expect(mail?.source).toContain(
      `Message-ID: ${messageIdOf(communityId, id, test.clock.now(), "kith@help.example.org")}`,
    );
    expect(mail?.source).toContain("Auto-Submitted: auto-generated");
    expect(mail?.source).not.toMatch(/^Bcc:/m);
    expect(mail?.source).toContain("\r\n.\r\nA dot alone.");
    expect(mail?.source.trimEnd().endsWith(reason)).toBe(true);
    expect(await readMail(test.store.database, communityId, id)).toMatchObject({
      state: "sent",
      sentAt: test.clock.now(),
      permit: { basis: "sign-in-link", reason },
    });
  });

  it("bears its way out where mail programs look for it (RFC 8058), and its second form", async () => {
    const wayOut = "https://help.example.org/c/lamps/notifications/stop/1.2.thanks.abc";
    const { memberId } = await aMember(test.store, communityId);
    const id = unwrap(
      await test.store.transact(async (tx) => {
        const permit = await permitOpened(tx, { communityId, memberId, basis: "asked", reason });
        const mail = {
          communityId,
          recipient: "ada@example.org",
          subject: "News",
          body: "Plain.",
          html: "<p>Rich.</p>",
        };
        return ok(await sendMail(tx, permit, { ...mail, footer: wayOut, wayOut }));
      }),
    );
    await job().run({ communityId, id });
    const source = server.received[0]?.source.replaceAll("\r\n ", " ") ?? "";
    expect(source).toContain(`List-Unsubscribe: <${wayOut}>`);
    expect(source).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(source).toMatch(/multipart\/alternative[\s\S]*Plain\.[\s\S]*<p>Rich\.<\/p>/);
    expect((await readMail(test.store.database, communityId, id))?.body).toBe(`Plain.\n\n-- \n${reason}\n${wayOut}\n`);
  });

  it("goes to the one address it is for, whatever the address looks like", async () => {
    const id = await queue({ recipient: '"a@example.org, b"@example.org' });
    await job().run({ communityId, id });
    expect(server.received.map(({ to }) => to)).toEqual([['"a@example.org, b"@example.org']]);
  });

  it("is kept where there is no mail server", async () => {
    const id = await queue();
    await job(null).run({ communityId, id });
    expect(await readMail(test.store.database, communityId, id)).toMatchObject({ state: "kept", sentAt: null });
  });

  it("waits while the mail server is away, and is sent when it is back, under the same id", async () => {
    const id = await queue();
    await expect(job("smtp://127.0.0.1:1").run({ communityId, id })).rejects.toThrow(`the mail ${id}`);
    const waiting = await readMail(test.store.database, communityId, id);
    expect(waiting).toMatchObject({ state: "waiting", failure: expect.stringContaining("ECONNREFUSED") });
    server.refuseWith = "451 later";
    await expect(job().run({ communityId, id })).rejects.toThrow();
    server.refuseWith = null;
    test.clock.advance(60_000);
    await job().run({ communityId, id });
    expect(server.received[0]?.source).toContain(
      messageIdOf(communityId, id, waiting?.createdAt ?? new Date(0), "kith@help.example.org"),
    );
    expect(await readMail(test.store.database, communityId, id)).toMatchObject({ state: "sent", failure: null });
  });

  it("that the mail server refuses for good has failed, and says why", async () => {
    const id = await queue({ recipient: "nobody@example.org" });
    server.refuseWith = "550 no such mailbox";
    await job().run({ communityId, id });
    expect(await readMail(test.store.database, communityId, id)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("no such mailbox"),
    });
  });

  it("and its job are written together or not at all", async () => {
    const before = await listOutbox(test.store.database, communityId);
    await expect(
      test.store.transact(async (tx) => {
        const permit = await permitRequested(tx, { communityId, memberId: null, basis: "sign-in-link", reason });
        await sendMail(tx, permit, { communityId, recipient: "a@example.org", subject: "S", body: "B" });
        throw new Error("crash");
      }),
    ).rejects.toThrow("crash");
    expect(await listOutbox(test.store.database, communityId)).toEqual(before);
  });

  it("is sent by the job that its transaction asked for", async () => {
    const id = await queue({ subject: "By the job" });
    await test.store.startJobs([job()]);
    await expect.poll(() => readMail(test.store.database, communityId, id)).toMatchObject({ state: "sent" });
    expect(sendMailJob.name).toBe(job().name);
  });
});

describe("the outbox", () => {
  it("lists the newest first, 50 at a time", async () => {
    const own = await aCommunity(test.store);
    for (let made = 0; made < 52; made += 1) {
      await test.store.transact(async (tx) => {
        const permit = await permitRequested(tx, { communityId: own, memberId: null, basis: "sign-in-link", reason });
        return ok(
          await sendMail(tx, permit, { communityId: own, recipient: "a@example.org", subject: `${made}`, body: "" }),
        );
      });
    }
    const first = await listOutbox(test.store.database, own);
    expect(first.map(({ subject }) => subject).slice(0, 2)).toEqual(["51", "50"]);
    expect(first).toHaveLength(50);
    const rest = await listOutbox(test.store.database, own, first.at(-1)?.id);
    expect(rest.map(({ subject }) => subject)).toEqual(["1", "0"]);
    expect(await readMail(test.store.database, communityId, first[0]!.id)).toBeUndefined();
  });
});

describe("sign-in mails", () => {
  it("say what was asked for in the reader's language, with the reason", async () => {
    const own = await aCommunity(test.store, "garden");
    const send = signInMails(test.store, {
      signInLink: (community, secret) => `https://help.example.org/c/${community}/link#${secret}`,
      signUp: (community) => `https://help.example.org/c/${community}/join`,
    });
    const asked = { communityId: own, email: "ada@example.org", lastsMinutes: 30 };
    unwrap(await send({ ...asked, kind: "sign-in", secret: "s3cret", locale: "de-AT" }));
    unwrap(await send({ ...asked, kind: "no-account", secret: null, locale: null }));
    const [noAccount, signIn] = await listOutbox(test.store.database, own);
    const german = await readMail(test.store.database, own, signIn!.id);
    expect(german?.subject).toBe(de.signIn({ community: "A community", link: "", minutes: 30 }).subject);
    expect(german?.body).toContain("https://help.example.org/c/garden/link#s3cret");
    expect(german?.body).toContain(de.askedForLink("A community"));
    const english = await readMail(test.store.database, own, noAccount!.id);
    expect(english?.body).toContain("https://help.example.org/c/garden/join");
    expect(english?.body).toContain(en.askedForLink("A community"));
  });
});

import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, openCareHouse } from "../../../tests/factories/care.ts";
import { fc } from "../../../tests/factories/draws.ts";
import { createLog, unwrap } from "../../kernel/index.ts";
import { correctTriage, receiveMessage } from "../index.ts";
import { setArea } from "../manage/areas.ts";
import { findModelVersion, listCommunitiesToTeach } from "../queries/triage-models.ts";
import { messageKinds } from "../triage.ts";
import { areaOf } from "./area-of.ts";
import { learnFrom } from "./judge-text.ts";
import { teachCommunity } from "./learn-triage.ts";
import { type OpenTriage, openTriage } from "./open-triage.ts";

const areas = [
  { slug: "lamps", name: "Lamps", tags: ["bulb", "dimmer"] },
  { slug: "shipping", name: "Orders and shipping", tags: ["order", "parcel", "delivery note"] },
];

describe("the subject area of a message", () => {
  it.each([
    ["My lamp flickers since I changed the bulb", "lamps"],
    ["Two parcels never came", "shipping"],
    ["The delivery came without a note", "shipping"],
    ["I want to send a lamp back, order 12, it came with the parcel", "shipping"],
    ["A delivery", null],
    ["My lamp was not in the parcel", null],
    ["Good morning", null],
  ])("of “%s” is %s", (text, slug) => expect(areaOf(text, "en", areas)).toBe(slug));

  it("is one of the community's or none, whatever is said", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.constantFrom("de", "en", "ja", null),
        (text, tongue) => {
          expect([null, "lamps", "shipping"]).toContain(areaOf(text, tongue, areas));
          expect(areaOf(text, tongue, [])).toBeNull();
        },
      ),
    );
  });
});

describe("learning from corrections", () => {
  const words = ["gribble", "splonk", "frimp", "wozzle", "plim"];
  const lessons = messageKinds.flatMap((kind, at) =>
    Array.from({ length: 6 }, (_none, n) => ({ text: `${words[at]} ${n}`, kind })),
  );

  it("is measured with lessons that were held back, against the model that Kith starts with", () => {
    const { heldBack, rightBefore, rightAfter } = learnFrom(lessons, "2026-01-02T03:04:05.000Z");
    expect(heldBack).toBe(6);
    expect(rightAfter).toBeGreaterThan(rightBefore);
  });

  it("measures nothing of a handful, and learns from it all the same", () => {
    const { model, heldBack } = learnFrom(lessons.slice(0, 3), "2026-01-02T03:04:05.000Z");
    expect(heldBack).toBe(0);
    expect(model.about.texts).toBeGreaterThan(3);
  });
});

describe("triage in its process", () => {
  let house: CareHouse;
  let judge: OpenTriage;
  const log = createLog("silent");
  /** A busy machine is no reason to judge by rules here. */
  const patienceMs = 60_000;
  beforeAll(async () => {
    house = await openCareHouse();
    judge = openTriage({ store: house.store, log, patienceMs });
  });
  afterAll(async () => {
    await judge?.close();
    await house?.close();
  });

  const send = (body: string) =>
    house.run((tx) =>
      receiveMessage(tx, judge.triage, {
        ...{ communityId: house.communityId, authorId: house.asker.memberId, fromStaff: false, body, inReplyTo: null },
      }),
    );

  it("says kind, urgency, area and language of a message, and the problem has them", async () => {
    const area = { slug: "invoices", name: "Rechnungen", tags: ["Rechnung", "Abbuchung"], teamId: null };
    const admin = await house.person("Chief", ["admin"]);
    unwrap(await house.run((tx) => setArea(tx, admin, area)));
    const got = unwrap(await send("Die Rechnung wurde doppelt abgebucht und die App stürzt seit dem Update ab"));
    expect(got.guess).toMatchObject({ kind: "problem", area: "invoices", language: "de", abstains: false });
    const problem = await house.problem(got.problemId ?? 0);
    expect(problem).toMatchObject({ language: "de", urgency: got.guess?.urgency });
    expect(problem.areaId).not.toBeNull();
  });

  it("leaves to a person what is in a language that it never learned", async () => {
    const got = unwrap(await send("Как изменить адрес доставки в моём заказе?"));
    expect(got).toMatchObject({ problemId: null, guess: { abstains: true, language: "ru" } });
  });

  it("judges otherwise after the night in which it learned what people said", async () => {
    const said = "Wozzle wozzle";
    const { store, communityId } = house;
    const first = unwrap(await send(said));
    expect(first.guess?.kind).not.toBe("praise");
    for (const body of [said, "Wozzle today", "Wozzle again, wozzle", "So wozzle"]) {
      const { messageId } = unwrap(await send(body));
      unwrap(await house.run((tx) => correctTriage(tx, house.solver, messageId, { kind: "praise" })));
    }
    expect(await listCommunitiesToTeach(store.database)).toEqual([communityId]);
    await teachCommunity(store, judge, communityId);
    expect(await listCommunitiesToTeach(store.database)).toEqual([]);
    expect(await findModelVersion(store.database, communityId)).toBe(1);
    expect(unwrap(await send("Wozzle!")).guess).toMatchObject({ kind: "praise" });
    // It is in the database: another process, or the next start, knows it, too.
    const other = openTriage({ store, log, patienceMs });
    expect(await other.triage("wozzle", communityId)).toMatchObject({ kind: "praise" });
    await other.close();
  });

  it("goes on by rules where its process cannot be had", async () => {
    const broken = openTriage({
      store: house.store,
      log,
      program: path.join(import.meta.dirname, "no-such.worker.ts"),
    });
    expect(await broken.triage("My lamp doesn't work, error 5", house.communityId)).toMatchObject({ kind: "problem" });
    await broken.close();
  });

  it("lets no message wait longer than a while for a process that is slow", async () => {
    const slow = openTriage({ store: house.store, log, patienceMs: 1 });
    expect(await slow.triage("My lamp doesn't work, error 5", house.communityId)).toMatchObject({ kind: "problem" });
    await slow.close();
  });

  it("is let go with its memory, and comes back when it is asked again", async () => {
    await judge.close();
    expect(await judge.triage("wozzle", house.communityId)).toMatchObject({ kind: "praise" });
  });
});

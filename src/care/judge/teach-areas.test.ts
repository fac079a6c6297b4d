import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CareHouse, codeOf, openCareHouse } from "../../../tests/factories/care.ts";
import type { Actor } from "../../accounts/index.ts";
import { createLog, unwrap } from "../../kernel/index.ts";
import { setArea } from "../manage/areas.ts";
import { findAreaVersion, listAreaModels, readAreaExamples, readAreaSureness } from "../queries/area-models.ts";
import { receiveMessage } from "../receive-message.ts";
import { sortProblem } from "../sort-problem.ts";
import { learnAreas } from "./learn-areas.ts";
import { areAreasLearned, careAreas, learnAreasNow } from "./learn-areas-now.ts";
import { type OpenTriage, openTriage } from "./open-triage.ts";
import { teachAreas } from "./teach-areas.ts";

/** What people ask of pumps and of orders, in words that no area's name or tags have. */
const pumps = ["water stays cold", "it hisses and drips", "no pressure at all", "the tank leaks steam"];
const orders = ["my parcel is lost", "charged me twice", "the courier never came", "refund still missing"];
const textsOf = (parts: readonly string[], n: number) =>
  Array.from({ length: n }, (_none, at) => `${parts[at % parts.length]} and ${parts[(at + 1) % parts.length]}, ${at}`);

describe("what areas are about", () => {
  const areas = [
    { id: 1, slug: "machines", name: "Machines", tags: [] },
    { id: 2, slug: "shop", name: "Shop", tags: [] },
  ];
  const examples = textsOf(pumps, 30).flatMap((text, at) => [
    { text, areaId: 1 },
    { text: textsOf(orders, 30)[at] ?? "", areaId: 2 },
  ]);

  it("is measured on texts that were held back, against names and tags", () => {
    const { heldBack, answered, rightAnswers, rightByWords, model } = learnAreas({
      ...{ examples, areas, trainedAt: "2026-01-02T03:04:05.000Z" },
    });
    expect([heldBack, rightByWords]).toEqual([12, 0]);
    expect(answered).toBeGreaterThan(6);
    expect(rightAnswers).toBe(answered);
    expect(model.labels).toEqual(["1", "2"]);
  });
});

describe("a community's areas", () => {
  let house: CareHouse;
  let judge: OpenTriage;
  const ids = { machines: 0, shop: 0 };
  let customer: Actor;
  beforeAll(async () => {
    house = await openCareHouse();
    customer = await house.person("Customer");
    judge = openTriage({ store: house.store, log: createLog("silent"), patienceMs: 60_000 });
    const { admin } = house.village;
    const set = async (slug: "machines" | "shop", tags: string[]) => {
      const area = { slug, name: `About ${slug}`, tags, teamId: null };
      ids[slug] = unwrap(await house.run((tx) => setArea(tx, admin, area))).id;
    };
    await set("machines", ["pump"]);
    await set("shop", ["invoice"]);
  });
  afterAll(async () => {
    await judge?.close();
    await house?.close();
  });

  const teach = () => teachAreas(house.store, judge, house.communityId);
  const ask = () => house.run((tx) => learnAreasNow(tx, house.village.admin));
  const send = (body: string) =>
    house.run((tx) =>
      receiveMessage(tx, judge.triage, {
        ...{ communityId: house.communityId, authorId: customer.memberId, fromStaff: false, body, inReplyTo: null },
      }),
    );

  it("are learned from tags and from the desk, and the machine says then how sure it is", async () => {
    expect(codeOf(await teach())).toBe("areas-too-little");
    expect(codeOf(await ask())).toBe("areas-too-little");
    for (const title of textsOf(pumps, 24)) await house.ask(title, ["pump"]);
    for (const title of textsOf(orders, 24)) {
      const problem = await house.ask(title, []);
      unwrap(await house.run((tx) => sortProblem(tx, house.solver, problem.id, { area: "shop" })));
    }
    const examples = await readAreaExamples(house.store.database, house.communityId, 1_000);
    expect(examples.filter(({ areaId }) => areaId === ids.shop)).toHaveLength(24);
    expect(examples.filter(({ areaId }) => areaId === ids.machines)).toHaveLength(24);
    const before = await judge.triage("Help, my parcel is lost and the courier never came", house.communityId);
    expect(before).toMatchObject({ area: null });

    expect(codeOf(await house.run((tx) => learnAreasNow(tx, house.solver)))).toBe("not-allowed");
    unwrap(await ask());
    unwrap(await ask());
    expect(await areAreasLearned(house.store.database, house.communityId)).toBe(true);
    // Twice at once, as two processes may: one version comes of it.
    const learning = careAreas(house.store, judge, createLog("silent"));
    await Promise.all([1, 2].map(() => learning.run({ communityId: house.communityId })));
    expect(codeOf(await teach())).toBe("areas-unchanged");
    expect(codeOf(await ask())).toBe("areas-unchanged");
    const [model] = await listAreaModels(house.store.database, house.communityId);
    expect(model).toMatchObject({ version: 1, examples: 48, areas: 2, used: true });
    expect(await findAreaVersion(house.store.database, house.communityId)).toBe(1);

    const got = unwrap(await send("Help, my parcel is lost and the courier never came. What can I do?"));
    expect(got.guess).toMatchObject({ area: "shop" });
    const problem = await house.problem(got.problemId ?? 0);
    expect(problem.areaId).toBe(ids.shop);
    expect(await readAreaSureness(house.store.database, problem)).toBeGreaterThan(0.5);
    // Whoever sets another area has the last word, and the machine is no longer asked to vouch for it.
    const other = unwrap(await house.run((tx) => sortProblem(tx, house.solver, problem.id, { area: "machines" })));
    expect(await readAreaSureness(house.store.database, other)).toBeNull();
    expect(codeOf(await teach())).toBe("fine");
  });

  it("are left to names and tags where the machine is not sure", async () => {
    const guess = await judge.triage("Zufällige Wörter ohne jeden Zusammenhang: Giraffe, Fahrrad", house.communityId);
    expect(guess).toMatchObject({ area: null });
    expect(await judge.triage("The invoice, please", house.communityId)).toMatchObject({ area: "shop" });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCommunity, aMember, anActor } from "../../../tests/factories/accounts.ts";
import { fc } from "../../../tests/factories/draws.ts";
import { openTestStore, type TestStore } from "../../../tests/factories/store.ts";
import { unwrap } from "../../kernel/index.ts";
import { type GrantableRole, grantableRoles } from "../actor.ts";
import { grantRole, revokeRole } from "./change-roles.ts";
import { createMember, joinCommunity } from "./create-member.ts";
import { editProfile } from "./edit-profile.ts";
import { findMember, listMembers } from "./find-member.ts";
import { readMember } from "./queries.ts";

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

const change = (communityId: number, memberId: number, role: GrantableRole) => ({
  communityId,
  actor: null,
  memberId,
  role,
});

describe("roles", () => {
  it("are granted and taken back, each with its event", async () => {
    const communityId = await aCommunity(test.store);
    const { memberId } = await aMember(test.store, communityId);
    unwrap(await test.store.transact((tx) => grantRole(tx, change(communityId, memberId, "solver"))));
    unwrap(await test.store.transact((tx) => grantRole(tx, change(communityId, memberId, "solver"))));
    expect(await readMember(test.store.database, communityId, memberId)).toMatchObject({
      roles: ["member", "solver"],
      staff: true,
    });
    unwrap(await test.store.transact((tx) => revokeRole(tx, change(communityId, memberId, "solver"))));
    expect(await readMember(test.store.database, communityId, memberId)).toMatchObject({
      roles: ["member"],
      staff: false,
    });
    const events = await test.store.database
      .selectFrom("event")
      .where("community_id", "=", communityId)
      .where("kind", "like", "role.%")
      .select(["kind", "data"])
      .orderBy("id")
      .execute();
    expect(events).toEqual([
      { kind: "role.granted", data: { role: "solver" } },
      { kind: "role.revoked", data: { role: "solver" } },
    ]);
  });

  it("are changed by administrators of that community only", async () => {
    const communityId = await aCommunity(test.store);
    const { memberId } = await aMember(test.store, communityId);
    const grantAs = (actor: ReturnType<typeof anActor>) =>
      test.store.transact((tx) => grantRole(tx, { communityId, actor, memberId, role: "steward" }));
    expect(await grantAs(anActor({ communityId, roles: ["member", "steward"] }))).toMatchObject({
      error: { code: "not-allowed" },
    });
    expect(await grantAs(anActor({ communityId: communityId + 1, roles: ["member", "admin"] }))).toMatchObject({
      error: { code: "member-not-found" },
    });
    expect((await grantAs(anActor({ communityId, memberId, roles: ["member", "admin"] }))).ok).toBe(true);
  });

  it("never leave two administrators' places empty when they take each other's role at once", async () => {
    const communityId = await aCommunity(test.store);
    const one = await aMember(test.store, communityId, { roles: ["admin"] });
    const two = await aMember(test.store, communityId, { roles: ["admin"] });
    const results = await Promise.all(
      [one, two].map(({ memberId }) =>
        test.store.transact((tx) => revokeRole(tx, change(communityId, memberId, "admin"))),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: "last-admin" } });
  });

  it("always leave an administrator, and never put a marketer together with another role", async () => {
    const step = fc.record({
      grant: fc.boolean(),
      who: fc.integer({ min: 0, max: 2 }),
      role: fc.constantFrom(...grantableRoles),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const communityId = await aCommunity(test.store);
        const members: { memberId: number }[] = [];
        for (let index = 0; index < 3; index += 1) {
          members.push(await aMember(test.store, communityId, index === 0 ? { roles: ["admin"] } : {}));
        }
        for (const { grant, who, role } of steps) {
          const verb = grant ? grantRole : revokeRole;
          await test.store.transact((tx) => verb(tx, change(communityId, members[who]!.memberId, role)));
          const { members: found } = await listMembers(test.store.database, communityId);
          expect(found.some(({ roles }) => roles.includes("admin"))).toBe(true);
          for (const { roles } of found) expect(roles.includes("marketer") && roles.length > 2).toBe(false);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("members", () => {
  it("join once, under the name they signed up with", async () => {
    const [first, second] = [await aCommunity(test.store), await aCommunity(test.store)];
    const { personId, memberId } = await aMember(test.store, first, { name: "Grace" });
    const again = await test.store.transact((tx) => joinCommunity(tx, personId, first));
    expect(unwrap(again).memberId).toBe(memberId);
    const other = unwrap(await test.store.transact((tx) => joinCommunity(tx, personId, second)));
    expect(await readMember(test.store.database, second, other.memberId)).toMatchObject({ name: "Grace" });
  });

  it("are found by name in any case, by address and by id; a name that several have is refused with their ids", async () => {
    const communityId = await aCommunity(test.store);
    const ada = await aMember(test.store, communityId, { name: "Ada Ömer", email: "ada.oemer@example.org" });
    const find = (text: string) => findMember(test.store.database, communityId, text);
    for (const text of ["ada ömer", "ADA ÖMER", "Ada.Oemer@example.org", `id:${ada.memberId}`]) {
      expect(await find(text)).toMatchObject({ value: { id: ada.memberId } });
    }
    const twin = await aMember(test.store, communityId, { name: "ada ömer" });
    const refused = await find("Ada Ömer");
    expect(refused).toMatchObject({ error: { code: "member-ambiguous" } });
    expect(JSON.stringify(refused)).toContain(`id:${twin.memberId}`);
    expect(await find("nobody")).toMatchObject({ error: { code: "member-not-found" } });
    expect(await find("id:99999999999")).toMatchObject({ error: { code: "member-not-found" } });
  });

  it("are listed page by page, by the beginning of their name and by role", async () => {
    const communityId = await aCommunity(test.store);
    const names = ["anna", "Anna", "Bert", "100%", "1000", "Zoë", "Änne"];
    for (const name of names)
      unwrap(await test.store.transact((tx) => createMember(tx, { communityId, personId: null, name })));
    await aMember(test.store, communityId, { name: "Annalena", roles: ["steward"] });
    const seen: string[] = [];
    for (let after: { name: string; id: number } | null | undefined; after !== null; ) {
      const page = await listMembers(test.store.database, communityId, { limit: 3, ...(after ? { after } : {}) });
      seen.push(...page.members.map(({ name }) => name));
      after = page.next;
    }
    expect(seen).toEqual(["100%", "1000", "anna", "Anna", "Annalena", "Bert", "Zoë", "Änne"]);
    const byPrefix = async (prefix: string) =>
      (await listMembers(test.store.database, communityId, { prefix })).members.map(({ name }) => name);
    expect(await byPrefix("ANN")).toEqual(["anna", "Anna", "Annalena"]);
    expect(await byPrefix("100%")).toEqual(["100%"]);
    expect(await byPrefix("än")).toEqual(["Änne"]);
    const stewards = await listMembers(test.store.database, communityId, { role: "steward" });
    expect(stewards.members.map(({ name }) => name)).toEqual(["Annalena"]);
  });

  it("edit their own profile, and the event names the fields but not the words", async () => {
    const communityId = await aCommunity(test.store);
    const { memberId } = await aMember(test.store, communityId, { name: "Before" });
    const actor = anActor({ communityId, memberId });
    const edit = (profile: Parameters<typeof editProfile>[2]) =>
      test.store.transact((tx) => editProfile(tx, actor, profile));
    unwrap(await edit({ name: " After ", about: "I mend bicycles.", locale: "de", theme: "dark" }));
    unwrap(await edit({ name: "After" }));
    expect(await readMember(test.store.database, communityId, memberId)).toMatchObject({
      name: "After",
      about: "I mend bicycles.",
      locale: "de",
      theme: "dark",
    });
    expect(await edit({ name: "\u202E" })).toMatchObject({ error: { code: "name-invalid" } });
    expect(await edit({ locale: "no language" })).toMatchObject({ error: { code: "locale-invalid" } });
    const events = await test.store.database
      .selectFrom("event")
      .where("community_id", "=", communityId)
      .where("kind", "=", "member.edited")
      .select("data")
      .execute();
    expect(events).toEqual([{ data: { fields: ["name", "about", "locale", "theme"] } }]);
  });
});

import { describe, expect, it } from "vitest";
import { anActor } from "../../tests/factories/accounts.ts";
import { fc } from "../../tests/factories/draws.ts";
import { grantableRoles, type Role, roles, type Scope, scopes } from "./actor.ts";
import { ensureMay, may, type Permission, permissions, permissionsOf } from "./permissions.ts";

const posting: Permission[] = [
  "ask questions",
  "answer questions",
  "comment",
  "thank people",
  "say an answer helped",
  "join groups",
];

describe("permissions", () => {
  it("let a visitor read and search, and nothing else", () => {
    expect(permissions.filter((permission) => may(null, permission))).toEqual([
      "read the community",
      "search the community",
    ]);
  });

  it("let a member take part", () => {
    for (const permission of posting) expect(may(anActor(), permission)).toBe(true);
    expect(may(anActor(), "remove messages")).toBe(false);
    expect(may(anActor(), "manage members and roles")).toBe(false);
  });

  it("let a marketer read aggregates, and neither post nor see, take or target members", () => {
    const marketer = anActor({ roles: ["member", "marketer"] });
    expect(may(marketer, "read aggregates")).toBe(true);
    expect(may(marketer, "read the community")).toBe(true);
    const never: Permission[] = [...posting, "see members", "export the community", "see the event log"];
    for (const permission of never) expect(may(marketer, permission)).toBe(false);
  });

  it("hold a marketer back even where an administrator's role would allow it", () => {
    const both = anActor({ roles: ["member", "admin", "marketer"] });
    expect(may(both, "export the community")).toBe(false);
    expect(may(both, "ask questions")).toBe(false);
  });

  it("show an analyst the event log without names", () => {
    const analyst = anActor({ roles: ["member", "analyst"] });
    expect(may(analyst, "see the event log")).toBe(true);
    expect(may(analyst, "see names in the event log")).toBe(false);
  });

  it("let people change what is theirs only", () => {
    const actor = anActor({ memberId: 7 });
    expect(may(actor, "edit own messages", { ownerId: 7 })).toBe(true);
    expect(may(actor, "edit own messages", { ownerId: 8 })).toBe(false);
    expect(may(actor, "remove own messages", { ownerId: 7, answered: false })).toBe(true);
    expect(may(actor, "remove own messages", { ownerId: 7, answered: true })).toBe(false);
    expect(may(actor, "confirm answers to own questions", { ownerId: 8 })).toBe(false);
    expect(may(null, "edit own messages", { ownerId: 7 })).toBe(false);
  });

  it("say what is missing", () => {
    const codeOf = (result: ReturnType<typeof ensureMay>) => (result.ok ? "ok" : result.error.code);
    expect(codeOf(ensureMay(null, "ask questions"))).toBe("sign-in-needed");
    expect(codeOf(ensureMay(anActor(), "see jobs"))).toBe("not-allowed");
    expect(codeOf(ensureMay(anActor({ scopes: ["read"] }), "ask questions"))).toBe("scope-missing");
    expect(codeOf(ensureMay(anActor(), "edit own messages", { ownerId: 2 }))).toBe("not-yours");
    expect(codeOf(ensureMay(anActor(), "ask questions"))).toBe("ok");
  });

  it("can be listed for every role", () => {
    expect(permissionsOf("admin")).toContain("manage members and roles");
    expect(permissionsOf("marketer")).not.toContain("ask questions");
    for (const role of roles) expect(permissionsOf(role)).toContain("read the community");
    for (const permission of permissions) {
      expect(roles.some((role) => permissionsOf(role).includes(permission))).toBe(true);
    }
  });

  it("never allow a token more than its member, nor more than a wider token", () => {
    const someRoles = fc.subarray([...grantableRoles]).map((held): Role[] => ["member", ...held]);
    const someScopes = fc.subarray([...scopes]);
    const subject = fc.record({ ownerId: fc.integer({ min: 1, max: 2 }), answered: fc.boolean() });
    fc.assert(
      fc.property(someRoles, someScopes, fc.constantFrom(...permissions), subject, (held, given, permission, thing) => {
        const ask = may as (
          actor: ReturnType<typeof anActor>,
          permission: Permission,
          subject: { ownerId: number; answered: boolean },
        ) => boolean;
        const byBrowser = ask(anActor({ roles: held }), permission, thing);
        const withScopes = (list: Scope[]) => ask(anActor({ roles: held, scopes: list }), permission, thing);
        if (withScopes(given)) expect(byBrowser).toBe(true);
        expect(withScopes(["admin"])).toBe(byBrowser);
        if (withScopes(["read"])) expect(withScopes(["write"])).toBe(true);
        expect(withScopes([])).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

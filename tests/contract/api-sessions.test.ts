import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOneTimeSignIn, createPerson, joinCommunity } from "../../src/accounts/index.ts";
import { ok, unwrap } from "../../src/kernel/index.ts";
import { type ApiHouse, openApiHouse } from "./api-client.ts";

let house: ApiHouse;
beforeAll(async () => {
  house = await openApiHouse();
});
afterAll(() => house.close());

describe("a session's cookie", () => {
  async function signIn(joined: boolean, email: string): Promise<string> {
    const { store, accounts } = house;
    const person = { name: "Dee", email, password: null, emailVerified: true };
    const { personId } = unwrap(await store.transact((tx) => createPerson(tx, person)));
    if (joined) unwrap(await store.transact((tx) => joinCommunity(tx, personId, house.village.communityId)));
    const secret = unwrap(await store.transact(async (tx) => ok(await createOneTimeSignIn(tx, personId))));
    const { setCookie } = unwrap(await accounts.useOneTimeSignIn(secret, { address: "127.0.0.1", agent: "test" }));
    return setCookie.split(";")[0] ?? "";
  }

  test("counts as the member, but not from another site", async () => {
    const cookie = await signIn(true, "dee@example.org");
    const post = (headers: Record<string, string>) =>
      house.visitor("POST", "groups/help/membership", undefined, { cookie, ...headers });
    expect((await house.visitor("GET", "me", undefined, { cookie })).json).toMatchObject({ name: "Dee", scopes: null });
    expect((await post({ "sec-fetch-site": "cross-site" })).json.code).toBe("cross-site-refused");
    expect((await post({ "sec-fetch-site": "same-site" })).json.code).toBe("cross-site-refused");
    expect((await post({ origin: "https://elsewhere.example", host: "kith.test" })).json.code).toBe(
      "cross-site-refused",
    );
    expect((await post({ "sec-fetch-site": "same-origin" })).status).toBe(204);
  });

  test("of somebody who has not joined lets them read", async () => {
    const cookie = await signIn(false, "eli@example.org");
    expect((await house.visitor("GET", "me", undefined, { cookie })).json.code).toBe("not-a-member");
    expect((await house.visitor("POST", "groups/help/membership", undefined, { cookie })).json.code).toBe(
      "not-a-member",
    );
    expect((await house.visitor("GET", "questions", undefined, { cookie })).status).toBe(200);
  });
});

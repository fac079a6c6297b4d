import {
  type Actor,
  createMember,
  createPerson,
  createToken,
  editProfile,
  grantRole,
} from "../../src/accounts/index.ts";
import {
  addComment,
  askQuestion,
  confirmAnswer,
  createGroup,
  editAnswer,
  editQuestion,
  giveAnswer,
  giveThanks,
  joinGroup,
  linkQuestions,
  markHelped,
  removePost,
  reopenQuestion,
} from "../../src/community/index.ts";
import { type Result, unwrap } from "../../src/kernel/index.ts";
import { chooseNotifications, endFollow, follow } from "../../src/notifications/index.ts";
import type { Transaction } from "../../src/store/index.ts";
import { testNotifications } from "./newsroom.ts";
import { buildVillage } from "./people.ts";
import type { TestStore } from "./store.ts";

/** Makes the community `lamps`, in which everything has happened that an export can hold. */
export async function liveThrough(test: TestStore): Promise<void> {
  async function run<T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> {
    test.clock.advance(61_000);
    return unwrap(await test.store.transact(work));
  }
  const village = await buildVillage(test.store, "lamps");
  const { communityId, admin } = village;
  const fields = {
    slug: "reading",
    name: "Reading",
    purpose: "Books.",
    rules: "Be kind.",
    charter: "interest" as const,
  };
  await run((tx) => createGroup(tx, admin, fields));
  const signedUp = async (name: string, email: string, emailVerified: boolean): Promise<Actor> => {
    const { personId } = await run((tx) =>
      createPerson(tx, { name, email, password: "a long password", emailVerified }),
    );
    const { memberId } = await run((tx) => createMember(tx, { communityId, personId, name, about: "Likes *light*." }));
    return { ...admin, memberId, personId, name, roles: ["member"], staff: false };
  };
  const ann = await signedUp("Ann", "ann@example.org", true);
  const bob = await signedUp("Bob", "bob@example.org", false);
  const cid = await village.member("Cid 灯 🪔");
  await run((tx) => grantRole(tx, { communityId, actor: admin, memberId: bob.memberId, role: "solver" }));
  await run((tx) => editProfile(tx, ann, { locale: "de", theme: "dark" }));
  await run((tx) =>
    createToken(tx, { communityId, memberId: ann.memberId }, { name: "t", scopes: ["read"], expiresAt: null }),
  );
  await run((tx) => joinGroup(tx, cid, "reading"));
  await run((tx) => follow(tx, ann, { subject: "group", name: "reading" }));

  const ask = (who: Actor, title: string, group = "help") =>
    run((tx) => askQuestion(tx, who, { group, title, body: `About ${title} <b>&amp;</b>\n\nΩ`, tags: ["lamp", "ω"] }));
  const answer = (who: Actor, questionId: number, body: string) =>
    run((tx) => giveAnswer(tx, who, { questionId, body }));
  const flicker = await ask(ann, "The lamp flickers");
  const screw = await answer(bob, flicker.id, "Turn the screw.");
  const bulb = await answer(cid, flicker.id, "A new bulb.");
  const joke = await answer(cid, flicker.id, "Sit in the dark.");
  await run((tx) => addComment(tx, ann, { questionId: flicker.id }, "Since Monday."));
  const mention = `[@Cid](/c/lamps/m/${cid.memberId})`;
  await run((tx) => addComment(tx, bob, { answerId: bulb.id }, `Which one, ${mention}?`));
  await run((tx) =>
    editQuestion(tx, ann, { questionId: flicker.id, title: "My lamp flickers", body: "At night.", tags: ["lamp"] }),
  );
  await run((tx) => editAnswer(tx, bob, screw.id, "Turn the screw **once**."));
  await run((tx) => confirmAnswer(tx, ann, screw.id));
  await run((tx) => markHelped(tx, cid, screw.id));
  await run((tx) => giveThanks(tx, ann, { answerId: screw.id, note: "You saved my evening." }));
  await run((tx) => removePost(tx, admin, "answer", joke.id, "Not helpful."));
  const buzz = await ask(cid, "It buzzes");
  await answer(ann, buzz.id, "A dimmer does that.");
  await run((tx) => linkQuestions(tx, { communityId, questionId: buzz.id, otherId: flicker.id, kind: "duplicate" }));
  const dark = await ask(bob, "It is dark", "reading");
  const light = await answer(ann, dark.id, "Open the curtain.");
  await run((tx) => confirmAnswer(tx, bob, light.id));
  await run((tx) => reopenQuestion(tx, bob, dark.id));
  const wrong = await ask(cid, "Buy my lamps");
  await run((tx) => removePost(tx, admin, "question", wrong.id, "Advertising."));
  await run((tx) => follow(tx, cid, { subject: "question", name: String(flicker.id) }));
  await run((tx) => endFollow(tx, bob, { subject: "tag", name: "lamp" }));
  const { sources } = await testNotifications(test.store);
  const choice = { ways: { thanks: "off" }, timeZone: "Europe/Berlin", hour: 7 };
  await run((tx) => chooseNotifications(tx, sources, ann, choice));
}

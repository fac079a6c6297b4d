import { createMember, createPerson } from "../../accounts/index.ts";
import { createCommunity, createGroup, insertThreads, joinGroup } from "../../community/index.ts";
import { ok, unwrap } from "../../kernel/index.ts";
import { searchReader } from "../../search/index.ts";
import { readOnce, type Store, settle } from "../../store/index.ts";
import type { Steps } from "../progress.ts";
import type { Catalogue, QuestionKnown } from "./catalogue.ts";
import { type Community, groupCount, makeThread, type Size, shareAnswers, vocabulary } from "./make-threads.ts";
import { createChance } from "./words.ts";

const seed = 20_260_101;
const slug = "bench";
const threadsAtOnce = 100;
const membersAtOnce = 500;

/** Fills an empty installation, lets the search reader catch up, and returns what is in it. */
export async function fill(store: Store, size: Size, progress: Steps): Promise<Catalogue> {
  const chance = createChance(seed);
  const { communityId, groups, personId, memberIds } = await fillPeople(store, size.members);
  const of: Community = { memberIds, groupIds: groups.map(({ id }) => id) };
  const words = vocabulary();
  const counts = shareAnswers(chance, size);
  const slugs = new Map(groups.map((group) => [group.id, group.slug]));
  const questions: QuestionKnown[] = [];
  for (let from = 0; from < counts.length; from += threadsAtOnce) {
    const threads = counts.slice(from, from + threadsAtOnce).map((count) => makeThread(chance, words, of, count));
    const written = unwrap(await store.transact(async (tx) => ok(await insertThreads(tx, communityId, threads))));
    threads.forEach((thread, index) => {
      const { id, lastActivityAt } = written[index] as (typeof written)[number];
      const { title, tags, answers } = thread;
      const group = slugs.get(thread.groupId) ?? "";
      questions.push({ id, title, group, tags, posts: 1 + answers.length, lastActivityMs: lastActivityAt.getTime() });
    });
    progress.at(questions.length, size.questions);
  }
  progress.next("indexing for search");
  for (let handled = 1; handled > 0; ) handled = await readOnce(store.database, store.clock, searchReader);
  progress.next("settling");
  await settle(store.database);
  return { size, slug, communityId, personId, memberIds, groups: groups.map((group) => group.slug), questions };
}

async function fillPeople(store: Store, members: number) {
  const first = await store.transact(async (tx) => {
    const fields = { slug, name: "Bench", description: "A community made to be measured.", locale: "en" };
    const { id: communityId } = unwrap(await createCommunity(tx, fields));
    const person = { name: "Ada Bench", email: "ada@bench.example", password: null, emailVerified: true };
    const { personId } = unwrap(await createPerson(tx, person));
    const { memberId } = unwrap(await createMember(tx, { communityId, personId, name: person.name }));
    return ok({ communityId, personId, memberId });
  });
  const { communityId, personId, memberId } = unwrap(first);
  const memberIds: number[] = [memberId];
  while (memberIds.length < members) {
    const last = Math.min(members, memberIds.length + membersAtOnce);
    await store.transact(async (tx) => {
      while (memberIds.length < last) {
        const name = `Member ${memberIds.length + 1}`;
        memberIds.push(unwrap(await createMember(tx, { communityId, personId: null, name })).memberId);
      }
      return ok(undefined);
    });
  }
  const groups = await store.transact(async (tx) => {
    const made: { id: number; slug: string }[] = [];
    for (let number = 1; number <= groupCount; number += 1) {
      const name = `Group ${number}`;
      const purpose = "Questions about one kind of thing, asked by people who have it.";
      const fields = {
        slug: `group-${number}`,
        name,
        purpose,
        rules: "Be kind. Say what you tried.",
        charter: "help" as const,
      };
      made.push(unwrap(await createGroup(tx, kithItself(communityId, memberId), fields)));
    }
    for (const group of made.slice(0, 3)) unwrap(await joinGroup(tx, kithItself(communityId, memberId), group.slug));
    return ok(made);
  });
  return { communityId, groups: unwrap(groups), personId, memberIds };
}

/** The first member, acting with an administrator's rights while the community is set up; the pages are read without them. */
function kithItself(communityId: number, memberId: number) {
  return {
    ...{ communityId, memberId, personId: null, name: "Ada Bench", roles: ["member", "admin"] as const },
    ...{ staff: true, locale: null, theme: null, scopes: null, sessionKey: null },
  };
}

import { type Actor, createMember, grantRole, isStaff, providePerson } from "../../accounts/index.ts";
import {
  addComment,
  askQuestion,
  confirmAnswer,
  createCommunity,
  createGroup,
  editAnswer,
  editQuestion,
  endAsking,
  giveAnswer,
  giveThanks,
  joinGroup,
  linkQuestions,
  markHelped,
  removePost,
  reopenQuestion,
} from "../../community/index.ts";
import { ok, type Result, unwrap } from "../../kernel/index.ts";
import { atMoment, type Transaction } from "../../store/index.ts";
import { type Act, type Deed, questionPointer } from "./act.ts";
import { community, groups } from "./content/index.ts";
import type { Cast, Desk } from "./desk/index.ts";

/** Who and what the keys of the acts stand for. */
interface Known {
  readonly communityId: number;
  readonly actors: Map<string, Actor>;
  readonly questions: Map<string, number>;
  readonly answers: Map<string, number>;
}

/**
 * Plays acts through the rooms' verbs, each at its own moment, in one transaction: the community is there whole or not at all.
 * What happens at the desk comes in between, by its time. A refusal is a mistake in the acts, and throws. `onAct` is told how many are done.
 */
export async function playActs(
  tx: Transaction,
  acts: readonly Act[],
  onAct: (done: number) => void,
  desk: Desk,
): Promise<void> {
  const opening = atMoment(tx, new Date(acts[0]?.at ?? tx.now.getTime()));
  const { id } = unwrap(await createCommunity(opening, community));
  const known: Known = { communityId: id, actors: new Map(), questions: new Map(), answers: new Map() };
  const cast = castOf(known);
  for (const [index, act] of acts.entries()) {
    await desk.playUntil(tx, cast, act.at);
    const moment = atMoment(tx, new Date(act.at));
    const played = await desk.follow(moment, cast, act, (heard) => play(heard, known, act));
    if (!played.ok) throw new Error(`act ${index}, ${act.by}: ${JSON.stringify(act.deed)}: ${played.error.message}`);
    onAct(index + 1);
  }
  await desk.playUntil(tx, cast, Number.POSITIVE_INFINITY);
}

function castOf({ actors, questions }: Known): Cast {
  return {
    question: (key) => get(questions, key),
    named: (key) => get(actors, key),
    member(id) {
      for (const actor of actors.values()) if (actor.memberId === id) return actor;
      throw new Error(`nobody is member ${id}`);
    },
  };
}

async function play(tx: Transaction, known: Known, { by, deed }: Act): Promise<Result<unknown>> {
  if (deed.kind === "join") return join(tx, known, by, deed);
  const actor = get(known.actors, by);
  switch (deed.kind) {
    case "open-group": {
      const group = groups.find(({ slug }) => slug === deed.group);
      if (!group) throw new Error(`there is no group ${deed.group}`);
      return createGroup(tx, actor, group);
    }
    case "join-group":
      return joinGroup(tx, actor, deed.group);
    case "ask": {
      const { group, title, tags } = deed;
      const asked = await askQuestion(tx, actor, { group, title, tags, body: withAddresses(known, deed.body) });
      if (asked.ok) known.questions.set(deed.question, asked.value.id);
      return asked;
    }
    case "edit-question": {
      const { title, body, tags } = deed;
      return editQuestion(tx, actor, { questionId: get(known.questions, deed.question), title, body, tags });
    }
    case "answer": {
      const body = withAddresses(known, deed.body);
      const given = await giveAnswer(tx, actor, { questionId: get(known.questions, deed.question), body });
      if (given.ok) known.answers.set(deed.answer, given.value.id);
      return given;
    }
    case "edit-answer":
      return editAnswer(tx, actor, get(known.answers, deed.answer), deed.body);
    case "comment": {
      const questionId = known.questions.get(deed.on);
      const target = questionId === undefined ? { answerId: get(known.answers, deed.on) } : { questionId };
      return addComment(tx, actor, target, deed.body);
    }
    case "confirm":
      return confirmAnswer(tx, actor, get(known.answers, deed.answer));
    case "reopen":
      return reopenQuestion(tx, actor, get(known.questions, deed.question));
    case "helped":
      return markHelped(tx, actor, get(known.answers, deed.answer));
    case "thank":
      return giveThanks(tx, actor, { answerId: get(known.answers, deed.answer), note: deed.note });
    case "end-asking": {
      const answerId = get(known.answers, deed.answer);
      return endAsking(tx, actor, { questionId: get(known.questions, deed.question), answerId });
    }
    case "link-duplicate": {
      const questionId = get(known.questions, deed.question);
      const otherId = get(known.questions, deed.other);
      return linkQuestions(tx, { communityId: known.communityId, questionId, otherId, kind: "duplicate" });
    }
    case "remove-question":
      return removePost(tx, actor, "question", get(known.questions, deed.question), deed.because);
  }
}

/** Makes the member, the person behind where one signs in, and the role. */
async function join(
  tx: Transaction,
  known: Known,
  key: string,
  deed: Extract<Deed, { kind: "join" }>,
): Promise<Result<unknown>> {
  const { name, about, locale, email, role } = deed;
  const { communityId } = known;
  const person = email ? unwrap(await providePerson(tx, { name, email, emailVerified: true })) : null;
  const personId = person?.personId ?? null;
  const member = await createMember(tx, { communityId, personId, name, about, locale });
  if (!member.ok) return member;
  const { memberId } = member.value;
  if (role) unwrap(await grantRole(tx, { communityId, actor: null, memberId, role }));
  const roles = role ? (["member", role] as const) : (["member"] as const);
  known.actors.set(key, {
    communityId,
    memberId,
    personId,
    name,
    roles,
    staff: isStaff(roles),
    locale,
    theme: null,
    scopes: null,
    sessionKey: null,
  });
  return ok(undefined);
}

function withAddresses(known: Known, body: string): string {
  const address = (key: string) => `/c/${community.slug}/q/${get(known.questions, key)}`;
  return body.replace(questionPointer, (_, key: string) => `(${address(key)})`);
}

function get<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${key} has not come up yet`);
  return value;
}

import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CareHouse, day, hour, openCareHouse } from "../../tests/factories/care.ts";
import { fc } from "../../tests/factories/draws.ts";
import type { Actor } from "../accounts/index.ts";
import {
  addComment,
  askQuestion,
  confirmAnswer,
  giveAnswer,
  removePost,
  reopenQuestion,
  restorePost,
  withdrawConfirmation,
} from "../community/index.ts";
import type { Result } from "../kernel/index.ts";
import {
  answerProblem,
  claimProblem,
  confirmProblem,
  contestProblem,
  fixKnown,
  handOver,
  linkReports,
  markDuplicate,
  markKnown,
  mergeProblem,
  openForMember,
  receiveMessage,
  reopenProblem,
  reportKnown,
  returnToLadder,
  signCannotSolve,
  snoozeProblem,
  sortProblem,
  splitProblem,
  triageByRules,
  unmarkKnown,
  urgencies,
  withdrawProblem,
} from "./index.ts";

// Whatever people do and however time passes, in any order: no problem is without an owner and a next action until it is over, none
// is over in a way that there is not, and nothing is lost. A refusal is a fine answer; an error is none.

let house: CareHouse;
let solvers: Actor[];
let people: Actor[];
beforeAll(async () => {
  house = await openCareHouse();
  solvers = [house.solver, await house.person("Second", ["solver"]), await house.person("Third", ["solver"])];
  people = [house.asker, await house.person("Peer"), await house.person("Friend")];
});
afterAll(() => house?.close());

interface World {
  readonly problems: number[];
  readonly questions: number[];
  readonly answers: number[];
  readonly messages: number[];
}

async function world(): Promise<World> {
  const { rows } = await sql<World>`
    select array(select id from problem order by id) as problems, array(select id from question order by id) as questions,
      array(select id from answer order by id) as answers,
      array(select m.id from message m order by m.id) as messages`.execute(house.store.database);
  const [found] = rows;
  if (!found) throw new Error("a select without a table gives one row");
  const numbers = (ids: readonly unknown[]) => ids.map(Number);
  return {
    problems: numbers(found.problems),
    questions: numbers(found.questions),
    answers: numbers(found.answers),
    messages: numbers(found.messages),
  };
}

/** One thing that somebody does, or that time does. The numbers choose among what is there. */
interface Act {
  readonly what: keyof typeof acts;
  readonly a: number;
  readonly b: number;
  readonly who: number;
}
interface Chosen extends World {
  readonly solver: Actor;
  readonly person: Actor;
  /** A problem, and another one. */
  readonly one: number;
  readonly two: number;
  readonly question: number;
  readonly answer: number;
  readonly message: number;
  readonly n: number;
}

const run = <T>(work: Parameters<typeof house.run<T>>[0]): Promise<Result<T>> => house.run(work);
const words = ["It broke.", "thanks, great", "how do I reset it?", "hm", "worst lamp ever", "ok"];

const acts = {
  ask: ({ person, n }: Chosen) =>
    run((tx) => askQuestion(tx, person, { group: "help", title: `Question ${n}`, body: "Why?", tags: [] })),
  answer: ({ person, question }: Chosen) => run((tx) => giveAnswer(tx, person, { questionId: question, body: "So." })),
  comment: ({ person, question }: Chosen) => run((tx) => addComment(tx, person, { questionId: question }, "And?")),
  confirm: ({ person, answer }: Chosen) => run((tx) => confirmAnswer(tx, person, answer)),
  unconfirm: ({ person, answer }: Chosen) => run((tx) => withdrawConfirmation(tx, person, answer)),
  reopenQuestion: ({ person, question }: Chosen) => run((tx) => reopenQuestion(tx, person, question)),
  remove: ({ person, question }: Chosen) => run((tx) => removePost(tx, person, "question", question, "")),
  removeAnswer: ({ answer }: Chosen) => run((tx) => removePost(tx, house.village.admin, "answer", answer, "Rude.")),
  restore: ({ person, question }: Chosen) => run((tx) => restorePost(tx, person, "question", question)),
  claim: ({ solver, one }: Chosen) => run((tx) => claimProblem(tx, solver, one)),
  handOver: ({ solver, one, n }: Chosen) =>
    run((tx) => handOver(tx, solver, one, { kind: "solver", id: solvers[n % 3]?.memberId ?? 0 })),
  giveBack: ({ solver, one }: Chosen) => run((tx) => returnToLadder(tx, solver, one)),
  snooze: ({ solver, one, n }: Chosen) =>
    run((tx) => snoozeProblem(tx, solver, one, new Date(tx.now.getTime() + ((n % 60) - 4) * hour))),
  sort: ({ solver, one, n }: Chosen) => run((tx) => sortProblem(tx, solver, one, { urgency: urgencies[n % 4] })),
  deskAnswer: ({ solver, one }: Chosen) => run((tx) => answerProblem(tx, solver, one, { body: "Try this." })),
  duplicate: ({ solver, one, two }: Chosen) => run((tx) => markDuplicate(tx, solver, one, two)),
  merge: ({ solver, one, two }: Chosen) => run((tx) => mergeProblem(tx, solver, one, two)),
  known: async ({ solver, one, two, n }: Chosen) => {
    await run((tx) => markKnown(tx, solver, one, { title: "Lamps are lost", body: "" }));
    await run((tx) => linkReports(tx, solver, one, [two, two + 1, two - 1]));
    return n % 2 === 0 ? null : run((tx) => unmarkKnown(tx, solver, one));
  },
  reportKnown: ({ person, one }: Chosen) => run((tx) => reportKnown(tx, person, one)),
  fixKnown: ({ solver, one }: Chosen) => run((tx) => fixKnown(tx, solver, one, "A new part.")),
  split: ({ solver, one, message }: Chosen) =>
    run((tx) => splitProblem(tx, solver, one, { messageId: message, title: "Another" })),
  sign: ({ solver, one }: Chosen) =>
    run((tx) => signCannotSolve(tx, solver, one, { because: "No part.", instead: "Money back." })),
  contest: async ({ solver, one }: Chosen) => {
    await run((tx) => signCannotSolve(tx, solver, one, { because: "No part.", instead: "Money back." }));
    for (const person of people) await run((tx) => contestProblem(tx, person, one, "There is one."));
  },
  withdraw: ({ person, one }: Chosen) => run((tx) => withdrawProblem(tx, person, one)),
  confirmProblem: ({ person, one }: Chosen) => run((tx) => confirmProblem(tx, person, one)),
  reopen: ({ person, one }: Chosen) => run((tx) => reopenProblem(tx, person, one)),
  undoDuplicate: ({ solver, one }: Chosen) => run((tx) => reopenProblem(tx, solver, one)),
  openFor: ({ solver, person }: Chosen) =>
    run((tx) => openForMember(tx, solver, { askerId: person.memberId, title: "Rang", body: "They rang." })),
  message: ({ person, message, n }: Chosen) =>
    run((tx) =>
      receiveMessage(tx, triageByRules, {
        ...{ communityId: house.communityId, authorId: person.memberId, fromStaff: false },
        ...{ body: words[n % words.length] ?? "", inReplyTo: n % 2 === 0 ? null : message },
      }),
    ),
  staffMessage: ({ solver, message }: Chosen) =>
    run((tx) =>
      receiveMessage(tx, triageByRules, {
        ...{ communityId: house.communityId, authorId: solver.memberId, fromStaff: true },
        ...{ body: "Please try again.", inReplyTo: message },
      }),
    ),
  anHour: () => house.pass(hour),
  aDay: () => house.pass(day),
  threeDaysOff: () => house.pass(3 * day),
  aMonth: () => house.pass(31 * day),
  clockBack: async () => {
    house.clock.advance(-2 * hour);
    await house.pass(0);
  },
};

async function perform({ what, a, b, who }: Act): Promise<void> {
  const there = await world();
  const pick = (from: readonly number[], n: number) => from[from.length - 1 - (n % Math.min(from.length, 8))] ?? 0;
  const person = people[who % people.length];
  const solver = solvers[who % solvers.length];
  if (!person || !solver) throw new Error("there are people");
  await acts[what]({
    ...there,
    ...{ person, solver, n: a * 31 + b, one: pick(there.problems, a), two: pick(there.problems, b) },
    ...{ question: pick(there.questions, a), answer: pick(there.answers, a), message: pick(there.messages, b) },
  });
  await house.read();
}

/** What must hold after each act; finds what breaks it. */
async function broken(): Promise<unknown[]> {
  const { rows } = await sql`
    select p.id, 'no owner there' as why from problem p where over_at is null and not coalesce(case owner_kind
      when 'peers' then exists (select from community_group g where g.community_id = p.community_id and g.id = p.owner_id)
      when 'team' then exists (select from team t where t.community_id = p.community_id and t.id = p.owner_id)
      else exists (select from member m where m.community_id = p.community_id and m.id = p.owner_id) end, false)
    union all
    select p.id, 'no next action' from problem p where over_at is null and (next_action_at is null or next_step is null or wake_at is null)
    union all
    select p.id, 'ended by somebody else' from problem p where over_as in ('confirmed', 'withdrawn') and over_by <> asker_id
    union all
    select p.id, 'its original ended without it' from problem p join problem o on o.community_id = p.community_id and o.id = p.duplicate_of
      where o.over_at is not null and o.over_as <> 'confirmed'
    union all
    select q.id, 'a question that waits without a problem' from question q
      where q.state in ('waiting', 'answered') and not exists (select from problem p where p.question_id = q.id)
    union all
    select q.id, 'a solved question whose problem is not over' from question q join problem p on p.question_id = q.id
      where q.state = 'solved' and p.over_at is null and not exists (
        select from event e where e.subject = 'problem' and e.subject_id = p.id and e.kind in ('problem.reopened', 'problem.contested'))
    union all
    select t.message_id, 'a message that nobody will place' from triage t
      where t.kind in ('problem', 'question', 'complaint') and t.problem_id is null and t.ask_until is null
    union all
    select p.id, 'rests on a problem that is known no more' from problem p
      join lateral (select s.reason, s.data from problem_step s where s.community_id = p.community_id and s.problem_id = p.id
        and s.reason in ('known', 'snoozed', 'undone') order by s.id desc limit 1) last on last.reason = 'known'
      join known_problem k on k.community_id = p.community_id and k.problem_id = (last.data->>'knownId')::bigint and k.ended_at is not null
      where p.over_at is null and p.state = 'snoozed' and not exists (
        select from problem_link o join known_problem b on b.community_id = o.community_id and b.problem_id = o.other_id
        where o.community_id = p.community_id and o.problem_id = p.id and o.kind = 'known'
          and b.ended_at is null)
    union all
    select e.subject_id, 'an event without owner or next action: ' || e.kind from event e
      where e.subject = 'problem' and e.kind not in ('problem.ended', 'problem.noted', 'problem.linked', 'problem.checked',
        'problem.check-due', 'problem.original-solved', 'problem.original-moved')
        and (e.data->>'owner' is null or e.data->>'nextActionAt' is null)
        -- A problem whose asker had it solved can still be known; that it is known no more is said of one that is over.
        and not (e.kind = 'problem.known-ended' and 'problem.ended' = (
          select before.kind from event before
          where before.subject = 'problem' and before.subject_id = e.subject_id and before.id < e.id
            and before.kind in ('problem.opened', 'problem.ended', 'problem.reopened', 'problem.contested')
          order by before.id desc limit 1))
    limit 5`.execute(house.store.database);
  return rows;
}

const act = fc.record({
  what: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  a: fc.nat({ max: 100 }),
  b: fc.nat({ max: 100 }),
  who: fc.nat({ max: 20 }),
});

/** Through everything that can become of a problem, so that the histories below have surely been there. */
const wholeWay = (
  [
    ["ask"],
    ["threeDaysOff"],
    ["claim"],
    ["deskAnswer"],
    ["comment"],
    ["aDay"],
    ["handOver", 1],
    ["snooze", 14],
    ["aDay"],
    ["sort", 3],
    ["deskAnswer", 0, 1],
    ["threeDaysOff"],
    ["confirmProblem"],
    ["aMonth"],
    ["reopen"],
    ["contest"],
  ] as const
).map(([what, b = 0, who = 0]): Act => ({ what, a: 0, b, who }));

it("holds that every problem has an owner and a next action until it is over, whatever happens", async () => {
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), async (history) => {
      await perform({ what: "ask", a: history.length, b: 1, who: 0 });
      for (const each of history) {
        await perform(each);
        expect(await broken(), JSON.stringify(each)).toEqual([]);
        const { problems } = await world();
        expect(problems.length).toBeGreaterThanOrEqual(most);
        most = problems.length;
      }
    }),
    { numRuns: 25, endOnFailure: true, examples: [[wholeWay]] },
  );
  const { rows } = await sql<{ kind: string }>`
    select distinct kind from event where subject = 'problem'`.execute(house.store.database);
  // The histories have really gone through it all.
  expect(rows.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(
      [
        ...["opened", "answered", "ended", "reopened", "contested", "claimed", "handed-over", "returned", "snoozed"],
        ...["sorted", "stepped", "asker-spoke", "asker-asked", "check-due", "woken"],
      ].map((name) => `problem.${name}`),
    ),
  );
});

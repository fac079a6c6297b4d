import {
  addNote,
  answerPublicly,
  bringMessage,
  claimProblem,
  contestProblem,
  correctTriage,
  handOver,
  linkProblems,
  linkReports,
  markKnown,
  mergeProblem,
  openForMember,
  receiveMessage,
  saveView,
  sayPrivately,
  setArea,
  setCalendar,
  setGroupLadder,
  setMacro,
  setOwnLimits,
  setServiceLevel,
  setTeam,
  signCannotSolve,
  snoozeProblem,
  splitProblem,
  triageByRules,
} from "../../src/care/index.ts";
import { refreshSkills } from "../../src/care/skills.ts";
import { addComment, editGroup, endAsking, keepPost } from "../../src/community/index.ts";
import { type Result, unwrap } from "../../src/kernel/index.ts";
import type { Transaction } from "../../src/store/index.ts";
import { type CareHouse, day, hour } from "./care.ts";

/** Lets everything happen at a desk that an export can hold, in the house's own community. */
export async function liveThroughCare(house: CareHouse): Promise<void> {
  const { asker, solver, communityId } = house;
  const { admin, group } = house.village;
  const run = async <T>(work: (tx: Transaction) => Promise<Result<T>>): Promise<T> => unwrap(await house.run(work));
  const peer = await house.person("Peer");
  const lead = await house.person("Lead", ["solver"]);
  await setUpCare(house, run, lead.memberId);

  const solved = await house.ask("The lamp flickers at night", ["lamp"]);
  const screw = await house.answer(solved, peer);
  await house.confirm(solved, screw);
  const words = "my light goes on and off";
  await run((tx) => endAsking(tx, lead, { questionId: solved.questionId ?? 0, answerId: screw, text: words }));
  // Checks after 7 and 30 days are due and asked; what lasted so long is a skill.
  await house.pass(32 * day);
  await refreshSkills(house.store, communityId);

  const original = await house.ask("Nothing lights up", ["lamp"]);
  const same = await house.ask("All is dark", ["lamp"]);
  await run((tx) => mergeProblem(tx, solver, same.id, original.id));
  await house.confirm(original, await house.answer(original, solver));
  const split = { messageId: original.messageId ?? 0, title: "The second thing" };
  const known = await house.ask("The plug is warm");
  await run((tx) => splitProblem(tx, solver, known.id, { ...split, messageId: known.messageId ?? 0 }));
  await run((tx) => linkProblems(tx, solver, { id: known.id, otherId: original.id, kind: "known" }));
  await run((tx) => claimProblem(tx, solver, known.id));
  await run((tx) => addNote(tx, solver, known.id, "She rang *twice*."));
  await run((tx) => handOver(tx, solver, known.id, { kind: "solver", id: lead.memberId }));
  await run((tx) => snoozeProblem(tx, lead, known.id, new Date(house.clock.now().getTime() + 5 * hour)));

  const hopeless = await house.ask("The glass is broken");
  const said = { because: "It is no longer made.", instead: "You get your money back." };
  await run((tx) => signCannotSolve(tx, solver, hopeless.id, said));
  await run((tx) => contestProblem(tx, asker, hopeless.id, "Others still sell it."));

  const closed = await house.ask("Where is my order?");
  await run((tx) => sayPrivately(tx, asker, closed.id, "My order number is 302-7746512."));
  await run((tx) => sayPrivately(tx, solver, closed.id, "It goes out **today**."));
  await run((tx) => answerPublicly(tx, solver, closed.id, { body: "It goes out today.", locale: "en" }));
  const office = { questionId: closed.questionId ?? 0 };
  const comment = await run((tx) => addComment(tx, asker, office, "Call my shop: +49 30 901820."));
  await run((tx) => keepPost(tx, asker, "comment", comment.id));
  // What many report at once is worked on, and a report waits with it.
  const outage = await house.ask("No lamp connects any more");
  const notice = { title: "Lamps do not connect", body: "We are on it." };
  await run((tx) => markKnown(tx, solver, outage.id, notice));
  const report = await house.ask("My lamp does not connect");
  await run((tx) => linkReports(tx, solver, outage.id, [report.id]));
  const rang = { askerId: asker.memberId, title: "A lost parcel", body: "He called.", area: "lamps" };
  await run((tx) => openForMember(tx, solver, rang));

  const arrived = (body: string, inReplyTo: number | null = null) =>
    run((tx) =>
      receiveMessage(tx, triageByRules, { communityId, authorId: peer.memberId, fromStaff: false, body, inReplyTo }),
    );
  const first = await arrived("My lamp is broken, please help me.");
  await arrived("It is urgent!", first.messageId);
  const unclear = await arrived("Lamp.");
  await run((tx) => correctTriage(tx, solver, unclear.messageId, { kind: "praise", urgency: "low", area: "lamps" }));
  const brought = { channel: "phone", id: "a-2", from: "+1", name: "Caller", staff: false, inReplyTo: "a-1" };
  await run((tx) => bringMessage(tx, triageByRules, communityId, { ...brought, text: "My lamp hums, can you help?" }));
  await house.read();
  // Asked, and with what is still to come: what was done in the last hour is done, and must not happen a second time.
  await house.ask("It hums since today");
  await run((tx) =>
    editGroup(tx, admin, group, { name: "Help", purpose: "Ask.", rules: "", charter: "help", solvedFrom: 0.8 }),
  );
}

type Run = <T>(work: (tx: Transaction) => Promise<Result<T>>) => Promise<T>;

async function setUpCare({ village, solver }: CareHouse, run: Run, leadId: number): Promise<void> {
  const { admin, group } = village;
  const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ day: weekday, from: 0, to: 1440 }));
  const { id: calendarId } = await run((tx) =>
    setCalendar(tx, admin, { name: "Always", timeZone: "Europe/Berlin", spans, holidays: ["2026-12-25"] }),
  );
  const memberIds = [leadId, solver.memberId];
  const { id: teamId } = await run((tx) => setTeam(tx, admin, { name: "Light", leadId, calendarId, memberIds }));
  await run((tx) => setArea(tx, admin, { slug: "lamps", name: "Lamps", tags: ["lamp"], teamId }));
  const minutes = { firstAnswerMinutes: 60, nextAnswerMinutes: 120, solvedMinutes: 10_000, warnPercent: 80 };
  await run((tx) => setServiceLevel(tx, admin, { group, urgency: null, calendarId, ...minutes }));
  await run((tx) => setGroupLadder(tx, admin, group, { found: 30, peers: 240, named: 600 }));
  await run((tx) => setOwnLimits(tx, solver, { askedWeekly: 3, mostOpen: 20, calendarId }));
  await run((tx) => setMacro(tx, solver, { name: "Hello", body: "Hello {asker}." }));
  await run((tx) =>
    saveView(tx, solver, { name: "Lamps first", view: "waiting-for-asker", area: "lamps", urgency: "high" }),
  );
}

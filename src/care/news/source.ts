import type { Happening, NotificationSource } from "../../notifications/index.ts";
import type { StoredEvent } from "../../store/index.ts";
import { type NewsRow, readNewsAnswerers, readNewsProblems, readNewsSteps } from "../queries/news.ts";
import { mayHaveHeardThere, type NewsFacts, newsKinds } from "./kinds.ts";

/** What is told although the problem is over: its end itself, and what is asked after it. */
const afterTheEnd = new Set(newsKinds.flatMap(({ endings }) => endings ?? []));

/** What is told of problems, for `openNotifications`: a handful of queries for any number of events. */
export const careNews: NotificationSource<NewsFacts> = {
  kinds: newsKinds,
  subject: "problem",
  async readFacts(tx, communityId, events) {
    const ids = [...new Set(events.map(problemOf))];
    const problems = new Map((await readNewsProblems(tx.db, communityId, ids)).map((row) => [row.id, row]));
    const steps = await readNewsSteps(tx.db, communityId, ids, [...new Set(events.map(({ at }) => at))]);
    const answerers = await readNewsAnswerers(
      tx.db,
      communityId,
      events.filter(mayHaveHeardThere).flatMap((event) => problems.get(problemOf(event))?.questionId ?? []),
    );
    const found = new Map<number, Happening & { facts: NewsFacts }>();
    for (const event of events) {
      const id = problemOf(event);
      const problem = problems.get(id);
      if (!problem || (problem.over && !afterTheEnd.has(event.kind))) continue;
      const step = steps.find((one) => one.problemId === id && one.at.getTime() === event.at.getTime());
      const facts: NewsFacts = {
        askerId: problem.askerId,
        owner: ownerOf(problem),
        taken: problem.taken,
        lastAskedAt: problem.lastAskedAt,
        leadId: problem.leadId,
        step: step ? { code: step.code, data: step.data } : null,
        answererIds: answerers.filter((one) => one.questionId === problem.questionId).map(({ memberId }) => memberId),
      };
      found.set(event.id, { subject: { type: "problem", id }, ...placeOf(event), facts });
    }
    return found;
  },
  async readSubjects(db, communityId, ids) {
    const rows = await readNewsProblems(db, communityId, ids);
    return new Map(rows.map(({ id, title, language, over, gone }) => [id, { title, language, over, gone }]));
  },
};

function problemOf(event: StoredEvent): number {
  return event.subject === "problem" ? event.subjectId : Number(event.data.problemId ?? 0);
}

function ownerOf({ over, ownerKind, ownerId }: NewsRow): NewsFacts["owner"] {
  return over || ownerKind === null || ownerId === null ? null : { kind: ownerKind, id: ownerId };
}

/** Where on the page it is. What was said in a private case stands in no mail: it is there because nobody else should read it. */
function placeOf(event: StoredEvent): Pick<Happening, "messageId" | "anchor"> {
  if (event.subject !== "message") return { messageId: null, anchor: null };
  return { messageId: event.data.privately ? null : event.subjectId, anchor: `said-${event.subjectId}` };
}

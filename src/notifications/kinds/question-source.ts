import { mentionedIn } from "../../conversation/index.ts";
import type { StoredEvent, Transaction } from "../../store/index.ts";
import {
  type QuestionRow,
  readAnswerers,
  readAuthors,
  readCommenters,
  readFollowers,
  readQuestions,
} from "../queries/questions.ts";
import type { Happening, NotificationSource } from "./kind.ts";
import {
  edited,
  type Follower,
  type QuestionFacts,
  questionKinds,
  toldToAnswerers,
  toldToCommenters,
} from "./question-kinds.ts";

/** Where an event points: its question, if it says so itself, and the message that it is about. */
interface Pointers {
  readonly questionId: number | null;
  /** Whose author counts: an answer, or what was commented on. */
  readonly aboutId: number | null;
  /** What a reader is led to. */
  readonly messageId: number | null;
  readonly anchor: string | null;
}

const numberIn = (event: StoredEvent, name: string) => {
  const value = event.data[name];
  return typeof value === "number" ? value : null;
};

function pointersOf(event: StoredEvent): Pointers {
  const questionId = numberIn(event, "questionId");
  switch (event.subject) {
    case "question":
      return { questionId: event.subjectId, aboutId: null, messageId: null, anchor: null };
    case "answer":
      return toAnswer(questionId, event.subjectId);
    case "comment":
      return {
        questionId,
        aboutId: numberIn(event, "messageId"),
        messageId: event.subjectId,
        anchor: `comment-${event.subjectId}`,
      };
    default:
      return toAnswer(questionId, numberIn(event, "messageId"));
  }
}

function toAnswer(questionId: number | null, id: number | null): Pointers {
  return { questionId, aboutId: id, messageId: id, anchor: id === null ? null : `answer-${id}` };
}

/** What is told of questions, with how to read the facts from the database: a handful of queries for any number of events. */
export const questionSource: NotificationSource<QuestionFacts> = {
  kinds: questionKinds,
  subject: "question",
  async readFacts(tx, communityId, all) {
    const events = all.filter((event) => !edited.includes(event.kind) || mentionedIn(event).length > 0);
    const pointers = new Map(events.map((event) => [event.id, pointersOf(event)]));
    const aboutIds = distinct([...pointers.values()].map(({ aboutId }) => aboutId));
    const authors = new Map((await readAuthors(tx, communityId, aboutIds)).map((row) => [row.id, row]));
    const questionOf = ({ questionId, aboutId }: Pointers) =>
      questionId ?? (aboutId === null ? null : (authors.get(aboutId)?.questionId ?? null));
    const questions = new Map(
      (await readQuestions(tx.db, communityId, distinct([...pointers.values()].map(questionOf)))).map((row) => [
        row.id,
        row,
      ]),
    );
    const pointersIn = (some: readonly StoredEvent[]) => some.map((event) => pointers.get(event.id) as Pointers);
    const answered = distinct(pointersIn(events.filter(toldToAnswerers)).map(questionOf));
    const answerers = Map.groupBy(await readAnswerers(tx, communityId, answered), ({ questionId }) => questionId);
    const commented = distinct(pointersIn(events.filter(toldToCommenters)).map(({ aboutId }) => aboutId));
    const commenters = Map.groupBy(await readCommenters(tx, communityId, commented), ({ messageId }) => messageId);
    const followers = await readAllFollowers(tx, communityId, [...questions.values()]);

    const found = new Map<number, Happening & { facts: QuestionFacts }>();
    for (const event of events) {
      const to = pointers.get(event.id) as Pointers;
      const question = questions.get(questionOf(to) ?? 0);
      if (!question) continue;
      const facts: QuestionFacts = {
        askerId: question.askerId,
        answererIds: membersOf(answerers.get(question.id)),
        followers: followers(question),
        authorId: to.aboutId === null ? null : (authors.get(to.aboutId)?.authorId ?? null),
        commenterIds: membersOf(commenters.get(to.aboutId ?? 0)),
      };
      const { messageId, anchor } = to;
      found.set(event.id, { subject: { type: "question", id: question.id }, messageId, anchor, facts });
    }
    return found;
  },
  async readSubjects(db, communityId, ids) {
    const rows = await readQuestions(db, communityId, ids);
    return new Map(
      rows.map(({ id, title, language, state }) => [
        id,
        { title, language, over: state === "solved" || state === "duplicate", gone: state === "removed" },
      ]),
    );
  },
};

/** The followers of questions, of their tags and of their groups, read at once. */
async function readAllFollowers(
  tx: Transaction,
  communityId: number,
  questions: readonly QuestionRow[],
): Promise<(question: QuestionRow) => Follower[]> {
  const read = (subject: Follower["subject"], keys: readonly string[]) =>
    readFollowers(tx, communityId, { subject, keys });
  const ofQuestions = await read(
    "question",
    questions.map(({ id }) => String(id)),
  );
  const ofTags = await read(
    "tag",
    questions.flatMap(({ tags }) => tags),
  );
  const ofGroups = await read(
    "group",
    questions.map(({ groupId }) => String(groupId)),
  );
  const byKey = (rows: typeof ofTags) => Map.groupBy(rows, ({ key }) => key);
  const [toQuestions, toTags, toGroups] = [byKey(ofQuestions), byKey(ofTags), byKey(ofGroups)];
  const follower = (subject: Follower["subject"], through: string | null) => (row: (typeof ofTags)[number]) => ({
    ...row,
    subject,
    through,
    because: row.because as Follower["because"],
  });
  return ({ id, tags, groupId, groupName }) => [
    ...(toQuestions.get(String(id)) ?? []).map(follower("question", null)),
    ...tags.flatMap((tag) => (toTags.get(tag) ?? []).map(follower("tag", tag))),
    ...(toGroups.get(String(groupId)) ?? []).map(follower("group", groupName)),
  ];
}

function membersOf(rows: readonly { readonly memberId: number }[] = []): number[] {
  return rows.map(({ memberId }) => memberId);
}

function distinct(ids: readonly (number | null)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

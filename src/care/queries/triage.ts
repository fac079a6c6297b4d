import type { Database, Transaction } from "../../store/index.ts";
import type { Urgency } from "../problem.ts";
import type { MessageKind, TriageGuess } from "../triage.ts";

/** Writes down what kind of message one is; a message that was judged before keeps its judgement. */
export async function insertTriage(
  tx: Transaction,
  row: {
    communityId: number;
    messageId: number;
    conversationId: number;
    authorId: number;
    problemId: number | null;
    areaId: number | null;
    /** How sure the model was of that area, where it said it. */
    areaProbability?: number | null;
    guess: TriageGuess;
    /** While a person is asked what this is: until when. */
    askUntil: Date | null;
  },
): Promise<void> {
  await tx.db
    .insertInto("triage")
    .values({
      community_id: row.communityId,
      message_id: row.messageId,
      conversation_id: row.conversationId,
      author_id: row.authorId,
      at: tx.now,
      problem_id: row.problemId,
      kind: row.guess.kind,
      area_id: row.areaId,
      area_probability: row.areaProbability ?? null,
      urgency: row.guess.urgency,
      language: row.guess.language,
      probability: row.guess.probability,
      abstained: row.guess.abstains,
      ask_until: row.askUntil,
    })
    .onConflict((conflict) => conflict.columns(["community_id", "message_id"]).doNothing())
    .execute();
}

export interface TriageRow {
  readonly communityId: number;
  readonly messageId: number;
  readonly conversationId: number;
  readonly authorId: number;
  readonly problemId: number | null;
  readonly kind: MessageKind;
  readonly areaId: number | null;
  readonly urgency: Urgency;
  readonly language: string | null;
  readonly askUntil: Date | null;
}

const columns = [
  "community_id as communityId",
  "message_id as messageId",
  "conversation_id as conversationId",
  "author_id as authorId",
  "problem_id as problemId",
  "kind",
  "area_id as areaId",
  "urgency",
  "language",
  "ask_until as askUntil",
] as const;

export async function lockTriage(
  tx: Transaction,
  communityId: number,
  messageId: number,
): Promise<TriageRow | undefined> {
  const row = await tx.db
    .selectFrom("triage")
    .select(columns)
    .where("community_id", "=", communityId)
    .where("message_id", "=", messageId)
    .forUpdate()
    .executeTakeFirst();
  return row as TriageRow | undefined;
}

/** The next message that nobody said anything about in time, locked; undefined where there is none that no other process has. */
export async function takeUndecided(tx: Transaction): Promise<TriageRow | undefined> {
  const row = await tx.db
    .selectFrom("triage")
    .select(columns)
    .where("ask_until", "<=", tx.now)
    .orderBy("ask_until")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row as TriageRow | undefined;
}

export async function updateTriage(
  tx: Transaction,
  row: TriageRow,
  change: {
    kind?: MessageKind;
    areaId?: number | null;
    urgency?: Urgency;
    problemId?: number | null;
    decidedBy?: number | null;
  },
): Promise<void> {
  await tx.db
    .updateTable("triage")
    .set({
      ask_until: null,
      ...(change.kind === undefined ? {} : { kind: change.kind }),
      ...(change.areaId === undefined ? {} : { area_id: change.areaId, area_probability: null }),
      ...(change.urgency === undefined ? {} : { urgency: change.urgency }),
      ...(change.problemId === undefined ? {} : { problem_id: change.problemId }),
      ...(change.decidedBy === undefined ? {} : { decided_by: change.decidedBy, decided_at: tx.now }),
    })
    .where("community_id", "=", row.communityId)
    .where("message_id", "=", row.messageId)
    .execute();
}

export async function insertLesson(
  tx: Transaction,
  lesson: {
    communityId: number;
    messageId: number;
    guessed: MessageKind;
    kind: MessageKind;
    areaId: number | null;
    urgency: Urgency;
    taughtBy: number;
  },
): Promise<void> {
  await tx.db
    .insertInto("triage_lesson")
    .values({
      community_id: lesson.communityId,
      message_id: lesson.messageId,
      guessed: lesson.guessed,
      kind: lesson.kind,
      area_id: lesson.areaId,
      urgency: lesson.urgency,
      taught_by: lesson.taughtBy,
      taught_at: tx.now,
    })
    .execute();
}

/** Whether a member has sent so many messages since a moment; looks at no more than those. */
export async function hasSentAsMany(
  tx: Transaction,
  wanted: { communityId: number; authorId: number; since: Date; many: number },
): Promise<boolean> {
  const rows = await tx.db
    .selectFrom("triage")
    .select("message_id")
    .where("community_id", "=", wanted.communityId)
    .where("author_id", "=", wanted.authorId)
    .where("at", ">", wanted.since)
    .offset(wanted.many - 1)
    .limit(1)
    .execute();
  return rows.length > 0;
}

/** A message of which the machine does not know what it is. */
export interface Unsorted {
  readonly messageId: number;
  readonly conversationId: number;
  readonly author: { readonly memberId: number; readonly name: string; readonly staff: boolean };
  readonly at: Date;
  readonly body: string;
  readonly guess: MessageKind;
  readonly urgency: Urgency;
  readonly probability: number;
  /** The area that it seems to be about, and how sure the model is of that, where it said it. */
  readonly area: string | null;
  readonly areaProbability: number | null;
  readonly language: string | null;
  /** When it is taken for a problem, if nobody says what it is. */
  readonly askUntil: Date;
}

/** The "what is this?" list, those first that are taken for a problem first. */
export async function listUnsorted(
  database: Database,
  wanted: { communityId: number; after?: { at: Date; id: number } | undefined; limit: number },
): Promise<Unsorted[]> {
  let query = database
    .selectFrom("triage as t")
    .innerJoin("message as m", (join) =>
      join.onRef("m.community_id", "=", "t.community_id").onRef("m.id", "=", "t.message_id"),
    )
    .innerJoin("member as a", (join) =>
      join.onRef("a.community_id", "=", "t.community_id").onRef("a.id", "=", "t.author_id"),
    )
    .leftJoin("subject_area as area", (join) =>
      join.onRef("area.community_id", "=", "t.community_id").onRef("area.id", "=", "t.area_id"),
    )
    .select(["t.message_id as messageId", "t.conversation_id as conversationId", "t.at", "t.kind", "t.urgency"])
    .select(["area.slug as area", "t.area_probability as areaProbability"])
    .select([
      "t.probability",
      "t.language",
      "t.ask_until as askUntil",
      "m.body",
      "a.id as memberId",
      "a.name",
      "a.staff",
    ])
    .where("t.community_id", "=", wanted.communityId)
    .where("t.ask_until", "is not", null);
  if (wanted.after) {
    const { at, id } = wanted.after;
    query = query.where((eb) => eb(eb.refTuple("t.ask_until", "t.message_id"), ">", eb.tuple(at, id)));
  }
  const rows = await query.orderBy("t.ask_until").orderBy("t.message_id").limit(wanted.limit).execute();
  return rows.map(({ memberId, name, staff, kind, urgency, askUntil, ...row }) => ({
    ...row,
    guess: kind as MessageKind,
    urgency: urgency as Urgency,
    askUntil: askUntil ?? row.at,
    author: { memberId, name, staff },
  }));
}

/** What people taught, newest last, with the texts: to train the model with. */
export async function listLessons(
  database: Database,
  wanted: { communityId: number; afterId: number; limit: number },
): Promise<{ id: number; text: string; kind: MessageKind; urgency: Urgency; area: string | null }[]> {
  const rows = await database
    .selectFrom("triage_lesson as l")
    .innerJoin("message as m", (join) =>
      join.onRef("m.community_id", "=", "l.community_id").onRef("m.id", "=", "l.message_id"),
    )
    .leftJoin("subject_area as a", (join) =>
      join.onRef("a.community_id", "=", "l.community_id").onRef("a.id", "=", "l.area_id"),
    )
    .select(["l.id", "m.body as text", "l.kind", "l.urgency", "a.slug as area"])
    .where("l.community_id", "=", wanted.communityId)
    .where("l.id", ">", wanted.afterId)
    .orderBy("l.id")
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as MessageKind, urgency: row.urgency as Urgency }));
}

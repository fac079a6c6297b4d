import type { NotificationKind, Recipient } from "../../notifications/index.ts";
import type { StoredEvent } from "../../store/index.ts";
import type { Owner } from "../problem.ts";
import { hourMs } from "../settings.ts";
import { newsDe } from "./words-de.ts";
import { newsEn } from "./words-en.ts";

/** What the kinds below know of the problem that an event is about, as it stands now. */
export interface NewsFacts {
  readonly askerId: number;
  /** Who has it now; null where it is over. */
  readonly owner: Owner | null;
  /** Whether its owner took it, or is only offered it. */
  readonly taken: boolean;
  /** When its asker was last sent a link that says whether it is solved. */
  readonly lastAskedAt: Date | null;
  /** Who leads its team. */
  readonly leadId: number | null;
  /** The step that was taken with the event: its reason, and what fills that. */
  readonly step: { readonly code: string; readonly data: Readonly<Record<string, unknown>> } | null;
  /** Whose answers stand below its question: they hear of its reopening there. For events that they `mayHaveHeardThere` alone. */
  readonly answererIds: readonly number[];
}

type Kind = NotificationKind<NewsFacts>;
type Name = keyof typeof newsEn;

function kind(name: Name, kind: Omit<Kind, "name" | "words">): Kind {
  return { name, words: { en: newsEn[name], de: newsDe[name] }, ...kind };
}

/** Events by which a problem comes to somebody. */
const comes = ["problem.opened", "problem.stepped", "problem.returned", "problem.reopened", "problem.contested"];
const desk = { permission: "work on problems", basis: "desk", usual: "mail" } as const;
const own = { basis: "asked", usual: "mail" } as const;

/** What is told of problems, besides what the community tells of their questions. The first kind that would tell a member does. */
export const newsKinds: readonly Kind[] = [
  kind("problem-message", {
    ...own,
    on: ["message.said"],
    asks: "along",
    sample: { reason: "asked", through: "" },
    tell: (event, facts) =>
      event.actorId === facts.askerId
        ? toOwner(facts, facts.owner, "owner")
        : [{ memberId: facts.askerId, reason: "asked" }],
  }),
  kind("is-it-solved", {
    ...own,
    on: ["problem.asker-asked"],
    asks: "itself",
    sample: { reason: "asked", through: "1" },
    // A digest may have brought the answer, and with it the question, a moment ago.
    tell: (event, { askerId, lastAskedAt }) =>
      wasAskedLately(event, lastAskedAt)
        ? []
        : [{ memberId: askerId, reason: "asked", through: String(event.data.gentleness) }],
  }),
  kind("still-solved", {
    ...own,
    on: ["problem.check-due"],
    endings: ["problem.check-due"],
    asks: "itself",
    sample: { reason: "asked", through: "7" },
    tell: (event, { askerId }) => [
      { memberId: askerId, reason: "asked", through: event.data.check === "month" ? "30" : "7" },
    ],
  }),
  kind("cannot-be-solved", {
    ...own,
    on: ["problem.ended"],
    endings: ["problem.ended"],
    tell: ({ data }, { askerId }) => (data.as === "cannot-solve" ? [{ memberId: askerId, reason: "asked" }] : []),
  }),
  kind("joined-with-another", {
    ...own,
    on: ["problem.ended"],
    endings: ["problem.ended"],
    tell: ({ data }, { askerId }) => (data.as === "duplicate" ? [{ memberId: askerId, reason: "asked" }] : []),
  }),
  kind("original-solved", {
    ...own,
    on: ["problem.original-solved"],
    endings: ["problem.original-solved"],
    tell: (_, { askerId }) => [{ memberId: askerId, reason: "asked" }],
  }),
  kind("problem-is-known", {
    ...own,
    on: ["problem.known-linked"],
    tell: (_, { askerId }) => [{ memberId: askerId, reason: "asked" }],
  }),
  kind("known-problem-fixed", {
    ...own,
    on: ["problem.known-fixed"],
    asks: "itself",
    tell: (_, { askerId }) => [{ memberId: askerId, reason: "asked" }],
  }),
  kind("asked-by-name", {
    on: ["problem.opened", "problem.stepped", "problem.reopened"],
    usual: "mail",
    basis: "solved",
    sample: { reason: "solved", through: "7" },
    tell: (event, facts) => {
      if (!hasItStill(event, facts, "member")) return [];
      if (facts.step?.code === "proven") return toOwner(facts, facts.owner, "solved", numberOf(facts.step.data.solved));
      return event.data.reason === "not-solved" ? toOwner(facts, facts.owner, "again") : [];
    },
  }),
  kind("problem-contested", {
    ...desk,
    on: ["problem.contested"],
    sample: { reason: "lead", through: "" },
    tell: (event, facts) => [
      ...toOwner(facts, facts.owner, "lead"),
      ...(typeof event.data.signedById === "number" ? [{ memberId: event.data.signedById, reason: "signed" }] : []),
    ],
  }),
  kind("handed-over-to-you", {
    ...desk,
    on: ["problem.handed-over"],
    tell: (event, facts) => (hasItStill(event, facts, "solver") ? toOwner(facts, facts.owner, "owner") : []),
  }),
  kind("problem-reopened", {
    ...desk,
    on: ["problem.reopened", "problem.stepped"],
    tell: (event, facts) => {
      const goesOn = event.kind === "problem.reopened" || event.data.reason === "not-solved";
      return goesOn && facts.taken && hasItStill(event, facts, "solver") && !heardThere(event, facts)
        ? toOwner(facts, facts.owner, "owner")
        : [];
    },
  }),
  kind("offered-to-you", {
    ...desk,
    on: comes,
    sample: { reason: "skilled-on-duty", through: "7" },
    tell: (event, facts) => {
      if (facts.taken || !hasItStill(event, facts, "solver")) return [];
      const { code, data } = facts.step ?? { code: "", data: {} };
      const why = typeof data.next === "string" ? data.next : code;
      const reason = why === "nobody-took-it" ? "team-lead" : why in newsEn["offered-to-you"].reasons ? why : "turn";
      return toOwner(facts, facts.owner, reason, numberOf(data.solved));
    },
  }),
  kind("promise-ends-soon", {
    ...desk,
    on: ["problem.warned"],
    sample: { reason: "owner", through: "first-answer" },
    // Where nobody has it by name, whoever leads the team can still see to it.
    tell: (event, facts) => {
      const owner = toOwner(facts, facts.owner, "owner", clockOf(event));
      return owner.length > 0 ? owner : toLead(facts, clockOf(event));
    },
  }),
  kind("promise-broken", {
    ...desk,
    on: ["problem.late"],
    sample: { reason: "lead", through: "first-answer" },
    tell: (event, facts) => [...toOwner(facts, facts.owner, "owner", clockOf(event)), ...toLead(facts, clockOf(event))],
  }),
];

/** A little less than a day: what was mailed right after an answer is asked again a day after the answer. */
const latelyMs = 20 * hourMs;

function wasAskedLately({ at }: StoredEvent, lastAskedAt: Date | null): boolean {
  return lastAskedAt !== null && at.getTime() - lastAskedAt.getTime() < latelyMs;
}

/** Whether it is still with whom the event brought it to: where it has moved on since, they need not hear of it. */
function hasItStill({ data }: StoredEvent, { owner }: NewsFacts, kind: Owner["kind"]): boolean {
  return owner?.kind === kind && data.owner === kind && data.ownerId === owner.id;
}

/** Whether it is an event of which the question tells those who answered it. */
export function mayHaveHeardThere({ kind, data }: StoredEvent): boolean {
  return kind === "problem.reopened" && data.wasOverAs === "confirmed";
}

/** Whoever answered a question hears from it that it is open again. */
function heardThere(event: StoredEvent, { owner, answererIds }: NewsFacts): boolean {
  return mayHaveHeardThere(event) && answererIds.includes(owner?.id ?? 0);
}

function toOwner({ askerId }: NewsFacts, owner: Owner | null, reason: string, through?: string): Recipient[] {
  const isPerson = owner?.kind === "solver" || owner?.kind === "member";
  if (!isPerson || owner.id === askerId) return [];
  return [{ memberId: owner.id, reason, ...(through === undefined ? {} : { through }) }];
}

function toLead({ leadId, askerId }: NewsFacts, through: string): Recipient[] {
  return leadId === null || leadId === askerId ? [] : [{ memberId: leadId, reason: "lead", through }];
}

function clockOf({ data }: StoredEvent): string {
  return typeof data.clock === "string" ? data.clock : "solved";
}

function numberOf(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : undefined;
}

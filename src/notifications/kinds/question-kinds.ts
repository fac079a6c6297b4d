import { mentionedIn } from "../../conversation/index.ts";
import type { StoredEvent } from "../../store/index.ts";
import { deQuestions } from "../texts/questions-de.ts";
import { enQuestions } from "../texts/questions-en.ts";
import type { NotificationKind, Recipient } from "./kind.ts";

/** Somebody who follows a question, one of its tags or its group. */
export interface Follower {
  readonly memberId: number;
  readonly subject: "question" | "tag" | "group";
  /** A tag's name; null for the rest. */
  readonly through: string | null;
  readonly because: "chosen" | "asked" | "answered";
  readonly beganAt: Date;
  readonly endedAt: Date | null;
}

/** What the kinds below know of the question that an event is about. */
export interface QuestionFacts {
  readonly askerId: number;
  /** Everybody whose answer stands; for events `toldToAnswerers` alone. */
  readonly answererIds: readonly number[];
  readonly followers: readonly Follower[];
  /** Who wrote the answer that was confirmed, helped or thanked for, or what was commented on; null where nothing was. */
  readonly authorId: number | null;
  /** Who else commented on the same; for events `toldToCommenters` alone. */
  readonly commenterIds: readonly number[];
}

type QuestionKind = NotificationKind<QuestionFacts>;
type Name = keyof typeof enQuestions;

function kind(name: Name, kind: Omit<QuestionKind, "name" | "words">): QuestionKind {
  return { name, words: { en: enQuestions[name], de: deQuestions[name] }, ...kind };
}

/** An edit tells only those whom it mentions for the first time. */
export const edited: readonly string[] = ["question.edited", "answer.edited", "comment.edited"];
const reopened = "question.reopened";
const commented = "comment.made";
const masked = ["question.masked", "answer.masked", "comment.masked"];

/** Whether those who answered may be told of it. */
export const toldToAnswerers = ({ kind }: StoredEvent): boolean => kind === reopened;
/** Whether those who commented on the same may be told of it. */
export const toldToCommenters = ({ kind }: StoredEvent): boolean => kind === commented;

/** What is told of questions and answers. The first kind that would tell a member is the one that does. */
export const questionKinds: readonly QuestionKind[] = [
  kind("answer-to-your-question", {
    on: ["answer.given"],
    usual: "mail",
    basis: "asked",
    asks: "along",
    orNext: true,
    tell: (_, facts) => (hasEnded(facts, facts.askerId) ? [] : [{ memberId: facts.askerId, reason: "asked" }]),
  }),
  kind("mentioned", {
    on: ["question.asked", "answer.given", "comment.made", ...edited],
    usual: "mail",
    basis: "mentioned",
    orNext: true,
    onceFor: ({ subject, subjectId }) => `${subject}.mentioned:${subjectId}`,
    tell: (event, facts) =>
      recipients(mentionedIn(event), "mentioned").filter(({ memberId }) => !hasEnded(facts, memberId)),
  }),
  kind("comment-on-your-post", {
    on: [commented],
    usual: "mail",
    basis: "wrote",
    tell: (_, facts) =>
      [
        ...recipients([facts.authorId], "wrote"),
        ...recipients([facts.askerId], "asked"),
        ...recipients(facts.commenterIds, "commented"),
      ].filter(({ memberId }) => !hasEnded(facts, memberId)),
  }),
  kind("question-reopened", {
    on: [reopened],
    usual: "mail",
    basis: "wrote",
    tell: (_, facts) => recipients(facts.answererIds, "answered").filter(({ memberId }) => !hasEnded(facts, memberId)),
  }),
  kind("your-answer-was-confirmed", {
    on: ["answer.confirmed"],
    usual: "digest",
    basis: "wrote",
    endings: ["answer.confirmed"],
    tell: (_, facts) => recipients([facts.authorId], "answered"),
  }),
  kind("your-answer-helped", {
    on: ["answer.helped"],
    usual: "page",
    basis: "wrote",
    endings: ["answer.helped"],
    tell: (_, facts) => recipients([facts.authorId], "answered"),
  }),
  kind("thanks", {
    on: ["thanks.given"],
    usual: "digest",
    basis: "wrote",
    endings: ["thanks.given"],
    tell: (_, facts) => recipients([facts.authorId], "answered"),
  }),
  kind("your-post-was-masked", {
    on: masked,
    usual: "mail",
    basis: "wrote",
    endings: masked,
    tell: (event, facts) => recipients([event.subject === "question" ? facts.askerId : facts.authorId], "wrote"),
  }),
  kind("followed-question", {
    on: ["answer.given", "answer.confirmed", "question.reopened"],
    usual: "digest",
    basis: "follows",
    endings: ["answer.confirmed"],
    tell: (event, facts) =>
      following(event, facts, "question").map(({ memberId, because }) => ({
        memberId,
        reason: because === "chosen" ? "follows" : because,
      })),
  }),
  kind("followed-tag", {
    on: ["question.asked"],
    usual: "digest",
    basis: "follows",
    tell: (event, facts) =>
      following(event, facts, "tag").map(({ memberId, through }) => ({
        memberId,
        reason: "follows",
        through: through ?? "",
      })),
  }),
  kind("followed-group", {
    on: ["question.asked"],
    usual: "digest",
    basis: "follows",
    tell: (event, facts) =>
      following(event, facts, "group").map(({ memberId, through }) => ({
        memberId,
        reason: "follows",
        through: through ?? "",
      })),
  }),
];

function recipients(memberIds: readonly (number | null)[], reason: string): Recipient[] {
  return memberIds.flatMap((memberId) => (memberId === null ? [] : [{ memberId, reason }]));
}

/** Whether a member has said that they want to hear no more of this question. */
function hasEnded({ followers }: QuestionFacts, memberId: number): boolean {
  return followers.some((one) => one.subject === "question" && one.memberId === memberId && one.endedAt !== null);
}

/** Those who followed when it happened. The asker hears of answers by a kind of their own. */
function following(event: StoredEvent, facts: QuestionFacts, subject: Follower["subject"]): readonly Follower[] {
  return facts.followers.filter(
    (one) =>
      one.subject === subject &&
      one.endedAt === null &&
      one.beganAt.getTime() <= event.at.getTime() &&
      (subject !== "question" || one.memberId !== facts.askerId),
  );
}

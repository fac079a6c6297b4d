import type { Permission } from "../../accounts/index.ts";
import type { OpenedBasis } from "../../guard/index.ts";
import type { Database, StoredEvent, Transaction } from "../../store/index.ts";

/** How a kind of notification reaches a member: not at all, on the page, or there and by mail, at once or with the day's digest. */
export const ways = ["off", "page", "mail", "digest"] as const;
export type Way = (typeof ways)[number];

/** One member who is to be told of an event, and why. */
export interface Recipient {
  readonly memberId: number;
  /** A key of the kind's `reasons`. */
  readonly reason: string;
  /** What fills the sentence of the reason: the tag that they follow, how many they solved. */
  readonly through?: string;
}

/** What notifications are about, as a type and an id: question 12. */
export interface SubjectRef {
  readonly type: string;
  readonly id: number;
}

/** What happened, as all who are told see it. */
export interface Happening {
  readonly subject: SubjectRef;
  /** The words that came of it, if there are any. */
  readonly messageId: number | null;
  /** The part of the subject's page that it is about: `answer-34`; null for the whole. */
  readonly anchor: string | null;
}

/** What a line of a notification is made of. */
export interface LineWords {
  /** Who did it; null for Kith itself, and for people who are gone. */
  readonly who: string | null;
  /** The subject's title. */
  readonly title: string;
  readonly through: string | null;
}

export interface KindWords {
  /** On the page of settings: "Somebody answers your question". */
  readonly label: string;
  /** What happened, as a sentence without a full stop: "Mara answered “The lamp flickers”". */
  line(words: LineWords): string;
  /** Why this member is told: "you asked this question". */
  readonly reasons: Readonly<Record<string, (through: string) => string>>;
}

/** The languages that notifications speak. */
export type Language = "en" | "de";

/**
 * One kind of notification, as data: which events it is about, whom it tells and why, and in which words. `tell` is pure: all that
 * it knows stands in the event and in the facts that the kind's source has read for it.
 */
export interface NotificationKind<Facts = never> {
  /** Stable: it is kept with members' choices. */
  readonly name: string;
  /** Kinds of events. */
  readonly on: readonly string[];
  /** How it reaches members who have not chosen. */
  readonly usual: Exclude<Way, "off">;
  /** What a mail of this kind rests on. */
  readonly basis: Exclude<OpenedBasis, "digest">;
  /** Events among `on` that are the end itself, or thanks after it: they may be mailed about what is over. */
  readonly endings?: readonly string[];
  /**
   * Its mails ask their reader something that one press answers (`ReadPresses`): because that is what they are for, or along with
   * the news, unless it was asked within a day.
   */
  readonly asks?: "itself" | "along";
  /**
   * Whoever has switched this kind off is told by the next that would tell them. Without it they are not told of the event at all:
   * the next one is about the same, only less so.
   */
  readonly orNext?: true;
  /**
   * The thing, as `name:id`, that a member is told of once and for all, whatever events speak of it. Without it they are told of the
   * same kind of event about the same subject once in a day.
   */
  onceFor?(event: StoredEvent): string;
  /** Told only to members who may do this; others do not find it among their choices. */
  readonly permission?: Extract<Permission, "work on problems">;
  /** What the example among the choices is made with, where a tag's name does not fit. */
  readonly sample?: { readonly reason: string; readonly through: string };
  tell(event: StoredEvent, facts: Facts): readonly Recipient[];
  readonly words: Readonly<Record<Language, KindWords>>;
}

/** A subject as it is now. */
export interface SubjectRead {
  readonly title: string;
  /** In which language the title is (ISO 639); left out, or null, where nobody can tell. */
  readonly language?: string | null;
  /** Nothing is mailed about what is over, but for the ending itself. */
  readonly over: boolean;
  /** Nothing at all is said about what is gone. */
  readonly gone: boolean;
}

/**
 * Kinds that belong together, and how to read what they need. Other rooms bring theirs in through `app.ts`; earlier kinds win where
 * a member would be told of one event by several.
 */
export interface NotificationSource<Facts = never> {
  readonly kinds: readonly NotificationKind<Facts>[];
  /** What happened and the facts of each event, by its id; what is left out is told to nobody. All events are of one community. */
  readFacts(
    tx: Transaction,
    communityId: number,
    events: readonly StoredEvent[],
  ): Promise<ReadonlyMap<number, Happening & { readonly facts: Facts }>>;
  /** The type of the subjects that this source's notifications are about. */
  readonly subject: string;
  /** Subjects as they are now, by id. */
  readSubjects(
    db: Database | Transaction["db"],
    communityId: number,
    ids: readonly number[],
  ): Promise<ReadonlyMap<number, SubjectRead>>;
}

/** Something that the reader of a mail is asked, and can answer with one press and without a sign-in. */
export interface Press {
  readonly asks: string;
  readonly choices: readonly { readonly label: string; readonly address: string }[];
}

/** What a mail is about, and whether asking is what it is for. */
export type PressSubject = SubjectRef & { readonly asks: "itself" | "along" };

/** Finds what a member is to be asked in a mail about these subjects, by `type:id`; most often nothing. */
export type ReadPresses = (
  tx: Transaction,
  mail: {
    readonly communityId: number;
    /** Its slug. */
    readonly community: string;
    readonly memberId: number;
    readonly language: Language;
    readonly subjects: readonly PressSubject[];
  },
) => Promise<ReadonlyMap<string, Press>>;

// biome-ignore lint/suspicious/noExplicitAny: a list of sources holds them whatever facts theirs are
export type AnySource = NotificationSource<any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyKind = NotificationKind<any>;

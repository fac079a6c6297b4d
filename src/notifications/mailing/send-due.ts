import { type Opened, permitOpened } from "../../guard/index.ts";
import { ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import type {
  AnyKind,
  AnySource,
  Language,
  Press,
  PressSubject,
  ReadPresses,
  SubjectRead,
  SubjectRef,
} from "../kinds/kind.ts";
import {
  endWaiting,
  holdMember,
  type MailRecipient,
  noteDigest,
  postponeMail,
  readMailRecipient,
  readWaiting,
  type WaitingRow,
} from "../queries/waiting.ts";
import { sendMail } from "../send-mail.ts";
import { digestGoesNow, nextDigestAt, usualSchedule } from "../telling/digest-time.ts";
import { planMails } from "../telling/plan-mails.ts";
import { languageOf, mailTexts } from "../texts/index.ts";
import { composeMail, excerptOf, type MailItem } from "./compose.ts";
import { type WayOutSigner, wholeDigest } from "./way-out.ts";

/** Full addresses of pages, which the faces know; `community` is its slug. */
export interface NewsAddresses {
  /** Where a subject can be read; `anchor` is the part of its page that it is about. */
  subject(community: string, subject: SubjectRef, anchor: string | null): string;
  /** Where members choose what reaches them. */
  settings(community: string): string;
  /** What stops mails without a sign-in. */
  wayOut(community: string, token: string): string;
}

export interface Mailing {
  readonly sources: readonly AnySource[];
  readonly addresses: NewsAddresses;
  readonly signer: WayOutSigner;
  readonly presses: ReadPresses;
}

interface Letter {
  readonly waiting: readonly WaitingRow[];
  readonly digest: boolean;
}

/** Mails one member what is due. Does nothing where another process is at it: what it sends and what it notes commit together. */
export async function sendDue(
  tx: Transaction,
  mailing: Mailing,
  { communityId, memberId }: { readonly communityId: number; readonly memberId: number },
): Promise<Result<void>> {
  if (!(await holdMember(tx, communityId, memberId))) return ok(undefined);
  const waiting = await readWaiting(tx, communityId, memberId);
  const recipient = await readMailRecipient(tx, communityId, memberId);
  if (!recipient) {
    await endWaiting(tx, communityId, idsOf(waiting), null);
    return ok(undefined);
  }
  const subjects = await readAllSubjects(tx, mailing.sources, communityId, waiting);
  const subjectOf = (one: WaitingRow) => subjects.get(keyOf(one));
  const kinds = kindsByName(mailing.sources);
  const plan = planMails(waiting, kinds, subjectOf, tx.now);
  const post = (letter: Letter) => write(tx, mailing, { communityId, memberId, recipient, kinds, subjectOf }, letter);

  for (const group of plan.mails) await post({ waiting: group, digest: false });
  const schedule = recipient.schedule ?? usualSchedule;
  if (plan.digest.length > 0 && digestGoesNow(schedule, tx.now)) {
    await post({ waiting: plan.digest, digest: true });
    await noteDigest(tx, communityId, memberId, schedule);
  } else if (plan.digest.length > 0) {
    await postponeMail(tx, communityId, idsOf(plan.digest), nextDigestAt(schedule, tx.now));
  }
  for (const { waiting: later, until } of plan.postponed) await postponeMail(tx, communityId, idsOf(later), until);
  await endWaiting(tx, communityId, idsOf(plan.dropped), null);
  return ok(undefined);
}

interface Desk {
  readonly communityId: number;
  readonly memberId: number;
  readonly recipient: MailRecipient;
  readonly kinds: ReadonlyMap<string, AnyKind>;
  readonly subjectOf: (one: WaitingRow) => SubjectRead | undefined;
}

async function write(tx: Transaction, mailing: Mailing, desk: Desk, letter: Letter): Promise<void> {
  const { communityId, memberId, recipient } = desk;
  const [first] = letter.waiting;
  if (!first) return;
  const language = languageOf(recipient.locale);
  const words = mailTexts(language).news;
  const reason = words.because(
    letter.digest ? words.digestReason(recipient.communityName) : reasonOf(desk, first, language),
  );
  const opened: Opened = { communityId, memberId, basis: basisOf(desk, letter, first), reason };
  const permit = await permitOpened(tx, opened);
  const kinds = letter.digest ? [wholeDigest] : [...new Set(letter.waiting.map(({ kind }) => kind))];
  const token = mailing.signer.sign({ communityId, memberId, kinds });
  const wayOut = mailing.addresses.wayOut(recipient.communitySlug, token);
  const presses = await readPresses(tx, mailing, desk, letter, language);
  const mail = composeMail({
    language,
    name: recipient.name,
    community: recipient.communityName,
    title: letter.digest ? null : (desk.subjectOf(first)?.title ?? ""),
    items: letter.waiting.map((one) => ({
      ...itemOf(mailing, desk, one, language),
      press: presses.get(one.id) ?? null,
    })),
    reason: permit.reason,
    wayOut,
    settings: mailing.addresses.settings(recipient.communitySlug),
  });
  await sendMail(tx, permit, { communityId, recipient: recipient.email, ...mail, wayOut });
  await endWaiting(tx, communityId, idsOf(letter.waiting), tx.now);
}

function basisOf({ kinds }: Desk, letter: Letter, first: WaitingRow): Opened["basis"] {
  return letter.digest ? "digest" : (kinds.get(first.kind)?.basis ?? "follows");
}

function reasonOf({ kinds }: Desk, { kind, reason, through }: WaitingRow, language: Language): string {
  return kinds.get(kind)?.words[language].reasons[reason]?.(through ?? "") ?? reason;
}

/** What the letter asks, by the notification under which it asks it: about one subject once, under the last that may. */
async function readPresses(
  tx: Transaction,
  mailing: Mailing,
  { communityId, memberId, recipient, kinds }: Desk,
  letter: Letter,
  language: Language,
): Promise<ReadonlyMap<number, Press>> {
  const asking = new Map<string, PressSubject & { readonly under: number }>();
  for (const one of letter.waiting) {
    const asks = kinds.get(one.kind)?.asks;
    if (!asks) continue;
    const before = asking.get(keyOf(one))?.asks;
    const subject = { type: one.subjectType, id: one.subjectId, under: one.id };
    asking.set(keyOf(one), { ...subject, asks: before === "itself" ? before : asks });
  }
  if (asking.size === 0) return new Map();
  const mail = { communityId, memberId, community: recipient.communitySlug, language };
  const found = await mailing.presses(tx, { ...mail, subjects: [...asking.values()] });
  return new Map([...found].flatMap(([key, press]) => [[asking.get(key)?.under ?? 0, press] as const]));
}

function itemOf({ addresses }: Mailing, desk: Desk, one: WaitingRow, language: Language): Omit<MailItem, "press"> {
  const title = desk.subjectOf(one)?.title ?? "";
  const words = desk.kinds.get(one.kind)?.words[language];
  const subject = { type: one.subjectType, id: one.subjectId };
  return {
    line: words?.line({ who: one.actorName, title, through: one.through }) ?? title,
    excerpt: one.written === null ? null : excerptOf(one.written),
    address: addresses.subject(desk.recipient.communitySlug, subject, one.anchor),
  };
}

/** Every kind there is, by its name. */
export function kindsByName(sources: readonly AnySource[]): ReadonlyMap<string, AnyKind> {
  return new Map(sources.flatMap(({ kinds }) => kinds.map((kind) => [kind.name, kind] as const)));
}

/** Subjects as they are now, by `type:id`. */
export async function readAllSubjects(
  { db }: Pick<Transaction, "db"> | { readonly db: Parameters<AnySource["readSubjects"]>[0] },
  sources: readonly AnySource[],
  communityId: number,
  of: readonly { readonly subjectType: string; readonly subjectId: number }[],
): Promise<ReadonlyMap<string, SubjectRead>> {
  const found = new Map<string, SubjectRead>();
  for (const source of sources) {
    const ids = of.filter(({ subjectType }) => subjectType === source.subject).map(({ subjectId }) => subjectId);
    if (ids.length === 0) continue;
    const read = await source.readSubjects(db, communityId, [...new Set(ids)]);
    for (const [id, subject] of read) found.set(`${source.subject}:${id}`, subject);
  }
  return found;
}

function keyOf({ subjectType, subjectId }: WaitingRow): string {
  return `${subjectType}:${subjectId}`;
}

function idsOf(waiting: readonly WaitingRow[]): number[] {
  return waiting.map(({ id }) => id);
}

import { type Actor, ensureMay, may } from "../../accounts/index.ts";
import { err, ok, type Result, refusal } from "../../kernel/index.ts";
import type { Database, Transaction } from "../../store/index.ts";
import { type AnyKind, type AnySource, type Language, type Way, ways } from "../kinds/kind.ts";
import { askForCourier } from "../mailing/courier-times.ts";
import { wholeDigest } from "../mailing/way-out.ts";
import {
  countForDigest,
  dropWaiting,
  moveDigest,
  readSchedule,
  readWays,
  upsertSchedule,
  upsertWays,
} from "../queries/choices.ts";
import { isTimeZone, nextDigestAt, usualSchedule } from "../telling/digest-time.ts";

/** What a kind is about: what one asks, answers and follows; what becomes of one's problems; work at the desk. */
export type ChoicePart = "questions" | "problems" | "desk";

/** One kind with how it reaches a member, and what is sent. */
export interface KindChoice {
  readonly kind: string;
  readonly label: string;
  readonly part: ChoicePart;
  /** A line as it would be sent. */
  readonly example: string;
  readonly because: string;
  readonly way: Way;
  readonly usual: Way;
}

export interface Choices {
  readonly kinds: readonly KindChoice[];
  readonly timeZone: string;
  /** Of their day, 0 to 23. */
  readonly hour: number;
  /** Whether they have chosen hour and time zone. */
  readonly chosen: boolean;
  /** When the next digest goes out, should there be anything to say. */
  readonly nextDigestAt: Date;
  /** How much it holds so far. */
  readonly waiting: number;
}

const samples: Readonly<Record<Language, { who: string; title: string; through: string }>> = {
  en: { who: "Mara", title: "The lamp flickers", through: "lamps" },
  de: { who: "Mara", title: "Die Lampe flackert", through: "Lampen" },
};

/** What reaches a member, and how, with an example of each kind. */
export async function readChoices(
  database: Database,
  sources: readonly AnySource[],
  actor: Actor,
  language: Language,
  now: Date,
): Promise<Choices> {
  const { communityId, memberId } = actor;
  const [chosenWays, schedule, waiting] = await Promise.all([
    readWays(database, communityId, memberId),
    readSchedule(database, communityId, memberId),
    countForDigest(database, communityId, memberId),
  ]);
  const kinds = sources.flatMap(({ kinds, subject }) =>
    kinds
      .filter(({ permission }) => permission === undefined || may(actor, permission))
      .map((kind): KindChoice => {
        const { name, usual, permission } = kind;
        const part = permission ? "desk" : subject === "question" ? "questions" : "problems";
        const way = chosenWays.get(name) ?? usual;
        return { kind: name, label: kind.words[language].label, part, ...exampleOf(kind, language), way, usual };
      }),
  );
  const { timeZone, hour, lastSentAt } = schedule ?? usualSchedule;
  const next = nextDigestAt({ timeZone, hour, lastSentAt }, now);
  return { kinds, timeZone, hour, chosen: schedule !== undefined, nextDigestAt: next, waiting };
}

function exampleOf({ words, sample }: AnyKind, language: Language): Pick<KindChoice, "example" | "because"> {
  const { line, reasons } = words[language];
  const usual = samples[language];
  const through = sample?.through ?? usual.through;
  const reason = sample ? reasons[sample.reason] : Object.values(reasons)[0];
  return { example: line({ ...usual, through }), because: reason?.(through) ?? "" };
}

/** What is left out stays as it is. */
export interface ChoiceChange {
  readonly ways?: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  readonly hour?: number;
}

const wayInvalid = refusal(
  "invalid",
  "way-invalid",
  "This is no kind of notification, or no way that it can reach you.",
  `Choose one of: ${ways.join(", ")}.`,
);
const timeZoneInvalid = refusal(
  "invalid",
  "time-zone-invalid",
  "This is not the name of a time zone.",
  "Choose one such as Europe/Berlin.",
  { timeZone: "Choose one such as Europe/Berlin." },
);
const hourInvalid = refusal(
  "invalid",
  "hour-invalid",
  "An hour is a whole number from 0 to 23.",
  "Choose one of them.",
  { hour: "Choose a whole number from 0 to 23." },
);

/** Sets how kinds reach a member, and when their digest goes out. Appends `notifications.chosen`. */
export async function chooseNotifications(
  tx: Transaction,
  sources: readonly AnySource[],
  actor: Actor,
  change: ChoiceChange,
): Promise<Result<void>> {
  const permitted = ensureMay(actor, "choose own notifications");
  if (!permitted.ok) return permitted;
  const known = new Set(sources.flatMap(({ kinds }) => kinds.map(({ name }) => name)));
  const wanted = new Map<string, Way>();
  for (const [kind, way] of Object.entries(change.ways ?? {})) {
    if (!known.has(kind) || !isWay(way)) return err(wayInvalid);
    wanted.set(kind, way);
  }
  const { timeZone, hour } = change;
  if (timeZone !== undefined && !isTimeZone(timeZone)) return err(timeZoneInvalid);
  if (hour !== undefined && !(Number.isInteger(hour) && hour >= 0 && hour <= 23)) return err(hourInvalid);

  await setWays(tx, actor, wanted);
  if (timeZone !== undefined || hour !== undefined) await setSchedule(tx, actor, { timeZone, hour });
  tellLog(tx, actor);
  return ok(undefined);
}

/**
 * Stops mails without a sign-in, by what stood in a mail's link: their kinds stay on the page and are mailed no more. Asking twice
 * changes nothing. Appends `notifications.chosen`.
 */
export async function stopMails(
  tx: Transaction,
  sources: readonly AnySource[],
  member: { readonly communityId: number; readonly memberId: number },
  kinds: readonly string[],
): Promise<void> {
  const chosen = await readWays(tx.db, member.communityId, member.memberId);
  const stopped = sources
    .flatMap(({ kinds }) => kinds)
    .filter(({ name, usual }) => {
      const way = chosen.get(name) ?? usual;
      return kinds.includes(name) ? way !== "off" : kinds.includes(wholeDigest) && way === "digest";
    });
  await setWays(tx, member, new Map(stopped.map(({ name }) => [name, "page"])));
  if (stopped.length > 0) tellLog(tx, member);
}

type Member = Pick<Actor, "communityId" | "memberId">;

async function setWays(tx: Transaction, { communityId, memberId }: Member, wanted: ReadonlyMap<string, Way>) {
  await upsertWays(tx, communityId, memberId, wanted);
  const unmailed = [...wanted].filter(([, way]) => way === "off" || way === "page").map(([kind]) => kind);
  await dropWaiting(tx, communityId, memberId, unmailed);
}

async function setSchedule(
  tx: Transaction,
  { communityId, memberId }: Member,
  wish: { readonly timeZone: string | undefined; readonly hour: number | undefined },
): Promise<void> {
  const before = (await readSchedule(tx.db, communityId, memberId)) ?? usualSchedule;
  const schedule = {
    timeZone: wish.timeZone ?? before.timeZone,
    hour: wish.hour ?? before.hour,
    lastSentAt: before.lastSentAt,
  };
  await upsertSchedule(tx, communityId, memberId, schedule);
  const next = nextDigestAt(schedule, tx.now);
  if (await moveDigest(tx, communityId, memberId, next)) await askForCourier(tx, [next]);
}

function tellLog(tx: Transaction, { communityId, memberId }: Member): void {
  tx.append({
    communityId,
    kind: "notifications.chosen",
    actorId: memberId,
    subject: "member",
    subjectId: memberId,
  });
}

function isWay(text: string): text is Way {
  return (ways as readonly string[]).includes(text);
}

import { dayMs, hourMs, minuteMs } from "../act.ts";
import {
  type GroupSlug,
  type Names,
  namesByPlace,
  nicknames,
  type Person,
  regulars,
  staff,
  stewards,
} from "../content/index.ts";
import { awakeBefore } from "./calendar.ts";
import { createFresh } from "./phrase.ts";
import type { Random } from "./random.ts";

/** How much somebody says around the matter. */
export type Style = "plain" | "terse" | "warm";

/** How somebody's sentences look. */
export interface Hand {
  /** Writes "don't" for "do not". */
  readonly contracts: boolean;
  /** Sets nothing in bold. */
  readonly even: boolean;
  /** Has no capital letters to spare. */
  readonly small: boolean;
}

export interface Member {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly locale: string | null;
  readonly joinedAt: number;
  readonly style: Style;
  readonly hand: Hand;
  /** Somebody of the cast; null for the many. */
  readonly person: Person | null;
}

/** Who is there, and who comes. */
export interface Crowd {
  readonly members: readonly Member[];
  named(key: string): Member;
  /** Somebody new, who comes a little before `at`. */
  newcomer(at: number, group: GroupSlug): Member;
  /** Somebody of the many who is there at `at`, or somebody new where there is none but those left out. */
  somebody(at: number, group: GroupSlug, without: ReadonlySet<string>): Member;
  /** A member who often answers in this group, or null where all are left out. */
  peer(at: number, group: GroupSlug, without: ReadonlySet<string>): Member | null;
  /** Somebody of the staff who solves things in this group. */
  solver(at: number, group: GroupSlug, without: ReadonlySet<string>): Member | null;
}

const monthMs = 30.44 * dayMs;
const styles: readonly Style[] = ["plain", "plain", "plain", "terse", "warm"];
const abouts = [
  "{m} and {g}.",
  "{m}, two coffees a day, three on Sundays.",
  "Here because of my {m}, staying for the people.",
  "{g} owner. Still learning.",
  "Espresso in the morning, tea in the afternoon.",
  "I inherited a {m} and half a clue.",
  "Reads more than writes.",
  "{m}. Hard water. Hope.",
];

export function createCrowd(random: Random, now: number): Crowd {
  const members: Member[] = [];
  const byKey = new Map<string, Member>();
  const freshNames = createFresh();
  const nicks = random.shuffled(nicknames);

  function add(member: Member): Member {
    members.push(member);
    byKey.set(member.key, member);
    return member;
  }

  for (const person of [...staff, ...stewards, ...regulars]) {
    freshNames.try(() => person.name);
    add({
      key: person.key,
      name: person.name,
      about: person.about,
      locale: person.groups[0] === "deutsch" ? "de" : null,
      joinedAt: awakeBefore(random, now - person.monthsAgo * monthMs),
      style: random.pick(styles),
      hand: {
        contracts: random.chance(0.6),
        even: random.chance(0.4),
        small: person.key === "mateusz",
      },
      person,
    });
  }

  function newName(places: readonly Names[]): string {
    if (random.chance(0.09)) {
      const nick = nicks.pop();
      if (nick) return nick;
    }
    const name = freshNames.try(() => {
      const place = random.weighted(places, ({ weight }) => weight);
      const [given, family] = [random.pick(place.given), random.pick(place.family).replace("-", " ")];
      if (place.familyFirst) return `${family}${given}`;
      return random.chance(0.12) ? given : `${given} ${family}`;
    });
    return name ?? `Guest ${members.length}`;
  }

  function newcomer(at: number, group: GroupSlug): Member {
    const german = group === "deutsch";
    const name = newName(german ? namesByPlace.filter((place) => place.german) : namesByPlace);
    // Most sign up to ask; some have read for a week before.
    const before = random.chance(0.75) ? random.between(2, 35) * minuteMs : random.between(1, 9) * dayMs + 3 * hourMs;
    const about = random.chance(0.22)
      ? random
          .pick(abouts)
          .replace("{m}", random.pick(["Wren", "Heron", "Kestrel"]))
          .replace("{g}", random.pick(["Pebble", "Flint"]))
      : "";
    return add({
      key: `m${members.length}`,
      name,
      about: german ? "" : about,
      locale: german && random.chance(0.8) ? "de" : null,
      joinedAt: awakeBefore(random, at - before),
      style: random.pick(styles),
      hand: { contracts: random.chance(0.6), even: random.chance(0.5), small: !german && random.chance(0.05) },
      person: null,
    });
  }

  const serves = (member: Member, at: number, group: GroupSlug, without: ReadonlySet<string>) =>
    member.joinedAt + 2 * hourMs < at && !without.has(member.key) && member.person?.groups.includes(group) === true;
  const keenest = (list: readonly Member[]) =>
    list.length > 0 ? random.weighted(list, (member) => member.person?.keen ?? 1) : null;

  return {
    members,
    named(key) {
      const member = byKey.get(key);
      if (!member) throw new Error(`nobody in the cast is called ${key}`);
      return member;
    },
    newcomer,
    somebody(at, group, without) {
      const there = members.filter(
        (member) =>
          member.person === null &&
          member.joinedAt < at &&
          !without.has(member.key) &&
          (group !== "deutsch" || member.locale === "de"),
      );
      return there.length > 0 ? random.pick(there) : newcomer(at, group);
    },
    peer: (at, group, without) =>
      keenest(members.filter((member) => member.person?.role !== "solver" && serves(member, at, group, without))),
    solver: (at, group, without) =>
      keenest(members.filter((member) => member.person?.role === "solver" && serves(member, at, group, without))),
  };
}

import { styleText } from "node:util";
import { InvalidArgumentError } from "commander";
import { type HoursReport, reportHours, sumHours } from "../care/index.ts";
import { unwrap } from "../kernel/index.ts";
import { print, type Register } from "./command.ts";
import { chooseCommunity } from "./token.ts";

interface Options {
  readonly community?: string;
  readonly weeks: number;
  readonly timeZone: string;
  readonly json?: boolean;
}

/** Registers `kith hours`. */
export const registerHours: Register = (program, host) => {
  program
    .command("hours")
    .description("What time went to, by purpose, team and week. Sums of several people, never one person's sessions.")
    .option("--community <slug>", "whose; the only one where there is one")
    .option("--weeks <number>", "how many weeks back, 1 to 52", readWeeks, 8)
    .option("--time-zone <zone>", "on whose walls weeks begin, such as Europe/Vienna", "UTC")
    .option("--json", "print JSON")
    .action(async ({ community: slug, weeks, timeZone, json }: Options) => {
      const store = await host().openStore();
      try {
        const community = unwrap(await chooseCommunity(store.database, slug));
        const wanted = { communityId: community.id, weeks, timeZone, now: store.clock.now() };
        const report = reportHours(unwrap(await sumHours(store.database, wanted)));
        print(json ? JSON.stringify(report) : inWords(report));
      } finally {
        await store.close();
      }
    });
};

function readWeeks(text: string): number {
  const weeks = Number(text);
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= 52) return weeks;
  throw new InvalidArgumentError("Give a whole number from 1 to 52.");
}

function inWords({ weeks, smallestGroup, timeZone }: HoursReport): string {
  const lines = weeks.map(({ monday, unfinished, groups }) => {
    const head = styleText("underline", `Week of ${monday}${unfinished ? ", not over yet" : ""}`);
    if (groups === null) return `${head}\n  fewer than ${smallestGroup} people: nothing is told`;
    if (groups.length === 0) return `${head}\n  nothing`;
    return [head, ...groups.map(groupInWords)].join("\n");
  });
  const basis = `Hours of the clock, weeks of ${timeZone}; groups of at least ${smallestGroup} people, smaller ones together.`;
  return [...lines, basis].join("\n");
}

function groupInWords({
  kind,
  team,
  people,
  hours,
  total,
}: NonNullable<HoursReport["weeks"][number]["groups"]>[number]) {
  const name = (team ?? kind).padEnd(16);
  const apart = hours
    ? `solving ${hours.solving}, building ${hours.building}, connecting ${hours.connecting}`
    : "too few to tell purposes apart";
  return `  ${name} ${String(total).padStart(8)} h of ${people} people: ${apart}`;
}

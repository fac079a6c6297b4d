import { readFile } from "node:fs/promises";
import { styleText } from "node:util";
import {
  type Plan,
  type Planning,
  type PlanReport,
  type PlanWishes,
  planArrivals,
  planCommunity,
  reportPlan,
  wishNames,
} from "../care/index.ts";
import { RefusalError, refusal, unwrap } from "../kernel/index.ts";
import { type CliHost, print, type Register } from "./command.ts";
import { chooseCommunity } from "./token.ts";

interface Options extends PlanWishes {
  readonly community?: string;
  readonly arrivals?: string;
  readonly json?: boolean;
}

/** Registers `kith plan`. */
export const registerPlan: Register = (program, host) => {
  program
    .command("plan")
    .description("From arrivals to hours to shifts: what comes, what it takes, who is there when, and what buys most.")
    .option("--community <slug>", "whose questions to plan for; the only one where there is one")
    .option("--arrivals <file>", "CSV or TSV of arrivals instead: a row an arrival, or a row an hour with a count")
    .option(
      "--target <sentence>",
      'such as "first answer within 8 hours for 80 %", or "served within 20 seconds for 80 %"',
    )
    .option("--confidence <percent>", "how surely a week's target is to hold")
    .option("--rota <shifts>", 'who works when today: "6 x Mon-Fri 09:00-17:00; 2 x Sat 10-14"')
    .option("--time-zone <zone>", "in which shifts are written, such as Europe/Vienna")
    .option(
      "--handling-minutes <number>",
      "mean minutes of work for an answer, or for a call; an answer is measured from hours where left out",
    )
    .option("--peers-first-hours <number>", "how long staff leave a question to members")
    .option("--patience-minutes <number>", "live work: mean minutes after which people leave")
    .option("--wage <number>", "what an hour costs")
    .option("--json", "print JSON")
    .action(async (options: Options) => {
      const planning = await begin(options, host);
      const plan = await untilMade(planning);
      const report = reportPlan(plan);
      print(options.json ? JSON.stringify(report) : inWords(report));
    });
};

async function begin(options: Options, host: () => CliHost): Promise<Planning> {
  const wishes = Object.fromEntries(wishNames.map((name) => [name, options[name]]));
  if (options.arrivals !== undefined) return unwrap(planArrivals(await readText(options.arrivals), wishes));
  const store = await host().openStore();
  try {
    const community = unwrap(await chooseCommunity(store.database, options.community));
    const wanted = { communityId: community.id, now: store.clock.now(), wishes };
    return unwrap(await planCommunity(store.database, wanted));
  } finally {
    await store.close();
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const said = `The file ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    throw new RefusalError(refusal("missing", "file-unreadable", said, "Look at its name and who may read it."));
  }
}

/** Waits, and shows how far it is on a terminal. */
async function untilMade(planning: Planning): Promise<Plan> {
  const show = (text: string) => process.stderr.isTTY && process.stderr.write(`\r\u001b[K${text}`);
  const timer = setInterval(() => {
    const { done, of } = planning.state();
    show(`playing weeks: ${done} of ${of}`);
  }, 200);
  try {
    return await planning.plan;
  } finally {
    clearInterval(timer);
    show("");
  }
}

function inWords(report: PlanReport): string {
  const { seen, forecast, hours, today, proposed } = report;
  const tested = forecast.tested?.hours;
  const basis = `${seen.arrivals} arrivals on ${seen.days} days, ${seen.from} to ${seen.to}`;
  return [
    heading(
      `Target: ${report.target.sentence}, in ${percent(report.target.confidence)} of weeks (${report.target.timeZone})`,
    ),
    styleText("bold", report.advice.sentence),
    "",
    heading("What comes"),
    `  ${range(forecast.week)} a week (${percent(forecast.level)} interval), from ${basis}`,
    tested
      ? `  Such intervals covered ${tested.covered} of ${tested.count} past hours.`
      : "  There are too few weeks yet to try such intervals on.",
    "",
    heading("What it takes, in paid hours a week"),
    `  solving     ${range(hours.solving)}`,
    `  building    ${range(hours.building)}`,
    `  connecting  ${range(hours.connecting)}`,
    `  in all      ${range(hours.total)}`,
    `  ${handling(report.assumptions)}`,
    "",
    heading(today.given ? "The shifts there are" : "Office hours, as no shifts were given"),
    ...outcome(today),
    "",
    heading("What could be added"),
    ...report.options.map((option) => optionLine(option)),
    "",
    heading("Proposed"),
    ...(proposed
      ? outcome(proposed)
      : ["  No rota within the working rules reaches the target: allow other hours, or promise less."]),
    "",
    report.weeksPlayed > 0 ? `Each line was played for ${report.weeksPlayed} weeks.` : "Computed by Erlang's formulas.",
  ].join("\n");
}

function handling({ handling: basis, handlingMinutes }: PlanReport["assumptions"]): string {
  const minutes = `An answer takes ${handlingMinutes.toFixed(1)} minutes`;
  if (basis.source === "given") return `${minutes}, as you say.`;
  if (basis.source === "assumed") return `${minutes}: assumed, as there are too few hours to measure it.`;
  const interval = `${(basis.low ?? 0).toFixed(1)} to ${(basis.high ?? 0).toFixed(1)}`;
  return `${minutes} (95 % interval ${interval}): measured, ${basis.people} people on ${basis.problems} problems in ${basis.days} days.`;
}

function heading(text: string): string {
  return styleText("underline", text);
}

function outcome(one: Omit<PlanReport["today"], "given" | "cover">): string[] {
  const ceiling = one.ceiling === null ? "" : `; these hours allow ${percent(one.ceiling)} at most`;
  return [
    ...one.shifts.map((shift) => `  ${shift}`),
    `  ${percent(one.inTime)} in time${ceiling}`,
    `  target holds ${percent(one.targetHolds)} of the time (${percent(one.targetHoldsLow)} to ${percent(one.targetHoldsHigh)})`,
    `  ${one.people} people, ${one.hours} hours and ${Math.round(one.cost)} a week`,
  ];
}

function optionLine({ kind, when, people, shift, inTime, targetHolds, gain }: PlanReport["options"][number]): string {
  const name = (kind === "person" ? "more people" : `${when} shift`).padEnd(16);
  const points = `${gain.inTime >= 0 ? "+" : ""}${(100 * gain.inTime).toFixed(1)} points`;
  return `  ${name} ${`${people} x ${shift}`.padEnd(26)} ${percent(inTime).padStart(5)} in time (${points}), holds ${percent(targetHolds)}, costs ${Math.round(gain.cost)}`;
}

function range({ mean, low, high }: { mean: number; low: number; high: number }): string {
  return low === high ? mean.toFixed(0) : `${mean.toFixed(0)} (${low.toFixed(0)} to ${high.toFixed(0)})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

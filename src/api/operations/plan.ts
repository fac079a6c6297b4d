import * as z from "zod";
import { planCommunity, reportPlan } from "../../care/index.ts";
import { named } from "../openapi/named.ts";
import { fine, operation } from "../operation.ts";
import { storable } from "./fields.ts";

const share = z.number().min(0).max(1);
const figure = z.number();
const expected = named(
  "Expected",
  z
    .object({ mean: figure, low: figure, high: figure })
    .meta({ description: "What to expect, with the interval of `forecast.level`." }),
);
const coverage = z
  .object({ covered: z.int(), count: z.int() })
  .meta({ description: "Of `count` past ones, how many lay within their interval." });
const peopleByHour = z.array(z.number()).meta({ description: "People by hour of the week: 168, Monday 0:00 first." });

const outcomeFields = {
  shifts: z.array(z.string()).meta({ examples: [["6 x Mon-Fri 09:00-17:00"]] }),
  people: z.int(),
  hours: figure.meta({ description: "Paid hours a week." }),
  cost: figure.meta({ description: "Of a week." }),
  inTime: share.meta({ description: "The share answered in time, of all that was asked." }),
  inTimeError: figure.meta({ description: "Its standard error; 0 where it was computed and not simulated." }),
  targetHolds: share.meta({ description: "The share of weeks in which the target holds; of hours for live work." }),
  targetHoldsLow: share,
  targetHoldsHigh: share,
  peerShare: share.nullable().meta({ description: "The share whose first answer is a member's." }),
  occupancy: share.meta({ description: "The share of paid time that goes to answers." }),
  ceiling: share
    .nullable()
    .meta({ description: "What these hours of duty allow however many people are on them; null for live work." }),
};
const outcome = named("ShiftsOutcome", z.object(outcomeFields));
const option = named(
  "PlanOption",
  z.object({
    kind: z.enum(["person", "shift"]),
    when: z.enum(["early", "morning", "afternoon", "evening", "late", "night", "weekend"]).nullable(),
    people: z.int().meta({ description: "How many are added: one, or a tenth of a large team." }),
    shift: z.string().meta({ examples: ["Mon-Sun 18:00-22:00"] }),
    inTime: share,
    targetHolds: share,
    gain: z.object({ inTime: figure, targetHolds: figure, cost: figure }),
  }),
);

const planSchema = named(
  "Plan",
  z.object({
    target: z.object({
      sentence: z.string(),
      work: z.enum(["questions", "live"]),
      confidence: share,
      timeZone: z.string(),
    }),
    seen: z.object({ from: z.string(), to: z.string(), days: z.int(), arrivals: figure }),
    forecast: z.object({
      level: share,
      week: expected,
      tested: z.object({ hours: coverage, days: coverage }).nullable(),
      weeksMeasured: figure,
      dayCv: figure,
      weekCv: figure,
      hours: z.array(
        z.object({
          weekday: z.int().min(1).max(7),
          hour: z.int().min(0).max(23),
          mean: figure,
          low: figure,
          high: figure,
        }),
      ),
    }),
    assumptions: z.object({
      handlingMinutes: figure,
      handling: z
        .object({
          source: z.enum(["measured", "given", "assumed"]),
          low: figure.nullable(),
          high: figure.nullable(),
          problems: z.int().nullable(),
          people: z.int().nullable(),
          days: z.int().nullable(),
        })
        .meta({
          description:
            "Where these minutes come from: measured with a 95 % interval from hours of so many people on so many problems.",
        }),
      peersFirstHours: figure,
      patienceMinutes: figure.nullable(),
      absence: share,
      interruptions: share,
      shrinkage: share,
      mostOccupied: share,
      wages: z.object({ perHour: figure, nightExtra: figure, weekendExtra: figure }),
      peers: z.object({
        shareEver: share,
        medianHours: figure,
        source: z.enum(["measured", "given", "assumed"]),
        questions: z.int(),
      }),
    }),
    hours: z.object({
      solving: expected,
      building: expected,
      connecting: expected,
      total: expected,
      peersFirst: share,
    }),
    today: z.object({ given: z.boolean(), ...outcomeFields, cover: peopleByHour }),
    byPeople: z.array(outcome),
    options: z.array(option),
    advice: z.object({
      kind: z.enum(["holds", "hours", "shift", "person", "nothing"]),
      sentence: z.string().meta({ examples: ["Another person changes nothing; an evening shift does."] }),
      person: option.nullable().meta({ description: "The best that more people on the shifts there are can do." }),
      shift: option.nullable().meta({ description: "The shift at another time that buys most." }),
    }),
    proposed: z.object({ ...outcomeFields, cover: peopleByHour }).nullable(),
    weeksPlayed: z
      .int()
      .meta({ description: "Weeks that each simulation played; 0 for live work, which is computed." }),
  }),
);

const typed = (description: string, example: string) =>
  storable.optional().meta({ type: "string", description, examples: [example] });

export const planOperations = [
  operation({
    id: "getPlan",
    method: "get",
    path: "/communities/{slug}/plan",
    tag: "Planning",
    summary: "Plan who has to be there when",
    description:
      "From the community's own questions to hours to shifts. Takes some seconds the first time; the same inputs are answered at once for a while. What is left out is as usual.",
    permission: "see the care plan",
    query: z.object({
      target: typed("What is promised.", "first answer within 8 hours for 80 %"),
      confidence: typed("How surely a week's target is to hold, in per cent.", "80"),
      rota: typed("Who works when today; office hours without it.", "6 x Mon-Fri 09:00-17:00; 2 x Sat 10-14"),
      timeZone: typed("In which shifts are written.", "Europe/Vienna"),
      handlingMinutes: typed(
        "Mean minutes of work for an answer; measured from hours where left out and these are enough.",
        "25",
      ),
      peersFirstHours: typed("How long staff leave a question to members.", "1"),
      patienceMinutes: typed("Live work: mean minutes after which people leave.", "5"),
      wage: typed("What an hour costs.", "40"),
    }),
    success: { status: 200, schema: planSchema, says: "The plan." },
    refusals: ["arrivals-missing", "target-unreadable", "plan-invalid"],
    async readAsMember({ community, query, services }) {
      const { database, clock } = services.store;
      const planning = await planCommunity(database, { communityId: community.id, now: clock.now(), wishes: query });
      return planning.ok ? fine(reportPlan(await planning.value.plan)) : planning;
    },
  }),
];

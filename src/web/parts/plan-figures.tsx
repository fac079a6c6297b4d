import type { PlanReport } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import type { Part } from "../raw.tsx";
import { Table } from "./admin.tsx";
import { bandChart, barChart, clockChart, dotChart } from "./charts.tsx";
import { capital, dayNames, inDays, type PlanOption, type PlanProps, whole } from "./plan-words.ts";

type Covered = NonNullable<PlanReport["proposed"]>;

/** The pictures of a plan, with the tables behind them. */
export function Figures({ plan, context }: PlanProps) {
  return (
    <>
      <Options plan={plan} context={context} />
      <ByPeople plan={plan} context={context} />
      <Clock plan={plan} context={context} />
      <Forecast plan={plan} context={context} />
      <Takes plan={plan} context={context} />
    </>
  );
}

function Options({ plan, context }: PlanProps) {
  const { plan: t, format } = context.t;
  const nameOf = (option: PlanOption) =>
    option.when ? t.peopleOn(option.people, t.times[option.when]) : t.morePeople(option.people);
  const points = (share: number) => format.number(Math.round(share * 1000) / 10);
  const sorted = [...plan.options].sort((a, b) => b.gain.inTime - a.gain.inTime);
  const bars = sorted.map((option) => {
    const cost = format.number(Math.round(option.gain.cost));
    const says = option.gain.inTime >= 0.0005 ? t.points(points(option.gain.inTime), cost) : t.noPoints(cost);
    return { label: capital(nameOf(option)), value: option.gain.inTime, error: 0, says };
  });
  return (
    <section>
      <h2>{t.options}</h2>
      {barChart({ name: t.optionsName, bars })}
      <Behind
        label={t.options}
        context={context}
        head={[t.what, t.shift, t.inTimeHead, t.gainHead, t.holdsHead, t.costHead]}
        rows={sorted.map((option) => [
          capital(nameOf(option)),
          inDays(option.shift, context),
          t.percent(option.inTime),
          points(option.gain.inTime),
          t.percent(option.targetHolds),
          format.number(Math.round(option.gain.cost)),
        ])}
      />
    </section>
  );
}

function ByPeople({ plan, context }: PlanProps) {
  const { plan: t, format } = context.t;
  const dots = plan.byPeople.map(({ people, targetHolds, targetHoldsLow, targetHoldsHigh }) => ({
    label: t.people(people),
    value: targetHolds,
    low: targetHoldsLow,
    high: targetHoldsHigh,
    marked: people === plan.today.people,
  }));
  const { confidence } = plan.target;
  const goal = { value: confidence, label: t.goal(t.percent(confidence)) };
  return (
    <section>
      <h2>{t.byPeople}</h2>
      {plan.today.ceiling !== null && <p>{t.ceiling(t.percent(plan.today.ceiling))}</p>}
      {dotChart({ name: t.byPeopleName, dots, goal, percent: t.percent })}
      <Behind
        label={t.byPeople}
        context={context}
        head={[t.peopleHead, t.inTimeHead, t.holdsHead, t.hoursHead, t.costHead]}
        rows={plan.byPeople.map(({ people, inTime, targetHolds, targetHoldsLow, targetHoldsHigh, hours, cost }) => [
          format.number(people),
          t.percent(inTime),
          t.ofTime(t.percent(targetHolds), t.range(t.percent(targetHoldsLow), t.percent(targetHoldsHigh))),
          format.number(hours),
          format.number(Math.round(cost)),
        ])}
      />
    </section>
  );
}

function Clock({ plan, context }: PlanProps) {
  const { plan: t } = context.t;
  return (
    <section>
      <h2>{t.clock}</h2>
      <p>{t.clockLead}</p>
      <h3>{plan.today.given ? t.clockToday : t.clockOffice}</h3>
      <Duty outcome={plan.today} name={plan.today.given ? t.clockToday : t.clockOffice} context={context} />
      <h3>{t.clockProposed}</h3>
      {plan.proposed ? (
        <Duty outcome={plan.proposed} name={t.clockProposed} context={context} />
      ) : (
        <p>{t.notProposed}</p>
      )}
    </section>
  );
}

function Duty({ outcome, name, context }: { outcome: Covered; name: string; context: PageContext }) {
  const { plan: t, format } = context.t;
  const days = dayNames(context);
  // What was computed and not played has no error of its own.
  const error = `${format.number(Math.round(outcome.inTimeError * 1000) / 10)} %`;
  const says = [
    outcome.inTimeError > 0 ? t.inTime(t.percent(outcome.inTime), error) : t.inTimeExact(t.percent(outcome.inTime)),
    t.occupied(t.percent(outcome.occupancy)),
    ...(outcome.peerShare === null ? [] : [t.peerShare(t.percent(outcome.peerShare))]),
  ];
  return (
    <>
      {clockChart({ name, cover: outcome.cover, days, number: format.number })}
      <p class="basis">{says.join(" · ")}</p>
      <Behind
        label={name}
        context={context}
        head={[t.shift, t.peopleHead]}
        rows={outcome.shifts
          .map((shift) => shift.split(" x "))
          .map(([people, shift]) => [inDays(shift ?? "", context), people])}
      />
    </>
  );
}

function Forecast({ plan, context }: PlanProps) {
  const { plan: t, format } = context.t;
  const days = dayNames(context);
  const { tested, hours, level } = plan.forecast;
  const { peers } = plan.assumptions;
  const tenth = (value: number) => format.number(Math.round(value * 10) / 10);
  const sayPeers = peers.source === "measured" ? t.peersMeasured : t.peersAssumed;
  return (
    <section>
      <h2>{t.forecast}</h2>
      {bandChart({
        name: t.forecastName,
        points: hours,
        days,
        number: tenth,
        labels: { mean: t.expected, band: t.band(t.percent(level)) },
      })}
      <p class="basis">
        {tested ? t.tested(format.number(tested.hours.covered), format.number(tested.hours.count)) : t.untested}
      </p>
      {plan.target.work === "questions" && (
        <p class="basis">{sayPeers(t.percent(peers.shareEver), tenth(peers.medianHours))}</p>
      )}
      <Behind
        label={t.forecast}
        context={context}
        head={[t.day, t.hour, t.expected, t.low, t.high]}
        rows={hours.map(({ mean, low, high }, hour) => [
          days[Math.floor(hour / 24)],
          `${String(hour % 24).padStart(2, "0")}:00`,
          tenth(mean),
          format.number(low),
          format.number(high),
        ])}
      />
    </section>
  );
}

function Takes({ plan, context }: PlanProps) {
  const { plan: t, format } = context.t;
  return (
    <section>
      <h2>{t.takes}</h2>
      <p>{t.takesLead}</p>
      <p class="basis">{handlingWords(plan, context)}</p>
      <Table
        label={t.takes}
        head={[t.purpose, t.hoursHead, t.band(t.percent(plan.forecast.level))]}
        rows={(["solving", "building", "connecting", "total"] as const).map((purpose) => [
          t[purpose],
          format.number(Math.round(plan.hours[purpose].mean)),
          whole(context, plan.hours[purpose]),
        ])}
      />
    </section>
  );
}

/** What an answer takes, and who says so. */
function handlingWords({ assumptions }: PlanReport, { t: { plan: t, format } }: PageContext): string {
  const tenth = (value: number) => format.number(Math.round(value * 10) / 10);
  const { handling, handlingMinutes } = assumptions;
  const minutes = tenth(handlingMinutes);
  if (handling.source === "given") return t.handlingGiven(minutes);
  if (handling.source === "assumed") return t.handlingAssumed(minutes);
  const range = t.range(tenth(handling.low ?? 0), tenth(handling.high ?? 0));
  const from = t.handlingFrom(t.people(handling.people ?? 0), t.problems(handling.problems ?? 0));
  return `${t.handlingMeasured(minutes, t.interval(t.percent(0.95), range))} ${from}`;
}

interface BehindProps {
  label: string;
  head: readonly string[];
  rows: readonly (readonly Part[])[];
  context: PageContext;
}

/** The table behind a picture. */
function Behind({ label, head, rows, context }: BehindProps) {
  return (
    <details>
      <summary>{context.t.plan.table}</summary>
      <Table label={label} head={head} rows={rows} />
    </details>
  );
}

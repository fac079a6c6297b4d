import type { PlanReport, PlanWishes } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { Table } from "../parts/admin.tsx";
import { bandChart, barChart, clockChart, dotChart } from "../parts/charts.tsx";
import { formProblem, textField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { emptyState, pathsHere } from "../parts/small.tsx";
import type { Html, Part } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export interface CarePlanView {
  form: FormState<Required<PlanWishes>>;
  /** null while it is made, where it was refused, and where there is nothing to plan for. */
  plan: PlanReport | null;
  making?: { done: number; of: number };
  empty?: boolean;
}

/** `/c/{slug}/care/plan`: what comes, what it takes, who has to be there when, and what buys most. GET {the form's fields}. */
export function carePlanPage(view: CarePlanView, context: PageContext): Html {
  const { plan: t } = context.t;
  return layout(
    {
      title: t.title,
      canonical: null,
      main: (
        <>
          <p class="crumbs">{t.crumb}</p>
          <header class="opening">
            <h1>{t.title}</h1>
            <p class="lead">{t.lead}</p>
          </header>
          <div class="sections">
            {view.plan && <Verdict plan={view.plan} context={context} />}
            {view.making && <Making {...view.making} context={context} />}
            {view.empty && emptyState(t.empty, { href: pathsHere(context).home, label: t.emptyAction })}
            <Settings view={view} context={context} />
            {view.plan && <Figures plan={view.plan} context={context} />}
          </div>
        </>
      ),
    },
    context,
  );
}

type Covered = NonNullable<PlanReport["proposed"]>;
type Option = PlanReport["options"][number];

interface PlanProps {
  plan: PlanReport;
  context: PageContext;
}

function Making({ done, of, context }: { done: number; of: number; context: PageContext }) {
  const { plan: t } = context.t;
  return (
    <section role="status">
      <h2>{t.making}</h2>
      <p>{t.makingLead}</p>
      <progress value={done} max={of} aria-label={t.makingLabel} />
    </section>
  );
}

function Verdict({ plan, context }: PlanProps) {
  const { plan: t, format } = context.t;
  const { advice, today, seen, forecast } = plan;
  const from = t.percent(today.inTime);
  const people = advice.person?.people ?? 1;
  const heads = t.morePeople(people);
  const hours = t.peopleOn(people, t.times[advice.shift?.when ?? "evening"]);
  const headline = {
    holds: t.adviceHolds(t.percent(today.targetHolds)),
    hours: t.adviceHours(people, hours),
    shift: t.adviceShift(hours),
    person: t.advicePerson(people),
    nothing: t.adviceNothing,
  }[advice.kind];
  const change = (what: string, option: Option | null) =>
    option && (
      <li>
        {capital(t.change(what, inDays(option.shift, context)))} {t.becomes(from, t.percent(option.inTime))}
      </li>
    );
  const facts: [name: string, value: string, basis: readonly string[]][] = [
    [
      plan.target.work === "live" ? t.factWeekLive : t.factWeek,
      format.number(Math.round(forecast.week.mean)),
      [
        t.interval(t.percent(forecast.level), whole(context, forecast.week)),
        t.seen(
          format.number(seen.arrivals),
          t.seenDates(format.day(new Date(seen.from)), format.day(new Date(seen.to))),
        ),
      ],
    ],
    [
      t.factHours,
      format.number(Math.round(plan.hours.total.mean)),
      [t.interval(t.percent(forecast.level), whole(context, plan.hours.total))],
    ],
    [
      t.factHolds,
      t.percent(today.targetHolds),
      [t.interval(t.percent(0.95), t.range(t.percent(today.targetHoldsLow), t.percent(today.targetHoldsHigh)))],
    ],
    [t.factCost, format.number(Math.round(today.cost)), [`${t.people(today.people)}, ${format.number(today.hours)} h`]],
  ];
  return (
    <>
      <section class="verdict">
        <p>{headline}</p>
        <ul>
          {change(heads, advice.person)}
          {change(hours, advice.shift)}
        </ul>
        <p class="basis">{plan.weeksPlayed > 0 ? t.adviceBasis(plan.weeksPlayed) : t.adviceComputed}</p>
      </section>
      <section>
        <dl class="facts">
          {facts.map(([name, value, basis]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
              {basis.map((line) => (
                <dd class="basis">{line}</dd>
              ))}
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Settings({ view, context }: { view: CarePlanView; context: PageContext }) {
  const { plan: t } = context.t;
  const { values, errors } = view.form;
  const field = (name: keyof PlanWishes, hint?: string) =>
    textField(
      {
        name,
        label: t[name],
        value: values[name] ?? "",
        hint,
        error: errors[name],
        autocomplete: "off",
        maxlength: 500,
        optional: true,
      },
      context,
    );
  return (
    <section>
      <details open={view.plan === null}>
        <summary>{t.settings}</summary>
        <form method="get" action={pathsHere(context).carePlan}>
          {formProblem(view.form, context)}
          <div class="plan-form">
            <div class="wide">{field("target", t.targetHint)}</div>
            <div class="wide">{field("rota", t.rotaHint)}</div>
            {field("timeZone")}
            {field("confidence")}
            {field("handlingMinutes")}
            {field("peersFirstHours")}
            {field("patienceMinutes")}
            {field("wage")}
          </div>
          <button type="submit" class="primary">
            {t.again}
          </button>
        </form>
      </details>
    </section>
  );
}

function Figures({ plan, context }: PlanProps) {
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
  const nameOf = (option: Option) =>
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
  const says = [
    t.inTime(t.percent(outcome.inTime), `${format.number(Math.round(outcome.inTimeError * 1000) / 10)} %`),
    t.occupied(t.percent(outcome.occupancy)),
    outcome.peerShare === null ? "" : t.peerShare(t.percent(outcome.peerShare)),
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

const englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A shift in the page's words for the days. */
function inDays(shift: string, context: PageContext): string {
  const days = dayNames(context);
  return shift.replace(/\b[A-Z][a-z]{2}\b/g, (name) => days[englishDays.indexOf(name)] ?? name);
}

function dayNames({ t }: PageContext): string[] {
  const { mon, tue, wed, thu, fri, sat, sun } = t.plan.days;
  return [mon, tue, wed, thu, fri, sat, sun];
}

function whole({ t }: PageContext, { low, high }: { low: number; high: number }): string {
  return t.plan.range(t.format.number(Math.round(low)), t.format.number(Math.round(high)));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { type PlanReport, type PlanWishes, sayAdvice } from "../../care/index.ts";
import type { PageContext } from "../page-context.ts";
import { formProblem, textField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { Figures } from "../parts/plan-figures.tsx";
import { inDays, type PlanProps, whole } from "../parts/plan-words.ts";
import { emptyState, pathsHere } from "../parts/small.tsx";
import type { Html } from "../raw.tsx";
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
  const { headline, changes } = sayAdvice(t, { ...today, ...advice }, (shift) => inDays(shift, context));
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
      plan.weeksPlayed > 0
        ? [t.interval(t.percent(0.95), t.range(t.percent(today.targetHoldsLow), t.percent(today.targetHoldsHigh)))]
        : [t.adviceComputed],
    ],
    [t.factCost, format.number(Math.round(today.cost)), [`${t.people(today.people)}, ${format.number(today.hours)} h`]],
  ];
  return (
    <>
      <section class="verdict">
        <p>{headline}</p>
        <ul>
          {changes.map((change) => (
            <li>{change}</li>
          ))}
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
            {field("handlingMinutes", t.handlingHint)}
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

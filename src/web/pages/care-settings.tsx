import type { AreaModel, Calendar } from "../../care/index.ts";
import { writeSpans } from "../care-forms.ts";
import type { CarePart } from "../care-paths.ts";
import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout, Table } from "../parts/admin.tsx";
import { csrfField, formProblem, selectField } from "../parts/forms.tsx";
import { carePathsHere } from "../parts/small.tsx";
import type { Html, Part } from "../raw.tsx";

export interface CareSettingsView extends AdminFrame {
  calendars: readonly (Calendar & { readonly id: number; readonly name: string })[];
  teams: readonly {
    id: number;
    name: string;
    isDefault: boolean;
    lead: string | null;
    calendar: string | null;
    members: readonly string[];
    areas: readonly string[];
  }[];
  areas: readonly { id: number; name: string; tags: readonly string[]; team: string | null }[];
  promises: readonly {
    id: number;
    group: string | null;
    urgency: "low" | "normal" | "high" | "urgent" | null;
    calendar: string;
    firstAnswerMinutes: number | null;
    nextAnswerMinutes: number | null;
    solvedMinutes: number | null;
  }[];
  /** What was learned of the areas, the newest version first. */
  learned: readonly AreaModel[];
  /** Whether it learns right now, or is about to. */
  learns: boolean;
  /** Why it would not. */
  learnProblem: string | undefined;
  /** The offer of a beginning in one step; null once there is a calendar. */
  begin: { timeZones: readonly string[]; timeZone: string; problem: string | undefined } | null;
}

/** `/c/{slug}/admin/care`: all that is set for care. */
export function careSettingsPage(view: CareSettingsView, context: PageContext): Html {
  const { careSettings: t } = context.t;
  const main = (
    <>
      {view.begin && <Begin begin={view.begin} context={context} />}
      <Calendars view={view} context={context} />
      <Teams view={view} context={context} />
      <Areas view={view} context={context} />
      <Promises view={view} context={context} />
      {view.areas.length > 0 && <Learned view={view} context={context} />}
    </>
  );
  return adminLayout({ section: "care", title: t.title, lead: t.lead, main }, view, context);
}

interface Props {
  view: CareSettingsView;
  context: PageContext;
}

function Begin({ begin, context }: { begin: NonNullable<CareSettingsView["begin"]>; context: PageContext }) {
  const { careSettings: t } = context.t;
  const options = begin.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return (
    <section>
      <h2>{t.beginTitle}</h2>
      <p class="lead">{t.beginLead}</p>
      <form class="stack" method="post" action={carePathsHere(context).begin}>
        {csrfField(context)}
        {formProblem({ values: {}, errors: {}, problem: begin.problem }, context)}
        <div class="field" data-own-zone>
          {selectField({ name: "timeZone", label: t.timeZone, value: begin.timeZone, options }, context)}
        </div>
        <button type="submit" class="primary">
          {t.begin}
        </button>
      </form>
    </section>
  );
}

interface ListedProps {
  title: string;
  lead: string;
  empty: string;
  part: CarePart;
  add: string | null;
  children: Part;
  isEmpty: boolean;
  context: PageContext;
}

/** One kind of thing that is set: what it is for, those there are, and a way to make one. */
function Listed({ title, lead, empty, part, add, children, isEmpty, context }: ListedProps) {
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint">{isEmpty ? empty : lead}</p>
      {!isEmpty && children}
      {add && (
        <p>
          <a class="button" href={carePathsHere(context).one(part, "new")}>
            {add}
          </a>
        </p>
      )}
    </section>
  );
}

function Calendars({ view, context }: Props) {
  const { careSettings: t, format } = context.t;
  const paths = carePathsHere(context);
  return (
    <Listed
      title={t.calendars}
      lead={t.calendarsLead}
      empty={t.calendarsEmpty}
      part="calendars"
      add={t.calendarNew}
      isEmpty={view.calendars.length === 0}
      context={context}
    >
      <Table
        label={t.calendars}
        head={[t.name, t.timeZone, t.weekHead, t.holidays]}
        rows={view.calendars.map((one) => {
          const minutes = one.spans.reduce((sum, { from, to }) => sum + to - from, 0);
          return [
            <a href={paths.one("calendars", one.id)}>{one.name}</a>,
            one.timeZone.replaceAll("_", " "),
            `${t.weekHours(format.number(Math.round(minutes / 6) / 10))}: ${weekInWords(one, context)}`,
            t.holidaysSet(one.holidays.length),
          ];
        })}
      />
    </Listed>
  );
}

/** `Mon to Fri 09:00-17:00`: neighbouring days that are the same are said once. */
function weekInWords({ spans }: Calendar, context: PageContext): string {
  const { mon, tue, wed, thu, fri, sat, sun } = context.t.plan.days;
  const days = [mon, tue, wed, thu, fri, sat, sun];
  const runs: { first: number; last: number; hours: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const hours = writeSpans(day, spans);
    const run = runs.at(-1);
    if (hours === "") continue;
    if (run && run.hours === hours && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs
    .map(({ first, last, hours }) => {
      const name = (day: number) => days[day - 1] ?? "";
      return `${first === last ? name(first) : `${name(first)}–${name(last)}`} ${hours}`;
    })
    .join("; ");
}

function Teams({ view, context }: Props) {
  const { careSettings: t, format } = context.t;
  return (
    <Listed
      title={t.teams}
      lead={t.teamsLead}
      empty={t.teamsEmpty}
      part="teams"
      add={t.teamNew}
      isEmpty={view.teams.length === 0}
      context={context}
    >
      <Table
        label={t.teams}
        head={[t.name, t.teamLead, t.calendar, t.answersFor, t.members]}
        rows={view.teams.map((team) => [
          <a href={carePathsHere(context).one("teams", team.id)}>{team.name}</a>,
          team.lead ?? t.noLead,
          team.calendar ?? t.noCalendar,
          format.list([...team.areas, ...(team.isDefault ? [t.everything] : [])]) || t.nothing,
          team.members.length === 0 ? t.allSolvers : format.list(team.members),
        ])}
      />
    </Listed>
  );
}

function Areas({ view, context }: Props) {
  const { careSettings: t } = context.t;
  return (
    <Listed
      title={t.areas}
      lead={t.areasLead}
      empty={t.areasEmpty}
      part="areas"
      add={t.areaNew}
      isEmpty={view.areas.length === 0}
      context={context}
    >
      <Table
        label={t.areas}
        head={[t.name, t.team, t.tags]}
        rows={view.areas.map((area) => [
          <a href={carePathsHere(context).one("areas", area.id)}>{area.name}</a>,
          area.team ?? t.defaultTeam,
          area.tags.join(", "),
        ])}
      />
    </Listed>
  );
}

function Promises({ view, context }: Props) {
  const { careSettings: t, desk } = context.t;
  const hours = (minutes: number | null) => (minutes === null ? t.nothing : t.hours(Math.round(minutes / 0.6) / 100));
  return (
    <Listed
      title={t.promises}
      lead={t.promisesLead}
      empty={t.promisesEmpty}
      part="promises"
      add={view.calendars.length > 0 ? t.promiseNew : null}
      isEmpty={view.promises.length === 0}
      context={context}
    >
      <Table
        label={t.promises}
        head={[t.group, t.urgency, t.firstAnswer, t.nextAnswer, t.solved, t.calendar]}
        rows={view.promises.map((one) => [
          <a href={carePathsHere(context).one("promises", one.id)}>{one.group ?? t.everyGroup}</a>,
          one.urgency === null ? t.anyUrgency : desk.urgencies[one.urgency],
          hours(one.firstAnswerMinutes),
          hours(one.nextAnswerMinutes),
          hours(one.solvedMinutes),
          one.calendar,
        ])}
      />
    </Listed>
  );
}

function Learned({ view, context }: Props) {
  const { careSettings: t, format } = context.t;
  const state = (one: AreaModel, at: number) =>
    !one.used ? t.learnedNotUsed : at === 0 ? t.learnedUsed : t.learnedKept;
  return (
    <section>
      <h2>{t.learned}</h2>
      <p class="hint">{view.learned.length === 0 ? t.learnedEmpty : t.learnedLead}</p>
      {view.learned.length > 0 && (
        <>
          <Table
            label={t.learned}
            head={[
              ...[t.learnedVersion, t.learnedOn, t.learnedFrom, t.learnedSure, t.learnedRight],
              ...[t.learnedByWords, t.learnedState],
            ]}
            rows={view.learned.map((one, at) => [
              format.number(one.version),
              format.day(one.trainedAt),
              t.learnedTexts(one.examples, one.areas),
              t.ofAll(one.answered, one.heldBack),
              t.ofAll(one.rightAnswers, one.answered),
              t.ofAll(one.rightByWords, one.heldBack),
              state(one, at),
            ])}
          />
          <p class="basis">{t.learnedBasis}</p>
        </>
      )}
      {formProblem({ values: {}, errors: {}, problem: view.learnProblem }, context)}
      {view.learns ? (
        <p role="status">{t.learns}</p>
      ) : (
        <form method="post" action={carePathsHere(context).learn}>
          {csrfField(context)}
          <button type="submit">{t.learnNow}</button>
        </form>
      )}
    </section>
  );
}

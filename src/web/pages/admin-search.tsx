import type { Accepted, EmbeddingsState, LearnedState, SearchStatus, WeekOfQuality } from "../../search/index.ts";
import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout, Facts, Table } from "../parts/admin.tsx";
import { shareChart } from "../parts/charts.tsx";
import { csrfField } from "../parts/forms.tsx";
import { pathsHere } from "../parts/small.tsx";
import type { Html } from "../raw.tsx";

export interface AdminSearchView extends AdminFrame {
  mode: SearchStatus["mode"];
  /** Of the process that answers; null where PostgreSQL searches, or while the thread is away. */
  index: (NonNullable<SearchStatus["memory"]>["communities"][number] & { behindMs: number | null }) | null;
  /** The embedding service; null where none is configured. */
  embeddings: EmbeddingsState | null;
  learned: LearnedState;
  /** Oldest first. */
  quality: readonly WeekOfQuality[];
  mayManage: boolean;
}

interface Props {
  view: AdminSearchView;
  context: PageContext;
}

/** `/c/{slug}/admin/search`: the index, what was learned, and whether it was right. */
export function adminSearchPage(view: AdminSearchView, context: PageContext): Html {
  const { search: t } = context.t.admin;
  const main = (
    <>
      <Quality view={view} context={context} />
      <Learning view={view} context={context} />
      <Versions view={view} context={context} />
      {view.embeddings && <Embeddings of={view.embeddings} context={context} />}
      <Index view={view} context={context} />
    </>
  );
  return adminLayout({ section: "search", title: t.title, lead: t.lead, main }, view, context);
}

function Button({ action, label, fields = {}, context }: ButtonProps) {
  return (
    <form method="post" action={action}>
      {csrfField(context)}
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit">{label}</button>
    </form>
  );
}

interface ButtonProps {
  action: string;
  label: string;
  fields?: Readonly<Record<string, string>>;
  context: PageContext;
}

function Quality({ view, context }: Props) {
  const { search: t } = context.t.admin;
  const { format } = context.t;
  const weeks = view.quality.length;
  const sum = (of: (week: WeekOfQuality) => number) => view.quality.reduce((total, week) => total + of(week), 0);
  const shown = sum(({ all }) => all.shown);
  const accepted = sum(({ all }) => all.accepted);
  const cell = ({ shown: of, share, low, high }: Accepted) =>
    of === 0 ? "–" : t.interval(percent(share), t.between(percent(low), percent(high)));
  return (
    <section>
      <h2>{t.quality}</h2>
      {shown === 0 ? (
        <p class="hint">{t.qualityEmpty}</p>
      ) : (
        <>
          <p class="hint">{t.qualityLead}</p>
          {shareChart({
            name: t.qualityChart(weeks),
            points: view.quality.map(({ week, all }) => ({
              label: format.day(week),
              known: all.shown > 0,
              value: all.share,
              low: all.low,
              high: all.high,
            })),
            percent: (share) => `${percent(share)} %`,
          })}
          <p class="basis">{t.qualityWindow(t.ofAll(accepted, shown), weeks)}</p>
          <details>
            <summary>{t.table}</summary>
            <Table
              label={t.quality}
              head={[t.week, t.shown, t.accepted, t.rejected, t.share, t.saidSolved]}
              rows={view.quality
                .filter(({ all }) => all.shown > 0)
                .map(({ week, all, saidSolved }) => [
                  format.day(week),
                  format.number(all.shown),
                  format.number(all.accepted),
                  format.number(all.rejected),
                  cell(all),
                  saidSolved.shown === 0 ? "–" : t.ofAll(saidSolved.accepted, saidSolved.shown),
                ])}
            />
          </details>
        </>
      )}
    </section>
  );
}

function Learning({ view, context }: Props) {
  const { search: t } = context.t.admin;
  const { format } = context.t;
  const { learned } = view;
  const paths = pathsHere(context);
  const inForce = learned.models.find((model) => model.inForce);
  const said = rankingSaid(learned, inForce, t);
  return (
    <section>
      <h2>{t.learning}</h2>
      <p>
        {said}
        {learned.choice === "chosen" && ` ${t.chosen}`}
      </p>
      <p class="hint">{t.learningLead}</p>
      {learned.state === "running" ? (
        <div role="status">
          <p>{t.running(t.parts[learned.part ?? "reading"] ?? learned.part ?? "")}</p>
          <progress value={learned.done ?? 0} max={Math.max(1, learned.of ?? 1)} aria-label={t.learning} />
        </div>
      ) : (
        <p>
          {learned.state === "asked"
            ? t.asked
            : learned.endedAt && learned.outcome
              ? t.ended[learned.outcome](format.date(learned.endedAt))
              : t.never}{" "}
          {learned.outcome === "too-few" && t.fewest(learned.clusters ?? 0, learned.fewestClusters)}
          {learned.failure}
        </p>
      )}
      {view.mayManage && (
        <div class="buttons">
          {learned.state === "idle" && <Button action={paths.adminSearchLearn} label={t.learnNow} context={context} />}
          {learned.choice !== "off" && inForce && (
            <Button action={paths.adminSearchModel} label={t.switchOff} fields={{ choice: "off" }} context={context} />
          )}
          {learned.choice !== "newest" && (
            <Button
              action={paths.adminSearchModel}
              label={t.useNewest}
              fields={{ choice: "newest" }}
              context={context}
            />
          )}
        </div>
      )}
    </section>
  );
}

function rankingSaid(
  { choice }: LearnedState,
  inForce: LearnedState["models"][number] | undefined,
  t: PageContext["t"]["admin"]["search"],
): string {
  if (choice === "off") return t.coldOff;
  if (!inForce) return t.cold;
  return inForce.helps ? t.learned(inForce.id) : t.coldNoHelp(inForce.id);
}

function Versions({ view, context }: Props) {
  const { search: t } = context.t.admin;
  const { format } = context.t;
  const { models } = view.learned;
  const paths = pathsHere(context);
  if (models.length === 0) return <p class="hint">{t.versionsEmpty}</p>;
  return (
    <section>
      <h2>{t.versions}</h2>
      <Table
        label={t.versions}
        head={[t.version, t.ranks, t.verdict, t.firstCold, t.firstLearned, t.from, t.learnedOn, t.size, t.data]}
        rows={models.map((model) => [
          format.number(model.id),
          model.inForce
            ? t.inForce
            : view.mayManage && (
                <Button
                  action={paths.adminSearchModel}
                  label={t.putBack}
                  fields={{ choice: "chosen", model: String(model.id) }}
                  context={context}
                />
              ),
          model.helps ? t.helps : t.noHelp,
          t.ofAll(model.coldFirst, model.lessons),
          t.ofAll(model.learnedFirst, model.lessons),
          t.fromWhat(model.clusters, model.phrasings),
          format.day(model.learnedAt),
          megabytes(model.bytes, context),
          <code>{model.dataHash.slice(0, 10)}</code>,
        ])}
      />
    </section>
  );
}

function Embeddings({ of, context }: { of: EmbeddingsState; context: PageContext }) {
  const { search: t } = context.t.admin;
  const { format } = context.t;
  const facts: [string, string][] = [
    [t.serviceModel, of.model],
    [t.serviceHost, of.host],
    [t.serviceKept, t.ofAll(of.kept, of.questions)],
    [t.serviceTakes, of.usualMs === null ? "–" : format.duration(of.usualMs)],
  ];
  return (
    <section>
      <h2>{t.service}</h2>
      <p>{of.inUse ? t.serviceInUse : t.serviceNotInUse}</p>
      {of.failure !== null && <p role="status">{t.serviceFails(of.failure, of.pauses)}</p>}
      <p class="hint">{t.serviceLead}</p>
      <Facts facts={facts} />
    </section>
  );
}

function Index({ view, context }: Props) {
  const { search: t } = context.t.admin;
  const { format } = context.t;
  const { index } = view;
  if (!index) {
    return (
      <section>
        <h2>{t.index}</h2>
        <p>{view.mode === "postgres" ? t.byPostgres : t.away}</p>
        {view.mode === "postgres" && <Rebuild view={view} context={context} />}
      </section>
    );
  }
  const facts: [string, string][] = [
    [t.state, t.states[index.state]],
    [t.documents, format.number(index.documents)],
    [t.size, megabytes(index.bytes, context)],
    [t.behind, index.behindMs === null ? "–" : format.duration(index.behindMs)],
    [t.builtAt, index.builtAt ? format.date(new Date(index.builtAt)) : t.fromFile],
  ];
  return (
    <section>
      <h2>{t.index}</h2>
      <p class="hint">{t.indexLead}</p>
      <Facts facts={facts} />
      {index.progress !== null ? (
        <div role="status">
          <p>{t.building(percent(index.progress))}</p>
          <progress value={index.progress} max={1} aria-label={t.index} />
        </div>
      ) : (
        <Rebuild view={view} context={context} />
      )}
    </section>
  );
}

function Rebuild({ view, context }: Props) {
  const { search: t } = context.t.admin;
  if (!view.mayManage) return null;
  return (
    <>
      <p class="hint">{t.rebuildHint}</p>
      <Button action={pathsHere(context).adminSearchIndex} label={t.rebuild} context={context} />
    </>
  );
}

function percent(share: number): number {
  return Math.round(100 * share);
}

function megabytes(bytes: number, { t }: PageContext): string {
  return `${t.format.number(Math.round(bytes / 100_000) / 10)} MB`;
}

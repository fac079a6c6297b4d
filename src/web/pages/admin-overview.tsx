import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout, Facts, Table } from "../parts/admin.tsx";
import { icons } from "../parts/icons.tsx";
import type { Html } from "../raw.tsx";

export interface HealthCheck {
  /** In words: "Database answers", "Mail can be sent". */
  name: string;
  ok: boolean;
  /** What was found; and what to do, when it is not well. */
  detail: string;
}

export interface EventReaderView {
  name: string;
  /** Events that it has not read yet. */
  behind: number;
  failure: string | null;
}

export interface AdminOverviewView extends AdminFrame {
  version: string;
  uptimeMs: number;
  /** `PostgreSQL 18.4, embedded`. */
  database: string;
  memoryMb: number;
  checks: readonly HealthCheck[];
  readers: readonly EventReaderView[];
}

/** `/c/{slug}/admin`: is all well? */
export function adminOverviewPage(view: AdminOverviewView, context: PageContext): Html {
  const { admin, format } = context.t;
  const facts: [string, string][] = [
    [admin.version, view.version],
    [admin.uptime, format.duration(view.uptimeMs)],
    [admin.database, view.database],
    [admin.memory, `${format.number(Math.round(view.memoryMb))} MB`],
  ];
  const main = (
    <>
      <section>
        <h2>{admin.checks}</h2>
        <ul class="entries">
          {view.checks.map((check) => (
            <li>
              <p>
                {check.name} <span class="aside">{check.detail}</span>
              </p>
              <span class={check.ok ? "state solved" : "state waiting"}>
                {check.ok ? icons.solved : icons.reopened}
                {check.ok ? admin.healthy : admin.unwell}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{admin.readers}</h2>
        <Table
          label={admin.readers}
          head={[admin.reader, admin.readerBehind]}
          rows={view.readers.map((reader) => [
            reader.name,
            reader.failure ?? (reader.behind === 0 ? admin.readerUpToDate : admin.readerBehindBy(reader.behind)),
          ])}
        />
      </section>
      <section>
        <h2>{admin.installation}</h2>
        <Facts facts={facts} />
      </section>
    </>
  );
  return adminLayout({ section: "overview", title: admin.health, main }, view, context);
}

import type { PageContext } from "../page-context.ts";
import { type AdminFrame, adminLayout, Facts, Table } from "../parts/admin.tsx";
import { buttonForm } from "../parts/forms.tsx";
import { emptyState, pager, pathsHere, when } from "../parts/small.tsx";
import type { Html } from "../raw.tsx";
import { withQuery } from "../url.ts";

export interface JobView {
  id: string;
  name: string;
  state: "waiting" | "running" | "failed" | "dead";
  attempts: number;
  maxAttempts: number;
  runAt: Date;
  error: string | null;
}

export interface AdminJobsView extends AdminFrame {
  jobs: readonly JobView[];
  mayRetry: boolean;
}

/** `/c/{slug}/admin/jobs`. */
export function adminJobsPage(view: AdminJobsView, context: PageContext): Html {
  const { admin } = context.t;
  const main =
    view.jobs.length === 0 ? (
      emptyState(admin.jobsEmpty)
    ) : (
      <Table
        label={admin.jobsTitle}
        head={[admin.jobName, admin.jobState, admin.jobAttempts, admin.jobNext, admin.jobError]}
        rows={view.jobs.map((job) => [
          job.name,
          admin.jobStates[job.state],
          `${job.attempts} / ${job.maxAttempts}`,
          context.t.format.instant(job.runAt),
          <>
            {job.error ?? ""}
            {view.mayRetry &&
              (job.state === "failed" || job.state === "dead") &&
              buttonForm(pathsHere(context).adminJobRetry(job.id), admin.jobRetry, context)}
          </>,
        ])}
      />
    );
  return adminLayout({ section: "jobs", title: admin.jobsTitle, lead: admin.jobsLead, main }, view, context);
}

export interface EventView {
  id: number;
  at: Date;
  kind: string;
  /** A member's number, or their name where the reader may see it; null for Kith itself. */
  actor: string | null;
  /** `answer 512`. */
  subject: string;
  /** As JSON. */
  data: string;
}

export interface AdminEventsView extends AdminFrame {
  kind: string | null;
  kinds: readonly string[];
  events: readonly EventView[];
  older: string | null;
  paged: boolean;
}

/** `/c/{slug}/admin/events?kind=&before=`. */
export function adminEventsPage(view: AdminEventsView, context: PageContext): Html {
  const { admin, format } = context.t;
  const paths = pathsHere(context);
  const here = withQuery(paths.adminEvents, { kind: view.kind });
  const main = (
    <>
      <form class="filters" action={paths.adminEvents}>
        <div class="field">
          <label for="kind">{admin.eventKind}</label>
          <select id="kind" name="kind">
            <option value="">{admin.eventKindAll}</option>
            {view.kinds.map((kind) => (
              <option value={kind} selected={kind === view.kind}>
                {kind}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{admin.filter}</button>
      </form>
      {view.events.length === 0 ? (
        emptyState(view.kind === null ? admin.eventsEmpty : admin.eventsNoMatch)
      ) : (
        <Table
          label={admin.eventsTitle}
          head={[
            admin.eventNumber,
            admin.eventWhen,
            admin.eventWhat,
            admin.eventWho,
            admin.eventAbout,
            admin.eventData,
          ]}
          rows={view.events.map((event) => [
            String(event.id),
            format.instant(event.at),
            event.kind,
            event.actor ?? admin.eventBySystem,
            event.subject,
            event.data === "{}" ? "" : <code>{event.data}</code>,
          ])}
        />
      )}
      {pager(view.older && withQuery(here, { before: view.older }), view.paged ? here : null, context)}
    </>
  );
  return adminLayout({ section: "events", title: admin.eventsTitle, lead: admin.eventsLead, main }, view, context);
}

export interface MailRow {
  id: number;
  to: string;
  subject: string;
  at: Date;
  state: "waiting" | "sent" | "kept" | "failed";
}

export interface AdminOutboxView extends AdminFrame {
  /** Whether no mail server is set, so that mails stay here. */
  local: boolean;
  mails: readonly MailRow[];
  older: string | null;
  paged: boolean;
}

/** `/c/{slug}/admin/outbox?before=`. */
export function adminOutboxPage(view: AdminOutboxView, context: PageContext): Html {
  const { admin } = context.t;
  const paths = pathsHere(context);
  const main = (
    <>
      {view.mails.length === 0 ? (
        emptyState(admin.outboxEmpty)
      ) : (
        <Table
          label={admin.outboxTitle}
          head={[admin.mailSubject, admin.mailTo, admin.mailWhen, admin.mailState]}
          rows={view.mails.map((mail) => [
            <a href={paths.adminMail(mail.id)}>{mail.subject}</a>,
            mail.to,
            when(mail.at, context),
            admin.mailStates[mail.state],
          ])}
        />
      )}
      {pager(
        view.older && withQuery(paths.adminOutbox, { before: view.older }),
        view.paged ? paths.adminOutbox : null,
        context,
      )}
    </>
  );
  const lead = view.local ? admin.outboxLocal : admin.outboxSent;
  return adminLayout({ section: "outbox", title: admin.outboxTitle, lead, main }, view, context);
}

export interface AdminMailView extends AdminFrame {
  mail: MailRow & { text: string; failure: string | null };
}

/** `/c/{slug}/admin/outbox/{id}`: one mail; addresses in its text can be followed. */
export function adminMailPage(view: AdminMailView, context: PageContext): Html {
  const { admin, format } = context.t;
  const { mail } = view;
  const facts: [string, string][] = [
    [admin.mailTo, mail.to],
    [admin.mailWhen, format.instant(mail.at)],
    [admin.mailState, mail.failure ?? admin.mailStates[mail.state]],
  ];
  const main = (
    <>
      <Facts facts={facts} />
      <section>
        <h2>{admin.mailText}</h2>
        <div class="letter">
          {mail.text
            .split(/(https?:\/\/\S+)/)
            .map((piece, index) => (index % 2 === 1 ? <a href={piece}>{piece}</a> : piece))}
        </div>
      </section>
    </>
  );
  return adminLayout({ section: "outbox", title: mail.subject, main }, view, context);
}

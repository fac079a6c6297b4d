import {
  type Actor,
  ensureMay,
  grantRole,
  isRole,
  listMembers,
  may,
  type Permission,
  readMember,
  revokeRole,
} from "../../accounts/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { ok, RefusalError, refusal, unwrap } from "../../kernel/index.ts";
import { listOutbox, readMail } from "../../notifications/index.ts";
import { listEventKinds, listJobs, listRecentEvents, readHealth, retryJob } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { idOf } from "../forms.ts";
import {
  adminEventsPage,
  adminJobsPage,
  adminMailPage,
  adminMembersPage,
  adminOutboxPage,
  adminOverviewPage,
} from "../pages/index.ts";
import type { AdminSection } from "../parts/admin.tsx";
import { searchHealth } from "../search-health.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";

const mailMissing = refusal("missing", "mail-missing", "There is no such mail.", "Go back to the outbox.");
const mailsPerPage = 50;

/** Which parts of the administration somebody sees. */
const sectionNeeds: Record<AdminSection, Exclude<Permission, `${string}own${string}`>> = {
  overview: "see health",
  community: "edit the community",
  members: "manage members and roles",
  groups: "manage groups",
  care: "manage care",
  search: "see health",
  jobs: "see jobs",
  events: "see the event log",
  outbox: "see the outbox",
};

export function sectionsOf(actor: Actor): AdminSection[] {
  return (Object.keys(sectionNeeds) as AdminSection[]).filter((section) => may(actor, sectionNeeds[section]));
}

/** Administration: health, members and roles, jobs, event log, outbox. */
export function adminRoutes(services: WebServices): Route[] {
  const { store } = services;
  const { database } = store;

  /** The first part that somebody may see; those who may see none are told so. */
  async function enter(c: HttpContext): Promise<Response> {
    const { actor, community } = memberVisit(c);
    const [first] = sectionsOf(actor);
    if (!first) unwrap(ensureMay(actor, sectionNeeds.overview));
    return first === "overview" || !first
      ? overview(c)
      : goTo(c, services, `${pathsOf(community.slug).admin}/${first}`);
  }

  async function overview(c: HttpContext): Promise<Response> {
    const { actor, community, page } = memberVisit(c);
    const [health, search] = await Promise.all([readHealth(database), services.search.status()]);
    const words = page.t.admin.check;
    const mailSet = services.configuration.smtpUrl !== null;
    const view = {
      sections: sectionsOf(actor),
      version: services.version,
      uptimeMs: Math.round(process.uptime() * 1000),
      database: services.databaseName,
      memoryMb: process.memoryUsage.rss() / 1_000_000,
      checks: [
        { name: words.database, ok: true, detail: words.databaseAt(health.migration) },
        {
          name: words.jobs,
          ok: health.jobs.failed === 0,
          detail: words.jobsFound(health.jobs.waiting, health.jobs.failed),
        },
        { name: words.search, ...searchHealth(search, community.id, words) },
        { name: words.mail, ok: mailSet, detail: mailSet ? words.mailSet : words.mailLocal },
      ],
      readers: health.readers,
    };
    return showPage(c, adminOverviewPage(view, page));
  }

  async function members(c: HttpContext): Promise<Response> {
    const { community, actor, page } = memberVisit(c);
    const query = (c.req.query("q") ?? "").trim();
    const before = c.req.query("before");
    const after = readPlace(before);
    const listed = await listMembers(database, community.id, { prefix: query, ...(after ? { after } : {}) });
    const view = {
      sections: sectionsOf(actor),
      query,
      members: listed.members.map(({ id, name, staff, roles, joinedAt }) => ({
        member: { memberId: id, name, staff },
        roles: roles.filter((role) => role !== "member"),
        joinedAt,
      })),
      older: listed.next && `${listed.next.id}-${listed.next.name}`,
      paged: before !== undefined,
      grantable: may(actor, "manage members and roles") ? ["steward", "solver", "analyst", "marketer", "admin"] : [],
    };
    return showPage(c, adminMembersPage(view, page));
  }

  async function setRoles(c: HttpContext): Promise<Response> {
    const { community, actor, form } = memberVisit(c);
    const memberId = idOf(c.req.param("id")) ?? 0;
    const wished = new Set(form.getAll("roles").filter(isRole));
    const member = await readMember(database, community.id, memberId);
    const held = new Set(member?.roles.filter(isRole) ?? []);
    const change = { communityId: community.id, actor, memberId };
    const done = await store.transact(async (tx) => {
      // What is taken back goes first: a marketer's role stands alone.
      for (const role of held) {
        const revoked = wished.has(role) ? ok(undefined) : await revokeRole(tx, { ...change, role });
        if (!revoked.ok) return revoked;
      }
      for (const role of wished) {
        const granted = await grantRole(tx, { ...change, role });
        if (!granted.ok) return granted;
      }
      return ok(undefined);
    });
    unwrap(done);
    return goTo(c, services, pathsOf(community.slug).adminMembers, { code: "rolesSaved" });
  }

  async function jobs(c: HttpContext): Promise<Response> {
    const { actor, page } = memberVisit(c);
    const listed = await listJobs(database);
    const view = {
      sections: sectionsOf(actor),
      mayRetry: true,
      jobs: listed.map((job) => ({
        ...{ id: String(job.id), name: job.name, attempts: job.attempts, maxAttempts: job.mostAttempts },
        ...{ runAt: job.runAt, error: job.failure, state: jobState(job) },
      })),
    };
    return showPage(c, adminJobsPage(view, page));
  }

  async function retry(c: HttpContext): Promise<Response> {
    const { community } = memberVisit(c);
    await retryJob(database, idOf(c.req.param("id")) ?? 0);
    return goTo(c, services, pathsOf(community.slug).adminJobs, { code: "jobQueued" });
  }

  async function events(c: HttpContext): Promise<Response> {
    const { community, actor, page } = memberVisit(c);
    const kind = c.req.query("kind") || null;
    const before = idOf(c.req.query("before"));
    const wanted = { communityId: community.id, ...(kind ? { kind } : {}), ...(before ? { before } : {}) };
    const [listed, kinds] = await Promise.all([
      listRecentEvents(database, wanted),
      listEventKinds(database, community.id),
    ]);
    const view = {
      sections: sectionsOf(actor),
      kind,
      kinds,
      events: listed.map((event) => ({
        ...{ id: event.id, at: event.at, kind: event.kind, data: JSON.stringify(event.data) },
        actor: event.actorId === null ? null : `#${event.actorId}`,
        subject: `${event.subject} ${event.subjectId}`,
      })),
      older: listed.length === 50 ? String(listed.at(-1)?.id) : null,
      paged: before !== null,
    };
    return showPage(c, adminEventsPage(view, page));
  }

  async function outbox(c: HttpContext): Promise<Response> {
    const { community, actor, page } = memberVisit(c);
    const before = idOf(c.req.query("before"));
    const listed = await listOutbox(database, community.id, before ?? undefined);
    const view = {
      sections: sectionsOf(actor),
      local: services.configuration.smtpUrl === null,
      mails: listed.map(({ id, recipient, subject, createdAt, state }) => ({
        id,
        to: recipient,
        subject,
        at: createdAt,
        state,
      })),
      older: listed.length === mailsPerPage ? String(listed.at(-1)?.id) : null,
      paged: before !== null,
    };
    return showPage(c, adminOutboxPage(view, page));
  }

  async function mail(c: HttpContext): Promise<Response> {
    const { community, actor, page } = memberVisit(c);
    const found = await readMail(database, community.id, idOf(c.req.param("id")) ?? 0);
    if (!found) throw new RefusalError(mailMissing);
    const { id, recipient, subject, createdAt, state, body, failure } = found;
    const shown = { id, to: recipient, subject, at: createdAt, state, text: body, failure };
    return showPage(c, adminMailPage({ sections: sectionsOf(actor), mail: shown }, page));
  }

  return [
    { method: "get", path: "/c/:slug/admin", permission: "member", handle: enter },
    { method: "get", path: "/c/:slug/admin/members", permission: "manage members and roles", handle: members },
    {
      method: "post",
      path: "/c/:slug/admin/members/:id/roles",
      permission: "manage members and roles",
      handle: setRoles,
    },
    { method: "get", path: "/c/:slug/admin/jobs", permission: "see jobs", handle: jobs },
    { method: "post", path: "/c/:slug/admin/jobs/:id/retry", permission: "see jobs", handle: retry },
    { method: "get", path: "/c/:slug/admin/events", permission: "see the event log", handle: events },
    { method: "get", path: "/c/:slug/admin/outbox", permission: "see the outbox", handle: outbox },
    { method: "get", path: "/c/:slug/admin/outbox/:id", permission: "see the outbox", handle: mail },
  ];
}

function jobState(job: { running: boolean; attempts: number; mostAttempts: number; failure: string | null }) {
  if (job.running) return "running" as const;
  if (job.failure === null) return "waiting" as const;
  return job.attempts >= job.mostAttempts ? ("dead" as const) : ("failed" as const);
}

/** The member with whom the page before ended: `12-Ada`. */
function readPlace(text: string | undefined): { id: number; name: string } | undefined {
  const [, id, name] = /^(\d{1,15})-(.*)$/s.exec(text ?? "") ?? [];
  return id && name !== undefined ? { id: Number(id), name } : undefined;
}

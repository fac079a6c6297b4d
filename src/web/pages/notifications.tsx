import type { PageContext } from "../page-context.ts";
import { buttonForm } from "../parts/forms.tsx";
import { inLanguage } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { emptyState, pager, pathsHere, when } from "../parts/small.tsx";
import { type Html, html, literal, nothing, type Part } from "../raw.tsx";
import { withQuery } from "../url.ts";

export interface NotificationView {
  /** What happened, as a sentence without a full stop. */
  line: string;
  /** Where the title stands in it, and in which language; null where none does. */
  titled: { from: number; to: number; language: string | null } | null;
  /** Why the reader is told: "you asked this question". */
  because: string;
  href: string;
  at: Date;
  read: boolean;
}

export interface NotificationsView {
  /** The newest first. */
  notifications: readonly NotificationView[];
  unreadOnly: boolean;
  unread: number;
  older: string | null;
  paged: boolean;
}

/** `/c/{slug}/notifications?show=unread&before=`: what somebody was told, by day. */
export function notificationsPage(view: NotificationsView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const here = withQuery(paths.notifications, { show: view.unreadOnly ? "unread" : null });
  const nothingHere = view.unreadOnly
    ? emptyState(t.notifications.emptyUnread, { href: paths.notifications, label: t.notifications.all })
    : emptyState(t.notifications.empty, { href: paths.notificationSettings, label: t.notifications.settings });
  return layout(
    {
      title: t.notifications.title,
      canonical: null,
      main: html`<div class="column"><header class="opening"><h1>${t.notifications.title}</h1><p class="lead">${t.notifications.lead}</p><div class="acts">${
        view.unread > 0 && buttonForm(paths.notificationsRead, t.notifications.markRead, context, "")
      }<a class="quiet" href="${paths.notificationSettings}">${t.notifications.settings}</a></div></header>${tabs(view, context)}${
        view.notifications.length === 0 ? nothingHere : days(view.notifications, context)
      }${pager(view.older && withQuery(here, { before: view.older }), view.paged ? here : null, context)}</div>`,
    },
    context,
  );
}

function tabs(view: NotificationsView, context: PageContext): Html {
  const { notifications } = context.t;
  const { notifications: address } = pathsHere(context);
  const chosen = literal` aria-current="page"`;
  return html`<nav class="tabs" aria-label="${notifications.show}"><a href="${address}"${!view.unreadOnly && chosen}>${notifications.all}</a><a href="${withQuery(address, { show: "unread" })}"${view.unreadOnly && chosen}>${notifications.unread}</a></nav>`;
}

const dayMs = 24 * 60 * 60_000;

function days(notifications: readonly NotificationView[], context: PageContext): Html {
  const byDay = new Map<number, NotificationView[]>();
  for (const one of notifications) {
    const day = Math.floor(one.at.getTime() / dayMs);
    byDay.set(day, [...(byDay.get(day) ?? []), one]);
  }
  return html`${[...byDay].map(
    ([day, some]) =>
      html`<section class="day"><h2>${dayName(day, context)}</h2><ul class="rows">${some.map((one) => row(one, context))}</ul></section>`,
  )}`;
}

function dayName(day: number, { t, now }: PageContext): string {
  const ago = Math.floor(now.getTime() / dayMs) - day;
  if (ago === 0) return t.notifications.today;
  return ago === 1 ? t.notifications.yesterday : t.format.date(new Date(day * dayMs));
}

/** The sentence is in the page's language, and the title in it in that of whoever wrote it. */
function sentence({ line, titled }: NotificationView, context: PageContext): Part {
  const lang = titled && inLanguage(titled.language, context);
  if (!titled || lang === nothing) return line;
  const { from, to } = titled;
  return html`${line.slice(0, from)}<span${lang}>${line.slice(from, to)}</span>${line.slice(to)}`;
}

function row(one: NotificationView, context: PageContext): Html {
  const { notifications } = context.t;
  return html`<li class="row told${!one.read && literal` unread`}"><a class="row-title" href="${one.href}">${sentence(one, context)}</a><p class="meta">${
    !one.read && html`<strong>${notifications.isNew}</strong> `
  }${when(one.at, context)} <span>${notifications.because(one.because)}</span></p></li>`;
}

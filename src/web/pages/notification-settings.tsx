import type { PageContext } from "../page-context.ts";
import { buttonForm, csrfField, formProblem, selectField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { carePathsHere, pager, pathsHere } from "../parts/small.tsx";
import { type Html, html, literal, nothing } from "../raw.tsx";
import { withQuery } from "../url.ts";

export interface KindView {
  kind: string;
  label: string;
  part: "questions" | "problems" | "desk";
  /** A line as it would be sent. */
  example: string;
  because: string;
  way: Way;
}

type Way = "off" | "page" | "mail" | "digest";

export interface FollowView {
  subject: "question" | "tag" | "group";
  name: string;
  because: "chosen" | "asked" | "answered";
  href: string;
  /** POST: ends it. */
  end: string;
}

export interface NotificationSettingsView {
  kinds: readonly KindView[];
  email: string;
  timeZone: string;
  timeZones: readonly string[];
  /** Whether the time zone was chosen; else the browser's script offers the device's own. */
  chosen: boolean;
  hour: number;
  nextDigestAt: Date;
  /** How much the next digest holds so far. */
  waiting: number;
  follows: readonly FollowView[];
  older: string | null;
  paged: boolean;
  problem: string | undefined;
}

const ways: readonly Way[] = ["off", "page", "mail", "digest"];

/** `/c/{slug}/notifications/settings`. POST {way:{kind}…, timeZone, hour}. */
export function notificationSettingsPage(view: NotificationSettingsView, context: PageContext): Html {
  const { notifications } = context.t;
  const paths = pathsHere(context);
  return layout(
    {
      title: notifications.settingsTitle,
      canonical: null,
      main: html`<div class="column sections"><header class="opening"><p class="crumbs"><a href="${paths.notifications}">${notifications.title}</a></p><h1>${notifications.settingsTitle}</h1><p class="lead">${notifications.settingsLead}</p><p><a href="${carePathsHere(context).limits}">${context.t.careSettings.limits.fromNotifications}</a></p></header><form class="choices" method="post" action="${paths.notificationSettings}">${csrfField(context)}${formProblem({ values: {}, errors: {}, problem: view.problem }, context)}<p class="hint">${notifications.mailTo(view.email)} ${notifications.mailRules}</p>${parts.map((part) => kindsOf(part, view, context))}${digest(view, context)}<p><button class="primary">${context.t.common.save}</button></p></form>${follows(view, context)}</div>`,
    },
    context,
  );
}

const parts = ["questions", "problems", "desk"] as const;

function kindsOf(part: KindView["part"], view: NotificationSettingsView, context: PageContext): Html {
  const kinds = view.kinds.filter((kind) => kind.part === part);
  if (kinds.length === 0) return nothing;
  return html`<section><h2>${context.t.notifications.parts[part]}</h2>${kinds.map((kind) => kindField(kind, context))}</section>`;
}

function kindField({ kind, label, example, because, way }: KindView, context: PageContext): Html {
  const { notifications } = context.t;
  const options = ways.map((value) => ({ value, label: notifications.ways[value] }));
  const hint = notifications.example(example, because);
  return selectField({ name: `way:${kind}`, label, value: way, options, hint }, context);
}

function digest(view: NotificationSettingsView, context: PageContext): Html {
  const { notifications, format } = context.t;
  const at = format.inZone(view.nextDigestAt, view.timeZone);
  const next = view.waiting > 0 ? notifications.nextDigestHolds(at, view.waiting) : notifications.nextDigest(at);
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, "0")}:00`,
  }));
  const zones = view.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return html`<section><h2>${notifications.digest}</h2><p class="hint">${notifications.digestHint}</p><div class="pair">${selectField({ name: "hour", label: notifications.hour, value: String(view.hour), options: hours }, context)}<div${!view.chosen && literal` data-own-zone`}>${selectField({ name: "timeZone", label: notifications.timeZone, value: view.timeZone, options: zones }, context)}</div></div><p>${next}</p></section>`;
}

function follows(view: NotificationSettingsView, context: PageContext): Html {
  const { notifications, follow } = context.t;
  const here = pathsHere(context).notificationSettings;
  return html`<section id="follows"><h2>${notifications.follows}</h2>${
    view.follows.length === 0
      ? html`<p class="hint">${notifications.followsEmpty}</p>`
      : html`<ul class="entries">${view.follows.map(
          ({ subject, name, because, href, end }) =>
            html`<li><p><a href="${href}">${name}</a> <span class="aside">${notifications.followKinds[subject]}, ${notifications.followBecause[because]}</span></p>${buttonForm(end, follow.end, context)}</li>`,
        )}</ul>`
  }${pager(view.older && `${withQuery(here, { after: view.older })}#follows`, view.paged ? `${here}#follows` : null, context)}</section>`;
}

import type { HandOverChoice, ProblemRow } from "../desk-views.ts";
import type { PageContext } from "../page-context.ts";
import { deskNav, deskPathsHere, handOverOptions, problemMeta } from "../parts/desk.tsx";
import { csrfField, formProblem, hidden, writingField } from "../parts/forms.tsx";
import { inLanguage } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { emptyState, when } from "../parts/small.tsx";
import { type Html, html, literal, printSafe, type SafeHtml } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export interface ShiftView {
  handed: readonly {
    row: ProblemRow;
    from: { memberId: number; name: string };
    at: Date;
    /** The note, sanitised when it was written; null where there is none. */
    html: SafeHtml | null;
  }[];
  own: readonly { row: ProblemRow; note: string }[];
  nextShiftAt: Date | null;
  handOver: readonly HandOverChoice[];
  form: FormState<{ note: string }>;
}

/** `/c/{slug}/care/shift`: what was handed over, and handing over. POST {problem…, note-{id}…, note, to}. */
export function shiftPage(view: ShiftView, context: PageContext): Html {
  const { shift: t } = context.t.desk;
  return layout(
    {
      title: t.title,
      canonical: null,
      main: html`<div class="split desk"><div class="views">${deskNav("shift", context)}</div><div class="queue shift" data-queue><h1>${t.title}</h1><p class="lead">${t.lead}</p>${formProblem(view.form, context)}${handed(view, context)}${own(view, context)}</div></div>`,
    },
    context,
  );
}

function row({ id, title, language }: ProblemRow, ticked: boolean, rest: Html, context: PageContext): Html {
  const { desk } = context.t;
  return html`<li class="row case" id="problem-${id}"><input type="checkbox" name="problem" value="${id}" id="tick-${id}"${ticked && literal` checked`} aria-label="${desk.select(title)}"><div><a class="row-title" href="${deskPathsHere(context).problem(id)}"${inLanguage(language, context)}>${title}</a>${rest}</div></li>`;
}

function handed(view: ShiftView, context: PageContext): Html {
  const { shift: t } = context.t.desk;
  const paths = deskPathsHere(context);
  const rows = view.handed.map(({ row: one, from, at, html: note }) =>
    row(
      one,
      false,
      html`<p class="meta"><span>${t.from(from.name)}</span>${when(at, context)}</p>${
        note === null ? html`<p class="hint">${t.noNote}</p>` : html`<div class="prose note">${printSafe(note)}</div>`
      }${problemMeta(one, context)}`,
      context,
    ),
  );
  return html`<section><h2>${t.handed}</h2>${
    rows.length === 0
      ? html`<p class="hint">${t.handedNone}</p>`
      : html`<form class="tick" method="post" action="${paths.acts}" hx-boost="true">${csrfField(context)}${hidden("back", paths.shift)}<ol class="rows">${rows}</ol><p><button name="do" value="claim" data-key="c">${t.take}</button></p></form>`
  }</section>`;
}

function own(view: ShiftView, context: PageContext): Html {
  const { desk, format } = context.t;
  const { shift: t } = desk;
  const paths = deskPathsHere(context);
  if (view.own.length === 0)
    return html`<section><h2>${t.own}</h2>${emptyState(t.ownNone, { href: paths.queue, label: desk.queue })}</section>`;
  const rows = view.own.map(({ row: one, note }) =>
    row(
      one,
      true,
      html`${problemMeta(one, context)}<input name="note-${one.id}" value="${note}" maxlength="2000" autocomplete="off" placeholder="${t.noteOwn}" aria-label="${t.noteFor(one.title)}">`,
      context,
    ),
  );
  const back = view.nextShiftAt && format.until(view.nextShiftAt, context.now);
  return html`<section><h2>${t.own}</h2><form class="tick" method="post" action="${paths.shift}" hx-boost="true">${csrfField(context)}<ol class="rows">${rows}</ol>${writingField({ name: "note", label: t.note, hint: t.noteHint, value: view.form.values.note, error: view.form.errors.note, rows: 3, optional: true }, context)}<p class="hint">${t.keepHint}</p><p><select name="to" aria-label="${desk.handOverTo}" data-key="h"><option value="keep">${t.keep(back)}</option>${handOverOptions(view.handOver, context)}</select> <button class="primary">${t.handOver}</button></p></form></section>`;
}

import type { ProblemPageView } from "../desk-problem-view.ts";
import { urgencyNames } from "../desk-views.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, literal, nothing, type Part } from "../raw.tsx";
import { deskPathsHere, handOverOptions, nextWords, ownerWords } from "./desk.tsx";
import { knownAtDesk } from "./desk-known.tsx";
import { csrfField, hidden, textField, writingField } from "./forms.tsx";
import { pathsHere, person, when } from "./small.tsx";

/** What stands beside a problem's conversation: where it stands, what to do, who asked, and how it came here. */
export function problemRail(view: ProblemPageView, context: PageContext): Html {
  return html`${standing(view, context)}${view.row.over === null ? acts(view, context) : ended(view, context)}${knownAtDesk(view, context)}${asker(view, context)}${likely(view, context)}${linked(view, context)}${checks(view, context)}${steps(view, context)}`;
}

function standing(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const next = nextWords(view.row, context);
  return html`<section><h2>${desk.stateHeading}</h2><p>${ownerWords(view.row, context)}</p>${next !== null && html`<p class="hint">${next}</p>`}${
    view.row.area !== null &&
    view.areaSure !== null &&
    html`<p class="hint">${desk.areaSure(view.row.area, context.t.plan.percent(view.areaSure))}</p>`
  }<h3 class="unseen">${desk.promises}</h3><ul class="plain">${
    view.promises.length === 0
      ? html`<li class="hint">${desk.noPromise}</li>`
      : view.promises.map(
          (one) => html`<li class="${one.late ? literal`promise late` : literal`promise`}">${one.words}</li>`,
        )
  }</ul></section>`;
}

/** A form of the queue's acts, for this one problem. */
function actForm(view: ProblemPageView, what: string, label: string, fields: Part, context: PageContext): Html {
  const key = { claim: literal` data-key="c"` }[what] ?? nothing;
  const paths = deskPathsHere(context);
  return html`<form class="inline" method="post" action="${paths.acts}" hx-boost="true">${csrfField(context)}${hidden("problem", view.row.id)}${hidden("back", paths.problem(view.row.id))}${fields}<button name="do" value="${what}"${key}>${label}</button></form>`;
}

function acts(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const chosen = (is: boolean) => is && literal` selected`;
  const spans = Object.entries(desk.spans).map(
    ([hours, label]) => html`<option value="${hours}"${chosen(hours === "24")}>${label}</option>`,
  );
  const urgencies = urgencyNames.map(
    (name) => html`<option value="${name}"${chosen(name === view.row.urgency)}>${desk.urgencies[name]}</option>`,
  );
  const areas =
    view.areas.length > 0 &&
    html`<select name="area" aria-label="${desk.area}"><option value="">${desk.noArea}</option>${view.areas.map(({ slug, name }) => html`<option value="${slug}"${chosen(name === view.row.area)}>${name}</option>`)}</select>`;
  return html`<section><h2>${desk.acts}</h2>${view.isMine ? actForm(view, "return", desk.release, nothing, context) : actForm(view, "claim", desk.claim, nothing, context)}${actForm(view, "snooze", desk.snooze, html`<select name="hours" aria-label="${desk.snoozeFor}" data-key="s">${spans}</select>`, context)}${actForm(view, "hand-over", desk.handOver, html`<select name="to" aria-label="${desk.handOverTo}" data-key="h"><option value="">${desk.choose}</option>${handOverOptions(view.handOver, context)}</select>`, context)}${actForm(view, "sort", desk.setUrgency, html`<select name="urgency" aria-label="${desk.urgency}" data-key="u">${urgencies}</select>${areas}`, context)}${together(view, context)}${split(view, context)}${cannotSolve(view, context)}</section>`;
}

function ended(view: ProblemPageView, context: PageContext): Html {
  const { desk, own } = context.t;
  const { row, end } = view;
  return html`<section><h2>${row.over && desk.over[row.over]}</h2>${
    end.because &&
    html`<p><strong>${own.because}</strong> ${end.because}</p><p><strong>${own.instead}</strong> ${end.instead}</p>`
  }${
    row.over === "duplicate" &&
    html`<p><a href="${deskPathsHere(context).problem(end.duplicateOf ?? 0)}">${end.duplicateOf}</a></p><form method="post" action="${deskPathsHere(context).act(row.id, "reopen")}" hx-boost="true">${csrfField(context)}<button>${desk.reopen}</button></form>`
  }</section>`;
}

function together(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const failed = view.failed?.on === "other" ? view.failed.form : null;
  return html`<details${failed && literal` open`}><summary>${desk.otherHeading}</summary><form method="post" action="${deskPathsHere(context).act(view.row.id, "links")}">${csrfField(context)}${textField({ name: "other", label: desk.duplicateOf, value: failed?.values.body ?? "", error: failed?.problem, pattern: "[0-9]+", maxlength: 15 }, context)}<button name="do" value="duplicate">${desk.duplicate}</button><button name="do" value="merge">${desk.merge}</button><button name="do" value="known">${desk.linkKnown}</button><button name="do" value="related">${desk.link}</button></form></details>`;
}

function split(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const failed = view.failed?.on === "split" ? view.failed.form : null;
  return html`<details${failed && literal` open`}><summary>${desk.splitHeading}</summary><form method="post" action="${deskPathsHere(context).act(view.row.id, "split")}">${csrfField(context)}<div class="field"><label for="split-message">${desk.splitMessage}</label><select id="split-message" name="message">${view.talk.map((one) => html`<option value="${one.id}">#${one.id} ${one.author.name}</option>`)}</select></div>${textField({ name: "title", label: desk.splitTitle, value: failed?.values.body ?? "", error: failed?.problem, maxlength: 200 }, context)}<button>${desk.split}</button></form></details>`;
}

function cannotSolve(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const failed = view.failed?.on === "cannot-solve" ? view.failed.form : null;
  const field = (name: "because" | "instead", value: string, error: string | undefined) =>
    writingField({ name, label: desk[name], value, error, rows: 3, maxlength: 2000 }, context);
  return html`<details${failed && literal` open`}><summary>${desk.cannot}</summary><form method="post" action="${deskPathsHere(context).act(view.row.id, "cannot-solve")}">${csrfField(context)}<p class="hint">${desk.cannotHint}</p>${field("because", failed?.values.body ?? "", failed?.errors.because)}${field("instead", failed?.values.instead ?? "", failed?.errors.instead)}<button>${desk.sign}</button></form></details>`;
}

function asker(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  return html`<section><h2>${desk.person}</h2><p>${person(view.row.asker, context)}</p><h3 class="aside">${desk.history}</h3>${
    view.history.length === 0
      ? html`<p class="hint">${desk.noHistory}</p>`
      : html`<ul class="links">${view.history.map((one) => html`<li><a href="${paths.problem(one.id)}">${one.title}</a> <span class="aside">${one.over === null ? ownerWords(one, context) : desk.over[one.over]}</span></li>`)}</ul>`
  }</section>`;
}

function likely(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = pathsHere(context);
  return html`<section><h2>${desk.likely}</h2>${
    view.likely.length === 0
      ? html`<p class="hint">${desk.noLikely}</p>`
      : html`<ul class="links">${view.likely.map((one) => html`<li><a href="${paths.question(one.questionId, one.title)}#answer-${one.answerId}">${one.title}</a></li>`)}</ul>`
  }</section>`;
}

function linked(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  const paths = deskPathsHere(context);
  return html`<section><h2>${desk.links}</h2>${
    view.links.length === 0
      ? html`<p class="hint">${desk.noLinks}</p>`
      : html`<ul class="links">${view.links.map((one) => html`<li><a href="${paths.problem(one.id)}">${one.title}</a> <span class="aside">${desk.linkKinds[one.how]}</span></li>`)}</ul>`
  }</section>`;
}

function checks(view: ProblemPageView, context: PageContext): Html {
  if (view.checks.length === 0) return nothing;
  const { desk } = context.t;
  return html`<section><h2>${desk.checks}</h2><ul class="plain">${view.checks.map((one) => html`<li>${desk.checkKinds[one.kind]}: ${one.words}${one.remark && html`<br><q>${one.remark}</q>`}</li>`)}</ul></section>`;
}

function steps(view: ProblemPageView, context: PageContext): Html {
  const { desk } = context.t;
  return html`<section><details open><summary>${desk.steps}</summary><ol class="steps">${view.steps.map((one) => html`<li><span>${one.words}</span><span class="meta">${when(one.at, context)}<span>${one.by === null ? desk.byLadder : desk.by(one.by)}</span>${one.owner !== null && html`<span>${desk.stepTo(one.owner)}</span>`}</span></li>`)}</ol></details></section>`;
}

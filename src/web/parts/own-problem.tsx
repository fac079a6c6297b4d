import type { OwnProblemView } from "../own-problem-view.ts";
import type { PageContext } from "../page-context.ts";
import { type Html, html, literal } from "../raw.tsx";
import { deskPathsHere } from "./desk.tsx";
import { buttonForm, csrfField } from "./forms.tsx";
import { icons } from "./icons.tsx";

/** What becomes of a question, for whoever asked it: who has it, "is it solved?", and what only they can say. */
export function ownProblem(view: OwnProblemView, context: PageContext): Html {
  const { own } = context.t;
  const paths = deskPathsHere(context);
  return html`<section class="own-acts" id="own-problem"><h2>${own.heading}</h2><p>${view.state}${view.next !== null && html` ${view.next}`}</p>${view.known !== null && html`<p>${view.known}</p>`}${!view.isOver && html`<p class="hint">${own.stays}</p>`}${
    view.because !== null &&
    html`<p><strong>${own.because}</strong> ${view.because}</p><p><strong>${own.instead}</strong> ${view.instead}</p>`
  }${view.check !== null && checkForm(paths.check(view.check.id), own.ask[view.check.kind], context)}${
    view.can.confirm && buttonForm(paths.ownAct(view.id, "confirm"), own.yes, context, "solve", "own-confirm")
  }${
    view.can.contest &&
    html`<details><summary>${own.contest}</summary><form method="post" action="${paths.ownAct(view.id, "contest")}" hx-boost="true">${csrfField(context)}<label for="contest-because">${own.contestLabel}</label><textarea id="contest-because" name="because" rows="3" maxlength="2000" required></textarea><button>${own.contestSend}</button></form></details>`
  }${view.can.reopen && buttonForm(paths.ownAct(view.id, "reopen"), own.reopen, context, "", "own-reopen")}${
    view.can.withdraw && buttonForm(paths.ownAct(view.id, "withdraw"), own.withdraw, context, "quiet", "own-withdraw")
  }</section>`;
}

/** "Is it solved?", with a free remark: two buttons, one press. What was `chosen` already comes first and stands out. */
export function checkForm(
  action: string,
  asks: string,
  context: PageContext,
  chosen: "solved" | "not-solved" | null = "solved",
): Html {
  const { own } = context.t;
  const strong = literal` class="solve"`;
  const yes = html`<button${chosen !== "not-solved" && strong} name="answer" value="solved">${icons.solved}${own.yes}</button>`;
  const no = html`<button${chosen === "not-solved" && strong} name="answer" value="not-solved">${own.no}</button>`;
  const buttons = chosen === "not-solved" ? html`${no}${yes}` : html`${yes}${no}`;
  return html`<form class="check" method="post" action="${action}">${csrfField(context)}<p><strong>${asks}</strong></p><p class="verdicts">${buttons}</p><label for="check-remark">${own.remark}</label><input id="check-remark" name="remark" maxlength="2000" autocomplete="off"></form>`;
}

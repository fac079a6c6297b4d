import type { OwnProblemView } from "../own-problem-view.ts";
import type { PageContext } from "../page-context.ts";
import { deskPathsHere } from "../parts/desk.tsx";
import { csrfField, formProblem, writingField } from "../parts/forms.tsx";
import { layout } from "../parts/layout.tsx";
import { ownProblem } from "../parts/own-problem.tsx";
import { type TalkStretch, talk } from "../parts/talk.tsx";
import { type Html, html, nothing } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export interface OwnProblemPageView extends TalkStretch {
  title: string;
  own: OwnProblemView;
  /** What was typed, where it was refused. */
  failed: FormState<{ body: string }> | null;
}

/** `/c/{slug}/p/{id}`: a problem without a question, for its asker: where it stands, and the conversation. POST {body}: says something. */
export function ownProblemPage(view: OwnProblemPageView, context: PageContext): Html {
  const { own } = context.t;
  const paths = deskPathsHere(context);
  return layout(
    {
      title: view.title,
      canonical: null,
      live: paths.anyProblemLive(view.own.id),
      main: html`<div class="column"><p class="crumbs">${own.crumb}</p><h1>${view.title}</h1>${ownProblem(view.own, context)}<section class="answers"><h2>${own.conversation}</h2>${talk(view, paths.anyProblem(view.own.id), context)}</section>${
        view.paged ? nothing : view.own.isOver ? html`<p class="hint">${own.overHint}</p>` : sayForm(view, context)
      }</div>`,
    },
    context,
  );
}

function sayForm({ own: { id }, failed }: OwnProblemPageView, context: PageContext): Html {
  const { own } = context.t;
  const field = { name: "body", id: "say-body", label: own.say, hint: own.sayHint, rows: 5, preview: true };
  return html`<section class="write"><form class="stack" method="post" action="${deskPathsHere(context).anyProblem(id)}">${csrfField(context)}${failed && formProblem(failed, context)}${writingField({ ...field, value: failed?.values.body ?? "", error: failed?.errors.body }, context)}<p class="buttons"><button class="primary">${own.saySend}</button></p></form></section>`;
}

import type { PageContext } from "../page-context.ts";
import { csrfField, formProblem, writingField } from "../parts/forms.tsx";
import { icons } from "../parts/icons.tsx";
import { layout } from "../parts/layout.tsx";
import { pathsHere } from "../parts/small.tsx";
import { type TalkStretch, talk } from "../parts/talk.tsx";
import { type Html, html, nothing } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export interface PrivateCaseView extends TalkStretch {
  question: { id: number; title: string };
  over: boolean;
  readerIsAsker: boolean;
  /** The answer that everybody can read since. */
  publicAnswerId: number | null;
  /** What care may begin an answer to everybody with; null for the asker, and before anything was said. */
  draft: string | null;
  /** A form that was refused, with what was typed. */
  failed: { on: "say" | "answer"; form: FormState<{ body: string }> } | null;
}

/** `/c/{slug}/q/{id}/private`: what a question's asker and care say to each other alone. POST {body}; care: POST {body} to …/answer. */
export function privateCasePage(view: PrivateCaseView, context: PageContext): Html {
  const t = context.t.privately;
  const title = view.readerIsAsker ? t.title : t.titleCare;
  const here = pathsHere(context).questionPrivate(view.question.id);
  const back = pathsHere(context).question(view.question.id, view.question.title);
  return layout(
    {
      title,
      canonical: null,
      main: html`<div class="column"><p class="crumbs"><a href="${back}">${view.question.title}</a></p><h1>${title}</h1><p class="lead">${view.readerIsAsker ? t.leadAsker : t.leadCare}</p>${
        view.words.length === 0 && !view.paged ? html`<p class="hint">${t.empty}</p>` : talk(view, here, context)
      }${view.paged ? nothing : whatNext(view, context)}</div>`,
    },
    context,
  );
}

function whatNext(view: PrivateCaseView, context: PageContext): Html {
  const say = view.over ? html`<p class="hint">${context.t.privately.over}</p>` : sayForm(view, context);
  return html`${say}${publicAnswer(view, context)}`;
}

function sayForm(view: PrivateCaseView, context: PageContext): Html {
  const t = context.t.privately;
  const form = view.failed?.on === "say" ? view.failed.form : null;
  const field = { name: "body", id: "say-body", label: t.say, value: form?.values.body ?? "", rows: 6, preview: false };
  return html`<form class="stack" method="post" action="${pathsHere(context).questionPrivate(view.question.id)}">${csrfField(context)}${form && formProblem(form, context)}${writingField({ ...field, error: form?.errors.body }, context)}<p class="buttons"><button class="primary">${t.send}</button></p></form>`;
}

function publicAnswer(view: PrivateCaseView, context: PageContext): Html {
  const t = context.t.privately;
  const paths = pathsHere(context);
  if (view.publicAnswerId !== null) {
    const address = paths.answerOn(view.question.id, view.question.title, view.publicAnswerId);
    return html`<p class="pointer">${icons.answered}<a href="${address}">${t.toldEverybody}</a></p>`;
  }
  if (view.draft === null) return nothing;
  const form = view.failed?.on === "answer" ? view.failed.form : null;
  const field = { name: "body", id: "answer-body", label: t.everybody, hint: t.everybodyHint, rows: 6 };
  return html`<section class="write"><form class="stack" method="post" action="${paths.questionPrivateAnswer(view.question.id)}">${csrfField(context)}${form && formProblem(form, context)}${writingField({ ...field, value: form?.values.body ?? view.draft, error: form?.errors.body, preview: true, mentions: true }, context)}<p class="buttons"><button>${t.everybodySend}</button></p></form></section>`;
}

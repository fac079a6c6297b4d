import type { PageContext } from "../page-context.ts";
import { csrfField, formProblem, hidden, textField, writingField } from "../parts/forms.tsx";
import { languageField } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { pathsHere } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export interface EditView {
  /** What is changed; a question has a title and tags besides its body. */
  of: "question" | "answer" | "comment";
  id: number;
  question: { id: number; title: string };
  form: FormState<{ title: string; body: string; tags: string; language: string }>;
  /** Travels along, so that a change made meanwhile is not written over; the routes compare it. */
  version: string;
}

/** `/c/{slug}/q/{id}/edit`, `/c/{slug}/a/{id}/edit`, `/c/{slug}/comments/{id}/edit`. POST {title?, body, tags?, version}. */
export function editPage(view: EditView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const { values, errors } = view.form;
  const action = { question: paths.questionEdit, answer: paths.answerEdit, comment: paths.commentEdit }[view.of](
    view.id,
  );
  const back = paths.question(view.question.id, view.question.title);
  const anchor = view.of === "question" ? "" : `#${view.of}-${view.id}`;
  return layout(
    {
      title: t.edit.title[view.of],
      canonical: null,
      main: html`<div class="column"><p class="crumbs"><a href="${back}">${view.question.title}</a></p><h1>${t.edit.title[view.of]}</h1><form class="stack" method="post" action="${action}" data-draft-form>${csrfField(context)}${hidden("version", view.version)}${formProblem(view.form, context)}${
        view.of === "question" &&
        textField(
          { name: "title", label: t.ask.titleLabel, value: values.title, error: errors.title, maxlength: 200 },
          context,
        )
      }${writingField(
        {
          name: "body",
          label: t.edit.body[view.of],
          value: values.body,
          error: errors.body,
          rows: view.of === "comment" ? 4 : 9,
          maxlength: view.of === "comment" ? 5000 : 30_000,
          preview: true,
          mentions: true,
        },
        context,
      )}${
        view.of === "question" &&
        textField(
          {
            name: "tags",
            label: t.ask.tagsLabel,
            hint: t.ask.tagsHint,
            value: values.tags,
            error: errors.tags,
            optional: true,
            spellcheck: false,
            maxlength: 300,
          },
          context,
        )
      }${view.of === "question" && languageField(values.language, errors.language, context)}<p class="buttons"><button class="primary">${t.common.save}</button><a class="button" href="${back}${anchor}">${t.common.cancel}</a></p></form></div>`,
    },
    context,
  );
}

export interface RemoveView {
  of: "question" | "answer" | "comment";
  id: number;
  question: { id: number; title: string };
  form: FormState<{ reason: string }>;
}

/** What a steward sees before they remove what somebody else wrote. POST {reason} to the post's address of removal. */
export function removePage(view: RemoveView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const action = { question: paths.questionRemove, answer: paths.answerRemove, comment: paths.commentRemove }[view.of](
    view.id,
  );
  const back = paths.question(view.question.id, view.question.title);
  const { values, errors } = view.form;
  const reason = { name: "reason", label: t.remove.reason, hint: t.remove.reasonHint, value: values.reason };
  return layout(
    {
      title: t.remove.title[view.of],
      canonical: null,
      main: html`<div class="column"><p class="crumbs"><a href="${back}">${view.question.title}</a></p><h1>${t.remove.title[view.of]}</h1><p class="lead">${t.remove.lead}</p><form class="stack" method="post" action="${action}">${csrfField(context)}${formProblem(view.form, context)}${writingField({ ...reason, error: errors.reason, rows: 3, maxlength: 1000 }, context)}<p class="buttons"><button class="primary">${t.remove.submit}</button><a class="button" href="${back}">${t.common.cancel}</a></p></form></div>`,
    },
    context,
  );
}

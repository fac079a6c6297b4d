import type { PageContext } from "../page-context.ts";
import { csrfField, formProblem } from "../parts/forms.tsx";
import { inLanguage, languageField } from "../parts/language.tsx";
import { layout } from "../parts/layout.tsx";
import { pathsHere } from "../parts/small.tsx";
import { type Html, html } from "../raw.tsx";
import type { FormState } from "../view-models.ts";

export interface QuestionLanguageView {
  /** Whether the reader asked it. */
  isOwn: boolean;
  question: { id: number; title: string; language: string };
  form: FormState<{ language: string }>;
}

/** `/c/{slug}/q/{id}/language`, for those who look after the community. POST {language}. */
export function questionLanguagePage({ question, isOwn, form }: QuestionLanguageView, context: PageContext): Html {
  const { t } = context;
  const paths = pathsHere(context);
  const back = paths.question(question.id, question.title);
  return layout(
    {
      title: t.writtenIn.title,
      canonical: null,
      main: html`<div class="column"><p class="crumbs"><a href="${back}"${inLanguage(question.language, context)}>${question.title}</a></p><h1>${t.writtenIn.title}</h1><p class="lead">${t.writtenIn.lead}</p><form class="stack" method="post" action="${paths.questionLanguage(question.id)}">${csrfField(context)}${formProblem(form, context)}${languageField(form.values.language, form.errors.language, context, isOwn ? t.writtenIn.hint : t.writtenIn.hintOfOthers)}<p class="buttons"><button class="primary">${t.common.save}</button><a class="button" href="${back}">${t.common.cancel}</a></p></form></div>`,
    },
    context,
  );
}

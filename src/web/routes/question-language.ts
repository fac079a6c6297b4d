import type { Actor } from "../../accounts/index.ts";
import { type QuestionRead, sayLanguage } from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, refusedForm } from "../forms.ts";
import { questionLanguagePage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { memberVisit } from "../visit.ts";
import { pathId, readPage } from "./question.ts";

const isOwn = (question: QuestionRead, { memberId }: Actor) => question.asker.memberId === memberId;

/** Saying in which language somebody else's question is. */
export function questionLanguageRoutes(services: WebServices): Route[] {
  const path = "/c/:slug/q/:id/language";
  const permission = "say the language of questions";

  const read = (c: HttpContext): Promise<QuestionRead> => readPage(services, memberVisit(c), pathId(c));

  async function show(c: HttpContext): Promise<Response> {
    const question = await read(c);
    const { page, actor } = memberVisit(c);
    const language = question.languageFrom === "person" ? question.language : "";
    return showPage(
      c,
      questionLanguagePage(
        { question, isOwn: isOwn(question, actor), form: { values: { language }, errors: {} } },
        page,
      ),
    );
  }

  async function say(c: HttpContext): Promise<Response> {
    const visit = memberVisit(c);
    const questionId = pathId(c);
    const values = { language: field(visit.form, "language") };
    const said = await services.store.transact((tx) => sayLanguage(tx, visit.actor, { questionId, ...values }));
    if (!said.ok) {
      const form = refusedForm(c, values, said.error);
      const question = await read(c);
      const view = { question, isOwn: isOwn(question, visit.actor), form };
      return showPage(c, questionLanguagePage(view, visit.page), said.error.status);
    }
    const address = pathsOf(visit.community.slug).question(questionId, said.value.title);
    return goTo(c, services, address, { code: "languageSaid" });
  }

  return [
    { method: "get", path, permission, handle: show },
    { method: "post", path, permission, handle: say },
  ];
}

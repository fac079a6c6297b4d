import { type Actor, ensureMay } from "../accounts/index.ts";
import { err, ok, type Result, refusal } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import { isLanguage, writtenLanguage } from "../text/index.ts";
import { findMessageBody, lockQuestion, type QuestionLanguage, setLanguage } from "./queries/index.ts";
import { questionMissing } from "./refusals.ts";

const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** A language as somebody chose it, or null where nobody did and the text decides. */
export function checkLanguage(typed: string | null): Result<string | null> {
  const code = (typed ?? "").trim().toLowerCase();
  if (code === "") return ok(null);
  if (isLanguage(code) && names.of(code)) return ok(code);
  const message = "This is not the code of a language.";
  return err(
    refusal("invalid", "language-unknown", message, "Send two letters such as en, de or ja.", { language: message }),
  );
}

/** In which language a question is: the one that was chosen, else the one that title and body are in, else the community's. */
export async function languageOfQuestion(
  question: { readonly title: string; readonly body: string },
  chosen: string | null,
): Promise<QuestionLanguage> {
  if (chosen !== null) return { language: chosen, from: "person" };
  const language = await writtenLanguage(`${question.title}\n\n${question.body}`);
  return { language, from: language === null ? "community" : "text" };
}

/**
 * Says in which language a question is, where the text was taken for another one; null leaves it to the text again. For those who look
 * after the community; whoever asked says it where they edit.
 */
export async function sayLanguage(
  tx: Transaction,
  actor: Actor,
  said: { readonly questionId: number; readonly language: string | null },
): Promise<Result<{ questionId: number; title: string }>> {
  const permitted = ensureMay(actor, "say the language of questions");
  if (!permitted.ok) return permitted;
  const chosen = checkLanguage(said.language);
  if (!chosen.ok) return chosen;
  const { communityId } = actor;
  const question = await lockQuestion(tx, communityId, said.questionId);
  if (!question || question.removedAt) return err(questionMissing);
  const body = chosen.value === null ? await findMessageBody(tx, communityId, question.messageId) : "";
  await putLanguage(tx, actor, question.id, await languageOfQuestion({ title: question.title, body }, chosen.value));
  return ok({ questionId: question.id, title: question.title });
}

/** Puts a question's language away and tells of it, where that changes anything: what the question is found by changes with it. */
export async function putLanguage(
  tx: Transaction,
  { communityId, memberId }: Actor,
  questionId: number,
  language: QuestionLanguage,
): Promise<void> {
  if (!(await setLanguage(tx, communityId, questionId, language))) return;
  tx.append({
    ...{ communityId, kind: "question.language-said", actorId: memberId },
    ...{ subject: "question", subjectId: questionId, data: { language: language.language } },
  });
}

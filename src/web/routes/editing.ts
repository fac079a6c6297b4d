import {
  editAnswer,
  editComment,
  editQuestion,
  findComment,
  findPostPlace,
  type PostKind,
  type QuestionRead,
  removePost,
  restorePost,
} from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { err, RefusalError, type Result, refusal } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { field, refusedForm, splitTags } from "../forms.ts";
import type { NoticeCode } from "../page-context.ts";
import { type EditView, editPage, removePage } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf } from "../url.ts";
import { type MemberVisit, memberVisit } from "../visit.ts";
import { addressOf, pathId, questionOfAnswer, readPage } from "./question.ts";

type Words = { title: string; body: string; tags: string; language: string };

/** What stands on a post now, and which version of it that is. */
interface Post extends Words {
  readonly authorId: number;
  readonly version: string;
  readonly question: { readonly id: number; readonly title: string };
}

const changedMeanwhile = refusal(
  "conflict",
  "changed-meanwhile",
  "This was changed in another window since you opened it.",
  "Copy what you wrote, open it anew, and change it there.",
);
const postMissing = refusal("missing", "post-missing", "This does not exist.", "Go back to the question.");

const notices: Record<PostKind, { changed: NoticeCode; removed: NoticeCode }> = {
  question: { changed: "questionChanged", removed: "questionRemoved" },
  answer: { changed: "answerChanged", removed: "answerRemoved" },
  comment: { changed: "commentChanged", removed: "commentRemoved" },
};
const pathOf: Record<PostKind, string> = {
  question: "/c/:slug/q/:id",
  answer: "/c/:slug/a/:id",
  comment: "/c/:slug/comments/:id",
};

/** Changing, removing and restoring questions, answers and comments. */
export function editingRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function findPost(c: HttpContext, kind: PostKind): Promise<Post> {
    const visit = memberVisit(c);
    const id = pathId(c);
    const questionId = await questionOf(c, kind, id);
    const place = kind === "question" ? undefined : await findPostPlace(store.database, visit.community.id, id);
    const read = await readPage(services, visit, questionId, place?.page);
    const post = postIn(read, kind, id);
    if (!post) throw new RefusalError(postMissing);
    return post;
  }

  async function questionOf(c: HttpContext, kind: PostKind, id: number): Promise<number> {
    if (kind === "question") return id;
    if (kind === "answer") return questionOfAnswer(c, services);
    const comment = await findComment(store.database, memberVisit(c).community.id, id);
    if (!comment) throw new RefusalError(postMissing);
    return comment.questionId;
  }

  function show(c: HttpContext, kind: PostKind, post: Post, form: EditView["form"], status = 200): Response {
    const view = { of: kind, id: pathId(c), question: post.question, form, version: post.version };
    return showPage(c, editPage(view, memberVisit(c).page), status);
  }

  async function change(c: HttpContext, kind: PostKind): Promise<Response> {
    const visit = memberVisit(c);
    const id = pathId(c);
    const post = await findPost(c, kind);
    const { form } = visit;
    const values = {
      ...{ title: field(form, "title"), body: field(form, "body"), tags: field(form, "tags") },
      language: field(form, "language"),
    };
    const stale = field(form, "version") !== post.version;
    const done = stale ? err(changedMeanwhile) : await store.transact((tx) => edit(tx, visit, kind, id, values));
    if (!done.ok) return show(c, kind, post, refusedForm(c, values, done.error), done.error.status);
    const at = kind === "question" ? null : { kind, id };
    const address = await addressOf(services, visit, done.value.questionId, at);
    return goTo(c, services, address, { code: notices[kind].changed });
  }

  async function remove(c: HttpContext, kind: PostKind): Promise<Response> {
    const visit = memberVisit(c);
    const id = pathId(c);
    const reason = field(visit.form, "reason");
    const done = await store.transact((tx) => removePost(tx, visit.actor, kind, id, reason));
    if (!done.ok && done.error.code === "reason-missing") {
      const first = !visit.form.has("reason");
      const form = first ? { values: { reason }, errors: {} } : refusedForm(c, { reason }, done.error);
      const question = (await findPost(c, kind)).question;
      return showPage(c, removePage({ of: kind, id, question, form }, visit.page), first ? 200 : 422);
    }
    if (!done.ok) throw new RefusalError(done.error);
    const paths = pathsOf(visit.community.slug);
    const undo = { question: paths.questionRestore, answer: paths.answerRestore, comment: paths.commentRestore }[kind](
      id,
    );
    return goTo(c, services, await addressOf(services, visit, done.value.questionId), {
      code: notices[kind].removed,
      undo,
    });
  }

  async function restore(c: HttpContext, kind: PostKind): Promise<Response> {
    const visit = memberVisit(c);
    const id = pathId(c);
    const done = await store.transact((tx) => restorePost(tx, visit.actor, kind, id));
    if (!done.ok) throw new RefusalError(done.error);
    const at = kind === "question" ? null : { kind, id };
    return goTo(c, services, await addressOf(services, visit, done.value.questionId, at), { code: "restored" });
  }

  return (["question", "answer", "comment"] as const).flatMap((kind): Route[] => [
    {
      method: "get",
      path: `${pathOf[kind]}/edit`,
      permission: "edit own messages",
      handle: async (c) => {
        const post = await findPost(c, kind);
        const { title, body, tags, language } = post;
        return show(c, kind, post, { values: { title, body, tags, language }, errors: {} });
      },
    },
    { method: "post", path: `${pathOf[kind]}/edit`, permission: "edit own messages", handle: (c) => change(c, kind) },
    {
      method: "post",
      path: `${pathOf[kind]}/remove`,
      permission: "remove own messages",
      handle: (c) => remove(c, kind),
    },
    {
      method: "post",
      path: `${pathOf[kind]}/restore`,
      permission: "remove own messages",
      handle: (c) => restore(c, kind),
    },
  ]);
}

function edit(
  tx: Transaction,
  { actor }: MemberVisit,
  kind: PostKind,
  id: number,
  { title, body, tags, language }: Words,
): Promise<Result<{ questionId: number }>> {
  if (kind === "question") {
    return editQuestion(tx, actor, { questionId: id, title, body, tags: splitTags(tags), language });
  }
  return kind === "answer" ? editAnswer(tx, actor, id, body) : editComment(tx, actor, id, body);
}

/** The post with this id among all that stands on its question's page. */
function postIn(read: QuestionRead, kind: PostKind, id: number): Post | null {
  const question = { id: read.id, title: read.title };
  if (kind === "question") {
    const { title, body, tags, asker, editedAt, askedAt, language, languageFrom } = read;
    return {
      title,
      body,
      tags: tags.join(", "),
      language: languageFrom === "person" ? language : "",
      authorId: asker.memberId,
      version: versionOf(editedAt ?? askedAt),
      question,
    };
  }
  const candidates =
    kind === "answer" ? read.answers : [...read.comments, ...read.answers.flatMap(({ comments }) => comments)];
  const found = candidates.find((candidate) => candidate.id === id);
  if (!found) return null;
  const version = versionOf(found.editedAt ?? found.at);
  return { title: "", body: found.body, tags: "", language: "", authorId: found.author.memberId, version, question };
}

function versionOf(at: Date): string {
  return at.getTime().toString(36);
}

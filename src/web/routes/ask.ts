import { type Actor, ensureMay, withinPostingAllowance } from "../../accounts/index.ts";
import { findFittingKnown } from "../../care/index.ts";
import {
  askQuestion,
  endAsking,
  type Judgement,
  judgeSuggestions,
  listAhead,
  listGroups,
} from "../../community/index.ts";
import type { HttpContext, Route } from "../../http/index.ts";
import { unwrap } from "../../kernel/index.ts";
import { readShownLine, shownLine } from "../../search/index.ts";
import type { Transaction } from "../../store/index.ts";
import { goTo, showPage } from "../answer.ts";
import { doOnce } from "../do-once.ts";
import { field, idOf, refusedForm, splitTags } from "../forms.ts";
import { type AskFields, askPage, briefSuggestions, type Suggestions, suggestionsFragment } from "../pages/index.ts";
import type { WebServices } from "../services.ts";
import { pathsOf, withQuery } from "../url.ts";
import type { FormState } from "../view-models.ts";
import { showMarkdown } from "../views.ts";
import { type CommunityVisit, communityVisit, memberVisit } from "../visit.ts";
import { addressOf } from "./question.ts";

/** Fewer letters say too little to look for; two are a word in scripts without an alphabet. */
const leastLetters = 2;
const longestText = 2_000;

/** The way of a question: looked for while it is typed, ended where an answer is found, else asked. */
export function askRoutes(services: WebServices): Route[] {
  const { store } = services;

  async function show(
    c: HttpContext,
    form: FormState<AskFields>,
    status = 200,
    looked: { suggestions: Suggestions; preview: ReturnType<typeof showMarkdown> } | null = null,
    rejected = false,
  ): Promise<Response> {
    const { community, page } = communityVisit(c);
    const groups = await listGroups(store.database, community.id);
    const view = { groups, form, suggestions: looked?.suggestions ?? null, preview: looked?.preview ?? null, rejected };
    return showPage(c, askPage(view, page), status);
  }

  async function ask(c: HttpContext): Promise<Response> {
    const visit = communityVisit(c);
    const values = readFields(visit.form);
    if (field(visit.form, "step") === "look") {
      const suggestions = await suggest(services, visit, {
        text: values.title,
        body: values.body,
        group: values.group || undefined,
      });
      return show(c, { values, errors: {} }, 200, { suggestions, preview: showMarkdown(values.body) });
    }
    if (field(visit.form, "step") === "none") {
      await reject(visit, shownIn(visit.form));
      return show(c, { values, errors: {} }, 200, null, true);
    }
    const permitted = ensureMay(visit.actor, "ask questions");
    const asked = permitted.ok ? await put(c, permitted.value, values, shownIn(visit.form)) : permitted;
    if (!asked.ok) return show(c, refusedForm(c, values, asked.error), asked.error.status);
    const address = pathsOf(visit.community.slug).question(asked.value.id, asked.value.title);
    return goTo(c, services, address, { code: "questionAsked" });
  }

  /** Notes that nothing of what was shown helped; whoever may not ask was shown it all the same, and nothing is noted. */
  async function reject({ actor }: CommunityVisit, seen: Seen | null): Promise<void> {
    const permitted = ensureMay(actor, "ask questions");
    if (!permitted.ok || !seen) return;
    unwrap(await store.transact((tx) => judgeSuggestions(tx, permitted.value, { outcome: "rejected", ...seen })));
  }

  /** Asks, and notes that what was shown before did not keep from it. */
  function put(c: HttpContext, actor: Actor, values: AskFields, seen: Seen | null) {
    const wish = { ...values, tags: splitTags(values.tags) };
    async function ask(tx: Transaction) {
      const asked = await askQuestion(tx, actor, wish);
      if (!asked.ok || !seen) return asked;
      const judged = await judgeSuggestions(tx, actor, { outcome: "asked", ...seen, questionId: asked.value.id });
      return judged.ok ? asked : judged;
    }
    return store.transact((tx) => doOnce(c, tx, () => withinPostingAllowance(tx, actor, () => ask(tx))));
  }

  return [
    {
      method: "get",
      path: "/c/:slug/ask",
      permission: "read the community",
      handle: (c) => {
        const typed = {
          group: c.req.query("group") ?? "",
          title: c.req.query("title") ?? "",
          body: "",
          tags: "",
          language: "",
        };
        return show(c, { values: typed, errors: {} });
      },
    },
    // A visitor's question is not lost: the page comes back with it and says what is missing.
    { method: "post", path: "/c/:slug/ask", permission: "read the community", handle: ask },
    {
      method: "get",
      path: "/c/:slug/suggestions",
      permission: "search the community",
      handle: async (c) => {
        const visit = communityVisit(c);
        const text = (c.req.query("text") ?? "").slice(0, longestText).toWellFormed();
        const show = c.req.query("brief") ? briefSuggestions : suggestionsFragment;
        return showPage(
          c,
          show(await suggest(services, visit, { text, group: c.req.query("group") }), text, visit.page),
        );
      },
    },
    {
      // From the search page: nothing of what was found helped, so the words go on to be asked.
      method: "post",
      path: "/c/:slug/search/none",
      permission: "ask questions",
      handle: async (c) => {
        const visit = memberVisit(c);
        await reject(visit, shownIn(visit.form));
        const title = field(visit.form, "title").slice(0, 200);
        return goTo(c, services, withQuery(pathsOf(visit.community.slug).ask, { title }), { code: "noneHelped" });
      },
    },
    {
      method: "post",
      path: "/c/:slug/ask/answered",
      permission: "ask questions",
      handle: async (c) => {
        const visit = memberVisit(c);
        const questionId = idOf(c.req.query("question")) ?? 0;
        const answerId = idOf(c.req.query("answer"));
        const text = field(visit.form, "text");
        const ended = { questionId, text, ...(answerId === null ? {} : { answerId }) };
        const shown = readShownLine(c.req.query("shown") ?? "");
        unwrap(
          await store.transact(async (tx) => {
            const done = await endAsking(tx, visit.actor, ended);
            if (!done.ok || !shown) return done;
            const accepted = { questionId, ...(answerId === null ? {} : { answerId }) };
            const judged = await judgeSuggestions(tx, visit.actor, { outcome: "accepted", shown, ...accepted });
            return judged.ok ? done : judged;
          }),
        );
        const address = await addressOf(services, visit, questionId);
        return goTo(c, services, answerId === null ? address : `${address}#answer-${answerId}`, {
          code: "questionSolvedBySuggestion",
        });
      },
    },
  ];
}

/** What was shown above the form while it was filled in, and which of it was opened. */
type Seen = Pick<Judgement, "shown" | "opened">;

function shownIn(form: URLSearchParams): Seen | null {
  const shown = readShownLine(field(form, "shown"));
  if (!shown) return null;
  const opened = field(form, "opened")
    .split(",", 20)
    .flatMap((id) => idOf(id) ?? []);
  return { shown, opened };
}

function readFields(form: URLSearchParams): AskFields {
  return {
    group: field(form, "group"),
    title: field(form, "title"),
    body: field(form, "body"),
    tags: field(form, "tags"),
    language: field(form, "language"),
  };
}

const nothingShown: Suggestions = { list: [], verdict: "nothing", probability: null, known: [], shown: "" };

async function suggest(
  services: WebServices,
  visit: CommunityVisit,
  { text, body = "", group }: { text: string; body?: string; group?: string | undefined },
): Promise<Suggestions> {
  if (`${text} ${body}`.trim().length < leastLetters) return nothingShown;
  const { community } = visit;
  const { database } = services.store;
  const within = { communityId: community.id, locale: community.locale };
  const ahead = listAhead(database, community.id);
  const [{ suggested, decision, ranking }, known] = await Promise.all([
    services.search.suggest({ ...within, mayLeave: true, onFound: ahead.begin, text, body, group }),
    findFittingKnown(database, { ...within, text: `${text}\n${body}` }),
  ]);
  const listed = await ahead.byId();
  const list = suggested.flatMap(({ questionId, answerId, title, snippet, snippetLanguage }) => {
    const question = listed.get(questionId);
    return question
      ? [
          {
            ...{ questionId, answerId, title, language: question.language },
            passage: { ...snippet, language: snippetLanguage },
            ...{ group: question.group, helped: question.helped },
          },
        ]
      : [];
  });
  const questionIds = list.map(({ questionId }) => questionId);
  return { list, ...decision, known, shown: shownLine({ ...decision, ranking, arm: null, questionIds }) };
}

import * as pages from "../../src/web/pages/index.ts";
import type { Html } from "../../src/web/raw.tsx";
import {
  answerView,
  askView,
  context,
  groupView,
  homeView,
  questionView,
  row,
  searchView,
  suggestions,
} from "./samples.ts";

/** Every page in the states worth looking at, by a short name. */
export const shown: Record<string, () => Html> = {
  home: () => pages.homePage(homeView(), context({ signedIn: false })),
  "home-empty": () => pages.homePage(homeView({ groups: [], waiting: [], solved: [], tags: [] }), context()),
  group: () => pages.groupPage(groupView(), context()),
  "group-empty": () =>
    pages.groupPage(groupView({ questions: [], older: null, filter: "solved", rules: null, joined: true }), context()),
  question: () =>
    pages.questionPage(questionView(), context({ path: "/question", notice: { code: "answerHelped", undo: "/undo" } })),
  "question-asker": () =>
    pages.questionPage(
      questionView({
        state: "answered",
        readerIsAsker: true,
        can: { answer: true, comment: true, edit: true, remove: true, reopen: false },
        answers: [
          answerView(1, {
            can: {
              confirm: true,
              unconfirm: false,
              helped: false,
              thank: true,
              comment: true,
              edit: false,
              remove: false,
            },
          }),
        ],
      }),
      context(),
    ),
  "question-waiting": () =>
    pages.questionPage(
      questionView({ state: "waiting", answers: [], helped: 0, onIt: [], related: [], duplicates: [], comments: [] }),
      context({ signedIn: false }),
    ),
  "question-failed": () =>
    pages.questionPage(
      questionView({
        failedForm: {
          on: "answer",
          form: { values: { body: "Try to" }, errors: { body: "An answer needs at least ten characters." } },
        },
      }),
      context(),
    ),
  ask: () => pages.askPage(askView(), context()),
  "ask-failed": () =>
    pages.askPage(
      askView({
        form: {
          values: { group: "heating", title: "Heating", body: "It is cold.", tags: "a, b" },
          errors: { title: "Say a little more: at least four words help others to find it." },
        },
        suggestions,
      }),
      context(),
    ),
  search: () => pages.searchPage(searchView(), context()),
  "search-empty": () => pages.searchPage(searchView({ results: [], query: "quantum toaster" }), context()),
  "sign-in": () =>
    pages.signInPage(
      { form: { values: { email: "", password: "" }, errors: {} }, to: "/", mayJoin: true },
      context({ signedIn: false }),
    ),
  "sign-in-failed": () =>
    pages.signInPage(
      {
        form: {
          values: { email: "ines@example.org", password: "" },
          errors: {},
          problem: "That address and password do not fit together.",
        },
        to: "/",
        mayJoin: true,
      },
      context({ signedIn: false }),
    ),
  "link-sent": () => pages.linkSentPage({ email: "ines@example.org", to: "/" }, context({ signedIn: false })),
  "by-link": () => pages.byLinkPage({ token: "t", to: "/" }, context({ signedIn: false })),
};

export const fragments: Record<string, () => Html> = {
  "/c/warmhaus/suggestions": () => pages.suggestionsFragment(suggestions, "radiators go cold", context()),
};

/** What the benchmark renders: each call a different page of the same size. */
export const measured: Record<string, (n: number) => Html> = {
  "question, 20 posts, signed in": (n) =>
    pages.questionPage(
      questionView({ id: n, title: `Question number ${n}` }, 19),
      context({ csrfToken: `token-${n}` }),
    ),
  "question, 20 posts, signed out": (n) =>
    pages.questionPage(
      questionView(
        {
          id: n,
          title: `Question number ${n}`,
          can: { answer: false, comment: false, edit: false, remove: false, reopen: false },
          answers: Array.from({ length: 19 }, (_, i) =>
            answerView(i, {
              can: {
                confirm: false,
                unconfirm: false,
                helped: false,
                thank: false,
                comment: false,
                edit: false,
                remove: false,
              },
            }),
          ),
        },
        19,
      ),
      context({ signedIn: false, csrfToken: null }),
    ),
  "question, 10 posts, signed in": (n) =>
    pages.questionPage(questionView({ id: n, title: `Question number ${n}` }, 9), context()),
  "group, 30 rows": (n) =>
    pages.groupPage(
      groupView({ questions: Array.from({ length: 30 }, (_, i) => row(n + i, { group: null })) }),
      context(),
    ),
  home: (n) =>
    pages.homePage(
      homeView({
        waiting: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => row(n + i)),
        solved: [5, 6, 7, 8, 9, 10, 11, 12].map((i) => row(n + i)),
      }),
      context(),
    ),
  "search, 20 results": (n) =>
    pages.searchPage(
      searchView({
        results: Array.from({ length: 20 }, (_, i) => ({
          row: row(n + i),
          snippet: searchView().results?.[0]?.snippet ?? null,
        })),
      }),
      context(),
    ),
  ask: () => pages.askPage(askView(), context()),
};

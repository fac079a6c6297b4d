// Long because it lists every page in every state worth looking at.

import { communityStyles } from "../../src/web/colours.ts";
import * as pages from "../../src/web/pages/index.ts";
import type { Html } from "../../src/web/raw.tsx";
import { hoursSumsView, ownHoursView } from "./hours-sample.ts";
import { planView } from "./plan-sample.ts";
import {
  accountView,
  adminOverview,
  ago,
  answerView,
  askView,
  context,
  groupView,
  homeView,
  memberView,
  notificationSettingsView,
  notificationsView,
  questionView,
  row,
  searchOutcome,
  searchResult,
  searchView,
  sections,
  suggestions,
  who,
} from "./samples.ts";
import { newSearchCare, searchCare } from "./search-care-sample.ts";
import { shiftView } from "./shift-sample.ts";

const coloured = () => {
  const here = context();
  return { ...here, community: here.community && { ...here.community, colours: "/colours.css" } };
};

/** Every page in the states worth looking at, by a short name. */
export const shown: Record<string, () => Html> = {
  home: () => pages.homePage(homeView(), context({ signedIn: false })),
  "home-empty": () => pages.homePage(homeView({ groups: [], waiting: [], solved: [], tags: [] }), context()),
  "home-coloured": () => pages.homePage(homeView(), coloured()),
  "question-coloured": () => pages.questionPage(questionView(), coloured()),
  group: () => pages.groupPage(groupView(), context()),
  "group-empty": () =>
    pages.groupPage(groupView({ questions: [], older: null, filter: "solved", rules: null, joined: true }), context()),
  question: () =>
    pages.questionPage(questionView(), context({ path: "/question", notice: { code: "answerHelped", undo: "/undo" } })),
  "question-exposed": () =>
    pages.questionPage(
      questionView({
        exposed: { kinds: ["card", "phone"], own: true },
        answers: [answerView(1, { exposed: { kinds: ["address"], own: false } })],
      }),
      context(),
    ),
  "question-asker": () =>
    pages.questionPage(
      questionView({
        state: "answered",
        readerIsAsker: true,
        can: {
          answer: true,
          comment: true,
          edit: true,
          remove: true,
          reopen: false,
          sayLanguage: false,
          private: true,
        },
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
          values: { group: "heating", title: "Heating", body: "It is cold.", tags: "a, b", language: "" },
          errors: { title: "Say a little more: at least four words help others to find it." },
        },
        suggestions,
      }),
      context(),
    ),
  search: () => pages.searchPage(searchView(), context()),
  "search-solved": () =>
    pages.searchPage(
      searchView({ outcome: searchOutcome({ decision: { verdict: "solved", probability: 0.93 } }) }),
      context(),
    ),
  "search-cold": () =>
    pages.searchPage(
      searchView({ set: [], outcome: searchOutcome({ decision: { verdict: "may-help", probability: null } }) }),
      context({ signedIn: false }),
    ),
  "search-start": () => pages.searchPage(searchView({ set: [], outcome: null }), context()),
  "search-unknown": () =>
    pages.searchPage(
      searchView({
        unknown: { groups: ["kitchen"], people: ["Nobody"] },
        outcome: searchOutcome({
          decision: { verdict: "nothing", probability: 0.08 },
          didYouMean: { text: "radiator", href: "/c/warmhaus/search?q=radiator" },
          skipped: 20,
          previous: "/c/warmhaus/search?q=radiator",
        }),
      }),
      context(),
    ),
  "search-empty": () =>
    pages.searchPage(
      searchView({
        words: "quantum toaster",
        set: [],
        outcome: searchOutcome({ results: [], facets: [], next: null }),
      }),
      context(),
    ),
  "search-empty-filtered": () =>
    pages.searchPage(searchView({ outcome: searchOutcome({ results: [], facets: [], next: null }) }), context()),
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
  landing: () =>
    pages.landingPage(
      {
        communities: [
          {
            slug: "warmhaus",
            name: "Warmhaus",
            description: "People who heat, cool and fix their homes.",
          },
          {
            slug: "velo",
            name: "Velo",
            description: "Cargo bikes, their batteries and the children in them.",
          },
        ],
      },
      context({ signedIn: false, community: null }),
    ),
  "landing-empty": () => pages.landingPage({ communities: [] }, context({ signedIn: false, community: null })),
  tag: () =>
    pages.tagPage(
      {
        ...{ tag: "hot-water", description: "", follows: false, filter: "solved" as const },
        ...{ questions: [row(5), row(6)], older: null, paged: true },
      },
      context(),
    ),
  tags: () =>
    pages.tagsPage(
      {
        tags: homeView().tags.map((name, n) => ({ name, description: n === 2 ? "Everything about water" : "" })),
        ...{ next: null, paged: false },
      },
      context({ signedIn: false }),
    ),
  notifications: () => pages.notificationsPage(notificationsView(), context()),
  "notifications-empty": () =>
    pages.notificationsPage(
      notificationsView({ notifications: [], unread: 0, older: null }),
      context({ locale: "de", reader: { memberId: 3, name: "Ines", roles: ["member"], staff: false, unread: 0 } }),
    ),
  "notification-settings": () => pages.notificationSettingsPage(notificationSettingsView(), context()),
  "notification-settings-empty": () =>
    pages.notificationSettingsPage(
      notificationSettingsView({ follows: [], waiting: 0, problem: "This is not the name of a time zone." }),
      context(),
    ),
  "stop-mails": () =>
    pages.stopMailsPage(
      { token: "1.2.thanks.abc", kinds: ["Somebody thanks you"], done: false },
      context({ signedIn: false }),
    ),
  "stop-mails-done": () =>
    pages.stopMailsPage(
      { token: "1.2.thanks.abc", kinds: ["Somebody thanks you"], done: true },
      context({ signedIn: false, locale: "de" }),
    ),
  member: () => pages.memberPage(memberView(), context()),
  "member-own": () =>
    pages.memberPage(
      memberView({
        own: true,
        staff: false,
        about: null,
        roles: [],
        thanks: {
          rows: [
            {
              from: who(0),
              at: ago(300),
              note: "My living room is warm again. Thank you.",
              question: { id: 1005, title: "How do I bleed a radiator?", language: "en", answerId: 7 },
            },
            {
              from: who(3),
              at: ago(3000),
              note: "",
              question: { id: 1006, title: "The app shows yesterday's consumption twice", language: "en", answerId: 8 },
            },
          ],
          older: null,
          paged: false,
        },
      }),
      context(),
    ),
  profile: () =>
    pages.profilePage(
      { form: { values: { name: "Ines", about: "", locale: "", theme: "auto" }, errors: {} } },
      context(),
    ),
  join: () => pages.joinPage({ form: { values: { name: "Ines" }, errors: {} }, to: "/c/warmhaus" }, context()),
  preferences: () => pages.preferencesPage({ locale: "", theme: "auto", to: "/" }, context({ signedIn: false })),
  shortcuts: () => pages.shortcutsPage(context()),
  edit: () =>
    pages.editPage(
      {
        of: "question",
        id: 1000,
        question: { id: 1000, title: "The heating goes cold at night although the thermostat says 20°" },
        form: {
          values: {
            title: "The heating goes cold at night",
            body: "Since the cold week…",
            tags: "radiators",
            language: "",
          },
          errors: {},
        },
        version: "1",
      },
      context(),
    ),
  "sign-up": () =>
    pages.signUpPage(
      {
        form: {
          values: { name: "Ines", email: "ines@", password: "" },
          errors: { email: "This is not an e-mail address." },
        },
        to: "/",
      },
      context({ signedIn: false }),
    ),
  "set-up": () =>
    pages.setUpPage(
      {
        token: "t",
        form: {
          values: { communityName: "", communitySlug: "", communityDescription: "", name: "", email: "", password: "" },
          errors: {},
        },
      },
      context({ signedIn: false, community: null }),
    ),
  "set-up-done": () => pages.setUpDonePage(context({ signedIn: false, community: null })),
  "old-link": () => pages.oldLinkPage({ to: "/" }, context({ signedIn: false })),
  account: () => pages.accountPage(accountView(), context({ community: null })),
  "admin-overview": () => pages.adminOverviewPage(adminOverview(), context()),
  "admin-members": () =>
    pages.adminMembersPage(
      {
        sections,
        query: "",
        older: "x",
        paged: false,
        grantable: ["steward", "solver", "analyst", "marketer", "admin"],
        members: [0, 1, 2, 3].map((n) => ({
          member: { memberId: n + 1, name: who(n).name, staff: who(n).staff },
          roles: who(n).staff ? ["solver"] : [],
          joinedAt: ago(n * 90_000),
        })),
      },
      context(),
    ),
  "admin-members-none": () =>
    pages.adminMembersPage({ sections, query: "zz", older: null, paged: false, grantable: [], members: [] }, context()),
  "admin-groups": () =>
    pages.adminGroupsPage(
      {
        sections,
        groups: homeView().groups.map((group, n) => ({ ...group, members: 400 - n * 70 })),
      },
      context(),
    ),
  "admin-group": () =>
    pages.adminGroupPage(
      {
        sections,
        group: null,
        form: {
          values: { name: "", slug: "", purpose: "", charter: "help", rules: "", solvedFrom: "learned" },
          errors: {},
        },
      },
      context(),
    ),
  "admin-search": () => pages.adminSearchPage(searchCare(), context()),
  "de-admin-search": () => pages.adminSearchPage(searchCare(), context({ locale: "de" })),
  "admin-search-new": () => pages.adminSearchPage(newSearchCare(), context()),
  "admin-jobs": () =>
    pages.adminJobsPage(
      {
        sections,
        mayRetry: true,
        jobs: [
          {
            id: "1",
            name: "send mail",
            state: "failed",
            attempts: 3,
            maxAttempts: 25,
            runAt: ago(-20),
            error: "The mail server did not answer within 10 s.",
          },
          {
            id: "2",
            name: "clean up sessions",
            state: "waiting",
            attempts: 0,
            maxAttempts: 25,
            runAt: ago(-200),
            error: null,
          },
        ],
      },
      context(),
    ),
  "admin-jobs-empty": () => pages.adminJobsPage({ sections, mayRetry: true, jobs: [] }, context()),
  "admin-events": () =>
    pages.adminEventsPage(
      {
        sections,
        kind: null,
        kinds: ["answer given", "answer confirmed", "question asked"],
        older: "x",
        paged: false,
        events: Array.from({ length: 8 }, (_, n) => ({
          id: 90_210 - n,
          at: ago(n * 7),
          kind: ["answer given", "answer confirmed", "question asked"][n % 3] ?? "",
          actor: n === 4 ? null : `member ${n + 11}`,
          subject: `question ${1000 + n}`,
          data: n % 3 === 1 ? '{"answer":512,"helped":4}' : "{}",
        })),
      },
      context(),
    ),
  "admin-outbox": () =>
    pages.adminOutboxPage(
      {
        sections,
        local: true,
        older: null,
        paged: false,
        mails: [{ id: 4, to: "ines@example.org", subject: "Sign in to Warmhaus", at: ago(12), state: "kept" }],
      },
      context(),
    ),
  "admin-mail": () =>
    pages.adminMailPage(
      {
        sections,
        mail: {
          id: 4,
          to: "ines@example.org",
          subject: "Sign in to Warmhaus",
          at: ago(12),
          state: "kept",
          failure: null,
          text: "Hello Ines,\n\nthis link signs you in once, within 15 minutes:\nhttps://help.example.org/sign-in/by-link?token=abc\n\nIf you did not ask for it, do nothing.",
        },
      },
      context(),
    ),
  "error-not-found": () => pages.errorPage({ kind: "notFound" }, context({ signedIn: false })),
  "error-failed": () =>
    pages.errorPage({ kind: "failed", reference: "7f3a-91", posted: true, back: "/c/warmhaus" }, context()),
  "error-too-many": () => pages.errorPage({ kind: "tooMany", retryAfterSeconds: 42, posted: true }, context()),
  "error-gone": () => pages.errorPage({ kind: "gone" }, context()),
  "error-conflict": () => pages.errorPage({ kind: "conflict", posted: true, back: "/c/warmhaus" }, context()),
  "error-forbidden": () => pages.errorPage({ kind: "forbidden" }, context()),
  "error-sign-in": () => pages.errorPage({ kind: "signInFirst" }, context({ signedIn: false })),
  "de-question": () =>
    pages.questionPage(questionView(), context({ locale: "de", notice: { code: "answerHelped", undo: "/undo" } })),
  "de-home": () => pages.homePage(homeView(), context({ locale: "de", signedIn: false })),
  "de-search": () =>
    pages.searchPage(
      searchView({ outcome: searchOutcome({ decision: { verdict: "solved", probability: 0.96 } }) }),
      context({ locale: "de" }),
    ),
  "de-ask": () => pages.askPage(askView({ suggestions }), context({ locale: "de" })),
  "de-admin": () => pages.adminOverviewPage(adminOverview(), context({ locale: "de" })),
  hours: () => pages.ownHoursPage(ownHoursView(), context()),
  "hours-german": () => pages.ownHoursPage(ownHoursView(), context({ locale: "de" })),
  "hours-empty": () => pages.ownHoursPage(ownHoursView({ empty: true }), context()),
  "hours-sums": () => pages.hoursSumsPage(hoursSumsView(), context()),
  "hours-sums-german": () => pages.hoursSumsPage(hoursSumsView(), context({ locale: "de" })),
  "hours-sums-empty": () => pages.hoursSumsPage(hoursSumsView({ empty: true }), context()),
  shift: () => pages.shiftPage(shiftView(), context()),
  "shift-german": () => pages.shiftPage(shiftView(), context({ locale: "de" })),
  plan: () => pages.carePlanPage(planView(), context()),
  "plan-german": () => pages.carePlanPage(planView(), context({ locale: "de" })),
  "plan-live": () => pages.carePlanPage(planView({}, "served within 60 seconds for 80 %"), context()),
  "plan-making": () => pages.carePlanPage(planView({ plan: null, making: { done: 7, of: 19 } }), context()),
  "plan-empty": () => pages.carePlanPage(planView({ plan: null, empty: true }), context()),
  "plan-refused": () => {
    const { form } = planView();
    const errors = { rota: "The shifts cannot be read. Write them as: 6 x Mon-Fri 09:00-17:00." };
    return pages.carePlanPage(planView({ plan: null, form: { ...form, errors } }), context());
  },
};

/** The style sheet of the samples that have colours of their own: a loud wish, to see what becomes of it. @public The preview script reads it. */
export const colours = communityStyles({ accent: "#ff2d78", paper: "#ffd9a0" });

/** What the browser's script asks for. @public The preview script reads it. */
export const fragments: Record<string, () => Html> = {
  "/c/warmhaus/suggestions": () => pages.suggestionsFragment(suggestions, "radiators go cold", context()),
};

/** What the benchmark renders: each call a different page of the same size. @public The preview script reads it. */
export const measured: Record<string, (n: number) => Html> = {
  "question, 20 posts, signed in": (n) =>
    pages.questionPage(
      questionView({ id: n, title: `Question number ${n}` }, 19),
      context({ csrfToken: () => `token-${n}` }),
    ),
  "question, 20 posts, signed out": (n) =>
    pages.questionPage(
      questionView(
        {
          id: n,
          title: `Question number ${n}`,
          can: {
            answer: false,
            comment: false,
            edit: false,
            remove: false,
            reopen: false,
            sayLanguage: false,
            private: true,
          },
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
      context({ signedIn: false }),
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
        outcome: searchOutcome({ results: Array.from({ length: 20 }, (_, i) => searchResult(n + i)) }),
      }),
      context(),
    ),
  ask: () => pages.askPage(askView(), context()),
};

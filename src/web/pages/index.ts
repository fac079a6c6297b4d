/**
 * Every page, as a function of a view model and the page context to finished HTML. Routes answer with `c.html(page)`.
 *
 * Page                  Address
 * landingPage           /
 * homePage              /c/{slug}
 * groupPage             /c/{slug}/g/{group}?state=&before=
 * tagPage, tagsPage     /c/{slug}/t/{tag}?state=&before=, /c/{slug}/t
 * questionLanguagePage  /c/{slug}/q/{id}/language
 * questionPage          /c/{slug}/q/{id}/{title-slug}
 * editPage              /c/{slug}/q/{id}/edit, /c/{slug}/a/{id}/edit, /c/{slug}/comments/{id}/edit
 * askPage               /c/{slug}/ask?title=&group=
 * suggestionsFragment   /c/{slug}/suggestions?text=       briefSuggestions with brief=1
 * peopleFragment        /c/{slug}/people?name=&here=
 * searchPage            /c/{slug}/search?q=&group=&state=&page=&before=
 * memberPage            /c/{slug}/m/{id}?tab=&before=
 * profilePage, joinPage /c/{slug}/profile, /c/{slug}/join
 * notificationsPage     /c/{slug}/notifications?show=&before=
 * notificationSettingsPage /c/{slug}/notifications/settings
 * stopMailsPage         /c/{slug}/notifications/stop/{token}
 * signInPage            /sign-in?to=
 * linkSentPage          /sign-in/sent
 * byLinkPage            /sign-in/by-link?token=&to=       oldLinkPage when the link is used or too old
 * signUpPage            /sign-up?to=
 * setUpPage             /set-up?token=                    setUpDonePage when it was used
 * accountPage           /account
 * preferencesPage       /preferences?to=
 * shortcutsPage         /shortcuts
 * carePlanPage          /c/{slug}/care/plan?target=&rota=…
 * deskQueuePage         /c/{slug}/care?view=&urgency=&area=&after=
 * deskProblemPage       /c/{slug}/care/p/{id}?macro=
 * shiftPage             /c/{slug}/care/shift
 * macrosPage            /c/{slug}/care/macros
 * whatIsThisPage        /c/{slug}/care/what-is-this
 * isItSolvedPage        /c/{slug}/is-it-solved/{token}
 * ownProblemPage        /c/{slug}/p/{id}                  of a problem without a question, for its asker
 * knownPage             /c/{slug}/known
 * openBookPage          /c/{slug}/book?days=
 * ownHoursPage          /c/{slug}/hours?week=
 * hoursSumsPage         /c/{slug}/care/hours?weeks=
 * adminOverviewPage     /c/{slug}/admin
 * adminMembersPage      /c/{slug}/admin/members
 * adminSearchPage       /c/{slug}/admin/search
 * adminGroupsPage       /c/{slug}/admin/groups            adminGroupPage for one, and for a new one
 * careSettingsPage      /c/{slug}/admin/care              calendarFormPage, teamFormPage, areaFormPage, promiseFormPage
 * ladderPage            /c/{slug}/admin/groups/{group}/ladder
 * limitsPage            /c/{slug}/limits
 * adminJobsPage         /c/{slug}/admin/jobs
 * adminEventsPage       /c/{slug}/admin/events
 * adminOutboxPage       /c/{slug}/admin/outbox            adminMailPage for one mail
 * errorPage             whatever was refused or broke; errorKind picks the kind by status
 *
 * Forms post to the addresses in ../url.ts with the field `csrf`; the answer is a redirect (303), or the same page with
 * status 422 and what was typed. The browser's script swaps parts out of whole pages, so no route needs a second form.
 * Server-sent events at questionLive: `event: change` for whatever changed on that question; the script then fetches the
 * page again and morphs it. There, and at notificationsLive, members get `event: unread`, which the bell shows.
 */

export type { AdminFrame, AdminSection } from "../parts/admin.tsx";
export * from "./account.tsx";
export * from "./admin-community.tsx";
export * from "./admin-groups.tsx";
export * from "./admin-log.tsx";
export * from "./admin-members.tsx";
export * from "./admin-overview.tsx";
export * from "./admin-search.tsx";
export * from "./ask.tsx";
export * from "./care-own.tsx";
export { type CarePlanView, carePlanPage } from "./care-plan.tsx";
export * from "./care-setting-forms.tsx";
export { type CareSettingsView, careSettingsPage } from "./care-settings.tsx";
export * from "./desk-keeping.tsx";
export * from "./desk-problem.tsx";
export * from "./desk-queue.tsx";
export * from "./edit.tsx";
export * from "./error.tsx";
export * from "./group.tsx";
export * from "./home.tsx";
export * from "./hours.tsx";
export * from "./hours-sums.tsx";
export * from "./is-it-solved.tsx";
export * from "./known.tsx";
export * from "./landing.tsx";
export * from "./member.tsx";
export * from "./notification-settings.tsx";
export * from "./notifications.tsx";
export * from "./open-book.tsx";
export * from "./own-problem.tsx";
export { peopleFragment } from "./people.tsx";
export * from "./preferences.tsx";
export * from "./private-case.tsx";
export * from "./question.tsx";
export * from "./question-language.tsx";
export * from "./search.tsx";
export * from "./shift.tsx";
export * from "./shortcuts.tsx";
export * from "./sign-in.tsx";
export * from "./sign-up.tsx";
export * from "./stop-mails.tsx";
export * from "./suggestions.tsx";
export * from "./tag.tsx";

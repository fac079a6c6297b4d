// Who may come in at which address. The permission test walks every route of both faces and asks for each with every role and with
// none; an address without a line here fails it. This says who comes in at all: whose thing it is, the tests of the verbs say.
// Long because it is one list of every address.

export const everybody = ["visitor", "member", "steward", "solver", "analyst", "marketer", "admin"] as const;
export type Who = (typeof everybody)[number];

const signedIn = everybody.filter((who) => who !== "visitor");
/** All but visitors and marketers: marketing reads what happened and takes no part. */
const takingPart = signedIn.filter((who) => who !== "marketer");
const keepers = ["steward", "admin"] as const;
const desk = ["solver", "admin"] as const;
const planners = ["solver", "analyst", "admin"] as const;
const observers = ["analyst", "admin"] as const;
const admins = ["admin"] as const;

const groups: readonly (readonly [who: readonly Who[], addresses: string])[] = [
  [
    everybody,
    `
    GET /
    GET /shortcuts
    GET /preferences
    POST /preferences
    POST /preview
    GET /set-up
    POST /set-up
    GET /sign-in
    POST /sign-in
    POST /sign-in/link
    GET /sign-in/by-link
    POST /sign-in/by-link
    GET /sign-in/now
    GET /sign-up
    POST /sign-up
    GET /c/:slug
    GET /c/:slug/g/:group
    GET /c/:slug/colours.css
    GET /c/:slug/search
    GET /c/:slug/t
    GET /c/:slug/t/:tag
    GET /c/:slug/ask
    POST /c/:slug/ask
    GET /c/:slug/suggestions
    GET /c/:slug/q/:id
    GET /c/:slug/q/:id/:title
    GET /c/:slug/q/:id/live
    GET /c/:slug/is-it-solved/:token
    POST /c/:slug/is-it-solved/:token
    GET /c/:slug/book
    GET /c/:slug/known
    GET /api/v1/communities/:slug/known
    GET /api/v1/communities/:slug/known/fitting
    GET /api/v1/communities/:slug/book
    GET /c/:slug/notifications/stop/:token
    POST /c/:slug/notifications/stop/:token
    GET /health
    GET /ready
    GET /api/openapi.json
    GET /api/v1/communities
    GET /api/v1/communities/:slug
    GET /api/v1/communities/:slug/groups
    GET /api/v1/communities/:slug/groups/:group
    GET /api/v1/communities/:slug/tags
    GET /api/v1/communities/:slug/questions
    GET /api/v1/communities/:slug/questions/:id
    GET /api/v1/communities/:slug/search
    GET /api/v1/communities/:slug/suggestions
    `,
  ],
  [
    signedIn,
    `
    GET /c/:slug/join
    POST /c/:slug/join
    POST /sign-out
    GET /account
    POST /account/password
    POST /account/tokens
    POST /account/tokens/:id/revoke
    POST /account/sessions/end-others
    POST /account/sessions/:id/end
    GET /c/:slug/profile
    POST /c/:slug/profile
    GET /c/:slug/q/:id/edit
    POST /c/:slug/q/:id/edit
    POST /c/:slug/q/:id/remove
    POST /c/:slug/q/:id/restore
    GET /c/:slug/a/:id/edit
    POST /c/:slug/a/:id/edit
    POST /c/:slug/a/:id/remove
    POST /c/:slug/a/:id/restore
    GET /c/:slug/comments/:id/edit
    POST /c/:slug/comments/:id/edit
    POST /c/:slug/comments/:id/remove
    POST /c/:slug/comments/:id/restore
    GET /c/:slug/q/:id/private
    POST /c/:slug/q/:id/private
    POST /c/:slug/q/:id/mask
    POST /c/:slug/q/:id/keep
    POST /c/:slug/a/:id/mask
    POST /c/:slug/a/:id/keep
    POST /c/:slug/comments/:id/mask
    POST /c/:slug/comments/:id/keep
    POST /c/:slug/a/:id/confirm
    POST /c/:slug/a/:id/unconfirm
    POST /c/:slug/q/:id/reopen
    POST /c/:slug/q/:id/reopen/undo
    POST /c/:slug/problems/:id/confirm
    POST /c/:slug/problems/:id/withdraw
    POST /c/:slug/problems/:id/reopen
    POST /c/:slug/problems/:id/contest
    POST /c/:slug/checks/:id
    GET /c/:slug/hours
    POST /c/:slug/hours/corrections
    POST /c/:slug/hours/corrections/:id/take-back
    GET /c/:slug/notifications
    POST /c/:slug/notifications/read
    GET /c/:slug/notifications/live
    GET /c/:slug/notifications/settings
    GET /c/:slug/p/:id
    GET /c/:slug/p/:id/live
    POST /c/:slug/notifications/settings
    POST /c/:slug/q/:id/follow
    POST /c/:slug/q/:id/unfollow
    POST /c/:slug/t/:tag/follow
    POST /c/:slug/t/:tag/unfollow
    POST /c/:slug/g/:group/follow
    POST /c/:slug/g/:group/unfollow
    GET /c/:slug/admin
    POST /c/:slug/p/:id
    GET /api/v1/communities/:slug/problems/:id/own
    POST /api/v1/communities/:slug/problems/:id/own
    GET /api/v1/communities/:slug/problems/:id/private
    POST /api/v1/communities/:slug/problems/:id/private
    POST /api/v1/communities/:slug/questions/:id/personal-data/masking
    PUT /api/v1/communities/:slug/questions/:id/personal-data/kept
    POST /api/v1/communities/:slug/answers/:id/personal-data/masking
    PUT /api/v1/communities/:slug/answers/:id/personal-data/kept
    POST /api/v1/communities/:slug/comments/:id/personal-data/masking
    PUT /api/v1/communities/:slug/comments/:id/personal-data/kept
    PATCH /api/v1/communities/:slug/questions/:id
    DELETE /api/v1/communities/:slug/questions/:id
    POST /api/v1/communities/:slug/questions/:id/restoration
    POST /api/v1/communities/:slug/questions/:id/reopening
    DELETE /api/v1/communities/:slug/questions/:id/reopening
    PATCH /api/v1/communities/:slug/answers/:id
    DELETE /api/v1/communities/:slug/answers/:id
    POST /api/v1/communities/:slug/answers/:id/restoration
    POST /api/v1/communities/:slug/answers/:id/confirmation
    DELETE /api/v1/communities/:slug/answers/:id/confirmation
    PATCH /api/v1/communities/:slug/comments/:id
    DELETE /api/v1/communities/:slug/comments/:id
    POST /api/v1/communities/:slug/comments/:id/restoration
    GET /api/v1/communities/:slug/me/problems
    POST /api/v1/communities/:slug/problems/:id/contest
    POST /api/v1/communities/:slug/problems/:id/confirmation
    POST /api/v1/communities/:slug/problems/:id/withdrawal
    POST /api/v1/communities/:slug/problems/:id/reopening
    POST /api/v1/communities/:slug/checks/:id/answer
    GET /api/v1/communities/:slug/me/hours
    POST /api/v1/communities/:slug/me/hours/corrections
    DELETE /api/v1/communities/:slug/me/hours/corrections/:id
    GET /api/v1/communities/:slug/me/limits
    PATCH /api/v1/communities/:slug/me/limits
    POST /api/v1/communities/:slug/care/changes/:id/undo
    GET /c/:slug/limits
    POST /c/:slug/limits
    POST /c/:slug/care-settings/undo/:changes
    GET /api/v1/communities/:slug/me
    PATCH /api/v1/communities/:slug/me
    GET /api/v1/communities/:slug/me/thanks
    GET /api/v1/communities/:slug/me/notifications
    POST /api/v1/communities/:slug/me/notifications/read
    GET /api/v1/communities/:slug/me/notification-choices
    PATCH /api/v1/communities/:slug/me/notification-choices
    GET /api/v1/communities/:slug/me/follows
    PUT /api/v1/communities/:slug/questions/:id/following
    DELETE /api/v1/communities/:slug/questions/:id/following
    PUT /api/v1/communities/:slug/tags/:tag/following
    DELETE /api/v1/communities/:slug/tags/:tag/following
    PUT /api/v1/communities/:slug/groups/:group/following
    DELETE /api/v1/communities/:slug/groups/:group/following
    GET /api/v1/communities/:slug/me/tokens
    POST /api/v1/communities/:slug/me/tokens
    DELETE /api/v1/communities/:slug/me/tokens/:id
    `,
  ],
  [
    takingPart,
    `
    POST /c/:slug/g/:group/join
    POST /c/:slug/g/:group/leave
    POST /c/:slug/ask/answered
    POST /c/:slug/search/none
    POST /c/:slug/known/:id/report
    POST /api/v1/communities/:slug/known/:id/reports
    POST /c/:slug/q/:id/answers
    POST /c/:slug/q/:id/comments
    POST /c/:slug/a/:id/comments
    POST /c/:slug/a/:id/thanks
    POST /c/:slug/a/:id/helped
    POST /c/:slug/a/:id/not-helped
    GET /c/:slug/m/:id
    GET /c/:slug/people
    POST /api/v1/communities/:slug/questions
    POST /api/v1/communities/:slug/questions/:id/answers
    POST /api/v1/communities/:slug/questions/:id/comments
    POST /api/v1/communities/:slug/answers/:id/comments
    POST /api/v1/communities/:slug/answers/:id/thanks
    POST /api/v1/communities/:slug/answers/:id/helped
    DELETE /api/v1/communities/:slug/answers/:id/helped
    POST /api/v1/communities/:slug/asking-ended
    POST /api/v1/communities/:slug/suggestions-judged
    POST /api/v1/communities/:slug/groups/:group/membership
    DELETE /api/v1/communities/:slug/groups/:group/membership
    GET /api/v1/communities/:slug/members
    GET /api/v1/communities/:slug/members/:id
    GET /api/v1/communities/:slug/members/:id/skills
    `,
  ],
  [
    keepers,
    `
    GET /c/:slug/admin/groups
    GET /c/:slug/admin/groups/new
    POST /c/:slug/admin/groups/new
    GET /c/:slug/admin/groups/:group
    POST /c/:slug/admin/groups/:group
    GET /c/:slug/admin/groups/:group/ladder
    POST /c/:slug/admin/groups/:group/ladder
    POST /api/v1/communities/:slug/groups
    PATCH /api/v1/communities/:slug/groups/:group
    PUT /api/v1/communities/:slug/groups/:group/ladder
    `,
  ],
  [
    ["steward", "solver", "admin"],
    `
    GET /c/:slug/q/:id/language
    POST /c/:slug/q/:id/language
    PUT /api/v1/communities/:slug/questions/:id/language
    `,
  ],
  [
    desk,
    `
    GET /c/:slug/care
    GET /c/:slug/care/live
    POST /c/:slug/care/acts
    POST /c/:slug/care/acts/undo
    POST /c/:slug/care/views
    POST /c/:slug/care/views/:id/forget
    GET /c/:slug/care/shift
    POST /c/:slug/care/shift
    GET /api/v1/communities/:slug/me/handed-over
    POST /api/v1/communities/:slug/queue/handover
    GET /c/:slug/care/macros
    POST /c/:slug/care/macros
    POST /c/:slug/care/macros/:id/remove
    GET /c/:slug/care/what-is-this
    POST /c/:slug/care/what-is-this/:id
    GET /c/:slug/care/p/:id
    GET /c/:slug/care/p/:id/live
    POST /c/:slug/care/p/:id/answer
    POST /c/:slug/care/p/:id/notes
    POST /c/:slug/care/p/:id/links
    POST /c/:slug/care/p/:id/split
    POST /c/:slug/care/p/:id/cannot-solve
    POST /c/:slug/care/p/:id/reopen
    POST /c/:slug/care/p/:id/typing
    POST /c/:slug/care/p/:id/active
    GET /api/v1/communities/:slug/macros
    PUT /api/v1/communities/:slug/macros
    DELETE /api/v1/communities/:slug/macros/:id
    GET /api/v1/communities/:slug/me/views
    PUT /api/v1/communities/:slug/me/views
    DELETE /api/v1/communities/:slug/me/views/:id
    POST /api/v1/communities/:slug/problems/:id/undo
    GET /api/v1/communities/:slug/queue
    GET /api/v1/communities/:slug/problems
    GET /api/v1/communities/:slug/queue/counts
    GET /api/v1/communities/:slug/problems/:id
    GET /api/v1/communities/:slug/members/:id/problems
    GET /api/v1/communities/:slug/what-is-this
    PUT /api/v1/communities/:slug/messages/:id/kind
    POST /api/v1/communities/:slug/problems
    PATCH /api/v1/communities/:slug/problems/:id
    POST /api/v1/communities/:slug/problems/:id/claim
    PUT /api/v1/communities/:slug/problems/:id/known
    DELETE /api/v1/communities/:slug/problems/:id/known
    GET /api/v1/communities/:slug/problems/:id/known/likely
    POST /api/v1/communities/:slug/problems/:id/known/reports
    POST /api/v1/communities/:slug/problems/:id/known/fixed
    POST /c/:slug/care/p/:id/known
    POST /c/:slug/care/p/:id/known/reports
    POST /c/:slug/care/p/:id/known/fixed
    POST /c/:slug/care/p/:id/known/unmark
    POST /api/v1/communities/:slug/problems/:id/private/public-answer
    POST /c/:slug/q/:id/private/answer
    DELETE /api/v1/communities/:slug/problems/:id/claim
    POST /api/v1/communities/:slug/problems/:id/handover
    POST /api/v1/communities/:slug/problems/:id/snooze
    POST /api/v1/communities/:slug/problems/:id/answers
    POST /api/v1/communities/:slug/problems/:id/notes
    POST /api/v1/communities/:slug/problems/:id/links
    POST /api/v1/communities/:slug/problems/:id/duplicate
    POST /api/v1/communities/:slug/problems/:id/split
    POST /api/v1/communities/:slug/problems/:id/cannot-solve
    GET /api/v1/communities/:slug/care
    `,
  ],
  [
    planners,
    `
    GET /c/:slug/care/plan
    GET /c/:slug/care/hours
    GET /api/v1/communities/:slug/plan
    GET /api/v1/communities/:slug/hours
    `,
  ],
  [
    observers,
    `
    GET /c/:slug/admin/events
    GET /api/v1/communities/:slug/events
    GET /api/v1/communities/:slug/health
    GET /c/:slug/admin/search
    GET /api/v1/communities/:slug/search/status
    GET /metrics
    `,
  ],
  [
    admins,
    `
    GET /c/:slug/admin/community
    POST /c/:slug/admin/community
    GET /c/:slug/admin/members
    POST /c/:slug/admin/members/:id/roles
    POST /c/:slug/admin/search/learning
    POST /c/:slug/admin/search/model
    POST /c/:slug/admin/search/index
    POST /api/v1/communities/:slug/search/index
    POST /api/v1/communities/:slug/search/learning
    PUT /api/v1/communities/:slug/search/model
    GET /c/:slug/admin/jobs
    POST /c/:slug/admin/jobs/:id/retry
    GET /c/:slug/admin/outbox
    GET /c/:slug/admin/outbox/:id
    GET /c/:slug/admin/care
    POST /c/:slug/admin/care/first-setup
    GET /c/:slug/admin/care/calendars/:id
    POST /c/:slug/admin/care/calendars/:id
    POST /c/:slug/admin/care/calendars/:id/remove
    GET /c/:slug/admin/care/teams/:id
    POST /c/:slug/admin/care/teams/:id
    POST /c/:slug/admin/care/teams/:id/remove
    GET /c/:slug/admin/care/areas/:id
    POST /c/:slug/admin/care/areas/:id
    POST /c/:slug/admin/care/areas/:id/remove
    GET /c/:slug/admin/care/promises/:id
    POST /c/:slug/admin/care/promises/:id
    POST /c/:slug/admin/care/promises/:id/remove
    POST /api/v1/communities/:slug/messages
    POST /c/:slug/admin/care/learning
    GET /api/v1/communities/:slug/care/area-models
    POST /api/v1/communities/:slug/care/area-models
    POST /api/v1/communities/:slug/care/first-setup
    DELETE /api/v1/communities/:slug/care/calendars/:id
    DELETE /api/v1/communities/:slug/care/teams/:id
    DELETE /api/v1/communities/:slug/care/areas/:id
    PUT /api/v1/communities/:slug/care/calendars
    PUT /api/v1/communities/:slug/care/teams
    PUT /api/v1/communities/:slug/care/areas
    PUT /api/v1/communities/:slug/care/service-levels
    DELETE /api/v1/communities/:slug/care/service-levels/:id
    PUT /api/v1/communities/:slug/members/:id/roles/:role
    DELETE /api/v1/communities/:slug/members/:id/roles/:role
    `,
  ],
];

/** Who comes in, by `METHOD /path`. */
export const whoMayWhat: ReadonlyMap<string, readonly Who[]> = new Map(
  groups.flatMap(([who, addresses]) =>
    addresses
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((address) => [address, who] as const),
  ),
);

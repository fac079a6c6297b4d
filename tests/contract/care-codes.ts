/** What only the care room refuses: api-care.test.ts sees each of them. */
export const careCodes = [
  "own-problem",
  "problem-missing",
  "area-missing",
  "macro-missing",
  "view-missing",
  "undo-too-late",
  "macro-variable-unknown",
  "team-missing",
  "calendar-missing",
  "service-level-missing",
  "message-not-judged",
  "check-missing",
  "problem-over",
  "problem-not-over",
  "problem-taken",
  "claims-idle",
  "picks-too-many",
  "not-a-solver",
  "receiver-away",
  "areas-too-little",
  "into-its-duplicate",
  "original-over",
  "answered-meanwhile",
  "message-elsewhere",
  "private-already",
  "stands-on-its-question",
  "not-known",
  "known-title-invalid",
  "known-body-too-long",
  "nothing-private",
  "problem-with-itself",
  "problem-title-needed",
  "snooze-out-of-bounds",
  "words-needed",
  "remark-too-long",
  "time-zone-unknown",
  "span-invalid",
  "holidays-invalid",
  "calendar-without-hours",
  "team-too-large",
  "channel-invalid",
  "channel-id-invalid",
  "written-in-the-future",
  "care-set-up-already",
  "setting-in-use",
  "setting-undo-too-late",
  "service-level-empty",
];

/** What only hours refuse: api-hours.test.ts sees each of them. */
export const hoursCodes = ["hours-missing", "correction-missing", "hours-forgotten", "hours-invalid", "week-invalid"];

/** What takes a model that was learned: teach-areas.test.ts sees it. */
const teachingCodes = ["areas-unchanged"];

/** What api-refusals.test.ts does not see, because another test does. */
export const codesElsewhere: readonly string[] = [...careCodes, ...hoursCodes, ...teachingCodes];

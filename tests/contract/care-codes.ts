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
  "into-its-duplicate",
  "original-over",
  "answered-meanwhile",
  "message-elsewhere",
  "private-already",
  "stands-on-its-question",
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
  "care-set-up-already",
  "setting-in-use",
  "setting-undo-too-late",
  "service-level-empty",
];

/** What only hours refuse: api-hours.test.ts sees each of them. */
export const hoursCodes = ["hours-missing", "correction-missing", "hours-forgotten", "hours-invalid", "week-invalid"];

/** What api-refusals.test.ts does not see, because another test does. */
export const codesElsewhere: readonly string[] = [...careCodes, ...hoursCodes];

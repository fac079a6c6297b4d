export { addNote } from "./add-note.ts";
export { answerProblem, type DeskAnswer } from "./answer-problem.ts";
export { confirmProblem, contestProblem, reopenProblem, withdrawProblem } from "./asker-says.ts";
export { readBook } from "./book/keep-books.ts";
export { type Book, type BookWindow, bookWindows, type Share, shareOf } from "./book/read-book.ts";
export { type Brought, bringMessage, type ChannelMessage } from "./bring-message.ts";
export type { Calendar } from "./calendar.ts";
export { careReader } from "./care-reader.ts";
export {
  answerCheck,
  answerCheckByToken,
  type CheckSaid,
  checkTokenOver,
  readCheckByToken,
} from "./checks.ts";
export { claimProblem } from "./claim-problem.ts";
export { correctTriage, type Said } from "./correct-triage.ts";
export { fillMacro, macroVariables } from "./fill-macro.ts";
export { findProblems } from "./find-problems.ts";
export { type CarePorts, followQuestion } from "./follow-question.ts";
export { type HandOverTo, handOver, handOverShift, returnToLadder, type ShiftHandOver } from "./hand-over.ts";
export { beActive } from "./hours/be-active.ts";
export { correctHours, type HoursSaid, takeBackCorrection } from "./hours/correct-hours.ts";
export { careHours, scheduleCareHours } from "./hours/forget-hours.ts";
export { hoursReader } from "./hours/hours-reader.ts";
export { isPurpose, type Purpose, purposes } from "./hours/purposes.ts";
export { readOwnHours } from "./hours/read-hours.ts";
export { type HoursReport, type OwnHoursReport, reportHours, reportOwnHours } from "./hours/report-hours.ts";
export { hoursCounted } from "./hours/settings.ts";
export { sumHours } from "./hours/sum-hours.ts";
export { momentOnDayOf, weekOf } from "./hours/week.ts";
export { areAreasLearned, careAreas, learnAreasNow } from "./judge/learn-areas-now.ts";
export { careTriage, scheduleCareTriage } from "./judge/learn-triage.ts";
export { type OpenTriage, openTriage } from "./judge/open-triage.ts";
export { teachAreas } from "./judge/teach-areas.ts";
export { removeMacro, removeView, saveView, setMacro } from "./keep-at-desk.ts";
export {
  findFittingKnown,
  findLikelyReports,
  type KnownAtDesk,
  type KnownNotice,
  type LikelyReport,
  readKnownAtDesk,
} from "./known/find-known.ts";
export { fixKnown, type KnownWords, linkReports, markKnown, unmarkKnown } from "./known/mark-known.ts";
export { reportKnown } from "./known/report-known.ts";
export { type Limits, readOwnLimits, setOwnLimits } from "./limits.ts";
export { linkProblems, markDuplicate, mergeProblem } from "./link-problems.ts";
export { removeArea, setArea } from "./manage/areas.ts";
export { removeCalendar, setCalendar } from "./manage/calendars.ts";
export { readGroupLadder, setGroupLadder } from "./manage/ladders.ts";
export { removeServiceLevel, setServiceLevel } from "./manage/service-levels.ts";
export { setUpCare } from "./manage/set-up-care.ts";
export type { Kept, Which } from "./manage/setting.ts";
export { removeTeam, setTeam } from "./manage/teams.ts";
export { undoSetting } from "./manage/undo-setting.ts";
export { carePresses } from "./news/presses.ts";
export { careNews } from "./news/source.ts";
export { type ForMember, openForMember } from "./open-for-member.ts";
export { type OwnConversation, readOwnConversation, sayInOwnProblem } from "./own-conversation.ts";
export { adviceWords, sayAdvice } from "./plan/advice-words.ts";
export type { Plan } from "./plan/make-plan.ts";
export { planArrivals, planCommunity } from "./plan/plan-community.ts";
export type { Planning } from "./plan/planner.ts";
export { type PlanWishes, usualWishes, wishNames } from "./plan/read-settings.ts";
export { type PlanReport, reportPlan } from "./plan/report.ts";
export { portableCare } from "./portable/portable-care.ts";
export { bePresent, leave, presenceRenewsMs, presenceTopic, typingLastsMs, whoIsThere } from "./presence.ts";
export { answerPublicly, type PrivateCase, readPrivateCase, sayPrivately } from "./private-case.ts";
export { ownerKinds, type Problem, problemStates, rungs, type Urgency, urgencies } from "./problem.ts";
export { findProblemPlace, type ProblemPlace } from "./problem-place.ts";
export { type PromiseNow, readPromises } from "./promises.ts";
export { type AreaModel, listAreaModels, readAreaSureness } from "./queries/area-models.ts";
export { type Area, listAreas } from "./queries/areas.ts";
export { listCalendars, type NamedCalendar } from "./queries/calendars.ts";
export type { CheckAnswer } from "./queries/checks.ts";
export { listMacros, listSavedViews, type Macro, type SavedView } from "./queries/desk.ts";
export { type KnownRow, listKnown } from "./queries/known.ts";
export type { PrivateWord } from "./queries/private-cases.ts";
export { type ProblemListed, type QueuePlace, type QueueView, queueViews, selectProblemsOf } from "./queries/queue.ts";
export { listServiceLevels, type ServiceLevelRow } from "./queries/service-levels.ts";
export { listSkillsOf, type Skill } from "./queries/skills.ts";
export {
  type DeskMember,
  findProblemOfQuestion,
  listDeskMembers,
  type Names,
  nameKey,
  type Said as TalkSaid,
} from "./queries/talk.ts";
export { listTeams, type Team } from "./queries/teams.ts";
export { listLessons, listUnsorted, type Unsorted } from "./queries/triage.ts";
export { countViews, listQueue, type ProblemRead, readProblem } from "./queue.ts";
export { type DeskRead, type OwnProblem, readForDesk, readOwnQuestion } from "./read-desk.ts";
export { type HandedOver, listHandedOver, readShift, type Shift } from "./read-shift.ts";
export { type ArrivedMessage, type Received, receiveMessage } from "./receive-message.ts";
export { problemMissing } from "./refusals.ts";
export { signCannotSolve } from "./sign-cannot-solve.ts";
export { careSkills, refreshSkills, scheduleCareSkills } from "./skills.ts";
export { snoozeProblem } from "./snooze-problem.ts";
export { sortProblem } from "./sort-problem.ts";
export { splitProblem } from "./split-problem.ts";
export { dayBegins, dayIn } from "./time-zone.ts";
export { careTimers, runTimers, scheduleCareTimers } from "./timers.ts";
export { type FindSolved, messageKinds, type Triage } from "./triage.ts";
export { triageByRules } from "./triage-rules.ts";
export { undoAct } from "./undo-act.ts";

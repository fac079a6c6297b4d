export { addNote } from "./add-note.ts";
export { answerProblem, type DeskAnswer } from "./answer-problem.ts";
export { confirmProblem, contestProblem, reopenProblem, withdrawProblem } from "./asker-says.ts";
export { type Book, type BookWindow, bookWindows, readBook, type Share, shareOf } from "./book/read-book.ts";
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
export type { CarePorts } from "./follow-question.ts";
export { type HandOverTo, handOver, returnToLadder } from "./hand-over.ts";
export { careTriage, scheduleCareTriage } from "./judge/learn-triage.ts";
export { openTriage } from "./judge/open-triage.ts";
export { removeMacro, removeView, saveView, setMacro } from "./keep-at-desk.ts";
export { type Limits, readOwnLimits, setOwnLimits } from "./limits.ts";
export { linkProblems, markDuplicate, mergeProblem } from "./link-problems.ts";
export {
  removeServiceLevel,
  setArea,
  setCalendar,
  setGroupLadder,
  setServiceLevel,
  setTeam,
} from "./manage.ts";
export { carePresses } from "./news/presses.ts";
export { careNews } from "./news/source.ts";
export { type ForMember, openForMember } from "./open-for-member.ts";
export { type OwnConversation, readOwnConversation, sayInOwnProblem } from "./own-conversation.ts";
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
export { type Area, listAreas } from "./queries/areas.ts";
export type { CheckAnswer } from "./queries/checks.ts";
export { listMacros, listSavedViews, type Macro, type SavedView } from "./queries/desk.ts";
export type { PrivateWord } from "./queries/private-cases.ts";
export { type ProblemListed, type QueuePlace, type QueueView, queueViews, selectProblemsOf } from "./queries/queue.ts";
export {
  listCalendars,
  listServiceLevels,
  listTeams,
  type NamedCalendar,
  type ServiceLevelRow,
  type Team,
} from "./queries/settings.ts";
export { listSkillsOf, type Skill } from "./queries/skills.ts";
export { findProblemOfQuestion, listDeskMembers, type Names, nameKey, type Said as TalkSaid } from "./queries/talk.ts";
export { listLessons, listUnsorted, type Unsorted } from "./queries/triage.ts";
export { countViews, listQueue, type ProblemRead, readProblem } from "./queue.ts";
export { type DeskRead, type OwnProblem, readForDesk, readOwnQuestion } from "./read-desk.ts";
export { type ArrivedMessage, type Received, receiveMessage } from "./receive-message.ts";
export { problemMissing } from "./refusals.ts";
export { signCannotSolve } from "./sign-cannot-solve.ts";
export { careSkills, scheduleCareSkills } from "./skills.ts";
export { snoozeProblem } from "./snooze-problem.ts";
export { sortProblem } from "./sort-problem.ts";
export { splitProblem } from "./split-problem.ts";
export { careTimers, scheduleCareTimers } from "./timers.ts";
export { type FindSolved, messageKinds, type Triage } from "./triage.ts";
export { triageByRules } from "./triage-rules.ts";
export { undoAct } from "./undo-act.ts";

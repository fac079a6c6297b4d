export {
  type ChoiceChange,
  type ChoicePart,
  type Choices,
  chooseNotifications,
  type KindChoice,
  readChoices,
  stopMails,
} from "./following/choose-ways.ts";
export { endFollow, type FollowTarget, follow } from "./following/follow.ts";
export { isFollowing, listFollows } from "./following/read-follow.ts";
export {
  type AnySource,
  type Happening,
  type KindWords,
  type Language,
  type LineWords,
  type NotificationKind,
  type NotificationSource,
  type Press,
  type ReadPresses,
  type Recipient,
  type SubjectRead,
  type SubjectRef,
  type Way,
  ways,
} from "./kinds/kind.ts";
export { type MailJobOptions, mailJob } from "./mail-job.ts";
export type { NewsAddresses } from "./mailing/send-due.ts";
export { type WayOut, wholeDigest } from "./mailing/way-out.ts";
export { type Notifications, type NotificationsOptions, openNotifications } from "./notifications.ts";
export { type FollowListed, type FollowSubject, readSchedule } from "./queries/choices.ts";
export { listOutbox, type Mail, type MailListed, type MailState, readMail } from "./queries/outbox.ts";
export { type ListPlace, readUnread, type WhichRead } from "./queries/reading.ts";
export { listNotifications, type NotificationList, type NotificationListed } from "./reading/list-notifications.ts";
export { markRead } from "./reading/mark-read.ts";
export { type MailPayload, type NewMail, sendMail } from "./send-mail.ts";
export { type SignInAddresses, signInMails } from "./send-sign-in-mail.ts";
export { timeZones } from "./telling/digest-time.ts";
export { languageOf } from "./texts/index.ts";

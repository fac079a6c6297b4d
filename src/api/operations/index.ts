import type { Operation } from "../operation.ts";
import { answerOperations } from "./answers.ts";
import { careChangeOperations } from "./care-changes.ts";
import { careLimitOperations } from "./care-limits.ts";
import { careSettingOperations } from "./care-settings.ts";
import { channelOperations } from "./channels.ts";
import { commentOperations } from "./comments.ts";
import { communityOperations } from "./communities.ts";
import { deskOperations } from "./desk.ts";
import { findingOperations } from "./finding.ts";
import { followingOperations } from "./following.ts";
import { groupOperations } from "./groups.ts";
import { hoursOperations } from "./hours.ts";
import { knownOperations } from "./known.ts";
import { meOperations } from "./me.ts";
import { memberOperations } from "./members.ts";
import { notificationOperations } from "./notifications.ts";
import { openBookOperations } from "./open-book.ts";
import { operatingOperations } from "./operating.ts";
import { ownConversationOperations } from "./own-conversations.ts";
import { ownProblemOperations } from "./own-problems.ts";
import { planOperations } from "./plan.ts";
import { privateCaseOperations } from "./private-case.ts";
import { problemOperations } from "./problems.ts";
import { questionOperations } from "./questions.ts";
import { queueOperations } from "./queue.ts";
import { searchCareOperations } from "./search-care.ts";
import { shiftOperations } from "./shift.ts";

/** Every operation of a community, in the order of the document. */
export const operations: readonly Operation[] = [
  ...communityOperations,
  ...groupOperations,
  ...questionOperations,
  ...answerOperations,
  ...commentOperations,
  ...findingOperations,
  ...memberOperations,
  ...meOperations,
  ...notificationOperations,
  ...followingOperations,
  ...queueOperations,
  ...problemOperations,
  ...ownProblemOperations,
  ...ownConversationOperations,
  ...knownOperations,
  ...deskOperations,
  ...shiftOperations,
  ...openBookOperations,
  ...privateCaseOperations,
  ...channelOperations,
  ...careLimitOperations,
  ...careSettingOperations,
  ...careChangeOperations,
  ...hoursOperations,
  ...planOperations,
  ...searchCareOperations,
  ...operatingOperations,
];

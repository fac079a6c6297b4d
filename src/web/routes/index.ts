import type { Route } from "../../http/index.ts";
import type { WebServices } from "../services.ts";
import { accountRoutes } from "./account.ts";
import { adminRoutes } from "./admin.ts";
import { adminCommunityRoutes } from "./admin-community.ts";
import { adminGroupRoutes } from "./admin-groups.ts";
import { adminSearchRoutes } from "./admin-search.ts";
import { anyProblemRoutes } from "./any-problem.ts";
import { askRoutes } from "./ask.ts";
import { careOwnRoutes } from "./care-own.ts";
import { carePlanRoutes } from "./care-plan.ts";
import { careSettingKindRoutes } from "./care-setting-kinds.ts";
import { careSettingRoutes } from "./care-settings.ts";
import { communityRoutes } from "./community.ts";
import { deskRoutes } from "./desk.ts";
import { deskKeepingRoutes } from "./desk-keeping.ts";
import { deskProblemRoutes } from "./desk-problem.ts";
import { editingRoutes } from "./editing.ts";
import { followingRoutes } from "./following.ts";
import { hoursRoutes } from "./hours.ts";
import { knownRoutes } from "./known.ts";
import { liveRoutes } from "./live.ts";
import { maskingRoutes } from "./masking.ts";
import { memberRoutes } from "./members.ts";
import { notificationRoutes } from "./notifications.ts";
import { openBookRoutes } from "./open-book.ts";
import { ownProblemRoutes } from "./own-problem.ts";
import { peopleRoutes } from "./people.ts";
import { postingRoutes } from "./posting.ts";
import { privateCaseRoutes } from "./private-case.ts";
import { questionRoutes } from "./question.ts";
import { questionLanguageRoutes } from "./question-language.ts";
import { searchRoutes } from "./search.ts";
import { setUpRoutes } from "./set-up.ts";
import { shiftRoutes } from "./shift.ts";
import { signInRoutes } from "./sign-in.ts";
import { siteRoutes } from "./site.ts";

/** Every address of the pages, with what somebody needs to come in. The first that fits answers. */
export function webRoutes(services: WebServices): Route[] {
  return [
    siteRoutes,
    setUpRoutes,
    signInRoutes,
    accountRoutes,
    communityRoutes,
    searchRoutes,
    memberRoutes,
    peopleRoutes,
    askRoutes,
    notificationRoutes,
    followingRoutes,
    liveRoutes,
    editingRoutes,
    questionLanguageRoutes,
    maskingRoutes,
    postingRoutes,
    privateCaseRoutes,
    questionRoutes,
    carePlanRoutes,
    deskRoutes,
    deskProblemRoutes,
    deskKeepingRoutes,
    shiftRoutes,
    ownProblemRoutes,
    anyProblemRoutes,
    hoursRoutes,
    knownRoutes,
    openBookRoutes,
    adminRoutes,
    adminGroupRoutes,
    adminCommunityRoutes,
    careSettingRoutes,
    careSettingKindRoutes,
    careOwnRoutes,
    adminSearchRoutes,
  ].flatMap((routes) => routes(services));
}

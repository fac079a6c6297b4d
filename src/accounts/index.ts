export { type Accounts, type AccountsOptions, openAccounts, settleSecret } from "./accounts.ts";
export {
  type Actor,
  type GrantableRole,
  grantableRoles,
  isRole,
  isScope,
  isStaff,
  type Role,
  roles,
  type Scope,
  scopes,
  type Theme,
} from "./actor.ts";
export type { SignedInPerson } from "./actors/read-actor.ts";
export {
  type Allowance,
  postingAllowance,
  type TooManyRequests,
  takeAllowance,
  withinPostingAllowance,
} from "./allowance/take-allowance.ts";
export { accountsCleanUp, scheduleAccountsCleanUp } from "./clean-up.ts";
export { grantRole, type RoleChange, revokeRole } from "./members/change-roles.ts";
export { createMember, joinCommunity, type NewMember } from "./members/create-member.ts";
export { editProfile, type ProfileChange } from "./members/edit-profile.ts";
export { findMember, listMembers, type MemberWish } from "./members/find-member.ts";
export { type MemberFound, type MemberListed, type MemberProfile, readMember } from "./members/queries.ts";
export { type AccountRead, readAccount } from "./memberships/queries.ts";
export {
  ensureMay,
  may,
  type Owned,
  type OwnMessage,
  type OwnPermission,
  type Permission,
  type PermissionSubjects,
  permissions,
} from "./permissions.ts";
export { tidyName } from "./profile.ts";
export type { Origin, SignedIn } from "./sign-in/desk.ts";
export type { SendSignInMail, SignInMail } from "./sign-in/mail-port.ts";
export {
  createOneTimeSignIn,
  createSetUpLink,
  type FirstPerson,
  installationIsEmpty,
  setUpLinkWorks,
} from "./sign-in/one-time-link.ts";
export { createPerson, type NewPerson } from "./sign-in/people.ts";
export { providePerson } from "./sign-in/provide-person.ts";
export type { SessionListed } from "./sign-in/queries.ts";
export type { PasswordChange } from "./sign-in/sessions.ts";
export type { LinkRequest } from "./sign-in/sign-in-with-link.ts";
export type { PasswordSignIn } from "./sign-in/sign-in-with-password.ts";
export type { SignUp } from "./sign-in/sign-up.ts";
export { createToken, type TokenOwner, type TokenWish } from "./tokens/create-token.ts";
export { listTokens, type TokenListed } from "./tokens/queries.ts";
export { revokeToken } from "./tokens/revoke-token.ts";

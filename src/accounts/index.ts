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
export { createSessionCookie, type SessionCookie } from "./actors/cookie.ts";
export { readActor, readPerson, readTokenActor, type SignedInPerson } from "./actors/read-actor.ts";
export {
  ensureMay,
  may,
  type Owned,
  type OwnMessage,
  type OwnPermission,
  type Permission,
  type PermissionSubjects,
  permissions,
  permissionsOf,
} from "./permissions.ts";
export { createToken, type TokenOwner, type TokenWish } from "./tokens/create-token.ts";
export { listTokens, type TokenListed } from "./tokens/queries.ts";
export { revokeToken } from "./tokens/revoke-token.ts";

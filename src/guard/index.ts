export type { Permit, RequestedBasis } from "./permit.ts";
export { permitRequested, type Requested } from "./permit-requested.ts";

export type { OpenedBasis, Permit, RequestedBasis } from "./permit.ts";
export { type Opened, permitOpened, permitRequested, type Requested } from "./permit-requested.ts";

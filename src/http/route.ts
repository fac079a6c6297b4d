import type { Context } from "hono";
import type { Permission } from "../accounts/index.ts";

/** What the front door has put into a request before a handler sees it. */
export interface RequestVariables {
  requestId: string;
  /** The pattern of the route that answers, for the log and the metrics. */
  route?: string;
  /** The caller's network address, for rate limits. */
  caller: () => string;
  /**
   * What the pages keep with a request. It lies here rather than in a WeakMap, because V8 collects what a WeakMap holds only in its
   * rare great collections (docs/benchmarks.md).
   */
  visit?: unknown;
}
export type HttpEnv = { Variables: RequestVariables };
export type HttpContext = Context<HttpEnv>;

/**
 * One address of one of the faces. `permission` is what somebody needs to come in at all; what belongs to whom is decided by the
 * verb behind it. `anyone` needs nothing, `person` needs to be signed in, `member` to be a member of the community in the path.
 */
export interface Route {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** In Hono's syntax: `/c/:slug/q/:id`. */
  readonly path: string;
  readonly permission: Permission | "anyone" | "person" | "member";
  /** The address bears a signature that stands for whoever it was made for, so what is posted to it is not checked as a form. */
  readonly signed?: true;
  readonly handle: (c: HttpContext) => Response | Promise<Response>;
}

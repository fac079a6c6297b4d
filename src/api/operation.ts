import type * as z from "zod";
import type { Actor, Permission } from "../accounts/index.ts";
import type { Community } from "../community/index.ts";
import type { HttpContext } from "../http/index.ts";
import type { Result } from "../kernel/index.ts";
import type { Transaction } from "../store/index.ts";
import type { ProblemCode } from "./problems.ts";
import type { ApiServices } from "./services.ts";

/** One request, checked: everything that a handler needs. */
export interface Call<Params, Query, Body> {
  readonly services: ApiServices;
  readonly c: HttpContext;
  readonly community: Community;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** What a handler answers; `body` is a plain object made by hand, since output is not checked. */
export interface Reply {
  readonly status: 200 | 201 | 204;
  readonly body?: object;
  /** The address of what was made. */
  readonly location?: string;
  /** Whether a reader may ask again with If-None-Match. */
  readonly tagged?: boolean;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type CallOf<P, Q, B> = Call<Parsed<P>, Parsed<Q>, Parsed<B>>;

/** What is said of an operation: the route, the checks and the documentation are made of it. */
interface Described<P, Q, B> {
  /** Unique; programs that generate clients make function names of it: `askQuestion`. */
  readonly id: string;
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  /** Below /api/v1, with OpenAPI's braces: `/communities/{slug}/questions/{id}`. */
  readonly path: string;
  /** The chapter it stands in. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly permission: Permission;
  /** Of the path, `slug` apart; one that does not fit is an unknown address. */
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Whether the body may be left out. */
  readonly bodyOptional?: boolean;
  readonly success: { readonly status: Reply["status"]; readonly schema?: z.ZodType; readonly says: string };
  /** Codes besides those that the other fields imply. */
  readonly refusals?: readonly ProblemCode[];
  /** Whether it makes something that a repeated request should not make twice: takes an Idempotency-Key. */
  readonly creates?: boolean;
  /** Whether it counts as something that a member posts. */
  readonly posts?: boolean;
}

interface Reading<P, Q, B> extends Described<P, Q, B> {
  readonly read: (call: CallOf<P, Q, B> & { readonly actor: Actor | null }) => Promise<Result<Reply>>;
}
interface ReadingAsMember<P, Q, B> extends Described<P, Q, B> {
  readonly readAsMember: (call: CallOf<P, Q, B> & { readonly actor: Actor }) => Promise<Result<Reply>>;
}
interface Changing<P, Q, B> extends Described<P, Q, B> {
  /** Works within one transaction; a refusal undoes everything. */
  readonly change: (tx: Transaction, call: CallOf<P, Q, B> & { readonly actor: Actor }) => Promise<Result<Reply>>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of operations holds them whatever their inputs are
type Any = any;

/** An operation as the router and the document see it. */
export type Operation = Described<Any, Any, Any> &
  (
    | Pick<Reading<Any, Any, Any>, "read">
    | Pick<ReadingAsMember<Any, Any, Any>, "readAsMember">
    | Pick<Changing<Any, Any, Any>, "change">
  );

/** Defines an operation once, for the router, the checks of input and the OpenAPI document. */
export function operation<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(definition: Reading<P, Q, B> | ReadingAsMember<P, Q, B> | Changing<P, Q, B>): Operation {
  return definition as Operation;
}

/** `200` with a body. */
export function fine(body: object, more: Pick<Reply, "tagged"> = {}): { readonly ok: true; readonly value: Reply } {
  return { ok: true, value: { status: 200, body, ...more } };
}

/** `201` with the address of what was made. */
export function made(location: string, body: object): { readonly ok: true; readonly value: Reply } {
  return { ok: true, value: { status: 201, location, body } };
}

/** `204`: done, and nothing more to say. */
export const done: { readonly ok: true; readonly value: Reply } = { ok: true, value: { status: 204 } };

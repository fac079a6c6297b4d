import type { Actor } from "../../../accounts/index.ts";
import type { Result } from "../../../kernel/index.ts";
import type { Transaction } from "../../../store/index.ts";

/** Who is who, as the acts before made them. */
export interface Cast {
  named(key: string): Actor;
  member(id: number): Actor;
  /** The id of the question that acts know by a key. */
  question(key: string): number;
}

/** Something that happens at the desk at a moment of its own. */
export interface Scene {
  /** Milliseconds since 1970. */
  readonly at: number;
  play(tx: Transaction, cast: Cast): Promise<Result<unknown>>;
}

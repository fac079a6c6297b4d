import type { Actor } from "../../../accounts/index.ts";
import type { ImportKey } from "../../../community/index.ts";
import type { Clock } from "../../../kernel/index.ts";
import type { Store } from "../../../store/index.ts";
import type { Progress } from "../../progress.ts";
import type { SkippedList } from "../skipped.ts";
import type { Dump } from "./dump-files.ts";
import type { Converter } from "./html-to-markdown.ts";
import type { Summary } from "./summary.ts";

/** What everything that reads a dump needs. */
export interface Reading {
  readonly dump: Dump;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly skipped: SkippedList;
  readonly summary: Summary;
  /** Set when the import is asked to stop: it ends after the batch that is being written. */
  readonly stop: AbortSignal;
}

/** What everything that writes needs. */
export interface Run extends Reading {
  readonly store: Store;
  readonly key: ImportKey;
  /** The slug of the group that the questions go to. */
  readonly group: string;
  /** When the site began, as far as the dump tells: the time of what has none of its own. */
  readonly began: Date;
  /** HTML to Markdown; links to posts that have a place here lead there. */
  readonly convert: Converter;
  /** The community's slug. */
  readonly slug: string;
  /** The host of the site that the dump is of, such as `cooking.stackexchange.com`, where it is known. */
  readonly host: string | null;
}

/** A member whom the import brought, acting: nobody signs in as them. */
export function actorOf(run: Run, memberId: number): Actor {
  return {
    communityId: run.key.communityId,
    memberId,
    personId: null,
    name: "",
    roles: ["member"],
    staff: false,
    locale: null,
    theme: null,
    scopes: null,
    sessionKey: null,
  };
}

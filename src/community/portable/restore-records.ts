import { ok, type Result } from "../../kernel/index.ts";
import type { Transaction } from "../../store/index.ts";
import type { ImportKey } from "../queries/index.ts";
import { Ids } from "./ids.ts";
import { recountCommunity } from "./queries/restore.ts";
import type { RecordName } from "./records.ts";
import type { Line, Restore, Restored } from "./restore.ts";
import { restoreDigestHours, restoreFollows, restoreWays } from "./restore-choices.ts";
import { restoreEvents } from "./restore-events.ts";
import { restoreHelped, restoreLinks, restoreRevisions, restoreThanks } from "./restore-others.ts";
import { restoreGroupMembers, restoreGroups, restoreMembers, restoreRoles, restoreTags } from "./restore-people.ts";
import { restoreAnswers, restoreComments, restoreConfirmations, restoreQuestions } from "./restore-posts.ts";

const restorers: { readonly [Name in RecordName]: Restore<Name> } = {
  members: restoreMembers,
  roles: restoreRoles,
  groups: restoreGroups,
  "group-members": restoreGroupMembers,
  tags: restoreTags,
  questions: restoreQuestions,
  answers: restoreAnswers,
  comments: restoreComments,
  confirmations: restoreConfirmations,
  helped: restoreHelped,
  thanks: restoreThanks,
  links: restoreLinks,
  revisions: restoreRevisions,
  follows: restoreFollows,
  "notification-ways": restoreWays,
  "digest-hours": restoreDigestHours,
  events: restoreEvents,
};

/**
 * Writes records of an export, with ids of this installation in place of their own. A record that refers to what the export does
 * not hold is refused (`export-inconsistent`). Nothing is told to the event log, whose past the export brings itself; with
 * `announce`, because it does not, each question gets an event.
 */
export async function restoreRecords<Name extends RecordName>(
  tx: Transaction,
  key: ImportKey,
  name: Name,
  lines: readonly Line<Name>[],
  announce: boolean,
): Promise<Result<Restored>> {
  const restored: Restored = { unlinked: 0, eventsLeft: 0 };
  const ids = new Ids(tx, key, name);
  await restorers[name]({ tx, key, communityId: key.communityId, ids, announce, restored }, lines);
  return ok(restored);
}

/** Ends an import: the figures that are kept beside the rows are counted anew. */
export async function finishRestore(tx: Transaction, key: ImportKey): Promise<Result<void>> {
  await recountCommunity(tx, key.communityId);
  return ok(undefined);
}

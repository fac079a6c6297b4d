import type { Database } from "../../store/index.ts";
import { type CorrectionRow, listCorrections, listSigns, type SignRow } from "./queries.ts";
import { pauseMs } from "./settings.ts";
import { type Correction, corrected, type Sign, type Stretch, timelineOf, within } from "./timeline.ts";

/** The timeline of each member who worked within a span of time, as corrected by themselves, with the signs that it is made of. */
export async function readTimelines(
  database: Database,
  wanted: { readonly communityId: number; readonly memberId?: number; readonly from: Date; readonly to: Date },
): Promise<Map<number, { readonly timeline: readonly Stretch[]; readonly signs: readonly SignRow[] }>> {
  const [signs, corrections] = await Promise.all([listSigns(database, wanted), listCorrections(database, wanted)]);
  const said = Map.groupBy(corrections, ({ memberId }) => memberId);
  const shown = Map.groupBy(signs, ({ memberId }) => memberId);
  const span = { from: wanted.from.getTime(), to: wanted.to.getTime() };
  const members = new Set([...shown.keys(), ...said.keys()]);
  return new Map(
    [...members].map((memberId) => {
      const own = shown.get(memberId) ?? [];
      const whole = corrected(timelineOf(own.map(asSign), pauseMs), (said.get(memberId) ?? []).map(asCorrection));
      return [memberId, { timeline: within(whole, span), signs: own }];
    }),
  );
}

function asSign({ beganAt, endedAt, purpose, problemId, questionId }: SignRow): Sign {
  return { from: beganAt.getTime(), to: endedAt.getTime(), purpose, problemId, questionId };
}

export function asCorrection({ id, coverFrom, coverTo, beganAt, endedAt, purpose }: CorrectionRow): Correction {
  const says = purpose && beganAt && endedAt && { from: beganAt.getTime(), to: endedAt.getTime(), purpose };
  return { id, coverFrom: coverFrom.getTime(), coverTo: coverTo.getTime(), says: says || null };
}

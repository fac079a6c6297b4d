/** One day of arrivals, in equally long slots from midnight on; days of one series follow each other without a gap. */
export interface ArrivalDay {
  /** 0 is Monday, 6 Sunday. */
  readonly weekday: number;
  /** Arrivals by slot, such as 24 by hour. */
  readonly counts: readonly number[];
}

/** What a week looks like: `level` a day, times the weekday's factor, times the slot's share of that day. */
export interface ArrivalShape {
  /** Mean arrivals a day. */
  readonly level: number;
  /** By weekday; their mean is about 1. */
  readonly weekdayFactor: readonly number[];
  /** By weekday and slot; each weekday's sum is 1. */
  readonly slotShare: readonly (readonly number[])[];
}

const week = 7;
/** What is taken for the spread of like days until there are two weeks to measure it by: a coefficient of variation of .2. */
const assumedDayVariance = 0.04;

/**
 * Fits the multiplicative shape of a week. Older days weigh less, by half each `halfLife` days. A weekday that was seen seldom
 * is drawn towards the average day, and its profile over the day towards that of all days, as far as what differs between
 * weekdays could be chance (empirical Bayes; for profiles by the moments of the Dirichlet multinomial, Mosimann 1962,
 * doi:10.1093/biomet/49.1-2.65). Throws on no days at all.
 */
export function fitShape(days: readonly ArrivalDay[], halfLife = Number.POSITIVE_INFINITY): ArrivalShape {
  const slots = days[0]?.counts.length;
  if (!slots) throw new Error("a shape is fitted to one day at least");
  const byWeekday = Array.from({ length: week }, () => ({ weight: 0, total: 0, squares: 0, slots: zeros(slots) }));
  days.forEach(({ weekday, counts }, at) => {
    const weight = 2 ** (-(days.length - 1 - at) / halfLife);
    const sums = byWeekday[weekday];
    if (!sums) throw new Error(`there is no weekday ${weekday}`);
    const total = counts.reduce((sum, count) => sum + count, 0);
    sums.weight += weight;
    sums.total += weight * total;
    sums.squares += weight * total * total;
    counts.forEach((count, slot) => {
      sums.slots[slot] = (sums.slots[slot] ?? 0) + weight * count;
    });
  });
  const means = shrunkMeans(byWeekday);
  const level = means.reduce((sum, mean) => sum + mean, 0) / week;
  return {
    level,
    weekdayFactor: means.map((mean) => (level > 0 ? mean / level : 1)),
    slotShare: shrunkShares(byWeekday.map((sums) => sums.slots)),
  };
}

interface WeekdaySums {
  readonly weight: number;
  readonly total: number;
  readonly squares: number;
}

/** The mean of each weekday, drawn towards the mean of all by (variance within weekdays) / (variance between them) days. */
function shrunkMeans(sums: readonly WeekdaySums[]): number[] {
  const seen = sums.filter(({ weight }) => weight > 0);
  const overall = seen.reduce((sum, one) => sum + one.total / one.weight, 0) / seen.length;
  const weight = seen.reduce((sum, one) => sum + one.weight, 0);
  const inside = seen.reduce((sum, one) => sum + one.squares - one.total ** 2 / one.weight, 0);
  const spare = Math.max(0, weight - seen.length);
  const assumed = overall + assumedDayVariance * overall * overall;
  // The assumption counts as one week more of data: it decides at first, and is soon outweighed.
  const within = (inside + week * assumed) / (spare + week);
  const spread =
    seen.reduce((sum, one) => sum + (one.total / one.weight - overall) ** 2, 0) / Math.max(1, seen.length - 1);
  const between = Math.max(spread - within / (weight / seen.length), spread / 50, 1e-12);
  const pull = Math.max(within / between, 1e-9);
  return sums.map((one) => (one.total + pull * overall) / (one.weight + pull));
}

function shrunkShares(counts: readonly (readonly number[])[]): number[][] {
  const slots = counts[0]?.length ?? 0;
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const all = totals.reduce((sum, total) => sum + total, 0);
  // Half an arrival a slot beforehand: what never happened yet is not impossible.
  const common = Array.from(
    { length: slots },
    (_, slot) => (counts.reduce((sum, row) => sum + (row[slot] ?? 0), 0) + 0.5) / (all + 0.5 * slots),
  );
  const pull = pullOf(counts, totals, common);
  return counts.map((row, weekday) => {
    const total = totals[weekday] ?? 0;
    return common.map((share, slot) => (pull === null ? share : ((row[slot] ?? 0) + pull * share) / (total + pull)));
  });
}

/** How many arrivals the common profile counts for beside a weekday's own; null where weekdays do not differ at all. */
function pullOf(counts: readonly (readonly number[])[], totals: readonly number[], common: readonly number[]) {
  let distance = 0;
  let rows = 0;
  counts.forEach((row, weekday) => {
    const total = totals[weekday] ?? 0;
    if (total === 0) return;
    rows++;
    common.forEach((share, slot) => {
      distance += ((row[slot] ?? 0) - total * share) ** 2 / (total * share);
    });
  });
  const excess = rows > 1 ? distance / ((rows - 1) * Math.max(1, common.length - 1)) : 0;
  const mean = totals.reduce((sum, total) => sum + total, 0) / Math.max(1, rows);
  return excess > 1 && mean > excess ? Math.max((mean - excess) / (excess - 1), 0.5) : null;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

/** The arrivals to expect on a weekday, in one slot or (without) in all of it. */
export function expectedArrivals(shape: ArrivalShape, weekday: number, slot?: number): number {
  const day = shape.level * (shape.weekdayFactor[weekday] ?? 1);
  return slot === undefined ? day : day * (shape.slotShare[weekday]?.[slot] ?? 0);
}

/** The normal quantile that leaves 2.5 % in each tail. */
const Z95 = 1.959963984540054;

/** A share of trials with its interval; all three lie in [0, 1]. */
export interface Proportion {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a proportion (Wilson 1927, doi:10.1080/01621459.1927.10502953).
 * With no trials the share is 0 and the interval is everything: nothing is known.
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z95): Proportion {
  if (trials <= 0) return { share: 0, low: 0, high: 1 };
  const share = successes / trials;
  const z2 = z * z;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (z / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

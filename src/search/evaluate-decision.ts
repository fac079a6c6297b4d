import { expectedCalibrationError, type Forecast } from "../statistics/index.ts";
import { forShare, shareFrom } from "./decision.ts";

/** A probability given to a first candidate, with what came of it. */
export interface DecisionForecast extends Forecast {
  readonly answerable: boolean;
  /** Whether the query was made unanswerable by taking its answers out of the index. */
  readonly made: boolean;
}

interface Measured {
  /** Right ones among those answered with "this is solved". */
  readonly precision: number;
  /** Share of the answerable queries that were answered so. */
  readonly answered: number;
  /** Mean distance between probability and share of right ones, over ten classes. */
  readonly ece: number;
}

/**
 * How well "this is solved" can be trusted. Where every query has an answer, the first figures are over `asked` decisions: each
 * query as it is, and once more with its answers taken out of the index, so that half can be answered, as in learning. Where
 * queries without any answer are among them, the first figures are those of `asGiven`.
 */
export interface DecisionEvaluation extends Measured {
  readonly threshold: number;
  readonly asked: number;
  /** Over the queries as they are, without those made unanswerable. */
  readonly asGiven: Measured & { readonly asked: number };
  /**
   * The same with probabilities brought to the `share` of right first candidates that is estimated from the probabilities alone,
   * without looking at what is right.
   */
  readonly adapted: Measured & { readonly share: number };
}

/** Measures decisions made at one threshold; `learned` is the share of right first candidates that calibration saw. */
export function evaluateDecisions(
  forecasts: readonly DecisionForecast[],
  threshold: number,
  learned: number,
): DecisionEvaluation {
  const given = forecasts.filter(({ made }) => !made);
  const share = shareFrom(
    given.map(({ score }) => score),
    learned,
  );
  const shifted = given.map((one) => ({ ...one, score: forShare(one.score, learned, share) }));
  const adapted = { ...measure(shifted, threshold), share };
  const asGiven = { ...measure(given, threshold), asked: given.length };
  if (given.some(({ answerable }) => !answerable)) return { ...asGiven, threshold, asGiven, adapted };
  return { ...measure(forecasts, threshold), threshold, asked: forecasts.length, asGiven, adapted };
}

function measure(forecasts: readonly DecisionForecast[], threshold: number): Measured {
  const answered = forecasts.filter(({ score }) => score >= threshold);
  const answerable = forecasts.filter((one) => one.answerable);
  return {
    precision: answered.length > 0 ? answered.filter(({ happened }) => happened).length / answered.length : 0,
    answered: answerable.length > 0 ? answered.filter((one) => one.answerable).length / answerable.length : 0,
    ece: expectedCalibrationError(forecasts),
  };
}

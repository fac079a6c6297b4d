export {
  applyPlatt,
  type Calibration,
  calibrate,
  expectedCalibrationError,
  type Forecast,
  fitIsotonic,
  fitPlatt,
  type Platt,
} from "./calibration.ts";
export { countQuantile, logChanceOf } from "./distributions/counts.ts";
export { gammaQuantile, gammaTails, logGamma, type Tails } from "./distributions/gamma.ts";
export { normalTails } from "./distributions/normal.ts";
export { normalQuantile } from "./distributions/normal-quantile.ts";
export { backTest, type Coverage } from "./forecast/back-test.ts";
export { type ArrivalDay, type ArrivalShape, expectedArrivals } from "./forecast/fit-arrivals.ts";
export {
  type ArrivalForecast,
  type Expected,
  expectBetween,
  expectWeek,
  forecastArrivals,
} from "./forecast/forecast-arrivals.ts";
export {
  agentsNeeded,
  erlangB,
  erlangC,
  halfinWhitt,
  type LiveLoad,
  type LiveService,
  patientService,
  patientServiceLevel,
  patientWaitQuantile,
} from "./queues/erlang.ts";
export { type ImpatientLine, type ImpatientLoad, impatientLine } from "./queues/erlang-a.ts";
export { type Estimate, estimateOf, simulateLine } from "./queues/simulate-line.ts";
export { type UnderUncertainty, underUncertainty } from "./queues/uncertain-rate.ts";
export { type Random, seededRandom, shuffle } from "./random.ts";
export { drawExponential, drawFactor, drawPoisson } from "./sampling.ts";
export {
  kaplanMeier,
  type RestrictedMean,
  restrictedMean,
  type Span,
  type SurvivalCurve,
  type SurvivalQuantile,
  type SurvivalScale,
  type SurvivalStep,
  survivalAt,
  survivalQuantile,
} from "./survival/kaplan-meier.ts";
export { type LogRank, logRank } from "./survival/log-rank.ts";
export { type Proportion, wilsonInterval } from "./wilson.ts";

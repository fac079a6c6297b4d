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
export { type Random, seededRandom, shuffle } from "./random.ts";
export { type Proportion, wilsonInterval } from "./wilson.ts";

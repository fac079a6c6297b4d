import { expectedCalibrationError, fitIsotonic } from "../statistics/index.ts";
import type { Classifier } from "./classifier.ts";
import type { ClassifierSettings } from "./classifier-settings.ts";

/** What a classifier on trial said of a text, and what it was. */
export interface Answer {
  readonly shares: readonly { readonly label: string; readonly share: number }[];
  readonly label: string;
}

/** Calibration, the threshold to abstain below and the share that means "none of these", from answers on texts held back. */
export function tune(answers: readonly Answer[], settings: ClassifierSettings, labels: readonly string[]) {
  const restLabel = labels.find((label) => settings.restLabels.includes(label));
  const real = answers.filter(({ label }) => label !== restLabel);
  const tops = real
    .map(({ shares }) => (shares[0]?.label === restLabel ? 0 : (shares[0]?.share ?? 0)))
    .sort((a, b) => a - b);
  const below = tops[Math.floor(tops.length * settings.restError)] ?? 0;
  const judged = answers.map(({ shares, label }) => ({
    score: shares[0]?.share ?? 0,
    happened: shares[0]?.label === label,
  }));
  const calibration = fitIsotonic(judged, Math.max(10, Math.round(judged.length / 40)));
  const rest = restLabel === undefined ? {} : { rest: { label: restLabel, below } };
  const right = judged.filter(({ happened }) => happened).length;
  return {
    parts: { calibration, threshold: abstention(judged, calibration, settings.promised), ...rest },
    metrics: {
      heldBack: judged.length,
      accuracy: right / Math.max(1, judged.length),
      shareCalibrationError: expectedCalibrationError(judged),
    },
  };
}

/** The lowest probability from which on at least the promised share was right. */
function abstention(
  judged: readonly { readonly score: number; readonly happened: boolean }[],
  calibration: Classifier["calibration"],
  promised: number,
): number {
  const sorted = [...judged].sort((a, b) => b.score - a.score);
  let right = 0;
  let lowest = 1;
  sorted.forEach(({ score, happened }, at) => {
    if (happened) right++;
    if (right / (at + 1) >= promised) lowest = score;
  });
  const { scores, probabilities } = calibration;
  const at = scores.findIndex((score) => score >= lowest);
  return at < 0 ? 1 : (probabilities[Math.max(0, at - 1)] ?? 0);
}

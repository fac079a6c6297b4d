export { type FileContent, type FileKind, type NumberArray, packFile, unpackFile } from "./binary-file.ts";
export type { Classification, Classifier, ModelFacts } from "./classifier.ts";
export { type ClassifierEvaluation, evaluateClassifier } from "./evaluate.ts";
export type { IdentifiedLanguage } from "./identify-language.ts";
export type { TrainingProgress } from "./softmax.ts";
export { stopWordsOf } from "./stop-words.ts";
export { eachToken, type Token, type TokenVisitor, tokenize } from "./tokenize.ts";
export {
  type ClassifierSettings,
  guardSettings,
  type LabelledText,
  triageSettings,
} from "./train-classifier.ts";

export { type FileContent, type FileKind, type NumberArray, packFile, unpackFile } from "./binary-file.ts";
export { type Classification, type Classifier, classify, type ModelFacts } from "./classifier.ts";
export {
  type ClassifierSettings,
  guardSettings,
  type LabelledText,
  triageSettings,
} from "./classifier-settings.ts";
export { type ClassifierEvaluation, evaluateClassifier, type Quality, qualityOf } from "./evaluate.ts";
export { type IdentifiedLanguage, identifyLanguage } from "./identify-language.ts";
export { deserializeClassifier, serializeClassifier } from "./model-file.ts";
export {
  findPersonalData,
  maskPersonalData,
  type PersonalDataKind,
  personalDataKinds,
} from "./personal-data.ts";
export type { TrainingProgress } from "./softmax.ts";
export { type MessageKind, messageKinds, starterExamples } from "./starter/examples.ts";
export { stopWordsOf } from "./stop-words.ts";
export { subjectOf, trainSubjects } from "./subjects.ts";
export { eachToken, type Token, type TokenFinder, type TokenVisitor, tokenFinder, tokenize } from "./tokenize.ts";
export { trainClassifier } from "./train-classifier.ts";
export {
  type KindExample,
  starterTriage,
  type TriagedText,
  type TriageOptions,
  trainTriage,
  triageText,
} from "./triage.ts";
export type { Urgency, UrgencyReason } from "./urgency.ts";
export { isLanguage, languageOfLocale, languagesToChoose, writtenLanguage } from "./written-language.ts";

export * from "./aliases.ts";
export * from "./documents.ts";
export * from "./embedding.ts";
export * from "./learning.ts";
export * from "./names.ts";
export * from "./postgres.ts";
export * from "./quality.ts";
export * from "./training.ts";

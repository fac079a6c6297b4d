export * from "./aliases.ts";
export * from "./documents.ts";
export * from "./names.ts";
export * from "./postgres.ts";

export { type Api, createApiFace } from "./face.ts";
export type { ApiServices } from "./services.ts";

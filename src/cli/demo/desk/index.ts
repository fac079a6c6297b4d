export { type Desk, openDesk } from "./open-desk.ts";
export type { Cast } from "./scene.ts";

export { checkAddress, newsAddresses, setUpAddress, signInAddresses, signInNowAddress } from "./addresses.ts";
export { createWebFace } from "./face.ts";
export type { WebServices } from "./services.ts";

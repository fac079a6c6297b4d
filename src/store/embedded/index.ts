export { sharedPlace } from "./binaries.ts";
export { initialiseCluster, packagedVersion, versionOf, versionOfBinaries } from "./cluster.ts";
export { type EmbeddedServer, locateEmbedded, openEmbedded } from "./embedded-server.ts";
export { chooseOwner, type Owner } from "./owner.ts";
export { type Places, preparePlaces } from "./places.ts";
export { lastLines } from "./refusals.ts";
export { runningServer } from "./running-server.ts";
export { startServer, stopServer } from "./server.ts";

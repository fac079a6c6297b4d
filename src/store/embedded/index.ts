export { initialiseCluster, packagedVersion, versionOf } from "./cluster.ts";
export { type EmbeddedServer, openEmbedded } from "./embedded-server.ts";
export { chooseOwner, type Owner } from "./owner.ts";
export { findHome, leftOverHomes, type Places, preparePlaces } from "./places.ts";
export { isServerOf } from "./processes.ts";
export { pidOnFile, runningServer } from "./running-server.ts";
export { startServer, stopServer } from "./server.ts";

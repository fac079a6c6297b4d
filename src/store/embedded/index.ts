export { initialiseCluster, runningServer, startServer, stopServer } from "./cluster.ts";
export { chooseOwner, type Owner } from "./owner.ts";
export { type Places, preparePlaces } from "./places.ts";

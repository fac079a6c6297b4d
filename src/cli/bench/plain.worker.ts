import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// A server that does nothing but answer: started by the benchmark, and ends with it.

const answer = "A plain answer. ".repeat(1_280);

const server = createServer((_request, response) => response.end(answer));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());

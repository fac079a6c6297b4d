import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** An embedding service on loopback that speaks the OpenAI-compatible interface, and does as a test says. */
export interface EmbeddingServer {
  /** What `/embeddings` is put behind. */
  readonly url: string;
  /** Every text that was sent. */
  readonly texts: string[];
  readonly requests: {
    readonly headers: IncomingHttpHeaders;
    readonly model: unknown;
    readonly texts: readonly string[];
  }[];
  /** What it does with the next requests; undefined answers well. */
  does: "hang" | "break off" | { readonly status: number; readonly body: string } | undefined;
  close(): Promise<void>;
}

const dimensions = 96;

/** Words that mean the same are brought to one by `meaning`; a text lies where its words' meanings point to. */
export async function startEmbeddingServer(
  meaning: (word: string) => string = (word) => word,
): Promise<EmbeddingServer> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (piece) => (body += piece));
    request.on("end", () => {
      const { input, model } = JSON.parse(body) as { input: string[]; model: unknown };
      started.texts.push(...input);
      started.requests.push({ headers: request.headers, model, texts: input });
      const { does } = started;
      if (does === "hang") return;
      if (does === "break off") return void response.destroy();
      response.setHeader("content-type", "application/json");
      if (does) return void response.writeHead(does.status).end(does.body);
      const data = input.map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text, meaning) }));
      // The interface names the order; it does not keep it.
      response.end(JSON.stringify({ object: "list", model, data: data.reverse() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const started: EmbeddingServer = {
    url: `http://127.0.0.1:${port}/v1`,
    texts: [],
    requests: [],
    does: undefined,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return started;
}

/** Each meaning has directions of its own, made of its letters. */
function vectorOf(text: string, meaning: (word: string) => string): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    let seed = 7;
    for (const letter of meaning(word)) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
    for (let axis = 0; axis < dimensions; axis++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      vector[axis] = (vector[axis] ?? 0) + seed / 2 ** 31 - 1;
    }
  }
  return vector;
}

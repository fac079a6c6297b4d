// The borders of DESIGN section 3: which room may use which rooms' doors. scripts/check-borders.mjs runs it.

/** Room -> the rooms whose `index.ts` it may import. */
const doors = {
  kernel: [],
  statistics: ["kernel"],
  store: ["kernel"],
  text: ["kernel", "statistics"],
  accounts: ["kernel", "store"],
  search: ["kernel", "statistics", "store", "text"],
  guard: ["kernel", "store", "accounts", "text", "statistics"],
  conversation: ["kernel", "store", "accounts", "text", "guard"],
  community: ["kernel", "store", "accounts", "text", "search", "guard", "conversation"],
  notifications: ["kernel", "store", "accounts", "guard", "conversation"],
  channels: ["kernel", "store", "accounts", "guard", "conversation"],
  governance: ["kernel", "store", "accounts", "guard", "conversation", "community"],
  care: [
    "kernel",
    "statistics",
    "store",
    "accounts",
    "text",
    "search",
    "guard",
    "conversation",
    "community",
    "notifications",
  ],
  evidence: ["kernel", "statistics", "store", "accounts", "text"],
  http: ["kernel", "accounts"],
};
const faces = ["web", "api", "cli"];
for (const face of faces) doors[face] = Object.keys(doors).filter((room) => !faces.includes(room));

const tests = "\\.test\\.tsx?$";
const rooms = Object.keys(doors);

const table = rooms.map((room) => ({
  name: `${room}-uses-only-its-doors`,
  severity: "error",
  comment: `${room} may use: ${doors[room].join(", ") || "nothing"} (DESIGN section 3).`,
  from: { path: `^src/${room}/`, pathNot: tests },
  to: {
    path: "^src/[^/]+/",
    pathNot: `^src/(${[room, ...doors[room]].join("|")})/`,
  },
}));

module.exports = {
  rooms,
  forbidden: [
    ...table,
    {
      name: "only-through-the-door",
      severity: "error",
      comment: "Another room is used through its index.ts only.",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "wiring-through-doors",
      severity: "error",
      comment: "app.ts and main.ts know every room, and each by its door.",
      from: { path: "^src/[^/]+$" },
      to: { path: "^src/[^/]+/", pathNot: "^src/[^/]+/index\\.ts$" },
    },
    {
      name: "no-unknown-room",
      severity: "error",
      comment: "A folder of src that DESIGN section 3 does not name.",
      from: {},
      to: { path: "^src/[^/]+/", pathNot: `^src/(${rooms.join("|")})/` },
    },
    {
      name: "only-the-command-line-starts-the-whole",
      severity: "error",
      comment: "app.ts wires the rooms; only main.ts and cli may start it.",
      from: { pathNot: ["^src/(main|app)\\.ts$", "^src/cli/", "^tests/", tests] },
      to: { path: "^src/(app|main)\\.tsx?$" },
    },
    {
      name: "no-cycle",
      severity: "error",
      comment: "Modules that import each other in a circle.",
      from: {},
      to: { circular: true },
    },
    {
      name: "sources-know-no-tests",
      severity: "error",
      comment: "What runs does not import tests or scripts.",
      from: { path: "^src/", pathNot: tests },
      to: { path: ["^tests/", "^scripts/", tests] },
    },
    {
      name: "faces-touch-no-table",
      severity: "error",
      comment: "http, web, api and cli use doors, never the database.",
      from: { path: "^src/(http|web|api|cli)/", pathNot: tests },
      to: { path: "(^|/)node_modules/(pg|kysely)/" },
    },
    {
      name: "statistics-is-pure",
      severity: "error",
      comment: "statistics has no input and no output.",
      from: { path: "^src/statistics/", pathNot: tests },
      to: { dependencyTypes: ["core", "npm"] },
    },
    {
      name: "the-browser-gets-only-its-own",
      severity: "error",
      comment: "The client script holds nothing of the server.",
      from: { path: "^src/web/client/", pathNot: tests },
      to: { path: "^src/", pathNot: "^src/web/client/" },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "An import that leads nowhere.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};

/** What a macro can speak of; each is written in braces: `Hello {asker}`. */
export const macroVariables = ["asker", "solver", "title", "community", "link"] as const;
export type MacroVariable = (typeof macroVariables)[number];

const written = /\{([\p{L}_-]+)\}/gu;

/** A macro's words for one problem. */
export function fillMacro(body: string, values: Readonly<Record<MacroVariable, string>>): string {
  return body.replace(written, (whole, name: string) => (isVariable(name) ? values[name] : whole));
}

/** Names in braces that stand for nothing. */
export function unknownVariables(body: string): string[] {
  return [...body.matchAll(written)].flatMap(([, name = ""]) => (isVariable(name) ? [] : [name]));
}

function isVariable(name: string): name is MacroVariable {
  return (macroVariables as readonly string[]).includes(name);
}

import type { Messages } from "./messages/index.ts";

/** Who else is at a problem, as a sentence; "" where nobody is. */
export function presenceWords(
  others: readonly { readonly name: string; readonly typing: boolean }[],
  { desk, format }: Pick<Messages, "desk" | "format">,
): string {
  const names = (some: typeof others) => format.list(some.map(({ name }) => name));
  const typing = others.filter((one) => one.typing);
  const looking = others.filter((one) => !one.typing);
  const says = [
    typing.length > 0 && (typing.length === 1 ? desk.isTyping : desk.areTyping)(names(typing)),
    looking.length > 0 && (looking.length === 1 ? desk.isThere : desk.areThere)(names(looking)),
  ];
  return says.filter(Boolean).join(" ");
}

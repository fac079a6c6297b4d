import type { GroupSlug } from "../content/index.ts";
import type { Member } from "./crowd.ts";
import type { Stage } from "./stage.ts";

/** One question and what is said under it, as acts on the stage. */
export interface Talk {
  readonly question: string;
  readonly group: GroupSlug;
  readonly asker: Member;
  readonly title: string;
  /** Whoever has answered, and the asker: each answers once. */
  readonly tookPart: Set<string>;
  answer(at: number, by: Member, body: string): string;
  comment(at: number, by: Member, on: string, body: string): void;
  confirm(at: number, answer: string): void;
  reopen(at: number, because: string | null): void;
  thank(at: number, by: Member, answer: string, note: string): void;
  helped(at: number, by: Member, answer: string): void;
  endAsking(at: number, by: Member, answer: string): void;
}

export interface Asked {
  readonly group: GroupSlug;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
}

export function ask(stage: Stage, at: number, asker: Member, asked: Asked): Talk {
  const question = stage.newQuestion();
  const tookPart = new Set([asker.key]);
  let answers = 0;
  const { group, title, body, tags } = asked;
  stage.act(at, asker, { kind: "ask", question, group, title, body, tags });
  return {
    question,
    group,
    asker,
    title,
    tookPart,
    answer(when, by, body) {
      answers += 1;
      const answer = `${question}a${answers}`;
      tookPart.add(by.key);
      stage.act(when, by, { kind: "answer", question, answer, body });
      return answer;
    },
    comment: (when, by, on, body) => stage.act(when, by, { kind: "comment", on, body }),
    confirm: (when, answer) => stage.act(when, asker, { kind: "confirm", answer }),
    reopen(when, because) {
      stage.act(when, asker, { kind: "reopen", question });
      if (because) stage.act(when, asker, { kind: "comment", on: question, body: because });
    },
    thank: (when, by, answer, note) => stage.act(when, by, { kind: "thank", answer, note }),
    helped: (when, by, answer) => stage.act(when, by, { kind: "helped", answer }),
    endAsking: (when, by, answer) => stage.act(when, by, { kind: "end-asking", question, answer }),
  };
}

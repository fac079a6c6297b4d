import { asksForHelp, type MessageKind, type TriageGuess } from "./triage.ts";

// A beginning without any history: signs of what a message is, in English and German, written by hand. The model of the text room,
// which learns from corrections, takes this place. Rules only say what is plain; all else is a person's to decide.

interface Sign {
  readonly kind: MessageKind;
  readonly sign: RegExp;
  readonly weight: number;
}

const signs: readonly Sign[] = [
  { kind: "question", weight: 2, sign: /\?/u },
  {
    kind: "question",
    weight: 2,
    sign: /\b(how (do|can|to|long|much)|what|where|when|which|who|why|is there|can (i|you|we)|could you|wie|was|wo|wann|welche|warum|gibt es|kann (ich|man)|könnt ihr)\b/iu,
  },
  {
    kind: "problem",
    weight: 3,
    sign: /\b(doesn'?t|don'?t|won'?t|can'?t|cannot|isn'?t|didn'?t|not|never|stopped|no longer) (\w+ ){0,2}(work\w*|load\w*|start\w*|open\w*|connect\w*|respond\w*|arriv\w*|receiv\w*|log ?in|sign ?in|charg\w*|turn\w*)/iu,
  },
  {
    kind: "problem",
    weight: 3,
    sign: /\b(error|broken|bug|crash\w*|fail\w*|issue|problem|trouble|stuck|down|outage|missing|wrong|lost|delayed|cancel+ed|leak\w*|flicker\w*|freez\w*|slow)\b/iu,
  },
  {
    kind: "problem",
    weight: 3,
    sign: /\b(geht|funktioniert|lädt|startet|klappt|läuft) (\p{L}+ ){0,2}(nicht|nie)\b|\b(fehler|kaputt|defekt|abgestürzt|störung|verloren|hängt|undicht|flackert)\b/iu,
  },
  { kind: "problem", weight: 2, sign: /\b(help|need|please|hilfe|bitte|brauche)\b/iu },
  {
    kind: "complaint",
    weight: 4,
    sign: /\b(worst|terrible|awful|horrible|unacceptable|ridiculous|disgusting|pathetic|scam|rip ?off|useless|joke|disappoint\w*|fed up|furious|angry|shame|frustrat\w*|rude|never again|waiting (for )?(hours|days|weeks))\b/iu,
  },
  {
    kind: "complaint",
    weight: 4,
    sign: /\b(unverschämt|frechheit|katastrophe|schlecht\w*|nie wieder|enttäusch\w*|unmöglich|wütend|lächerlich|saftladen)\b/iu,
  },
  {
    kind: "praise",
    weight: 4,
    sign: /\b(thank(s| you)|thx|great|awesome|love|excellent|amazing|brilliant|perfect|best|appreciate\w*|danke|super|toll|klasse|prima|genial)\b/iu,
  },
  {
    kind: "chatter",
    weight: 3,
    sign: /^\s*(@\w+\s*)*(ok(ay)?|yes|no|yep|nope|sure|lol|haha\w*|done|hi|hello|hey|ja|nein|gern|hallo|gut|same|me too|will do|got it)[\s.!]*$/iu,
  },
];

const urgent =
  /\b(urgent\w*|asap|immediately|right now|emergency|danger\w*|fire|smoke|burn\w*|shock|hacked|stolen|fraud|dringend|sofort|notfall|gefahr|brennt|rauch|gestohlen|gehackt|betrug)\b/iu;
const high =
  /\b(today|tonight|tomorrow|still waiting|for days|for weeks|refund|charged twice|locked out|heute|morgen|seit tagen|seit wochen|erstattung|gesperrt)\b/iu;
const german = /\b(und|ich|nicht|ist|das|die|der|mit|bei|wie|kann|mein\w*|euch|bitte|seit)\b/giu;
const english = /\b(and|i|not|is|the|with|my|you|your|how|can|please|since|it)\b/giu;

/** Below this the rules say nothing: a person is asked. */
const leastShare = 0.5;
/** What stands for all that the rules do not know. */
const unknown = 2;

/**
 * What hand-written signs say of a message. Whether it asks for something to be done decides whether they are sure: a problem that may
 * be a complaint is somebody's to solve in any case.
 */
export function triageByRules(text: string): TriageGuess {
  const seen = text.slice(0, 4_000).replace(/[’‘]/gu, "'");
  const weights = new Map<MessageKind, number>();
  for (const { kind, sign, weight } of signs) if (sign.test(seen)) weights.set(kind, (weights.get(kind) ?? 0) + weight);
  const ranked = [...weights].sort((a, b) => b[1] - a[1]);
  const asking = ranked.filter(([kind]) => asksForHelp(kind));
  const other = ranked.filter(([kind]) => !asksForHelp(kind));
  const side = sumOf(asking) >= sumOf(other) ? asking : other;
  const total = sumOf(ranked) + unknown;
  const [kind, most] = side[0] ?? ["chatter", 0];
  return {
    kind,
    area: null,
    urgency: urgent.test(seen) ? "urgent" : high.test(seen) ? "high" : "normal",
    language: languageOf(seen),
    probability: most / total,
    abstains: sumOf(side) / total < leastShare,
  };
}

function sumOf(weights: readonly (readonly [MessageKind, number])[]): number {
  return weights.reduce((sum, [, weight]) => sum + weight, 0);
}

function languageOf(text: string): string | null {
  const de = text.match(german)?.length ?? 0;
  const en = text.match(english)?.length ?? 0;
  return de === en ? null : de > en ? "de" : "en";
}

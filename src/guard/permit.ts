/** Not exported from the room: only what has it can make a permit. */
const issued: unique symbol = Symbol("permit");

/** What a permit rests on: the person asked for this very mail by giving their address to a form. */
export type RequestedBasis = "sign-in-link";

/**
 * What a permit rests on where a member has opened the moment: they asked something and wait for news of it, wrote something that is
 * answered, follow something, were spoken to by name, chose an hour for the day's digest, allow to be asked for what they have solved
 * before, or work at the desk.
 */
export type OpenedBasis = "asked" | "wrote" | "follows" | "mentioned" | "digest" | "solved" | "desk";

/**
 * The right to put one thing in front of one person, with a reason that they can read. Only this room makes permits: the class has
 * a member that nobody else can name, and the door exports its type alone. In the database every outgoing thing points to one.
 */
export class Permit {
  readonly [issued] = true;
  readonly communityId: number;
  readonly id: number;
  readonly memberId: number | null;
  readonly basis: string;
  /** A sentence for its reader: "You get this mail because …". */
  readonly reason: string;

  constructor(key: typeof issued, permit: Omit<Permit, typeof issued>) {
    if (key !== issued) throw new Error("only the guard issues permits");
    this.communityId = permit.communityId;
    this.id = permit.id;
    this.memberId = permit.memberId;
    this.basis = permit.basis;
    this.reason = permit.reason;
    Object.freeze(this);
  }
}

/** Makes the permit that a row of the database stands for. */
export function issuedPermit(permit: Omit<Permit, typeof issued>): Permit {
  return new Permit(issued, permit);
}

/** Who had a seat from when to when, in milliseconds. `to` is infinite as long as it is had. */
type Tenure = { readonly allocationId: string; readonly from: number; to: number };

/** One seat as a register: written by takings and endings, read by every refusal that names it. */
export class SeatRegister {
  private readonly tenures: Tenure[] = [];

  taken(allocationId: string, now: number): void {
    this.ended(now);
    this.tenures.push({ allocationId, from: now, to: Number.POSITIVE_INFINITY });
  }

  /** The seat's owner, or this one if it is the owner, has it no more. */
  ended(now: number, allocationId?: string): void {
    const last = this.tenures.at(-1);
    if (last !== undefined && last.to > now && (allocationId ?? last.allocationId) === last.allocationId)
      last.to = now;
  }

  /** Whether anybody but `allocationId` had it at some time since then. */
  wasOthers(allocationId: string | undefined, since: number): boolean {
    return this.tenures.some((tenure) => tenure.allocationId !== allocationId && tenure.to >= since);
  }
}

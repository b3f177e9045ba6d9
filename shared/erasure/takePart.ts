import type { MarkStore } from './mark';

/** One step of an erasure, as every context is asked for it. */
export type AskedStep = {
  readonly customerId: string;
  readonly n: number;
  /** When the customer asked for it (UTC). */
  readonly at: string;
  readonly step: 'mark' | 'empty' | 'empty-again';
};

/** What one context does about it. */
export type Part<Objection> = {
  readonly marks: MarkStore;
  /** Why the customer cannot be erased yet. */
  readonly objectionTo: (customerId: string) => Promise<Objection | undefined>;
  /** Empties what is kept of the customer from before then (UTC). It can be run again. */
  readonly empty: (customerId: string, until: string) => Promise<void>;
  readonly answer: (objection: Objection | undefined) => Promise<void>;
};

/**
 * Takes part in an erasure. The mark is written before anything is looked at, so that nothing new is begun meanwhile. The
 * answer is published last, so a copy of the question does the same and gets the same answer. A question that is late is
 * not answered, for whoever asked has heard enough by then. `since` is when the step began.
 */
export async function takePart<Objection>(
  { marks, objectionTo, empty, answer }: Part<Objection>,
  { customerId, n, at, step }: AskedStep,
  since: string,
): Promise<void> {
  const state = step === 'mark' ? 'asked' : 'erased';
  const mark = await marks.set({ customerId, n, at, state });
  if (mark.n !== n || mark.state !== state) return;
  if (step === 'mark') return answer(await objectionTo(customerId));
  await empty(customerId, since);
  await answer(undefined);
}

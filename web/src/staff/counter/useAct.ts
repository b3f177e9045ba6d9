import { useMutation } from '@tanstack/preact-query';
import { carryOut, type Intent, isOpen } from '../../purchase/intent';

/** Something that moves money or seats. What it asks for lies in the tab until its final answer, with its key. */
export type Act<Body, Answer> = {
  /** One at a time in a tab: what it is about. */
  readonly intent: string;
  readonly send: (request: Intent<Body>) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
};

/**
 * Does it once, however often it is pressed, reloaded or left without an answer. While it is `isUnanswered` nobody knows
 * whether it was done, so that the form must not ask for anything else: `again` repeats it to the letter.
 */
export function useAct<Body, Answer>({ intent, send, onDone }: Act<Body, Answer>) {
  const acting = useMutation({
    mutationFn: (make: () => Body) => carryOut(sessionStorage, intent, make, send),
    onSuccess: onDone,
  });
  const run = (make: () => Body) => {
    if (!acting.isPending) acting.mutate(make);
  };
  return {
    run,
    again: () => run(neverMade),
    isPending: acting.isPending,
    isUnanswered: !acting.isPending && isOpen(sessionStorage, intent),
    error: acting.error,
    reset: acting.reset,
  };
}

/** What is open has its body already. */
const neverMade = (): never => {
  throw new Error('Nothing of this kind is open.');
};

import { type ApiProblem, asProblem } from '../api/problem';

/** What remembers between two pages of one tab: `sessionStorage`, or a map in a test. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What one intent sends, and the Idempotency-Key it sends it with. */
export type Intent<Body> = { readonly key: string; readonly body: Body };

const nameOf = (intent: string): string => `intent:${intent}`;

/**
 * The request of one intent, the same until the intent is settled. A double tap, a reload or a lost answer repeats it
 * to the letter, and the server does it once.
 */
export function requestOf<Body>(storage: TabStorage, intent: string, make: () => Body): Intent<Body> {
  const kept = storage.getItem(nameOf(intent));
  if (kept !== null) return JSON.parse(kept) as Intent<Body>;
  const request = { key: crypto.randomUUID(), body: make() };
  storage.setItem(nameOf(intent), JSON.stringify(request));
  return request;
}

/** Whether the intent waits for its final answer. What it asked for may be done already. */
export const isOpen = (storage: TabStorage, intent: string): boolean =>
  storage.getItem(nameOf(intent)) !== null;

/** The intent has its final answer: wanting the same again is a new intent. */
export const settle = (storage: TabStorage, intent: string): void => storage.removeItem(nameOf(intent));

/**
 * Sends an intent. It is settled by its final answer; without one it stays open, and carrying it out again repeats it.
 * Throws an `ApiProblem`.
 */
export async function carryOut<Body, Answer>(
  storage: TabStorage,
  intent: string,
  make: () => Body,
  send: (request: Intent<Body>) => Promise<Answer>,
): Promise<Answer> {
  const request = requestOf(storage, intent, make);
  try {
    const answer = await send(request);
    settle(storage, intent);
    return answer;
  } catch (error) {
    const problem = asProblem(error);
    if (isFinal(problem)) settle(storage, intent);
    throw problem;
  }
}

/** Anything else may have been done without our hearing of it, so the same key must ask again. */
const isFinal = (problem: ApiProblem): boolean => !problem.isPassing && problem.code !== 'unauthenticated';

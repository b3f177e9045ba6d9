import { refusal } from './errors';
import type { PaymentStore, StoredReply } from './store';

/**
 * A key holds for 15 days from its first use, has at most 300 characters, and counts per method and address. The body
 * is not compared. A repeated request gets the first one's answer, an error too. Source:
 * https://docs.tosspayments.com/reference/using-api/idempotency-key
 */
const KEY_LIFETIME_MS = 15 * 24 * 3_600_000;
const MAX_KEY_LENGTH = 300;

export type Keyed = { readonly key: string | undefined; readonly address: string };

/** Runs `work` at most once per key and address. Its changes and its answer are stored together. */
export function once(
  store: PaymentStore,
  now: number,
  { key, address }: Keyed,
  work: () => StoredReply,
): StoredReply {
  if (key === undefined) return store.transaction(work);
  if (key.length > MAX_KEY_LENGTH) return { ...refusal('INVALID_IDEMPOTENCY_KEY'), answerAt: now };
  const scope = `${address}\n${key}`;
  const first = store.reply(scope, now - KEY_LIFETIME_MS);
  if (first) {
    const answered = first.answerAt !== null && first.answerAt <= now;
    return answered ? first : { ...refusal('IDEMPOTENT_REQUEST_PROCESSING'), answerAt: now };
  }
  return store.transaction(() => {
    const reply = work();
    store.keepReply(scope, now, reply);
    return reply;
  });
}

export const forgetOldKeys = (store: PaymentStore, now: number): void =>
  store.forgetReplies(now - KEY_LIFETIME_MS);

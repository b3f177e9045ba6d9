import { z } from 'zod';
import { wholeNumber } from '../kernel/config';
import type { TossSettings } from './tossCalls';

const DAY_SECONDS = 24 * 60 * 60;

/** Where the payment provider is. */
export const paymentSettings = z.object({
  PAYMENT_URL: z.url(),
  PAYMENT_SECRET_KEY: z.string().min(1),
  /** Deadline of one call to the payment provider. It is shorter than `DEADLINE_MS` in shared/http/deadline.ts. */
  PAYMENT_TIMEOUT_MS: wholeNumber(100, 15_000, 5_000),
  /** How often everything with money is compared with the provider's books. */
  RECONCILIATION_SECONDS: wholeNumber(1, 7 * DAY_SECONDS, DAY_SECONDS),
});

export const tossSettings = (settings: z.infer<typeof paymentSettings>): TossSettings => ({
  url: settings.PAYMENT_URL,
  secretKey: settings.PAYMENT_SECRET_KEY,
  timeoutMs: settings.PAYMENT_TIMEOUT_MS,
});

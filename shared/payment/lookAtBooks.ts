import { type Answers, type Books, compareBooks, owedOf, paymentsIn } from './books';
import { type Difference, isKnown } from './difference';
import type { PaymentProvider } from './provider';

type Asked = Pick<PaymentProvider, 'find'>;

export async function askProvider(provider: Asked, books: Books): Promise<Answers> {
  const asked = paymentsIn(books).map(
    async ({ paymentKey }) => [paymentKey, await provider.find(paymentKey)] as const,
  );
  return new Map(await Promise.all(asked));
}

export type Look = 'the same' | 'otherwise' | 'no answer';

/** Compares our side with what the provider says. What is noted already is nothing new. */
export async function lookAtBooks(
  provider: Asked,
  books: Books,
  differences: readonly Difference[] | undefined,
): Promise<Look> {
  const answers = await askProvider(provider, books);
  const compared = compareBooks(books, answers);
  if (compared === undefined) return 'no answer';
  return isKnown(differences, compared) && owedOf(books, answers).length === 0 ? 'the same' : 'otherwise';
}

import { useInfiniteQuery } from '@tanstack/preact-query';
import { useApp } from '../app/context';
import part from '../lending/Loans.module.css';
import { MoreButton } from '../mine/MoreButton';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { useOwnTexts } from '../texts';
import { BillRow } from './BillRow';
import css from './Membership.module.css';
import { billsQuery } from './queries';

/** A member's bills, and what follows when one is overdue. Who never was a member has none, and sees none. */
export function Bills() {
  const t = useOwnTexts().membership;
  const { api } = useApp();
  const bills = useInfiniteQuery(billsQuery(api));
  const items = bills.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0 && !bills.isError) return <SlowNote of={bills} />;
  return (
    <section class={part.part} aria-labelledby="bills">
      <h2 id="bills">{t.bills}</h2>
      {bills.isError && <ProblemNote error={bills.error} onRetry={() => bills.refetch()} />}
      {items.some(({ status }) => status === 'overdue') && <p class={css.suspended}>{t.suspended}</p>}
      <ul>
        {items.map((bill) => (
          <BillRow key={bill.billId} bill={bill} />
        ))}
      </ul>
      {bills.hasNextPage && <MoreButton onMore={() => bills.fetchNextPage()} />}
    </section>
  );
}

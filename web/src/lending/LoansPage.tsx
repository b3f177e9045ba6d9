import { useInfiniteQuery } from '@tanstack/preact-query';
import type { Loan } from '../api/types';
import { useApp } from '../app/context';
import { useTitle } from '../app/useTitle';
import { MoreButton } from '../mine/MoreButton';
import { Blank } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SignInGate } from '../parts/SignInGate';
import { SlowNote } from '../parts/SlowNote';
import { useOwnTexts } from '../texts';
import { dayAndTime, inLanguage } from '../texts/format';
import { Items } from './Items';
import css from './Loans.module.css';
import { loansQuery } from './queries';

/** What somebody has borrowed, and what there is to borrow. */
export default function LoansPage() {
  return (
    <SignInGate>
      <Borrowing />
    </SignInGate>
  );
}

function Borrowing() {
  const t = useOwnTexts().lending;
  useTitle(t.title);
  return (
    <div class={css.page}>
      <header>
        <h1 tabIndex={-1}>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <Loans />
      <Items />
    </div>
  );
}

/** One that is being checked is asked for again soon. */
const LOOK_AGAIN_MS = 1_500;

function Loans() {
  const t = useOwnTexts().lending;
  const { api } = useApp();
  const loans = useInfiniteQuery({
    ...loansQuery(api),
    refetchInterval: ({ state }) => (loansIn(state.data).some(isWaiting) ? LOOK_AGAIN_MS : false),
  });
  const items = loansIn(loans.data);
  return (
    <section class={css.part} aria-labelledby="loans" aria-busy={loans.isLoading}>
      <h2 id="loans">{t.yours}</h2>
      {loans.isError && <ProblemNote error={loans.error} onRetry={() => loans.refetch()} />}
      <SlowNote of={loans} />
      {loans.isLoading && <Blank letters={24} />}
      {loans.data !== undefined && items.length === 0 && (
        <p class="soft">
          {t.none} {t.noneDo}
        </p>
      )}
      <ul>
        {items.map((loan) => (
          <LoanRow key={loan.loanId} loan={loan} />
        ))}
      </ul>
      {loans.hasNextPage && <MoreButton onMore={() => loans.fetchNextPage()} />}
    </section>
  );
}

const loansIn = (data: { readonly pages: readonly { readonly items: readonly Loan[] }[] } | undefined) =>
  data?.pages.flatMap((page) => page.items) ?? [];
const isWaiting = ({ status }: Loan): boolean => status === 'requested';

function LoanRow({ loan }: { readonly loan: Loan }) {
  const t = useOwnTexts().lending;
  const status = loan.overdue ? 'overdue' : loan.status;
  return (
    <li class={css.loan}>
      <h3>{t.quantity(inLanguage(loan.itemName), loan.quantity)}</h3>
      <p class={css.status} data-status={status}>
        {t.status[status]}
      </p>
      <p class="small">
        <WhatNow loan={loan} />
      </p>
    </li>
  );
}

/** What became of it, and what is to be done. */
function WhatNow({
  loan: { status, overdue, reason, returnBy = '', returnedAt = '' },
}: {
  readonly loan: Loan;
}) {
  const t = useOwnTexts().lending;
  const { config } = useApp();
  const when = (instant: string) => dayAndTime(instant, config.timeZone);
  switch (status) {
    case 'requested':
      return <>{t.requested}</>;
    case 'lent':
      return <>{overdue ? t.wasDue(when(returnBy)) : t.returnBy(when(returnBy))}</>;
    case 'cancelled':
      return <>{t.why[reason ?? 'out-of-stock']}</>;
    case 'returned':
      return <>{t.returnedAt(when(returnedAt))}</>;
    default:
      return status satisfies never;
  }
}

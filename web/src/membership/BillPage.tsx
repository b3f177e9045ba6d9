import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { asProblem } from '../api/problem';
import type { Bill } from '../api/types';
import { announce } from '../app/announce';
import { useApp } from '../app/context';
import { pathTo, routes } from '../app/routes';
import { useTitle } from '../app/useTitle';
import { Blank, BlankTitle } from '../parts/Blank';
import { ProblemNote } from '../parts/ProblemNote';
import { SlowNote } from '../parts/SlowNote';
import { CameBack } from '../purchase/CameBack';
import { paymentKeyIn } from '../purchase/order';
import { PayButton } from '../purchase/PayButton';
import pay from '../purchase/PayPage.module.css';
import { useLeaving } from '../purchase/useLeaving';
import reservation from '../reservations/Reservation.module.css';
import { useOwnTexts } from '../texts';
import { day, dayAndTime, inLanguage, money, month } from '../texts/format';
import { billOrder } from './billOrder';
import { historyOf } from './history';
import css from './Membership.module.css';
import { TakeBack } from './TakeBack';
import { isToBePaid, useBill, useBillPayment } from './useBill';

type Props = { readonly billId: string };

/**
 * One bill: how it stands, and paying it. Here the payment page sends a member back. What is shown follows from the bill's
 * status, never from the address.
 */
export function BillPage({ billId }: Props) {
  const t = useOwnTexts().membership;
  const { query } = useLocation();
  const bill = useBill(billId);
  const { data } = bill;
  const paymentKey = data && paymentKeyIn(query, data.orderId);
  const payment = useBillPayment(billId, bill, paymentKey);
  useDeclined(billId, payment.error);
  useTitle(data === undefined ? t.bills : t.billTitle(month(data.month)));
  if (data === undefined) return <NoBill bill={bill} />;
  const isConfirming = paymentKey !== undefined && isToBePaid(data) && !payment.isError;
  const shown: Bill = isConfirming ? { ...data, status: 'paying' } : data;
  return (
    <div class={reservation.page}>
      <Standing bill={shown} />
      {isToBePaid(shown) && <CameBack code={query.code} stopped={t.stopped} declined={t.declined} />}
      {payment.isError && <PaymentProblem error={payment.error} onRetry={() => payment.refetch()} />}
      <Facts bill={shown} />
      {isToBePaid(shown) && !isToBeAskedAgain(payment.error) && <Pay bill={shown} />}
      <p class={css.actions}>
        {shown.status === 'paid' && <TakeBack bill={shown} />}
        <a class="button quiet" href={routes.membership}>
          {t.toMembership}
        </a>
      </p>
      <History bill={shown} />
    </div>
  );
}

function NoBill({ bill }: { readonly bill: ReturnType<typeof useBill> }) {
  const t = useOwnTexts().membership;
  return (
    <div class={reservation.page} aria-busy={bill.isPending}>
      <h1 tabIndex={-1}>{bill.isError ? t.unreadTitle : <BlankTitle />}</h1>
      {bill.isError ? (
        <ProblemNote error={bill.error} onRetry={() => bill.refetch()} />
      ) : (
        <Blank letters={24} />
      )}
      <SlowNote of={bill} />
      <p>
        <a href={routes.membership}>{t.toMembership}</a>
      </p>
    </div>
  );
}

/** A card that was refused has nothing to confirm any more: another one may pay. */
function useDeclined(billId: string, error: unknown): void {
  const { route } = useLocation();
  const isDeclined = error !== null && asProblem(error).code === 'payment-declined';
  useEffect(() => {
    if (isDeclined) route(`${pathTo.bill(billId)}?code=DECLINED`, true);
  }, [isDeclined, billId, route]);
}

/** What was made may still be taken, so nobody is asked to pay anew. */
const isToBeAskedAgain = (error: unknown): boolean =>
  error !== null && (asProblem(error).isPassing || asProblem(error).code === 'unauthenticated');

function PaymentProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return isToBeAskedAgain(error) ? (
    <ProblemNote error={error} onRetry={onRetry} />
  ) : (
    <ProblemNote error={error} />
  );
}

function Standing({ bill }: { readonly bill: Bill }) {
  const texts = useOwnTexts();
  const t = texts.membership;
  const { status } = bill;
  const name = t.billStatus[status];
  useEffect(() => announce(name), [name]);
  return (
    <div class={reservation.head}>
      <h1 tabIndex={-1}>{t.billTitle(month(bill.month))}</h1>
      <p class={css.status} data-status={status}>
        {name}
      </p>
      <p>
        <WhatNow bill={bill} />
      </p>
    </div>
  );
}

/** What is to be done, or waited for. */
function WhatNow({ bill: { status, dueOn } }: { readonly bill: Bill }) {
  const texts = useOwnTexts();
  const t = texts.membership;
  const due = day(dueOn, 'UTC');
  switch (status) {
    case 'unpaid':
      return <>{t.payBy(due)}</>;
    case 'overdue':
      return (
        <>
          {t.wasDue(due)} {t.billText.overdue}
        </>
      );
    case 'paying':
      return <>{texts.pay.confirming}</>;
    case 'paid':
    case 'refunding':
      return <>{t.billText[status]}</>;
    default:
      return status satisfies never;
  }
}

function Facts({ bill: { planName, amount, currency, dueOn } }: { readonly bill: Bill }) {
  const t = useOwnTexts().membership;
  return (
    <dl class={reservation.facts}>
      <div>
        <dt>{t.plan}</dt>
        <dd>{inLanguage(planName)}</dd>
      </div>
      <div>
        <dt>{t.amount}</dt>
        <dd>{money(amount, currency)}</dd>
      </div>
      <div>
        <dt>{t.dueOn}</dt>
        <dd>{day(dueOn, 'UTC')}</dd>
      </div>
    </dl>
  );
}

/** The one button, which leaves for the payment page. */
function Pay({ bill }: { readonly bill: Bill }) {
  const t = useOwnTexts().pay;
  const leaving = useLeaving(() => billOrder(bill));
  const press = (event: Event) => {
    event.preventDefault();
    if (!leaving.isUnderWay) leaving.mutate();
  };
  return (
    <form class={pay.form} onSubmit={press}>
      <PayButton
        sum={money(bill.amount, bill.currency)}
        isUnderWay={leaving.isUnderWay}
        hint={leaving.isError ? t.unreachable : undefined}
      />
    </form>
  );
}

function History({ bill }: { readonly bill: Bill }) {
  const t = useOwnTexts().membership;
  const { config } = useApp();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <ol class={css.happened}>
        {historyOf(bill).map(({ what, at, amount }) => (
          <li key={`${what} ${at}`}>
            <span>
              {t.happened[what]}
              {amount !== undefined && ` · ${money(amount, bill.currency)}`}
            </span>
            <time class="soft small" dateTime={at}>
              {dayAndTime(at, config.timeZone)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

import type { Bill } from '../api/types';
import { pathTo } from '../app/routes';
import mine from '../mine/MyPage.module.css';
import { useOwnTexts } from '../texts';
import { day, inLanguage, money, month } from '../texts/format';
import css from './Membership.module.css';

type Shown = Pick<Bill, 'billId' | 'planName' | 'month' | 'amount' | 'currency' | 'status' | 'dueOn'>;

/** A bill in a list. The whole of it leads to its page; what is to be paid says so by a button. */
export function BillRow({ bill }: { readonly bill: Shown }) {
  const t = useOwnTexts().membership;
  const { billId, status, amount, currency, planName } = bill;
  const dueOn = day(bill.dueOn, 'UTC');
  return (
    <li class={mine.entry}>
      <h3>
        <a href={pathTo.bill(billId)}>{t.billTitle(month(bill.month))}</a>
      </h3>
      <p class="soft small">
        {inLanguage(planName)} · {money(amount, currency)}
      </p>
      <p class={css.status} data-status={status}>
        {t.billStatus[status]}
      </p>
      {(status === 'unpaid' || status === 'overdue') && (
        <div class={mine.toPay}>
          <p class="small">{status === 'overdue' ? t.wasDue(dueOn) : t.payBy(dueOn)}</p>
          <a class="button" href={pathTo.bill(billId)}>
            {t.payNow}
            <span class="unseen"> {t.billTitle(month(bill.month))}</span>
          </a>
        </div>
      )}
    </li>
  );
}

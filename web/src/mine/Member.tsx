import type { MyPage } from '../api/types';
import { routes } from '../app/routes';
import { BillRow } from '../membership/BillRow';
import { useOwnTexts } from '../texts';
import css from './MyPage.module.css';

type Props = { readonly mine: MyPage | undefined };

/** What a member has to pay, and first of all what should be paid by now. */
export function Owed({ mine }: Props) {
  const t = useOwnTexts().membership;
  const { unpaidCount = 0, items = [] } = mine?.bills ?? {};
  const overdue = items.filter(({ status }) => status === 'overdue').length;
  if (unpaidCount === 0) return null;
  return (
    <p class={css.owed} data-overdue={overdue > 0}>
      <a href={routes.membership}>{overdue > 0 ? t.overdueNow(overdue) : t.toPay(unpaidCount)}</a>
    </p>
  );
}

/** So many of the newest bills are shown here. The others are on the page of the membership. */
const NEWEST = 3;

/** Somebody's newest bills and what all of them add up to. Who never was a member sees nothing. */
export function Member({ mine }: Props) {
  const t = useOwnTexts();
  if (mine === undefined || mine.memberships.membershipCount === 0) return null;
  const { billCount, paidCount, unpaidCount, items } = mine.bills;
  return (
    <section>
      <h2>{t.app.membership}</h2>
      <p class="small">
        <a href={routes.membership}>{t.membership.toMembership}</a> ·{' '}
        {t.membership.billCounts(billCount, paidCount, unpaidCount)}
      </p>
      <ul>
        {items.slice(0, NEWEST).map((bill) => (
          <BillRow key={bill.billId} bill={bill} />
        ))}
      </ul>
    </section>
  );
}

import { useTitle } from '../app/useTitle';
import css from '../lending/Loans.module.css';
import { SignInGate } from '../parts/SignInGate';
import { useOwnTexts } from '../texts';
import { BillPage } from './BillPage';
import { Bills } from './Bills';
import { Memberships } from './Memberships';
import { Plans } from './Plans';

/** What somebody is a member of and owes for it, and how to become one; or one of the bills. */
export default function MembershipPage({ billId }: { readonly billId?: string }) {
  return <SignInGate>{billId ? <BillPage key={billId} billId={billId} /> : <Membership />}</SignInGate>;
}

function Membership() {
  const t = useOwnTexts().membership;
  useTitle(t.title);
  return (
    <div class={css.page}>
      <header>
        <h1 tabIndex={-1}>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </header>
      <Memberships />
      <Bills />
      <Plans />
    </div>
  );
}

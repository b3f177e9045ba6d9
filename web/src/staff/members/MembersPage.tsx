import { useTitle } from '../../app/useTitle';
import { useMay } from '../app/roles';
import { BillingRun } from './BillingRun';
import { LookUp } from './LookUp';
import { Plans } from './Plans';
import { useMemberTexts } from './texts';

/** How a member stands, what members pay and get, and their bills by hand. */
export default function MembersPage() {
  const t = useMemberTexts();
  const isAdmin = useMay('admin');
  useTitle(t.title);
  return (
    <>
      <h1 tabIndex={-1}>{t.title}</h1>
      <LookUp />
      <Plans />
      {isAdmin && <BillingRun />}
    </>
  );
}

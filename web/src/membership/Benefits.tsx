import type { MembershipPlan } from '../api/types';
import { useOwnTexts } from '../texts';
import { percent } from '../texts/format';
import css from './Membership.module.css';

/** What a member gets. */
export function Benefits({ benefits: { presale, percentOff } }: Pick<MembershipPlan, 'benefits'>) {
  const t = useOwnTexts().membership;
  return (
    <ul class={css.benefits}>
      {presale && <li>{t.presale}</li>}
      {percentOff !== undefined && <li>{t.percentOff(percent(percentOff))}</li>}
    </ul>
  );
}

import type { MyPage } from '../api/types';
import { routes } from '../app/routes';
import { useOwnTexts } from '../texts';
import css from './MyPage.module.css';

/** What is out, and first of all what should be back by now. */
export function Borrowed({ loans }: { readonly loans: MyPage['loans'] | undefined }) {
  const t = useOwnTexts().lending;
  const { outCount = 0, overdueCount = 0 } = loans ?? {};
  if (outCount === 0) return null;
  return (
    <p class={css.owed} data-overdue={overdueCount > 0}>
      <a href={routes.loans}>{overdueCount > 0 ? t.overdueNow(overdueCount) : t.outNow(outCount)}</a>
    </p>
  );
}

import { useOwnTexts } from '../texts';

/** What it is now, and before it, struck out, what it was when the seats were reserved. */
export function Moved({ from, now }: { readonly from: string | undefined; readonly now: string }) {
  const t = useOwnTexts().reservation;
  if (from === undefined || from === now) return <>{now}</>;
  return (
    <>
      <del class="soft">
        <span class="unseen">{t.before}: </span>
        {from}
      </del>{' '}
      <ins>
        <span class="unseen">{t.now}: </span>
        {now}
      </ins>
    </>
  );
}

import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { count, shortDayAndTime } from '../../texts/format';
import { staffPath } from '../app/paths';
import { useMay } from '../app/roles';
import { Heads } from '../parts/Heads';
import { Scroll } from '../parts/Scroll';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Operations.module.css';
import { KINDS, type Kind, type Pending, pendingQuery } from './operationsQueries';
import { PendingDialog } from './PendingDialog';
import { Runbook } from './Runbook';
import { useOperationsTexts } from './texts';

/** All that does not go on by itself, or not yet. The box office sees the refunds that are owed. */
export function PendingView() {
  const t = useOperationsTexts();
  const { api } = useApp();
  const isAdmin = useMay('admin');
  const [chosen, setChosen] = useState<Kind | ''>('');
  const [shown, setShown] = useState<Pending>();
  const kind = isAdmin ? chosen || undefined : 'refund';
  const pending = useInfiniteQuery(pendingQuery(api, kind));
  const items = pending.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {isAdmin && (
        <div class="form">
          <label class="field">
            <span>{t.pending.kind}</span>
            <select
              value={chosen}
              onChange={({ currentTarget }) => setChosen(currentTarget.value as Kind | '')}
            >
              <option value="">{t.pending.all}</option>
              {KINDS.map((one) => (
                <option key={one} value={one}>
                  {t.pending.kinds[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <div class="part">
        {pending.isError && <StaffProblem error={pending.error} onRetry={() => pending.refetch()} />}
        {pending.isPending && <Blank letters={40} />}
        {pending.isSuccess && items.length === 0 && <p role="status">{t.pending.empty}</p>}
        {items.length > 0 && <Table items={items} onShow={setShown} />}
      </div>
      {pending.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => pending.fetchNextPage()}>
          {t.more}
        </button>
      )}
      {shown !== undefined && <PendingDialog item={shown} onClose={() => setShown(undefined)} />}
      <Runbook of="pending" />
    </>
  );
}

type TableProps = { readonly items: readonly Pending[]; readonly onShow: (item: Pending) => void };

function Table({ items, onShow }: TableProps) {
  const t = useOperationsTexts().pending;
  const { config } = useApp();
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const time = (instant: string | undefined) => instant && shortDayAndTime(instant, config.timeZone);
  return (
    <Scroll label={t.caption}>
      <table class="table">
        <thead>
          <tr>
            <Heads of={[t.kind, t.since, t.reason, t.attempts, t.next]} />
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.kind} ${item.id}`}>
              <th scope="row" class="nowrap">
                {kinds[item.kind] ?? item.kind}
              </th>
              <td class="nowrap">{time(item.since)}</td>
              <td class={css.reason}>
                <span lang="en">{item.reason}</span>{' '}
                {item.reservationId !== undefined && (
                  <a class="code" href={staffPath.reservation(item.reservationId)}>
                    {item.reservationId}
                  </a>
                )}
                {item.asked !== undefined && <strong> {t.asked[item.asked.action]}</strong>}
              </td>
              <td class="number">{count(item.attempts)}</td>
              <td class="nowrap">{time(item.nextAttemptAt)}</td>
              <td>
                <button type="button" class="button quiet" onClick={() => onShow(item)}>
                  {t.show}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

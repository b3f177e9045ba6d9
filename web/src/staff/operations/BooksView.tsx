import { useInfiniteQuery } from '@tanstack/preact-query';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { money, shortDayAndTime } from '../../texts/format';
import { staffPath } from '../app/paths';
import { Heads } from '../parts/Heads';
import { Scroll } from '../parts/Scroll';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Operations.module.css';
import { type Difference, differencesQuery } from './operationsQueries';
import { Runbook } from './Runbook';
import { useOperationsTexts } from './texts';

/** Where the provider's books say another sum than ours. */
export function BooksView() {
  const t = useOperationsTexts();
  const { api } = useApp();
  const differences = useInfiniteQuery(differencesQuery(api));
  const items = differences.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {differences.isError && (
        <StaffProblem error={differences.error} onRetry={() => differences.refetch()} />
      )}
      {differences.isPending && <Blank letters={40} />}
      {differences.isSuccess && items.length === 0 && <p role="status">{t.books.empty}</p>}
      {items.length > 0 && <Table items={items} />}
      {differences.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => differences.fetchNextPage()}>
          {t.more}
        </button>
      )}
      <Runbook of="books" />
    </>
  );
}

function Table({ items }: { readonly items: readonly Difference[] }) {
  const t = useOperationsTexts().books;
  const { config } = useApp();
  const sums = ({ captured, refunded }: Difference['ours'], currency: string) =>
    `${money(captured, currency)}, ${money(refunded, currency)}`;
  return (
    <Scroll label={t.caption}>
      <table class="table">
        <thead>
          <tr>
            <Heads of={[t.reservation, t.kind, t.ours, t.theirs, t.since, t.note]} />
          </tr>
        </thead>
        <tbody>
          {items.map(({ reservationId, billId, kind, ours, provider, currency, since, note }) => (
            <tr key={reservationId ?? billId}>
              <th scope="row" class="code">
                {reservationId === undefined ? (
                  billId
                ) : (
                  <a href={staffPath.reservation(reservationId)}>{reservationId}</a>
                )}
              </th>
              <td>{t.kinds[kind]}</td>
              <td class="number">{sums(ours, currency)}</td>
              <td class="number">{sums(provider, currency)}</td>
              <td class="nowrap">{shortDayAndTime(since, config.timeZone)}</td>
              <td class={css.reason}>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

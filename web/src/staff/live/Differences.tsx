import { useQuery } from '@tanstack/preact-query';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { dayAndTime, money } from '../../texts/format';
import { staffPath } from '../app/paths';
import { ScrollTable } from '../house/ScrollTable';
import { soon } from '../house/staffSeats';
import { StaffProblem } from '../parts/StaffProblem';
import type { Difference } from '../types';
import { differencesQuery } from './queries';
import { useLiveTexts } from './texts';

const LOOK_AGAIN_MS = 60_000;

/** Reservations and bills of which the provider's books say another sum than ours. For an admin. */
export function Differences() {
  const t = useLiveTexts();
  const { api, config } = useApp();
  const differences = useQuery({ ...differencesQuery(api), refetchInterval: soon(LOOK_AGAIN_MS) });
  const items = differences.data?.items ?? [];
  return (
    <section class="part" aria-busy={differences.isPending}>
      <h2>{t.differencesTitle}</h2>
      {differences.isLoadingError && (
        <StaffProblem error={differences.error} onRetry={() => differences.refetch()} />
      )}
      {differences.isPending && <Blank letters={30} />}
      {differences.isSuccess && items.length === 0 && <p>{t.noDifferences}</p>}
      {items.length > 0 && (
        <ScrollTable label={t.differencesTitle}>
          <thead>
            <tr>
              <th scope="col">{t.reservation}</th>
              <th scope="col">{t.what}</th>
              <th scope="col" class="number">
                {t.ours}
              </th>
              <th scope="col" class="number">
                {t.theirs}
              </th>
              <th scope="col">{t.since}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ reservationId, billId, kind, ours, provider, currency, since }) => (
              <tr key={reservationId ?? billId}>
                <th scope="row" class="code">
                  {reservationId === undefined ? (
                    billId
                  ) : (
                    <a class="code" href={staffPath.reservation(reservationId)}>
                      {reservationId}
                    </a>
                  )}
                </th>
                <td>{t.differs[kind]}</td>
                <td class="number">{bookOf(ours, currency)}</td>
                <td class="number">{bookOf(provider, currency)}</td>
                <td class="nowrap">{dayAndTime(since, config.timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
}

/** Captured less refunded. */
const bookOf = ({ captured, refunded }: Difference['ours'], currency: string): string =>
  `${money(captured, currency)} − ${money(refunded, currency)}`;

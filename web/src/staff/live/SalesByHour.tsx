import { useQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { serverNow } from '../../api/serverClock';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { count, money } from '../../texts/format';
import { ScrollTable } from '../house/ScrollTable';
import { soon } from '../house/staffSeats';
import { StaffProblem } from '../parts/StaffProblem';
import type { SalesOfDays } from '../types';
import { lastDays } from './days';
import { salesByHourQuery } from './queries';
import { SalesPlot } from './SalesPlot';
import { currenciesIn, type HourOfSales, hoursOf } from './salesByHour';
import { useLiveTexts } from './texts';

const LOOK_AGAIN_MS = 30_000;
const SPANS = [1, 7, 28] as const;

/** What the theatre sold by the hour, of all performances: as a plot, and as a table for who cannot see it. */
export function SalesByHour() {
  const t = useLiveTexts();
  const { api, config } = useApp();
  const [span, setSpan] = useState<number>(1);
  const days = lastDays(span, config.timeZone, serverNow());
  const sales = useQuery({ ...salesByHourQuery(api, days), refetchInterval: soon(LOOK_AGAIN_MS) });
  const currencies = currenciesIn(sales.data?.items ?? []);
  return (
    <section class="part" aria-busy={sales.isPending}>
      <div class="bar">
        <h2>{t.byHour}</h2>
        <label class="actions">
          <span class="soft small">{t.span}</span>
          <select value={span} onChange={(event) => setSpan(Number(event.currentTarget.value))}>
            {SPANS.map((one) => (
              <option key={one} value={one}>
                {t.spans[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {sales.isLoadingError && <StaffProblem error={sales.error} onRetry={() => sales.refetch()} />}
      {sales.isPending && <Blank letters={30} />}
      {sales.data !== undefined && currencies.length === 0 && <p>{t.nothingSold}</p>}
      {sales.data !== undefined &&
        currencies.map((currency) => <OfCurrency key={currency} sales={sales.data} currency={currency} />)}
    </section>
  );
}

function OfCurrency({ sales, currency }: { readonly sales: SalesOfDays; readonly currency: string }) {
  const hours = useMemo(() => hoursOf(sales.items, currency, sales), [sales, currency]);
  return (
    <>
      <SalesPlot hours={hours} currency={currency} />
      <HoursTable hours={hours} currency={currency} />
    </>
  );
}

function HoursTable({
  hours,
  currency,
}: {
  readonly hours: readonly HourOfSales[];
  readonly currency: string;
}) {
  const t = useLiveTexts();
  return (
    <details>
      <summary>{t.asTable}</summary>
      <ScrollTable label={t.byHour}>
        <thead>
          <tr>
            <th scope="col">{t.hour}</th>
            <th scope="col" class="number">
              {t.seats}
            </th>
            <th scope="col" class="number">
              {t.gross}
            </th>
          </tr>
        </thead>
        <tbody>
          {hours
            .filter(({ seats }) => seats > 0)
            .map(({ hour, seats, gross }) => (
              <tr key={hour}>
                <th scope="row">{hour}</th>
                <td class="number">{count(seats)}</td>
                <td class="number">{money(gross, currency)}</td>
              </tr>
            ))}
        </tbody>
      </ScrollTable>
    </details>
  );
}

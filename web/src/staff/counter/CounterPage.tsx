import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { useTexts } from '../../texts';
import { dayAndTime, inLanguage, money } from '../../texts/format';
import { staffPath } from '../app/paths';
import { ComingList } from '../house/ComingList';
import { ScrollTable } from '../house/ScrollTable';
import { useHouseTexts } from '../house/texts';
import { StaffProblem } from '../parts/StaffProblem';
import type { ListedReservation } from '../types';
import css from './Counter.module.css';
import { foundQuery } from './queries';
import { ReservationState } from './ReservationState';
import { useCounterTexts } from './texts';

/** Where a day at the counter begins: find somebody, or sell for one of the coming performances. */
export default function CounterPage() {
  const t = useCounterTexts();
  const house = useHouseTexts();
  const { query } = useLocation();
  useTitle(t.title);
  const asked = query.q ?? '';
  return (
    <>
      <div class="bar">
        <h1 tabIndex={-1}>{t.title}</h1>
      </div>
      <Search key={asked} asked={asked} />
      {asked !== '' && <Found asked={asked} />}
      <section class="part">
        <h2>{house.coming}</h2>
        <ComingList
          actions={({ performanceId }) => (
            <>
              <a href={staffPath.counter(performanceId)}>{house.sell}</a>
              <a href={`${staffPath.counter(performanceId)}/withheld`}>{house.withheld}</a>
              <a href={staffPath.live(performanceId)}>{house.live}</a>
            </>
          )}
        />
      </section>
    </>
  );
}

/** What was asked for stands in the address, so that going back finds it again. */
function Search({ asked }: { readonly asked: string }) {
  const t = useCounterTexts();
  const { route } = useLocation();
  const [text, setText] = useState(asked);
  const search = (event: Event) => {
    event.preventDefault();
    const words = text.trim();
    route(`/staff/counter${words === '' ? '' : `?q=${encodeURIComponent(words)}`}`);
  };
  return (
    <search>
      <form class={css.search} onSubmit={search}>
        <label class="field">
          <span>{t.find}</span>
          <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button quiet">
          {t.findNow}
        </button>
        <p class="soft small">{t.findBy}</p>
      </form>
    </search>
  );
}

function Found({ asked }: { readonly asked: string }) {
  const t = useCounterTexts();
  const app = useTexts().app;
  const { api } = useApp();
  const found = useInfiniteQuery(foundQuery(api, asked));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section class="part" aria-busy={found.isPending}>
      <h2>{t.found}</h2>
      {found.isError && <StaffProblem error={found.error} onRetry={() => found.refetch()} />}
      <SlowNote of={found} />
      {found.isPending && (
        <p>
          <span class="unseen">{app.loading}</span>
          <Blank letters={40} />
        </p>
      )}
      {found.isSuccess && items.length === 0 && <p>{t.noneFound(asked)}</p>}
      {items.length > 0 && <FoundTable items={items} />}
      {found.hasNextPage && (
        <button type="button" class="button quiet" onClick={() => found.fetchNextPage()}>
          {t.more}
        </button>
      )}
    </section>
  );
}

function FoundTable({ items }: { readonly items: readonly ListedReservation[] }) {
  const t = useCounterTexts();
  const { config } = useApp();
  return (
    <ScrollTable label={t.found}>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.performance}</th>
          <th scope="col">{t.seats}</th>
          <th scope="col" class="number">
            {t.amount}
          </th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.reservationId}>
            <th scope="row">
              <a href={staffPath.reservation(one.reservationId)}>
                {one.customer.name ?? one.customer.email ?? one.reservationId}
              </a>
              <div class="soft small">
                {[one.customer.email, one.customer.phone].filter(Boolean).join(' · ')}
              </div>
            </th>
            <td>
              {inLanguage(one.title ?? '')}
              <div class="soft small">
                {one.startsAt !== undefined &&
                  dayAndTime(one.startsAt, one.venue?.timeZone ?? config.timeZone)}
              </div>
            </td>
            <td>{one.seats.join(', ')}</td>
            <td class="number">{money(one.amount, one.currency)}</td>
            <td>
              <ReservationState status={one.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { SlowNote } from '../../parts/SlowNote';
import { useTexts } from '../../texts';
import { count, dayAndTime, inLanguage } from '../../texts/format';
import { StaffProblem } from '../parts/StaffProblem';
import { type Coming, comingQuery, matching } from './coming';
import css from './House.module.css';
import { ScrollTable } from './ScrollTable';
import { useHouseTexts } from './texts';

/** More rows than these are found by typing. */
const SHOWN = 40;

/** The coming performances to choose from, each with what can be done with it. */
export function ComingList({ actions }: { readonly actions: (of: Coming) => ComponentChildren }) {
  const t = useHouseTexts();
  const { api } = useApp();
  const coming = useQuery(comingQuery(api));
  const [query, setQuery] = useState('');
  const found = matching(coming.data ?? [], query, whichIs).slice(0, SHOWN);
  return (
    <div class={css.coming}>
      <label class="field">
        <span>{t.findPerformance}</span>
        <input type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      {coming.isLoadingError && <StaffProblem error={coming.error} onRetry={() => coming.refetch()} />}
      <SlowNote of={coming} />
      {coming.isPending && <BlankRows />}
      {coming.data !== undefined && found.length === 0 && (
        <p>{coming.data.length === 0 ? t.nothingComes : t.noneFound}</p>
      )}
      {found.length > 0 && <Rows of={found} actions={actions} />}
    </div>
  );
}

const whichIs = ({ title, startsAt, venue }: Coming): string =>
  `${inLanguage(title)} ${title} ${dayAndTime(startsAt, venue.timeZone)} ${startsAt.slice(0, 10)}`;

type Actions = { readonly actions: (of: Coming) => ComponentChildren };

function Rows({ of, actions }: Actions & { readonly of: readonly Coming[] }) {
  const t = useHouseTexts();
  return (
    <ScrollTable label={t.coming}>
      <thead>
        <tr>
          <th scope="col">{t.when}</th>
          <th scope="col">{t.show}</th>
          <th scope="col" class="number">
            {t.left}
          </th>
          <th scope="col">
            <span class="unseen">{t.todo}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map((one) => (
          <tr key={one.performanceId}>
            <td class="nowrap">{dayAndTime(one.startsAt, one.venue.timeZone)}</td>
            <th scope="row">{inLanguage(one.title)}</th>
            <td class="number">{leftOf(one, t.cancelled)}</td>
            <td>
              <div class="actions">{actions(one)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}

function leftOf({ byTier, capacity, status }: Coming, cancelled: string): string {
  if (status === 'cancelled') return cancelled;
  const left = Object.values(byTier).reduce((sum, { available }) => sum + available, 0);
  return `${count(left)} / ${count(capacity)}`;
}

function BlankRows() {
  const t = useTexts().app;
  return (
    <div class="scroll" aria-busy="true">
      <p class="unseen">{t.loading}</p>
      <table class="table" aria-hidden="true">
        <tbody>
          {[1, 2, 3, 4].map((row) => (
            <tr key={row}>
              <td>
                <Blank letters={22} />
              </td>
              <td>
                <Blank letters={18} />
              </td>
              <td>
                <Blank letters={8} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

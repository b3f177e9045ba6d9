import type { ListedPerformance as Performance } from '../api/types';
import { Blank, BlankTitle } from '../parts/Blank';
import { useTexts } from '../texts';
import { foreignZone, money, month } from '../texts/format';
import css from './MusicalPage.module.css';
import { byMonth, pricesOfAll } from './months';
import { PerformanceRow } from './PerformanceRow';

type Props = { readonly performances: readonly Performance[] | undefined; readonly isPending: boolean };

/** The dates of a musical by month, on the venue's clock; the zone is named to who lives in another. */
export function Dates({ performances = [], isPending }: Props) {
  const t = useTexts().musical;
  const [first] = performances;
  const zone = first && foreignZone(first.startsAt, first.venue.timeZone);
  return (
    <section class={css.dates} aria-labelledby="dates" aria-busy={isPending}>
      <h2 id="dates">{t.dates}</h2>
      {zone !== undefined && <p class="soft small">{t.zone(zone)}</p>}
      <Prices performances={performances} />
      {isPending ? <BlankDates /> : performances.length === 0 && <NoDates />}
      {byMonth(performances).map((group) => (
        <div key={group.key} class={css.month}>
          <h3>{month(`${group.key}-01`)}</h3>
          <ul>
            {group.performances.map((performance) => (
              <PerformanceRow key={performance.performanceId} performance={performance} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Prices({ performances }: { readonly performances: readonly Performance[] }) {
  const t = useTexts().musical;
  const prices = pricesOfAll(performances);
  if (prices === undefined) return null;
  return (
    <p class="soft small">
      <span class="unseen">{t.prices}: </span>
      {prices.tiers.map(([tier, price]) => t.priceOf(tier, money(price, prices.currency))).join(' · ')}
    </p>
  );
}

function NoDates() {
  const t = useTexts().musical;
  return (
    <>
      <p>{t.noDates}</p>
      <p class="soft">{t.noDatesDo}</p>
    </>
  );
}

const BlankDates = () => (
  <div class={css.month}>
    <h3>
      <BlankTitle letters={8} />
    </h3>
    {[1, 2, 3].map((place) => (
      <p key={place} class={css.performance}>
        <Blank letters={20} />
      </p>
    ))}
  </div>
);

import { useQuery } from '@tanstack/preact-query';
import { pricesIn, tierName } from '../api/prices';
import { availabilityQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import type { Availability, ListedPerformance as Performance } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { Opens, SaleLine } from '../programme/SaleLine';
import { isSelling, type SaleState, saleStateOf } from '../programme/saleState';
import { useTexts } from '../texts';
import { count, dayAndTime, shortDay, time } from '../texts/format';
import { isNearlyFull } from './leftByTier';
import css from './MusicalPage.module.css';
import { useIsSeen } from './useIsSeen';

const FRESH_MS = 60_000;

/** One date: when, what is left by tier, and the way to its seats. Looking at it fetches the map its seats' page begins with. */
export function PerformanceRow({ performance }: { readonly performance: Performance }) {
  const { api } = useApp();
  const { performanceId, startsAt, venue } = performance;
  const [element, isSeen] = useIsSeen<HTMLLIElement>();
  const state = saleStateOf(performance, serverNow());
  const seats = useQuery({
    ...availabilityQuery(api, performanceId),
    enabled: isSeen && isSelling(state),
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
  });
  return (
    <li class={css.performance} ref={element}>
      <p class={css.when}>
        <time dateTime={startsAt}>
          <span>{shortDay(startsAt, venue.timeZone)}</span>
          <span class={css.hour}>{time(startsAt, venue.timeZone)}</span>
        </time>
      </p>
      <p class={css.left}>
        {state.status === 'presale' && (
          <strong class={css.presale}>
            <SaleLine state={state} timeZone={venue.timeZone} />
          </strong>
        )}
        {isSelling(state) && seats.data && <Left seats={seats.data} prices={performance.priceTiers} />}
      </p>
      <Action performance={performance} state={state} isSoldOut={seats.data?.available === 0} />
    </li>
  );
}

type LeftProps = { readonly seats: Availability; readonly prices: Performance['priceTiers'] };

/** The dearest tier first. */
function Left({ seats, prices }: LeftProps) {
  const t = useTexts().musical;
  if (seats.available === 0) return null;
  if (isNearlyFull(seats)) return <strong>{t.fewLeft(count(seats.available))}</strong>;
  const priceOf = Object.fromEntries(pricesIn(prices));
  const tiers = Object.entries(seats.byTier)
    .sort(([a], [b]) => (priceOf[b] ?? 0) - (priceOf[a] ?? 0))
    .map(([tier, { available }]) =>
      t.leftOf(tierName(prices, tier), available === 0 ? t.soldOut : count(available)),
    );
  return (
    <>
      {t.left(count(seats.available))} · {tiers.join(' · ')}
    </>
  );
}

function Action(props: {
  readonly performance: Performance;
  readonly state: SaleState;
  readonly isSoldOut: boolean;
}) {
  const t = useTexts().musical;
  const { performanceId, startsAt, venue } = props.performance;
  if (!isSelling(props.state) || props.isSoldOut)
    return (
      <p class={`${css.action} ${css.none}`}>
        <WhyNot state={props.state} timeZone={venue.timeZone} />
      </p>
    );
  return (
    <p class={css.action}>
      <a class="button quiet" href={pathTo.seats(performanceId)}>
        <span aria-hidden="true">{t.choose}</span>
        <span class="unseen">{t.chooseFor(dayAndTime(startsAt, venue.timeZone))}</span>
      </a>
    </p>
  );
}

function WhyNot({ state, timeZone }: { readonly state: SaleState; readonly timeZone: string }) {
  const t = useTexts().musical;
  switch (state.status) {
    case 'on-sale':
    case 'presale':
      return t.soldOut;
    case 'opens':
      return <Opens state={state} timeZone={timeZone} />;
    case 'closed':
      return t.closed;
    case 'cancelled':
      return t.cancelled;
    default:
      return state satisfies never;
  }
}

import { useQuery } from '@tanstack/preact-query';
import { performancesQuery } from '../api/queries';
import { serverNow } from '../api/serverClock';
import type { Musical, ListedPerformance as Performance } from '../api/types';
import { useApp } from '../app/context';
import { pathTo } from '../app/routes';
import { useLastKnown } from '../offline/useLastKnown';
import { Blank, BlankTitle } from '../parts/Blank';
import { Poster } from '../parts/Poster';
import { inLanguage, moneyRange, run } from '../texts/format';
import css from './Programme.module.css';
import { SaleLine } from './SaleLine';
import { musicalSaleState, priceRange } from './saleState';

/** A musical in the programme: poster, run, price range and one line of state. */
export function Show({ musical }: { readonly musical: Musical }) {
  const { api } = useApp();
  const performances = useLastKnown(
    `performances ${musical.musicalId}`,
    useQuery(performancesQuery(api, musical.musicalId)),
  );
  const title = inLanguage(musical.title);
  return (
    <li class={css.show}>
      <Poster url={musical.posterUrl} title={title} />
      <h2>
        <a href={pathTo.musical(musical.musicalId)}>{title}</a>
      </h2>
      <p class={css.facts}>{run(musical.startDate, musical.endDate)}</p>
      {performances.isLoading ? (
        <p class={css.facts}>
          <Blank letters={16} />
        </p>
      ) : (
        <Sale performances={performances.data ?? []} timeZone={musical.venue.timeZone} />
      )}
    </li>
  );
}

function Sale(props: { readonly performances: readonly Performance[]; readonly timeZone: string }) {
  const state = musicalSaleState(props.performances, serverNow());
  const range = priceRange(props.performances);
  return (
    <>
      {range !== undefined && <p class={css.facts}>{moneyRange(range.from, range.to, range.currency)}</p>}
      <p class={css.state} data-status={state?.status}>
        <SaleLine state={state} timeZone={props.timeZone} />
      </p>
    </>
  );
}

export function BlankShow() {
  return (
    <li class={css.show}>
      <Poster url={undefined} title="" />
      <h2>
        <BlankTitle letters={9} />
      </h2>
      <p class={css.facts}>
        <Blank letters={18} />
      </p>
      <p class={css.facts}>
        <Blank letters={14} />
      </p>
    </li>
  );
}

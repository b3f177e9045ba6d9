import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { performancesQuery } from '../../api/queries';
import type { Musical } from '../../api/types';
import { useApp } from '../../app/context';
import { dayAndTime, inLanguage } from '../../texts/format';
import { StaffProblem } from '../parts/StaffProblem';
import { venuesQuery } from '../plan/venues';
import { pricesForHouse, untiered, type Venue } from './houseOfRun';
import { PricesForm } from './PricesForm';
import { type PriceDraft, pricesOf, type RunFields, runFieldsOf } from './priceDraft';
import { performanceAsWritten, venueQuery } from './staffQueries';
import { useProgrammeTexts } from './texts';

type Props = {
  readonly musical: Musical;
  readonly prices: PriceDraft;
  readonly onPrices: (prices: PriceDraft) => void;
  readonly house: RunFields | undefined;
  readonly onHouse: (house: RunFields | undefined) => void;
};

/** Where it is played and what it costs: as another performance of the musical, or anew in the house of a venue. */
export function HouseForm({ musical, prices, onPrices, house, onHouse }: Props) {
  const t = useProgrammeTexts().run;
  const { api } = useApp();
  const queries = useQueryClient();
  const performances = useQuery(performancesQuery(api, musical.musicalId));
  const venues = useQuery(venuesQuery(api));
  const [error, setError] = useState<unknown>();
  const [isLike, setIsLike] = useState(false);
  const [venue, setVenue] = useState<Venue>();
  const like = async (performanceId: string) => {
    const { value } = await queries.fetchQuery(performanceAsWritten(api, performanceId));
    setVenue(undefined);
    onHouse(runFieldsOf(value));
    onPrices(pricesOf(runFieldsOf(value)));
  };
  const anew = async (venueId: string) => {
    const found = await queries.fetchQuery(venueQuery(api, venueId));
    setVenue(found);
    onHouse({ venueId, currency: prices.currency, priceTiers: {} });
    onPrices(pricesForHouse(found, prices));
  };
  const choose = (act: (id: string) => Promise<void>) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setIsLike(act === like && value !== '');
    setError(undefined);
    onHouse(undefined);
    if (value !== '') act(value).catch(setError);
  };
  const known = performances.data?.filter(({ status }) => status === 'scheduled') ?? [];
  return (
    <fieldset class="stack">
      <legend>{t.house}</legend>
      <div class="form">
        {known.length > 0 && (
          <label class="field">
            <span>{t.like}</span>
            <select onChange={choose(like)}>
              <option value="">{t.likeNone}</option>
              {known.map(({ performanceId, startsAt }) => (
                <option key={performanceId} value={performanceId}>
                  {dayAndTime(startsAt, musical.venue.timeZone)}
                </option>
              ))}
            </select>
          </label>
        )}
        {!isLike && (
          <label class="field">
            <span>{t.venue}</span>
            <select required onChange={choose(anew)}>
              <option value="">{t.chooseVenue}</option>
              {venues.data?.map(({ venueId, name, capacity }) => (
                <option key={venueId} value={venueId}>
                  {inLanguage(name)} ({capacity})
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {error !== undefined && <StaffProblem error={error} />}
      {venues.isError && <StaffProblem error={venues.error} onRetry={() => venues.refetch()} />}
      {venue !== undefined && house !== undefined && (
        <Untiered venue={venue} prices={prices} house={house} onHouse={onHouse} />
      )}
      {house !== undefined && <PricesForm draft={prices} onChange={onPrices} />}
    </fieldset>
  );
}

/** Sections that the plan leaves without a tier get theirs here. */
function Untiered(props: {
  readonly venue: Venue;
  readonly prices: PriceDraft;
  readonly house: RunFields;
  readonly onHouse: (house: RunFields) => void;
}) {
  const t = useProgrammeTexts().run;
  const sections = untiered(props.venue);
  if (sections.length === 0) return null;
  const { tiers = {} } = props.house;
  return (
    <div class="form">
      <p class="whole small soft">{t.untiered}</p>
      {sections.map(({ sectionId, name }) => (
        <label key={sectionId} class="field">
          <span>{inLanguage(name ?? sectionId)}</span>
          <select
            required
            value={tiers[sectionId] ?? ''}
            onChange={({ currentTarget }) =>
              props.onHouse({ ...props.house, tiers: { ...tiers, [sectionId]: currentTarget.value } })
            }
          >
            <option value="">{t.chooseVenue}</option>
            {props.prices.tiers.map(({ tier }) => (
              <option key={tier} value={tier}>
                {tier}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

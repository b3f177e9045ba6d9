import { queryOptions, useQuery } from '@tanstack/preact-query';
import { tierName } from '../../api/prices';
import { useApp } from '../../app/context';
import { Blank } from '../../parts/Blank';
import { placeOf, seatWords } from '../../parts/seatName';
import { useTexts } from '../../texts';
import { staffPath } from '../app/paths';
import { useMay } from '../app/roles';
import type { OpenHouse } from '../house/HouseFrame';
import type { SeatState } from '../house/marks';
import { withheldQuery } from '../house/staffSeats';
import { useHouseTexts } from '../house/texts';
import { StaffProblem } from '../parts/StaffProblem';
import css from './Live.module.css';
import { ownerOf } from './queries';
import { StateSign } from './StateSign';
import { useLiveTexts } from './texts';

type Props = { readonly house: OpenHouse; readonly seatId: string; readonly state: SeatState };

const OWNED: readonly SeatState[] = ['reserved', 'sold', 'admitted'];

/** One seat: where it is, how it stands, and whose it is or why nobody's. */
export function Picked({ house: { performance }, seatId, state }: Props) {
  const { place } = useTexts();
  const t = useHouseTexts();
  const found = placeOf(performance.sections, seatId);
  return (
    <div class={css.picked} role="status">
      <p>
        <strong>{seatWords(place, seatId, found)}</strong>
        {found !== undefined && ` · ${tierName(performance.priceTiers, found.tier)}`}
      </p>
      <p class="actions">
        <StateSign state={state} /> {t.states[state]}
      </p>
      {state === 'withheld' && <Why performanceId={performance.performanceId} seatId={seatId} />}
      {OWNED.includes(state) && <Whose performanceId={performance.performanceId} seatId={seatId} />}
    </div>
  );
}

type OfSeat = { readonly performanceId: string; readonly seatId: string };

function Why({ performanceId, seatId }: OfSeat) {
  const { api } = useApp();
  const withheld = useQuery(withheldQuery(api, performanceId));
  const why = withheld.data?.items.find(({ seats }) => seats.includes(seatId));
  if (withheld.isError) return <StaffProblem error={withheld.error} onRetry={() => withheld.refetch()} />;
  return (
    <p>
      {withheld.isPending ? <Blank letters={16} /> : [why?.reason, why?.note].filter(Boolean).join(' · ')}
    </p>
  );
}

function Whose({ performanceId, seatId }: OfSeat) {
  const t = useLiveTexts();
  const { api } = useApp();
  const owner = useQuery({ ...ownerQuery(api, performanceId, seatId), enabled: useMay('box-office') });
  if (owner.isError) return <StaffProblem error={owner.error} onRetry={() => owner.refetch()} />;
  if (owner.isPending) return <Blank letters={16} />;
  if (owner.data === null) return <p class="soft">{t.nobodyFound}</p>;
  const { reservationId, customer } = owner.data;
  return (
    <p>
      <a href={staffPath.reservation(reservationId)}>{customer.name ?? customer.email ?? reservationId}</a>
    </p>
  );
}

const ownerQuery = (api: Parameters<typeof ownerOf>[0], performanceId: string, seatId: string) =>
  queryOptions({
    queryKey: ['owner', performanceId, seatId],
    queryFn: async () => (await ownerOf(api, performanceId, seatId)) ?? null,
  });

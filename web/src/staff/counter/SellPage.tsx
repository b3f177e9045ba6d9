import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { answered } from '../../api/client';
import { asProblem } from '../../api/problem';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { choiceFor, clearChoice, withoutSeats } from '../../purchase/choice';
import { BestAvailable } from '../../seats/BestAvailable';
import { inHouse } from '../../seats/together';
import { staffPath } from '../app/paths';
import { Chooser } from '../house/Chooser';
import css from '../house/House.module.css';
import { HouseFrame, type OpenHouse } from '../house/HouseFrame';
import type { Offer } from '../house/marks';
import { useStaffHouse } from '../house/staffSeats';
import type { CounterSaleBody } from '../types';
import { SaleForm } from './SaleForm';
import { type Draft, EMPTY, saleBodyOf } from './sale';
import { useCounterTexts } from './texts';
import { useAct } from './useAct';

/** As many as one batch of the server takes. */
const MOST_SEATS = 20;

/** One page from seats to sold: the house at the left, who buys and how they pay at the right. */
export default function SellPage({ performanceId }: { readonly performanceId: string }) {
  const t = useCounterTexts();
  const [offer, setOffer] = useState<Offer>('free');
  const house = useStaffHouse(performanceId, offer);
  return (
    <HouseFrame performanceId={performanceId} title={t.sell} here="counter" house={house}>
      {(open) => <Sale house={open} offer={offer} onOffer={setOffer} />}
    </HouseFrame>
  );
}

type SaleProps = {
  readonly house: OpenHouse;
  readonly offer: Offer;
  readonly onOffer: (offer: Offer) => void;
};

/** What is chosen from each offer is kept apart, for one sale is of one of them. */
const choiceOf = (performanceId: string, offer: Offer): string => `counter/${offer}/${performanceId}`;

function Sale({ house, offer, onOffer }: SaleProps) {
  const t = useCounterTexts();
  const { api } = useApp();
  const { route } = useLocation();
  const { performance, map } = house;
  const { performanceId } = performance;
  const choice = choiceFor(choiceOf(performanceId, offer));
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, name: t.walkIn });
  const act = useAct({
    intent: `counter-sale:${performanceId}`,
    send: ({ key, body }: { key: string; body: CounterSaleBody }) =>
      answered(
        api.POST('/admin/reservations', { params: { header: { 'Idempotency-Key': key } }, body }),
      ).catch((error) => {
        choice.value = withoutSeats(choice.value, asProblem(error).taken);
        throw error;
      }),
    onDone: ({ reservationId }) => {
      clearChoice(choiceOf(performanceId, offer));
      route(`${staffPath.counter(performanceId)}/sold/${encodeURIComponent(reservationId)}`);
    },
  });
  const sell = () => {
    announce(t.selling);
    act.run(() => saleBodyOf(performanceId, choice.value, map.sections, offer, draft));
  };
  return (
    <div class={css.split}>
      <div class={css.house}>
        <OfferChoice offer={offer} onOffer={onOffer} />
        {offer === 'free' && (
          <BestAvailable
            performance={{ ...performance, maxSeatsPerReservation: MOST_SEATS }}
            sections={inHouse(map, performance).sections}
            choice={choice}
          />
        )}
        <Chooser house={house} choice={choice} most={MOST_SEATS} />
      </div>
      <SaleForm house={house} choice={choice} draft={draft} onDraft={setDraft} act={act} onSell={sell} />
    </div>
  );
}

function OfferChoice({ offer, onOffer }: Pick<SaleProps, 'offer' | 'onOffer'>) {
  const t = useCounterTexts();
  return (
    <fieldset class="choices">
      <legend class="unseen">{t.offer.legend}</legend>
      {(['free', 'withheld'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="offer" checked={offer === one} onChange={() => onOffer(one)} />
          {t.offer[one]}
        </label>
      ))}
    </fieldset>
  );
}

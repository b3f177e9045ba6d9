import { useState } from 'preact/hooks';
import type { Performance } from '../../api/types';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { asSent, onWallClock } from '../parts/wallClock';
import { LosingDialog } from './LosingDialog';
import { MoveDialog } from './MoveDialog';
import { PricesForm } from './PricesForm';
import { priceFieldsOf, pricesOf, writtenFields } from './priceDraft';
import type { PerformanceFields } from './prices';
import { type SALE_TIMES, saleTimesOf } from './saleTimes';
import type { WithTag } from './staffQueries';
import { useProgrammeTexts } from './texts';
import { type Change, lossesIn, useChanging } from './useChanging';

/** Times and prices of a performance. Another start is a move, and asks first what becomes of the tickets. Nothing can be typed while it is being saved, since the answer is shown in its place. */
export function ChangeForm({ value: performance, etag }: WithTag<Performance>) {
  const t = useProgrammeTexts();
  const before = writtenFields(performance);
  const { timeZone } = performance.venue;
  const shown = (instant: string | undefined) => (instant ? onWallClock(instant, timeZone) : '');
  const [times, setTimes] = useState(() => ({
    startsAt: shown(performance.startsAt),
    presaleOpenAt: shown(performance.presaleOpenAt),
    salesOpenAt: shown(performance.salesOpenAt),
    salesCloseAt: shown(performance.salesCloseAt),
  }));
  const [prices, setPrices] = useState(() => pricesOf(before));
  const [asked, setAsked] = useState<PerformanceFields>();
  const [isRefused, setIsRefused] = useState(false);
  const changing = useChanging(performance, etag);
  const losses = lossesIn(changing.error);
  const submit = () => {
    const written = priceFieldsOf(prices);
    setIsRefused(written === undefined);
    if (written === undefined || changing.isPending) return;
    const isMoved = times.startsAt !== shown(performance.startsAt);
    const { priceTypes: _t, bookingFeePerSeat: _f, ...kept } = before;
    const {
      presaleOpenAt: _p,
      salesOpenAt: _o,
      salesCloseAt: _c,
      maxSeatsPerReservation: _r,
      maxSeatsPerCustomer: _m,
      ...rest
    } = kept;
    const fields = { ...rest, ...written, ...timesOf(times, performance, isMoved) };
    if (isMoved) setAsked(fields);
    else changing.mutate({ fields });
  };
  const send = (change: Change) => {
    setAsked(undefined);
    changing.mutate(change);
  };
  const time = (name: keyof typeof times) => ({
    type: 'datetime-local',
    value: times[name],
    onChange: (typed: string) => setTimes({ ...times, [name]: typed }),
  });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset class="stack" disabled={changing.isPending}>
        <div class="form">
          <Field label={t.performance.when} what={timeZone} required {...time('startsAt')} />
          <Field label={t.performance.salesOpen} {...time('salesOpenAt')} />
          <Field label={t.presale.opens} what={t.presale.what} {...time('presaleOpenAt')} />
          <Field label={t.performance.salesClose} {...time('salesCloseAt')} />
        </div>
        <PricesForm draft={prices} onChange={setPrices} />
      </fieldset>
      {isRefused && <p role="alert">{t.prices.notWhole}</p>}
      {changing.isError && losses === undefined && <StaffProblem error={changing.error} />}
      <div class="actions">
        <button type="submit" class="button" aria-disabled={changing.isPending}>
          {t.performance.save}
        </button>
      </div>
      {asked !== undefined && (
        <MoveDialog
          performance={performance}
          fields={asked}
          onMove={send}
          onClose={() => setAsked(undefined)}
        />
      )}
      {losses !== undefined && changing.variables !== undefined && (
        <LosingDialog
          losses={losses}
          onGoOn={() => send({ ...changing.variables, reservations: losses.reservations })}
          onClose={() => changing.reset()}
        />
      )}
    </form>
  );
}

type Times = Readonly<Record<'startsAt' | (typeof SALE_TIMES)[number], string>>;

/** A start that was not touched is sent as it was, to the second. */
const timesOf = (times: Times, performance: Performance, isMoved: boolean) => ({
  startsAt: isMoved ? asSent(times.startsAt) : performance.startsAt,
  ...saleTimesOf(times),
});

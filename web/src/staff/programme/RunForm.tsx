import { useState } from 'preact/hooks';
import type { Musical } from '../../api/types';
import { shortDay } from '../../texts/format';
import { Field } from '../parts/Field';
import { HouseForm } from './HouseForm';
import css from './Programme.module.css';
import { BLANK_PRICES, type PriceDraft, priceFieldsOf, type RunFields } from './priceDraft';
import { DAYS_OF_WEEK, MAX_PERFORMANCES, startsOf, timesIn, type Week } from './run';
import { saleTimesOf } from './saleTimes';
import { useProgrammeTexts } from './texts';

type Props = {
  readonly musical: Musical;
  readonly onBegin: (fields: RunFields, starts: readonly string[]) => void;
};

/** As most theatres play: not on Mondays, twice on Saturdays. */
const USUAL = ['', '19:30', '19:30', '19:30', '19:30', '14:00, 19:00', '14:00'];

/** A week, the days from and to, what it makes of them, and the house with its prices. */
export function RunForm({ musical, onBegin }: Props) {
  const t = useProgrammeTexts();
  const [days, setDays] = useState({ from: musical.startDate, to: musical.endDate });
  const [typed, setTyped] = useState<readonly string[]>(USUAL);
  const [off, setOff] = useState<readonly string[]>([]);
  const [house, setHouse] = useState<RunFields>();
  const [prices, setPrices] = useState<PriceDraft>(BLANK_PRICES);
  const [sale, setSale] = useState({ salesOpenAt: '', presaleOpenAt: '' });
  const [isRefused, setIsRefused] = useState(false);
  const week: Week = typed.map((one) => timesIn(one) ?? []);
  const all = startsOf(days.from, days.to, week);
  const starts = all.filter((start) => !off.includes(start));
  const begin = () => {
    const written = priceFieldsOf(prices);
    setIsRefused(written === undefined || house === undefined);
    if (written === undefined || house === undefined) return;
    onBegin({ ...withoutPrices(house), ...written, ...saleTimesOf(sale) }, starts);
  };
  const isReady = starts.length > 0 && starts.length <= MAX_PERFORMANCES;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) begin();
      }}
    >
      <WeekForm typed={typed} onChange={setTyped} />
      <div class="form">
        <Field
          label={t.run.from}
          type="date"
          required
          min={musical.startDate}
          max={musical.endDate}
          value={days.from}
          onChange={(from) => setDays({ ...days, from })}
        />
        <Field
          label={t.run.to}
          type="date"
          required
          min={days.from}
          max={musical.endDate}
          value={days.to}
          onChange={(to) => setDays({ ...days, to })}
        />
        <Field
          label={t.run.salesOpen}
          type="datetime-local"
          what={t.run.salesOpenWhat}
          value={sale.salesOpenAt}
          onChange={(salesOpenAt) => setSale({ ...sale, salesOpenAt })}
        />
        <Field
          label={t.presale.opens}
          type="datetime-local"
          what={t.presale.what}
          value={sale.presaleOpenAt}
          onChange={(presaleOpenAt) => setSale({ ...sale, presaleOpenAt })}
        />
      </div>
      <Preview {...{ all, off, timeZone: musical.venue.timeZone }} many={starts.length} onOff={setOff} />
      <HouseForm musical={musical} prices={prices} onPrices={setPrices} house={house} onHouse={setHouse} />
      {isRefused && <p role="alert">{t.prices.notWhole}</p>}
      <div class="actions">
        <button type="submit" class="button" disabled={!isReady || house === undefined}>
          {t.run.make(starts.length)}
        </button>
      </div>
    </form>
  );
}

/** What is typed anew is not what the template said. */
function withoutPrices(fields: RunFields): RunFields {
  const {
    priceTypes: _t,
    bookingFeePerSeat: _f,
    maxSeatsPerReservation: _r,
    maxSeatsPerCustomer: _c,
    ...rest
  } = fields;
  return rest;
}

type WeekProps = {
  readonly typed: readonly string[];
  readonly onChange: (typed: readonly string[]) => void;
};

function WeekForm({ typed, onChange }: WeekProps) {
  const t = useProgrammeTexts().run;
  return (
    <fieldset>
      <legend>{t.pattern}</legend>
      <p class="small soft">{t.patternWhat}</p>
      <div class={css.week}>
        {Array.from({ length: DAYS_OF_WEEK }, (_, day) => (
          <Field
            key={t.days[day]}
            label={t.days[day] ?? ''}
            value={typed[day] ?? ''}
            onChange={(times) => onChange(typed.map((one, at) => (at === day ? times : one)))}
            wrong={timesIn(typed[day] ?? '') === undefined ? t.wrongTime : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

type PreviewProps = {
  readonly all: readonly string[];
  readonly off: readonly string[];
  readonly many: number;
  readonly timeZone: string;
  readonly onOff: (off: readonly string[]) => void;
};

/** Every performance that would be made, each with a tick to take away. */
function Preview({ all, off, many, timeZone, onOff }: PreviewProps) {
  const t = useProgrammeTexts().run;
  if (all.length === 0) return <p>{t.none}</p>;
  if (all.length > MAX_PERFORMANCES) return <p role="alert">{t.tooMany(MAX_PERFORMANCES)}</p>;
  return (
    <fieldset>
      <legend aria-live="polite">{t.preview(many)}</legend>
      <p class="small soft">{t.previewWhat(timeZone)}</p>
      <div class={css.starts}>
        {all.map((start) => (
          <label key={start}>
            <input
              type="checkbox"
              checked={!off.includes(start)}
              onChange={({ currentTarget }) =>
                onOff(currentTarget.checked ? off.filter((one) => one !== start) : [...off, start])
              }
            />
            {shortDay(start.slice(0, 10), 'UTC')} {start.slice(11)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

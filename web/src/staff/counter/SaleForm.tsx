import type { Signal } from '@preact/signals';
import { asProblem } from '../../api/problem';
import { placeOf, seatsInWords, seatWords, sectionWords } from '../../parts/seatName';
import { type Choice, withSeat, withStanding } from '../../purchase/choice';
import { offeredFor, STANDARD } from '../../purchase/priceTypes';
import { language, useTexts } from '../../texts';
import { money } from '../../texts/format';
import type { OpenHouse } from '../house/HouseFrame';
import { ActNote } from './ActNote';
import css from './Counter.module.css';
import { costOf, type Draft, METHODS, type SaleLine } from './sale';
import { useCounterTexts } from './texts';
import type { useAct } from './useAct';

type Props = {
  readonly house: OpenHouse;
  readonly choice: Signal<Choice>;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly act: Omit<ReturnType<typeof useAct>, 'run' | 'reset'>;
  readonly onSell: () => void;
};

/** What is sold at which price, to whom, and how it is paid. Enter sells. */
export function SaleForm(props: Props) {
  const t = useCounterTexts();
  const { house, choice, draft, onDraft, act, onSell } = props;
  const cost = costOf(choice.value, house.map.sections, house.plan, draft);
  const submit = (event: Event) => {
    event.preventDefault();
    if (cost.places > 0 && !act.isUnanswered) onSell();
  };
  return (
    <form class={css.sale} onSubmit={submit} aria-label={t.sale}>
      <h2>{t.sale}</h2>
      <Lines {...props} lines={cost.lines} />
      <Customer draft={draft} onDraft={onDraft} />
      <Payment draft={draft} onDraft={onDraft} />
      <dl class={css.sum}>
        {cost.bookingFee > 0 && (
          <div>
            <dt>{t.bookingFee}</dt>
            <dd>{money(cost.bookingFee, house.map.currency)}</dd>
          </div>
        )}
        <div>
          <dt>{t.sum(cost.places)}</dt>
          <dd>
            <strong>{money(cost.amount, house.map.currency)}</strong>
          </dd>
        </div>
      </dl>
      <Gone error={act.error} house={house} />
      <ActNote act={act} />
      {!act.isUnanswered && (
        <button type="submit" class="button wide" disabled={cost.places === 0 || act.isPending}>
          {act.isPending ? t.selling : t.sellFor(money(cost.amount, house.map.currency))}
        </button>
      )}
      <p class="soft small">{cost.places === 0 ? t.nothingChosen : t.enterSells}</p>
    </form>
  );
}

/** Which seats somebody else had first. They are no longer chosen, and the others still are. */
function Gone({ error, house }: { readonly error: unknown; readonly house: OpenHouse }) {
  const { place, seats: t } = useTexts();
  const taken = error === null ? [] : asProblem(error).taken;
  if (taken.length === 0) return null;
  return (
    <p>
      {t.gone(seatsInWords(place, house.performance.sections, taken))} {t.goneRest}
    </p>
  );
}

function Lines({ house, choice, draft, onDraft, lines }: Props & { readonly lines: readonly SaleLine[] }) {
  const { seats: t } = useTexts();
  const wordsOf = useWords(house);
  if (lines.length === 0) return null;
  const remove = ({ id, kind }: SaleLine) => {
    choice.value = kind === 'seat' ? withSeat(choice.value, id, false) : withStanding(choice.value, id, 0);
  };
  return (
    <ul class={css.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <span>{wordsOf(line)}</span>
          <span>{money(line.price, house.map.currency)}</span>
          <button type="button" aria-label={t.remove(wordsOf(line))} onClick={() => remove(line)}>
            ×
          </button>
          <PriceType house={house} line={line} words={wordsOf(line)} draft={draft} onDraft={onDraft} />
        </li>
      ))}
    </ul>
  );
}

const useWords = ({ performance: { sections } }: OpenHouse) => {
  const { seats, place } = useTexts();
  return ({ id, kind, places }: SaleLine): string => {
    if (kind === 'seat') return seatWords(place, id, placeOf(sections, id));
    const section = sections.find(({ sectionId }) => sectionId === id) ?? { sectionId: id };
    return seats.standingIn(sectionWords(place, section), places);
  };
};

type PriceTypeProps = Pick<Props, 'house' | 'draft' | 'onDraft'> & {
  readonly line: SaleLine;
  readonly words: string;
};

/** Who pays less for it, and what they have to show. Nothing where there is nothing to choose. */
function PriceType({ house: { plan }, line: { id, tier }, words, draft, onDraft }: PriceTypeProps) {
  const t = useCounterTexts();
  const offered = offeredFor(tier, plan.priceTypes);
  if (offered.length === 0) return null;
  const value = draft.priceTypes[id] ?? STANDARD;
  const proof = offered.find(({ priceTypeId }) => priceTypeId === value)?.proof?.[language.value];
  const choose = (next: string) => {
    const { [id]: _before, ...others } = draft.priceTypes;
    onDraft({ ...draft, priceTypes: next === STANDARD ? others : { ...others, [id]: next } });
  };
  return (
    <label class={css.priceType}>
      <span class="unseen">{t.priceOf(words)}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value={STANDARD}>{t.standardPrice}</option>
        {offered.map(({ priceTypeId, name }) => (
          <option key={priceTypeId} value={priceTypeId}>
            {name[language.value]}
          </option>
        ))}
      </select>
      {proof !== undefined && <span class="small">{t.look(proof)}</span>}
    </label>
  );
}

type DraftProps = Pick<Props, 'draft' | 'onDraft'>;

function Customer({ draft, onDraft }: DraftProps) {
  const t = useCounterTexts();
  const write = (name: 'name' | 'email' | 'phone') => (event: Event) =>
    onDraft({ ...draft, [name]: (event.currentTarget as HTMLInputElement).value });
  return (
    <fieldset class={css.fields}>
      <legend class="unseen">{t.customer}</legend>
      <label class="field">
        <span>{t.name}</span>
        <input
          value={draft.name}
          onInput={write('name')}
          onFocus={(event) => event.currentTarget.select()}
          required
          maxLength={200}
          autocomplete="off"
        />
      </label>
      <label class="field">
        <span>{t.email}</span>
        <input type="email" value={draft.email} onInput={write('email')} autocomplete="off" />
      </label>
      <label class="field">
        <span>{t.phone}</span>
        <input
          type="tel"
          value={draft.phone}
          onInput={write('phone')}
          pattern="\+?[\d \(\)\-]{5,30}"
          autocomplete="off"
        />
      </label>
    </fieldset>
  );
}

function Payment({ draft, onDraft }: DraftProps) {
  const t = useCounterTexts();
  return (
    <fieldset class={css.fields}>
      <legend>{t.payment}</legend>
      <div class="choices">
        {METHODS.map((method) => (
          <label key={method}>
            <input
              type="radio"
              name="method"
              required
              checked={draft.method === method}
              onChange={() => onDraft({ ...draft, method })}
            />
            {t.methods[method]}
          </label>
        ))}
      </div>
      {draft.method !== undefined && draft.method !== 'cash' && (
        <label class="field">
          <span>{t.references[draft.method]}</span>
          <input
            value={draft.reference}
            onInput={(event) => onDraft({ ...draft, reference: event.currentTarget.value })}
            maxLength={100}
            autocomplete="off"
          />
        </label>
      )}
    </fieldset>
  );
}

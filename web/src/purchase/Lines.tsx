import type { ComponentChildren } from 'preact';
import { tierName } from '../api/prices';
import type { Performance } from '../api/types';
import { type Place, seatWords, sectionWords } from '../parts/seatName';
import { language, useOwnTexts } from '../texts';
import { money } from '../texts/format';
import css from './PayPage.module.css';
import { type Bought, linesOf } from './priceLines';

/** What stands below a seat and its price; the seat's words name it. */
export type OfLine = (seatId: string, seat: string) => ComponentChildren;

type Props = {
  readonly performance: Performance | undefined;
  readonly of: Bought;
  readonly ofLine?: OfLine | undefined;
};

/** What is bought, seat by seat, and the sum. */
export function Lines({ performance, of, ofLine }: Props) {
  const t = useOwnTexts();
  const { amount, bookingFee, currency, seats } = of;
  const lines = linesOf(performance?.sections ?? [], of, language.value);
  return (
    <section aria-label={t.pay.seats}>
      <ul class={css.lines}>
        {lines.map(({ seatId, place, price, priceType }) => (
          <li key={seatId}>
            <span>{seatWords(t.place, seatId, place)}</span>
            <span>{money(price, currency)}</span>
            <div class={css.below}>
              <span class="soft small">
                {place &&
                  tierBeside(performance?.priceTiers ?? {}, place, sectionWords(t.place, place.section))}
              </span>
              {ofLine?.(seatId, seatWords(t.place, seatId, place))}
            </div>
            {priceType !== undefined && (
              <span class={`${css.proof} soft small`}>
                {[ofLine === undefined && priceType.name, priceType.proof && t.pay.bring(priceType.proof)]
                  .filter(Boolean)
                  .join(' – ')}
              </span>
            )}
          </li>
        ))}
        {bookingFee > 0 && (
          <li>
            <span>{t.reservation.bookingFee}</span>
            <span>{money(bookingFee, currency)}</span>
          </li>
        )}
      </ul>
      <p class={css.sum}>
        <span>
          {t.pay.total} <span class="soft small">{t.pay.seatCount(seats.length)}</span>
        </span>
        <span>{money(amount, currency)}</span>
      </p>
    </section>
  );
}

/** The tier's name, where the section is not called so already. */
function tierBeside(tiers: Performance['priceTiers'], { tier }: Place, section: string): string {
  const name = tierName(tiers, tier);
  return name === section ? '' : name;
}

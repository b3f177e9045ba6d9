import { useOwnTexts } from '../texts';
import { money, percent, shortDay, shortDayAndTime } from '../texts/format';
import { type FeeLine, type FeeTerms, feeTable } from './fees';
import css from './PayPage.module.css';

type Props = {
  readonly terms: FeeTerms;
  readonly bookingFee: number;
  readonly currency: string;
  readonly nowMs: number;
};

/** What cancelling will cost, in money and on real dates. */
export function FeeTable({ terms, bookingFee, currency, nowMs }: Props) {
  const t = useOwnTexts().pay;
  return (
    <section class={css.fees} aria-labelledby="fees">
      <h2 id="fees">{t.ifYouCancel}</h2>
      <p class="soft small">{t.ifYouCancelHint}</p>
      {bookingFee > 0 && <p class="soft small">{t.bookingFeeHint(money(bookingFee, currency))}</p>}
      <table aria-labelledby="fees">
        <thead class="unseen">
          <tr>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.fee}</th>
          </tr>
        </thead>
        <tbody>
          {feeTable(terms, nowMs).map((line) => (
            <tr key={JSON.stringify(line)}>
              <th scope="row">
                <When line={line} timeZone={terms.timeZone} />
              </th>
              <td>
                <Fee line={line} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function When({ line, timeZone }: { readonly line: FeeLine; readonly timeZone: string }) {
  const t = useOwnTexts().pay;
  switch (line.kind) {
    case 'free':
      return t.freeUntil(line.isMoment ? shortDayAndTime(line.until, timeZone) : onDay(line.until));
    case 'fee':
      if (line.from === undefined) return t.until(onDay(line.until));
      return line.from === line.until
        ? t.oneDay(onDay(line.until))
        : t.days(onDay(line.from), onDay(line.until));
    case 'closed':
      return line.from === 'start' ? t.closedAtStart : t.closedFrom(onDay(line.from));
    default:
      return line satisfies never;
  }
}

function Fee({ line, currency }: { readonly line: FeeLine; readonly currency: string }) {
  const t = useOwnTexts().pay;
  switch (line.kind) {
    case 'free':
      return t.free;
    case 'fee':
      return line.fee === 0 ? t.free : t.feeOf(money(line.fee, currency), percent(line.percent));
    case 'closed':
      return t.closed;
    default:
      return line satisfies never;
  }
}

/** A day of a calendar is the same everywhere. */
const onDay = (day: string): string => shortDay(day, 'UTC');

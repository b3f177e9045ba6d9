import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useOwnTexts } from '../texts';
import { money } from '../texts/format';
import type { TermsShown } from './Checkout';
import { LegalLinks } from './LegalLinks';
import { PayButton } from './PayButton';
import css from './PayPage.module.css';
import type { Bought } from './priceLines';

type Props = {
  /** A hold and the reservation that it becomes have one id: what was agreed to stays so. */
  readonly id: string;
  readonly of: Bought;
  readonly terms: TermsShown;
  readonly isUnderWay: boolean;
  readonly hint?: string | undefined;
  readonly onPay: () => void;
  readonly children: ComponentChildren;
};

/** The terms accepted, and the one button with the sum on it. */
export function PayForm({ id, of, terms, isUnderWay, hint, onPay, children }: Props) {
  const t = useOwnTexts().pay;
  const agreed = `agreed:${id}`;
  const box = useRef<HTMLInputElement>(null);
  const [isAsked, setIsAsked] = useState(false);
  const pay = (event: Event) => {
    event.preventDefault();
    const isAgreed = box.current?.checked === true;
    setIsAsked(!isAgreed);
    if (!isAgreed) box.current?.focus();
    else if (terms === 'shown' && !isUnderWay) onPay();
  };
  return (
    <form class={css.form} onSubmit={pay} noValidate>
      <div class={css.agree}>
        <input
          id="agree"
          type="checkbox"
          ref={box}
          aria-invalid={isAsked}
          defaultChecked={sessionStorage.getItem(agreed) !== null}
          aria-describedby={isAsked ? 'agree-first' : undefined}
          onChange={(event) => {
            setIsAsked(false);
            if (event.currentTarget.checked) sessionStorage.setItem(agreed, 'yes');
            else sessionStorage.removeItem(agreed);
          }}
        />
        <label for="agree">{t.agree}</label>
        {isAsked && <p id="agree-first">{t.agreeFirst}</p>}
      </div>
      <LegalLinks />
      <PayButton
        sum={money(of.amount, of.currency)}
        isUnderWay={isUnderWay}
        isClosed={terms !== 'shown'}
        hint={hint ?? (terms === 'missing' ? t.policyMissing : undefined)}
      />
      {children}
    </form>
  );
}

type OtherSeatsProps = { readonly isPending: boolean; readonly onPress: () => void };

/** Gives the seats back, which costs nothing before paying. */
export const OtherSeats = ({ isPending, onPress }: OtherSeatsProps) => (
  <p>
    <button type="button" class="link small" onClick={() => isPending || onPress()}>
      {useOwnTexts().pay.otherSeats}
    </button>
  </p>
);

import { useOwnTexts } from '../texts';

type Props = {
  readonly sum: string;
  readonly isUnderWay: boolean;
  /** Nobody can pay yet. */
  readonly isClosed?: boolean;
  readonly hint?: string | undefined;
};

/** The one button of a form that pays, with the sum on it. */
export function PayButton({ sum, isUnderWay, isClosed = false, hint }: Props) {
  const t = useOwnTexts().pay;
  return (
    <>
      <button type="submit" class="button wide" aria-disabled={isUnderWay || isClosed}>
        {isUnderWay ? t.leaving : t.pay(sum)}
      </button>
      <p class="soft small" role="status">
        {hint ?? t.payHint}
      </p>
    </>
  );
}

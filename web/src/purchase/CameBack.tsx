import css from './PayPage.module.css';

/** Source: Toss Payments' code for a customer who closes its page. */
const STOPPED = 'PAY_PROCESS_CANCELED';

type Props = {
  readonly code: string | undefined;
  readonly stopped: string;
  readonly declined: string;
};

/** What a payment page that sent the customer back said. Its own words are not shown: anybody could write them into a link. */
export function CameBack({ code, stopped, declined }: Props) {
  if (code === undefined) return null;
  return (
    <p class={css.note} role="alert">
      {code === STOPPED ? stopped : declined}
    </p>
  );
}

import type { Order } from './order';

/** The part of Toss Payments' browser SDK, version 2, that we use. */
type TossPayments = {
  (
    clientKey: string,
  ): {
    payment(options: { customerKey: string }): { requestPayment(request: object): Promise<void> };
  };
  readonly ANONYMOUS: string;
};

const SDK = 'https://js.tosspayments.com/v2/standard';

/** Opens the card page of Toss Payments, which leaves this page and comes back by the order's addresses. */
export async function openToss(clientKey: string, order: Order): Promise<void> {
  const toss = await loadToss();
  const { amount, currency, ...rest } = order;
  await toss(clientKey)
    .payment({ customerKey: toss.ANONYMOUS })
    .requestPayment({ ...rest, method: 'CARD', amount: { currency, value: amount } });
}

function loadToss(): Promise<TossPayments> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SDK;
    script.onload = () => resolve((window as unknown as { TossPayments: TossPayments }).TossPayments);
    script.onerror = () => {
      script.remove();
      reject(new TypeError(`${SDK} did not load.`));
    };
    document.head.append(script);
  });
}

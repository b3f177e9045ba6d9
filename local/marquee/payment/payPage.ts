import { html } from 'hono/html';
import { minorUnitDigits } from '../../../shared/kernel/currency';
import type { Language, Page } from '../http/page';
import { CARDS, type Card } from './payment';
import type { PayRequest } from './payRequest';

type Texts = {
  readonly title: string;
  readonly notice: string;
  readonly card: string;
  readonly cards: Readonly<Record<Card, readonly [name: string, what: string]>>;
  readonly pay: (sum: string) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly refused: string;
};

const TEXTS: Readonly<Record<Language, Texts>> = {
  ko: {
    title: '결제',
    notice: '이 컴퓨터에서만 쓰는 연습용 결제창입니다. 실제 돈은 오가지 않습니다.',
    card: '어떤 카드로 결제할까요?',
    cards: {
      approve: ['승인되는 카드', '바로 결제됩니다.'],
      decline: ['거절되는 카드', '한도 초과로 거절됩니다. 다시 시도할 수 있습니다.'],
      hang: ['응답 없는 카드', '답이 오지 않고, 돈도 빠져나가지 않습니다.'],
      'approve-late': ['늦게 승인되는 카드', '돈은 바로 빠져나가지만 답은 30초 뒤에 옵니다.'],
    },
    pay: (sum) => `${sum} 결제하기`,
    cancel: '취소하고 돌아가기',
    cancelled: '사용자가 결제를 취소하였습니다',
    refused: '결제할 수 없습니다',
  },
  en: {
    title: 'Payment',
    notice: 'This is a practice payment page for this machine only. No money moves.',
    card: 'Which card do you pay with?',
    cards: {
      approve: ['A card that works', 'It is charged at once.'],
      decline: ['A card that is declined', 'It is over its limit. You may try again.'],
      hang: ['A card that never answers', 'No answer comes, and no money is taken.'],
      'approve-late': [
        'A card that answers late',
        'The money is taken at once, the answer comes after 30 seconds.',
      ],
    },
    pay: (sum) => `Pay ${sum}`,
    cancel: 'Cancel and go back',
    cancelled: 'The payment was cancelled by the customer',
    refused: 'You cannot pay',
  },
};

/** The message that goes back with a cancelled payment. */
export const cancelMessage = (language: Language): string => TEXTS[language].cancelled;

/** The page on which the customer pays, or does not. */
export function payPage(language: Language, action: string, asked: PayRequest): Page {
  const texts = TEXTS[language];
  const sum = money(asked, language);
  const origins = new Set([asked.successUrl, asked.failUrl].map((url) => new URL(url).origin));
  return {
    language,
    title: texts.title,
    notice: texts.notice,
    leadsTo: [...origins].join(' '),
    main: html`
      <p class="bill"><span>${asked.orderName}</span> <span class="sum">${sum}</span></p>
      <form method="post" action="${action}">
        <fieldset>
          <legend>${texts.card}</legend>
          <div class="choices">
            ${CARDS.map((card) => cardChoice(card, texts))}
          </div>
        </fieldset>
        <button class="button main" name="outcome" value="pay">${texts.pay(sum)}</button>
        <button class="button" name="outcome" value="cancel">${texts.cancel}</button>
      </form>`,
  };
}

function cardChoice(card: Card, texts: Texts) {
  const [name, what] = texts.cards[card];
  const checked = card === 'approve' ? 'checked' : '';
  return html`
    <label class="choice">
      <input type="radio" name="card" value="${card}" ${checked} />
      <span><strong>${name}</strong> <span class="what">${what}</span></span>
    </label>`;
}

/** The page for an order that cannot be read. */
export const refusedPage = (language: Language, mistakes: readonly string[]): Page => ({
  language,
  title: TEXTS[language].refused,
  notice: TEXTS[language].notice,
  main: html`<ul class="mistakes" lang="en">${mistakes.map((mistake) => html`<li>${mistake}</li>`)}</ul>`,
});

const LOCALE: Readonly<Record<Language, string>> = { ko: 'ko-KR', en: 'en-GB' };

function money({ amount, currency }: PayRequest, language: Language): string {
  if (currency === 'KRW' && language === 'ko') return `${new Intl.NumberFormat(LOCALE.ko).format(amount)}원`;
  const digits = minorUnitDigits(currency) ?? 2;
  const exact = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const format = new Intl.NumberFormat(LOCALE[language], { style: 'currency', currency, ...exact });
  return format.format(amount / 10 ** digits);
}

import { html } from 'hono/html';
import type { Language, Page } from '../http/page';
import { nameIn, PRESETS, type Preset } from './people';

type Texts = {
  readonly title: string;
  readonly notice: string;
  readonly whoAreYou: string;
  readonly other: string;
  readonly otherWhat: string;
  readonly name: string;
  readonly email: string;
  readonly signIn: string;
  readonly refused: string;
  readonly people: Readonly<Record<Preset, string>>;
};

const TEXTS: Readonly<Record<Language, Texts>> = {
  ko: {
    title: '로그인',
    notice: '이 컴퓨터에서만 쓰는 연습용 로그인입니다. 비밀번호가 없고, 누구로든 로그인할 수 있습니다.',
    whoAreYou: '누구로 로그인할까요?',
    other: '다른 사람',
    otherWhat: '이메일이 같으면 같은 고객입니다.',
    name: '이름',
    email: '이메일',
    signIn: '로그인',
    refused: '로그인할 수 없습니다',
    people: {
      mina: '관객, 한국어',
      jamie: '관객, 영어',
      'box-office': '매표소: 판매, 좌석 보류, 취소',
      door: '입구: 입장 확인',
      admin: '관리자: 모든 권한',
    },
  },
  en: {
    title: 'Sign in',
    notice: 'This is a practice sign-in for this machine only. There are no passwords: you can be anybody.',
    whoAreYou: 'Who are you?',
    other: 'Somebody else',
    otherWhat: 'The same e-mail address is the same customer.',
    name: 'Name',
    email: 'E-mail',
    signIn: 'Sign in',
    refused: 'You cannot sign in',
    people: {
      mina: 'buyer, in Korean',
      jamie: 'buyer, in English',
      'box-office': 'box office: sells, withholds, cancels',
      door: 'door: admits',
      admin: 'admin: may do everything',
    },
  },
};

export type Choice = {
  readonly language: Language;
  /** Where the choice is posted to. */
  readonly action: string;
  /** Where the person is sent on to. */
  readonly redirectUri: string;
  readonly loginHint: string | undefined;
};

/** The page on which somebody says who they are. */
export function authorizePage({ language, action, redirectUri, loginHint = '' }: Choice): Page {
  const texts = TEXTS[language];
  const presets = Object.entries(PRESETS) as readonly [Preset, (typeof PRESETS)[Preset]][];
  return {
    language,
    title: texts.title,
    notice: texts.notice,
    leadsTo: new URL(redirectUri).origin,
    main: html`
      <h2 id="who">${texts.whoAreYou}</h2>
      <form method="post" action="${action}">
        <ul class="choices" aria-labelledby="who">
          ${presets.map(
            ([preset, { name, email }]) => html`
              <li>
                <button class="choice" name="person" value="${preset}">
                  <span>
                    <strong>${nameIn(language, name)}</strong>
                    <span class="what">${texts.people[preset]} · <span class="whole">${email}</span></span>
                  </span>
                </button>
              </li>`,
          )}
        </ul>
      </form>
      <h2>${texts.other}</h2>
      <form method="post" action="${action}">
        <label class="field">${texts.name}
          <input name="name" autocomplete="name" required maxlength="100" />
        </label>
        <label class="field">${texts.email}
          <input name="email" type="email" autocomplete="email" required maxlength="200" value="${loginHint}" aria-describedby="same" />
        </label>
        <p class="what" id="same">${texts.otherWhat}</p>
        <button class="button main">${texts.signIn}</button>
      </form>`,
  };
}

/** The page for a request that cannot be answered at its client. */
export const refusedPage = (language: Language, description: string): Page => ({
  language,
  title: TEXTS[language].refused,
  notice: TEXTS[language].notice,
  main: html`<p lang="en">${description}</p>`,
});

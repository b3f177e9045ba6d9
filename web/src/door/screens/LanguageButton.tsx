import { choose, language, useTexts } from '../../texts';

/** To the other language. */
export function LanguageButton() {
  const other = language.value === 'ko' ? 'en' : 'ko';
  return (
    <button type="button" class="link" lang={other} onClick={() => choose(other)}>
      {useTexts().app.otherLanguage}
    </button>
  );
}

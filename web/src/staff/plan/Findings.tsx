import type { Editor } from './editor';
import type { Finding, Place } from './model/checks';
import css from './Plan.module.css';
import { placeWords, usePlanTexts } from './texts';

type Props = { readonly editor: Editor; readonly findings: readonly Finding[] };

/** What is wrong, each with its way there: the map shows it, and the list opens at it. */
export function Findings({ editor, findings }: Props) {
  const t = usePlanTexts().findings;
  const house = editor.house.value;
  const refused = editor.refused.value;
  return (
    <section class={css.part} aria-labelledby="findings">
      <h2 id="findings" tabIndex={-1}>
        {t.title(findings.length + refused.length)}
      </h2>
      {refused.length > 0 && (
        <div role="alert">
          <h3>{t.fromApi}</h3>
          <ul class={css.findings}>
            {refused.map(({ at, pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                <strong class={css.mark}>{t.fault}</strong> <span lang="en">{detail}</span>{' '}
                <span class="code">{pointer}</span>
                <Go editor={editor} at={at} words={t.go(placeWords(t, house, at))} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {findings.length + refused.length === 0 && <p class="soft">{t.none}</p>}
      <ul class={css.findings}>
        {findings.map((finding, index) => (
          <li key={index} data-kind={finding.kind}>
            <strong class={finding.isFault ? css.mark : css.hint}>
              {finding.isFault ? t.fault : t.hint}
            </strong>{' '}
            {t.kinds[finding.kind]}
            <Go editor={editor} at={finding.at} words={t.go(placeWords(t, house, finding.at))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Go({ editor, at, words }: { readonly editor: Editor; readonly at: Place; readonly words: string }) {
  if (at.section === undefined) return null;
  return (
    <button
      type="button"
      class={`link ${css.way}`}
      onClick={() => {
        editor.current.value = at;
        focusOn(at);
      }}
    >
      {words}
    </button>
  );
}

/** The focus goes to what is to be mended, once it is drawn. */
function focusOn({ section, row }: Place): void {
  const id = row === undefined ? `section-${section}` : `row-${section}-${row}`;
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}

import { useState } from 'preact/hooks';
import { Field } from '../parts/Field';
import { useProgrammeTexts } from './texts';

/** What cannot be undone is done by who types the title of what it is done to. */
export function TypedTitle(props: {
  readonly title: string;
  readonly act: string;
  readonly isPending: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
}) {
  const t = useProgrammeTexts().performance;
  const [typed, setTyped] = useState('');
  const isSame = typed.trim().normalize() === props.title.trim().normalize();
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSame && !props.isPending) props.onAct();
      }}
    >
      <Field label={t.typeTitle(props.title)} autoComplete="off" value={typed} onChange={setTyped} />
      <div class="actions">
        <button type="submit" class="button danger" disabled={!isSame || props.isPending}>
          {props.act}
        </button>
        <button type="button" class="button quiet" onClick={props.onClose}>
          {t.close}
        </button>
      </div>
    </form>
  );
}

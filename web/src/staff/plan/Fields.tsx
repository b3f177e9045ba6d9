import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Plan.module.css';

type Base = { readonly label: string; readonly what?: string; readonly wrong?: string | undefined };

/** What the reader of a field's help and fault is pointed to. */
const useSaid = ({ what, wrong }: Base) => {
  const [id, input] = [useId(), useId()];
  const said = wrong ?? what;
  return { id, input, said: said === undefined ? undefined : id, isWrong: wrong !== undefined };
};

const Said = ({ id, what, wrong }: Base & { readonly id: string }) => {
  const text = wrong ?? what;
  return text === undefined ? null : (
    <span id={id} class={wrong === undefined ? 'what' : 'wrong'}>
      {text}
    </span>
  );
};

/** Of a form that is sent as a whole: each key counts, or Enter would send what was there before. */
type Live = { readonly isLive?: boolean };

type TextProps = Base &
  Live & {
    readonly value: string;
    readonly onCommit: (value: string) => void;
  };

/** A text that counts when it is left or confirmed, so that writing it is one step. */
export function TextField(props: TextProps) {
  const { id, input, said, isWrong } = useSaid(props);
  return (
    <div class="field">
      <span>
        <label for={input}>{props.label}</label>
      </span>
      <input
        id={input}
        value={props.value}
        autocomplete="off"
        aria-describedby={said}
        aria-invalid={isWrong}
        {...{ [props.isLive ? 'onInput' : 'onChange']: committed(props.onCommit) }}
      />
      <Said {...props} id={id} />
    </div>
  );
}

const committed = (onCommit: (value: string) => void) => (event: Event) =>
  onCommit((event.currentTarget as HTMLInputElement).value);

type NumberProps = Base &
  Live & {
    readonly value: number;
    readonly step?: number;
    readonly min?: number;
    readonly max?: number;
    readonly onCommit: (value: number) => void;
  };

/** A number; what is none is not taken, and the field shows again what holds. */
export function NumberField({ value, step = 1, min, max, onCommit, isLive, ...base }: NumberProps) {
  const { id, input, said, isWrong } = useSaid(base);
  const take = ({ currentTarget, type }: Event) => {
    const field = currentTarget as HTMLInputElement;
    const next = field.valueAsNumber;
    const isGood = Number.isFinite(next) && next >= (min ?? next) && next <= (max ?? next);
    if (isGood) onCommit(next);
    else if (type === 'change') field.value = String(value);
  };
  return (
    <div class="field">
      <span>
        <label for={input}>{base.label}</label>
      </span>
      <input
        id={input}
        type="number"
        value={value}
        step={step}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        aria-describedby={said}
        aria-invalid={isWrong}
        onChange={take}
        {...(isLive ? { onInput: take } : {})}
      />
      <Said {...base} id={id} />
    </div>
  );
}

type ChoiceProps<Value extends string> = Base & {
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, words: string])[];
  readonly onCommit: (value: Value) => void;
};

export function ChoiceField<Value extends string>(props: ChoiceProps<Value>) {
  const { id, input, said } = useSaid(props);
  return (
    <div class="field">
      <span>
        <label for={input}>{props.label}</label>
      </span>
      <select
        id={input}
        value={props.value}
        aria-describedby={said}
        onChange={(event) => {
          const chosen = props.choices.find(([value]) => value === event.currentTarget.value);
          if (chosen !== undefined) props.onCommit(chosen[0]);
        }}
      >
        {props.choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Said {...props} id={id} />
    </div>
  );
}

/** A part that opens under its title; what is closed is not drawn. */
export function Opening(props: {
  readonly level: 2 | 3 | 4;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly id?: string;
  readonly class?: string | undefined;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  const Title = `h${props.level}` as 'h2';
  return (
    <section class={props.class}>
      <Title>
        <button
          type="button"
          {...(props.id === undefined ? {} : { id: props.id })}
          class={css.opener}
          aria-expanded={props.isOpen}
          aria-controls={id}
          onClick={props.onToggle}
        >
          {props.title}
        </button>
      </Title>
      <div id={id}>{props.isOpen && props.children}</div>
    </section>
  );
}

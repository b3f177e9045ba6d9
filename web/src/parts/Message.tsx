import type { ComponentChildren } from 'preact';
import css from './Message.module.css';

/** A page that has one thing to say, and what to do about it. */
export function Message(props: {
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={css.message}>
      <h1 tabIndex={-1}>{props.title}</h1>
      <p>{props.text}</p>
      <div class={css.actions}>{props.children}</div>
    </div>
  );
}

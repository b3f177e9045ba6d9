/** Where something stands: a file relative to the checked folder, and a line from 1. */
export type Place = { readonly file: string; readonly line: number };

/** Something that is wrong, said so that the reader knows what to change. */
export type Finding = Place & {
  readonly message: string;
  /** Bicep's code for it, where `#disable-next-line` may silence it. */
  readonly code?: string;
};

export const finding = ({ file, line }: Place, message: string): Finding => ({ file, line, message });

export const render = ({ file, line, message }: Finding): string => `${file}:${line}: ${message}`;
